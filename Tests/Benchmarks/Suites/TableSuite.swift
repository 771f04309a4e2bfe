import Benchmark
import Dispatch
import Engines
import Inference
import Workload

/// Many cases at once, from memory to memory: the advice on every package, with one thread and two.
func tableSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "tables")
    for (rules, count, threads) in [
        (200, 1_000, [1]), (200, 100_000, [1]), (200, 1_000_000, [1, 2]), (2_000, 100_000, [1]),
    ] {
        let workload = Workload(rules: rules)
        for number in threads { addTable(of: count, workload, threads: number, to: suite) }
    }
    return suite
}

private func addTable(of count: Int, _ workload: Workload, threads: Int, to suite: BenchmarkSuite) {
    let facts = workload.rules.packages.indices.map { Fact.recommended(.init($0)) }
    let amount = Amount(count: count, unit: "cases")
    func name(_ what: String, _ threads: Int) -> String {
        "\(what), \(count) cases, \(workload.shape.rules) rules" + (threads > 1 ? ", \(threads) threads" : "")
    }
    /// With several threads, what one needs; of one, what a trivial loop does.
    func baseline(_ what: String, or trivial: String?) -> String? {
        threads > 1 ? name(what, 1) : trivial
    }
    let trivial = name("bytes summed", 1)
    Subject(
        name("bytes summed", threads), in: suite, amount, baseline: baseline("bytes summed", or: nil),
        threads: threads
    ) {
        let columns = workload.cases(count).bytes
        return { summed(columns, threads: threads) }
    }
    for kind in engines where kind.isForTables || count <= 1_000 {
        let what = "table by \(kind.name)"
        Subject(
            name(what, threads), in: suite, amount, baseline: baseline(what, or: trivial),
            runs: kind.isForTables ? nil : 3, threads: threads
        ) {
            let engine = kind.init(rules: workload.rules)
            engine.load(workload.cases(count))
            return { engine.evaluateTable(of: facts, threads: threads) }
        }
    }
}

/// The least that any evaluation of a table must do: every byte of it looked at once.
private func summed(_ columns: [[UInt8]], threads: Int) -> Int {
    if threads == 1 { return columns.reduce(0) { $0 &+ summed($1) } }
    nonisolated(unsafe) var sums = [Int](repeating: 0, count: threads)
    sums.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let buffer = buffer
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            var sum = 0
            for place in stride(from: thread, to: columns.count, by: threads) {
                sum &+= summed(columns[place])
            }
            buffer[thread] = sum
        }
    }
    return sums.reduce(0, &+)
}

private func summed(_ bytes: [UInt8]) -> Int {
    var sum: UInt8 = 0
    for byte in bytes { sum &+= byte }
    return Int(sum)
}

extension CaseColumns {
    /// The streams of all columns, as bytes.
    fileprivate var bytes: [[UInt8]] {
        columns.flatMap { column -> [[UInt8]] in
            switch column {
            case .places(let ends), .percents(let ends): ends.streams
            case .counts(let ends): ends.streams.map { $0.withUnsafeBytes { Array($0) } }
            case .sets(let possible, let presumed): [possible, presumed]
            }
        }
    }
}

extension CaseColumns.Ends {
    fileprivate var streams: [[Number]] {
        [leastPossible, leastPresumed, greatestPresumed, greatestPossible]
    }
}
