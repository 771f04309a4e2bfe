import RuleModel

/// One application of a rule as it came out at a stage.
struct RuleAttempt {
    var application: Int
    var rule: ID<Rule>
    var frame: Frame
    /// The smaller of filters, `when` and exceptions.
    var code: VerdictCode
    /// The exceptions' own verdicts, not mirrored.
    var exceptions: [VerdictCode]
    /// How many of the parts that must all hold do not.
    var hindrances: Int
}

extension StageEvaluation {
    /// Every application that could draw a fact: deciding ones first, then the nearest miss.
    func attempts(drawing fact: Fact) -> [RuleAttempt] {
        guard let place = program.places[fact] else { return [] }
        // They stand in order of their names, which the sort keeps where nothing else decides.
        return program.drawing[place].map { attempt($0) }.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.code != other.code { return one.code.bits > other.code.bits }
            if one.hindrances != other.hindrances { return one.hindrances < other.hindrances }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// Every application of a rule, in order of its frames.
    func attempts(of rule: ID<Rule>) -> [RuleAttempt] {
        program.groundRules.indices.filter { program.groundRules[$0].rule == rule }.map { attempt($0) }
    }

    private func attempt(_ application: Int) -> RuleAttempt {
        let groundRule = program.groundRules[application]
        let exceptions = groundRule.exceptions.map { state[$0] }
        return RuleAttempt(
            application: application, rule: groundRule.rule, frame: groundRule.frame,
            code: state[groundRule.verdict], exceptions: exceptions,
            hindrances: groundRule.parts.count { !state[$0].verdict.holds })
    }
}

extension Frame {
    /// Tells frames of one rule apart: members first, then packages, each by variable.
    func sortKey(_ shape: Shape) -> [Int] {
        var members: [Int] = []
        var packages: [Int] = []
        for (number, value) in bound {
            if value >= 0 {
                let member = shape.member(value)
                members += [number, member.collection.index, member.index]
            } else {
                packages += [number, Int(-2 - value)]
            }
        }
        return members + packages
    }
}
