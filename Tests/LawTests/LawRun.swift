import Foundation
import Generation
import Testing

/// How often each law is tried, and from which seed on.
///
/// `swift test` tries a sample. Any number is tried by
///
///     DISTRETTO_LAWS=100000 DISTRETTO_SEED=7 swift test -c release --filter LawTests
enum LawRun {
    /// The number asked for; `nil` for each law's own sample.
    static let asked = number("DISTRETTO_LAWS").map { Int(clamping: $0) }
    static let firstSeed = number("DISTRETTO_SEED") ?? 1

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    /// The seeds to try: a run of numbers, so that any one can be tried again alone.
    static func seeds(sample: Int) -> Range<UInt64> {
        firstSeed..<(firstSeed &+ UInt64(max(0, asked ?? sample)))
    }

    /// Mostly small scenarios, which fail in readable ways, and some as large as a policy theme.
    static func size(of seed: UInt64) -> GenerationSize { seed % 16 == 15 ? .medium : .small }

    /// Prints how often something came out which way, when a number of trials was asked for.
    static func tell<Outcome: Hashable>(_ law: String, _ tally: [Outcome: Int]) {
        if asked == nil { return }
        let counts = tally.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", ")
        print("\(law): \(counts)")
    }

    /// Tries a law on scenario after scenario; the first breach is shrunk and reported as notation.
    ///
    /// - Parameter breach: What is wrong with the scenario, in a sentence; `nil` if the law holds.
    static func hold(
        sample: Int, sourceLocation: SourceLocation = #_sourceLocation, _ breach: (Scenario) -> String?
    ) {
        for seed in seeds(sample: sample) {
            let scenario = Scenario(seed: seed, size: size(of: seed))
            guard let complaint = breach(scenario) else { continue }
            // Made smaller it may break the law in another way, so both ways are told.
            let smallest = shrunk(scenario) { breach($0) != nil }
            Issue.record(
                """
                the law is broken at seed \(seed) (DISTRETTO_SEED=\(seed) DISTRETTO_LAWS=1): \(complaint)
                the smallest that breaks it: \(breach(smallest) ?? "")
                \(report(smallest))
                """, sourceLocation: sourceLocation)
            return
        }
    }
}
