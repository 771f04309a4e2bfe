import Dispatch
import Inference
import RuleModel
import Workload

/// The evaluator in use: a network of the rules, for one case, for one that changes, and for tables.
public final class CompiledEngine: Engine {
    public static let name = "compiled"
    public static let isForTables = true

    private let rules: CompiledRules
    private let kept: Fact
    private var cases: [LiveEvaluation] = []
    private var proven: CompiledEvaluation?
    private var current: LiveEvaluation?
    private var table: CaseTable?
    private var answers: TableVerdicts?

    public init(rules: RuleBase) {
        self.rules = CompiledRules(rules)
        kept = .recommended(ID(0))
        // The network is made at the first evaluation, and is part of getting ready.
        proven = CompiledEvaluation(self.rules, history: [])
    }

    public func load(_ situations: [Situation]) {
        cases = situations.map { LiveEvaluation(CompiledEvaluation(rules, history: [$0])) }
    }

    public func evaluate(_ place: Int) -> Int {
        cases[place].evaluateAnew()
        return cases[place].verdictSum
    }

    public func verdicts(of facts: [Fact], _ place: Int) -> [Verdict] {
        facts.map { cases[place].verdict(of: $0) }
    }

    public func evaluateForProofs(_ place: Int) -> Int {
        let evaluation = CompiledEvaluation(rules, history: [cases[place].situation])
        proven = evaluation
        return evaluation.verdict(of: kept).rank
    }

    public func proveAll(_ place: Int) -> Int {
        let evaluation = CompiledEvaluation(rules, history: [cases[place].situation])
        return ProofLedger(evaluation).applicationCount
    }

    public func prove(_ fact: Fact) -> Int { proven?.proof(of: fact).steps.count ?? 0 }

    public func start(_ place: Int) { current = cases[place] }

    public func change(_ diagnostic: ID<Diagnostic>, to reading: Reading?) -> Int {
        current?.change(diagnostic, to: reading)
        return current?.verdict(of: kept).rank ?? 0
    }

    public func load(_ cases: CaseColumns) {
        var table = CaseTable(rules, count: cases.count)
        for (number, column) in cases.columns.enumerated() {
            for row in 0..<cases.count { table.set(ID(number), of: row, column) }
        }
        self.table = table
    }

    public func evaluateTable(of facts: [Fact], threads: Int) -> Int {
        guard let table else { return 0 }
        let answers = threads > 1 ? together(table, facts, threads) : table.verdicts(of: facts)
        self.answers = answers
        return facts.indices.reduce(0) { $0 + answers.verdict($1, of: 0).rank }
    }

    public func tableRanks() -> [[UInt8]] {
        guard let answers else { return [] }
        return answers.facts.indices.map { answers.ranks($0) }
    }

    /// Waits for the threads, since whatever measures does.
    private func together(_ table: CaseTable, _ facts: [Fact], _ threads: Int) -> TableVerdicts {
        nonisolated(unsafe) var verdicts = table.verdicts(of: [])
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            verdicts = await table.verdicts(of: facts, threads: threads)
            done.signal()
        }
        done.wait()
        return verdicts
    }
}

extension CaseTable {
    fileprivate mutating func set(_ diagnostic: ID<Diagnostic>, of row: Int, _ column: CaseColumns.Column) {
        func run(_ low: Int64, _ high: Int64, _ unit: Int64) -> TickRange {
            TickRange(low * unit, high * unit)
        }
        func places(_ low: UInt8, _ high: UInt8) -> UInt64 {
            RuleBase.mask(count: Int(high) + 1) & ~RuleBase.mask(count: Int(low))
        }
        switch column {
        case .places(let ends):
            set(
                diagnostic, of: row, possible: places(ends.leastPossible[row], ends.greatestPossible[row]),
                presumed: places(ends.leastPresumed[row], ends.greatestPresumed[row]))
        case .percents(let ends):
            set(
                diagnostic, of: row,
                possible: run(Int64(ends.leastPossible[row]), Int64(ends.greatestPossible[row]), 10_000),
                presumed: run(Int64(ends.leastPresumed[row]), Int64(ends.greatestPresumed[row]), 10_000))
        case .counts(let ends):
            func end(_ number: Int32) -> Int64 { number == .max ? .max : Int64(number) }
            set(
                diagnostic, of: row,
                possible: TickRange(Int64(ends.leastPossible[row]), end(ends.greatestPossible[row])),
                presumed: TickRange(Int64(ends.leastPresumed[row]), end(ends.greatestPresumed[row])))
        case .sets(let possible, let presumed):
            set(diagnostic, of: row, possible: UInt64(possible[row]), presumed: UInt64(presumed[row]))
        }
    }
}
