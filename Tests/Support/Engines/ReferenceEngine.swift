import Inference
import RuleModel
import Workload

/// The oracle. It has no form of its own: a case is what the model says.
public final class ReferenceEngine: Engine {
    public static let name = "reference"
    public static let isForTables = false

    private let rules: RuleBase
    private var situations: [Situation] = []
    private var last: ReferenceEvaluation?
    private var current = Situation()
    private var ranks: [[UInt8]] = []

    public init(rules: RuleBase) { self.rules = rules }

    public func load(_ situations: [Situation]) { self.situations = situations }

    public func evaluate(_ place: Int) -> Int { sum(evaluation(situations[place])) }

    public func verdicts(of facts: [Fact], _ place: Int) -> [Verdict] {
        let evaluation = evaluation(situations[place])
        return facts.map { evaluation.verdict(of: $0) }
    }

    public func evaluateForProofs(_ place: Int) -> Int {
        let evaluation = evaluation(situations[place])
        last = evaluation
        return sum(evaluation)
    }

    public func proveAll(_ place: Int) -> Int {
        let evaluation = evaluation(situations[place])
        return evaluation.facts.reduce(0) { $0 + evaluation.proof(of: $1).steps.count }
    }

    public func prove(_ fact: Fact) -> Int { last?.proof(of: fact).steps.count ?? 0 }

    public func start(_ place: Int) { current = situations[place] }

    public func change(_ diagnostic: ID<Diagnostic>, to reading: Reading?) -> Int {
        current.readings[diagnostic] = reading
        return evaluation(current).verdict(of: .recommended(ID(0))).rank
    }

    public func load(_ cases: CaseColumns) {
        situations = (0..<cases.count).map { cases.situation($0, in: rules) }
    }

    public func evaluateTable(of facts: [Fact], threads: Int) -> Int {
        ranks = facts.map { _ in [UInt8]() }
        for situation in situations {
            let evaluation = evaluation(situation)
            for (row, fact) in facts.enumerated() {
                ranks[row].append(UInt8(evaluation.verdict(of: fact).rank))
            }
        }
        return ranks.reduce(0) { $0 + Int($1[0]) }
    }

    public func tableRanks() -> [[UInt8]] { ranks }

    private func evaluation(_ situation: Situation) -> ReferenceEvaluation {
        ReferenceEvaluation(rules: rules, history: [situation])
    }

    private func sum(_ evaluation: ReferenceEvaluation) -> Int {
        evaluation.facts.reduce(0) { $0 + evaluation.verdict(of: $1).rank }
    }
}
