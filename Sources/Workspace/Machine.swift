import CMachine
import Foundation

/// What is asked of the machine itself, where the standard library has no word for it.
public enum Machine {
    /// Has memory asked for once and for much, which takes less time. Before other threads are made.
    public static func takeMemoryInLargePieces() { machine_take_memory_in_large_pieces() }

    /// The same for a thread that has just been made. Asked once more it costs nothing.
    static func takeOwnMemoryInLargePages() { machine_take_own_memory_in_large_pages() }

    /// Begins work on another core than the one that asks, where there is another, and at once.
    public static func beginOnOtherCore(_ work: @escaping @Sendable () -> Void) {
        let errand = Unmanaged.passRetained(Errand(work))
        let isBegun = machine_begin_on_other_core(
            { Unmanaged<Errand>.fromOpaque($0).takeRetainedValue().work() }, errand.toOpaque())
        guard !isBegun else { return }
        errand.release()
        DispatchQueue.global().async(execute: work)
    }

    private final class Errand: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
