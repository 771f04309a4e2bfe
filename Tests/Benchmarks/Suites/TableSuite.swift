import Benchmark
import Engines
import Inference
import Workload

/// Many cases at once, from memory to memory: the advice on every package.
func tableSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "tables")
    for (rules, counts) in [(200, [1_000, 100_000, 1_000_000]), (2_000, [100_000])] {
        let workload = Workload(rules: rules)
        let facts = workload.rules.packages.indices.map { Fact.recommended(.init($0)) }
        for count in counts {
            let baseline = "bytes summed, \(count) cases, \(rules) rules"
            let amount = Amount(count: count, unit: "cases")
            Subject(baseline, in: suite, amount, baseline: nil) {
                let columns = workload.cases(count).bytes
                return { columns.reduce(0) { $0 &+ summed($1) } }
            }
            for kind in engines where kind.isForTables || count <= 1_000 {
                Subject(
                    "table, \(count) cases, \(rules) rules, \(kind.name)", in: suite, amount,
                    baseline: baseline, runs: kind.isForTables ? nil : 3
                ) {
                    let engine = kind.init(rules: workload.rules)
                    engine.load(workload.cases(count))
                    return { engine.evaluateTable(of: facts).reduce(0) { $0 &+ Int($1[0]) } }
                }
            }
        }
    }
    return suite
}

/// The least that any evaluation of a table must do: every byte of it looked at once.
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
