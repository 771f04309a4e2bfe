import Advice
import Inference
import RuleModel

/// A row worked out by itself, since its cluster has members of its own.
struct SingleRow {
    let situation: Situation
    let evaluation: any Evaluation

    /// - Parameters:
    ///   - row: What the row itself tells.
    ///   - members: What tables of members say of it.
    init(of row: Situation, members: [Statement], _ screening: Screening) {
        let stage = Stage(name: "", statements: members)
        var situation = screening.plan.rules.situations(of: [stage], caseName: "", upTo: 0).last ?? row
        situation.readings = row.readings
        self.situation = situation
        evaluation = screening.evaluator([situation], [])
    }

    /// A verdict for each of the query's facts, and where each package stands.
    fileprivate func ranks(_ screening: Screening) -> (facts: [UInt8], standings: [UInt8]) {
        func rank(_ fact: Fact) -> UInt8 { UInt8(evaluation.verdict(of: fact).rawValue + 2) }
        let facts = screening.query.facts.map(rank)
        guard screening.wantsStandings else { return (facts, []) }
        // What rules say through members is among the facts of cases with members alone.
        let standings = TableStandings(evaluation)
        let held = standings.diagnostics.map {
            [UInt8(evaluation.verdict(of: .holds(.diagnostic($0))).rawValue + 2)]
        }
        return (
            facts,
            standings.places(ranks: standings.facts.map { [rank($0)] }, diagnostics: held).map { $0[0] }
        )
    }
}

extension [SingleRow] {
    /// The same as of rows worked out side by side: column by column.
    func columns(_ screening: Screening) -> (ranks: [[UInt8]], standings: [[UInt8]]) {
        let rows = map { $0.ranks(screening) }
        return (
            screening.query.facts.indices.map { fact in rows.map { $0.facts[fact] } },
            screening.wantsStandings
                ? screening.plan.rules.packages.indices.map { package in rows.map { $0.standings[package] } }
                : []
        )
    }
}
