import RuleModel

/// One rule tried on one assignment: the verdicts of its parts, and how it ranks among others.
struct Attempt: Sendable {
    var rule: ID<Rule>
    var assignment: Assignment
    /// The smaller of filters, `when` and exceptions.
    var verdict: Verdict
    /// The exceptions' own verdicts, not mirrored.
    var exceptions: [Verdict]

    init(_ groundRule: GroundRule, stage: Int, by interpretation: Interpretation) {
        let declared = interpretation.rules[groundRule.rule]
        let scope = Scope(stage: stage, assignment: groundRule.assignment)
        rule = groundRule.rule
        assignment = groundRule.assignment
        exceptions = declared.exceptions.map { interpretation.verdict(of: $0.condition, in: scope) }
        verdict = interpretation.verdict(of: groundRule, stage: stage)
    }
}

extension Rule {
    /// The bindings' filters and `when`, in the order written: all of them must hold.
    var requirements: [Condition] {
        bindings.compactMap(\.filter) + (condition.map { [$0] } ?? [])
    }
}

extension Interpretation {
    /// Every attempt to draw a fact: deciding ones first, then the nearest miss.
    func attempts(drawing fact: Fact, stage: Int) -> [Attempt] {
        let table = tables[stage]
        guard let place = table.places[fact] else { return [] }
        return table.drawing[place]
            .map { Attempt(table.groundRules[$0], stage: stage, by: self) }
            .map { (attempt: $0, key: sortKey(of: $0, stage: stage)) }
            .sorted { left, right in
                if left.attempt.verdict != right.attempt.verdict {
                    return left.attempt.verdict > right.attempt.verdict
                }
                if left.key.hindrances != right.key.hindrances {
                    return left.key.hindrances < right.key.hindrances
                }
                let names = (rules[left.attempt.rule].name, rules[right.attempt.rule].name)
                if names.0 != names.1 { return names.0 < names.1 }
                return left.key.assignment.lexicographicallyPrecedes(right.key.assignment)
            }
            .map(\.attempt)
    }

    private func sortKey(of attempt: Attempt, stage: Int) -> (hindrances: Int, assignment: [Int]) {
        let scope = Scope(stage: stage, assignment: attempt.assignment)
        let missing = rules[attempt.rule].requirements.reduce(0) { $0 + hindrances(in: $1, scope) }
        let defeats = attempt.exceptions.count { !$0.asException.holds }
        let members = attempt.assignment.members.sorted { $0.key < $1.key }
        let packages = attempt.assignment.packages.sorted { $0.key < $1.key }
        return (
            missing + defeats,
            members.flatMap { [$0.key.number, $0.value.collection.index, $0.value.index] }
                + packages.flatMap { [$0.key.number, $0.value.index] }
        )
    }

    /// How many of the parts that must all hold do not.
    private func hindrances(in condition: Condition, _ scope: Scope) -> Int {
        if case .all(let parts) = condition { return parts.reduce(0) { $0 + hindrances(in: $1, scope) } }
        return verdict(of: condition, in: scope).holds ? 0 : 1
    }
}
