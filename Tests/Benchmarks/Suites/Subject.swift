import Benchmark
import Foundation

/// Something measured: what it needs is prepared first and dropped when the next one begins, so that
/// neither time nor memory of one counts for another.
final class Subject: AnyBenchmark {
    let suite: String
    let name: String
    private(set) var settings: [any BenchmarkSetting]
    private let prepare: () -> () -> Int

    /// - Parameters:
    ///   - suite: Where it is entered.
    ///   - amount: What one run works through, for the throughput.
    ///   - baseline: The subject of the same suite that its time is divided by.
    ///   - prepare: Gives the work; its number is a sum over all it did, so that none is optimised away.
    @discardableResult
    init(
        _ name: String, in suite: BenchmarkSuite, _ amount: Amount, baseline: String?, runs: Int? = nil,
        threads: Int = 1,
        prepare: @escaping () -> () -> Int
    ) {
        self.suite = suite.name
        self.name = name
        self.prepare = prepare
        settings =
            [amount] + (baseline.map { [Baseline(name: $0)] } ?? []) + (runs.map { [Iterations($0)] } ?? [])
        if threads > 1 { settings.append(Threads(count: threads)) }
        suite.register(benchmark: self)
    }

    nonisolated(unsafe) private static var current: (subject: Subject, work: () -> Int)?
    nonisolated(unsafe) private static var sum = 0
    /// What was seen beside the library's own measurements, by suite and name.
    nonisolated(unsafe) private static var seen: [String: Seen] = [:]

    struct Seen {
        /// Of each run, in seconds: not the time on the wall, so that what else the machine does counts little.
        var processorTimes: [Double] = []
        /// The most memory that was resident, in bytes.
        var peak: Int?
    }

    static func seen(_ result: BenchmarkResult) -> Seen {
        seen[result.suiteName + result.benchmarkName] ?? Seen()
    }

    /// Called before each run, outside of the time measured.
    func setUp() {
        guard Self.current?.subject !== self else { return }
        Self.finish()
        Memory.forgetPeak()
        Self.current = (self, prepare())
    }

    func run(_ state: inout BenchmarkState) throws {
        guard let work = Self.current?.work else { return }
        let start = processorTime()
        try state.measure { Self.sum &+= work() }
        Self.seen[suite + name, default: Seen()].processorTimes.append(processorTime() - start)
    }

    func tearDown() {}

    /// Takes down the peak of the subject measured last, and drops what it held.
    static func finish() {
        guard let subject = current?.subject else { return }
        seen[subject.suite + subject.name]?.peak = Memory.peak
        current = nil
    }
}

private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How many things one run works through.
struct Amount: BenchmarkSetting {
    var count: Int
    var unit: String
}

/// More than one thread works.
struct Threads: BenchmarkSetting {
    var count: Int
}

/// What a subject's time is divided by.
struct Baseline: BenchmarkSetting {
    var name: String
}
