import Foundation

/// Measures work that gives a number, so that none of it is optimised away.
enum Stopwatch {
    /// The processor time of the shortest of some runs, in seconds.
    ///
    /// Not the time on the wall: what else the machine does must not count, and all the work measured
    /// here is done by one thread.
    static func best(of runs: Int = 3, _ work: () -> Int) -> Double {
        var shortest = Double.infinity
        var sum = 0
        for _ in 0..<runs {
            let start = now
            sum &+= work()
            shortest = min(shortest, now - start)
        }
        return sum == .min ? 0 : shortest
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A line of the table.
struct Row: CustomStringConvertible {
    let description: String

    static let heading = line("", "ms", "MB/s", "times the scan")

    init(_ name: String, seconds: Double, bytes: Int, scan: Double) {
        description = Row.line(
            name, Row.rounded(seconds * 1_000), Row.rounded(Double(bytes) / 1e6 / max(seconds, 1e-9)),
            Row.rounded(seconds / max(scan, 1e-9)))
    }

    private static func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }

    private static func line(_ name: String, _ columns: String...) -> String {
        let head = name + String(repeating: " ", count: max(0, 26 - name.count))
        return columns.reduce(head) { $0 + String(repeating: " ", count: max(1, 15 - $1.count)) + $1 }
    }
}
