import Benchmark

/// Something measured: what it needs is prepared first and dropped when the next one begins, so that
/// neither time nor memory of one counts for another.
final class Subject: AnyBenchmark {
    let suite: String
    let name: String
    let settings: [any BenchmarkSetting]
    private let prepare: () -> () -> Int

    /// - Parameters:
    ///   - suite: Where it is entered.
    ///   - amount: What one run works through, for the throughput.
    ///   - baseline: The subject of the same suite that its time is divided by.
    ///   - prepare: Gives the work; its number is a sum over all it did, so that none is optimised away.
    @discardableResult
    init(
        _ name: String, in suite: BenchmarkSuite, _ amount: Amount, baseline: String?, runs: Int? = nil,
        prepare: @escaping () -> () -> Int
    ) {
        self.suite = suite.name
        self.name = name
        self.prepare = prepare
        settings =
            [amount] + (baseline.map { [Baseline(name: $0)] } ?? []) + (runs.map { [Iterations($0)] } ?? [])
        suite.register(benchmark: self)
    }

    nonisolated(unsafe) private static var current: (subject: Subject, work: () -> Int)?
    nonisolated(unsafe) private static var sum = 0
    /// Peak memory in bytes, by suite and name.
    nonisolated(unsafe) private static var peaks: [String: Int] = [:]

    static func peak(_ result: BenchmarkResult) -> Int? {
        peaks[result.suiteName + result.benchmarkName]
    }

    /// Called before each run, outside of the time measured.
    func setUp() {
        guard Self.current?.subject !== self else { return }
        Self.finish()
        Memory.forgetPeak()
        Self.current = (self, prepare())
    }

    func run(_ state: inout BenchmarkState) {
        Self.sum &+= Self.current?.work() ?? 0
    }

    func tearDown() {}

    /// Takes down the peak of the subject measured last, and drops what it held.
    static func finish() {
        guard let subject = current?.subject else { return }
        peaks[subject.suite + subject.name] = Memory.peak
        current = nil
    }
}

/// How many things one run works through.
struct Amount: BenchmarkSetting {
    var count: Int
    var unit: String
}

/// What a subject's time is divided by.
struct Baseline: BenchmarkSetting {
    var name: String
}
