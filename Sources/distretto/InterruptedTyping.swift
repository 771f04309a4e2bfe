import Foundation

/// Ctrl-C while a person is typing: whoever waits for a line gets none, and can say how to go on.
///
/// A second one ends the program as ever. `Interruption` is for runs that wait for nobody.
enum InterruptedTyping {
    /// Whether it has come since it was looked out for.
    static var hasCome: Bool { wasHeard != 0 }

    nonisolated(unsafe) private static var wasHeard: sig_atomic_t = 0

    /// From now on the first one only ends the waiting for a line.
    static func lookOut() {
        wasHeard = 0
        var action = sigaction()
        // Reading is not taken up again, which takes a flag that is not set, and the second one is not heard.
        action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND)
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in InterruptedTyping.wasHeard = 1 }
        #else
            action.__sigaction_handler.sa_handler = { _ in InterruptedTyping.wasHeard = 1 }
        #endif
        sigaction(SIGINT, &action, nil)
    }

    /// What a shell expects of a program that was broken off so.
    static let exitCode: Int32 = 128 + SIGINT
}
