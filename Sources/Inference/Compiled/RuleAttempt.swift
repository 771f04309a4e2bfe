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
        let attempts = program.drawing[place].map { attempt($0) }
        guard attempts.count > 1 else { return attempts }
        return attempts.sorted { left, right in
            if left.code != right.code { return left.code.bits > right.code.bits }
            if left.hindrances != right.hindrances { return left.hindrances < right.hindrances }
            let names = (rules[left.rule].name, rules[right.rule].name)
            if names.0 != names.1 { return names.0 < names.1 }
            return left.frame.sortKey(shape).lexicographicallyPrecedes(right.frame.sortKey(shape))
        }
    }

    private func attempt(_ application: Int) -> RuleAttempt {
        let groundRule = program.groundRules[application]
        let parts = compiled.parts[groundRule.rule.index]
        var grounding = grounding(compiled.catalogue, groundRule.frame)
        var attempt = RuleAttempt(
            application: application, rule: groundRule.rule, frame: groundRule.frame, code: .yes,
            exceptions: [], hindrances: 0)
        for requirement in parts.requirements {
            attempt.code.bits &= grounding.conjunct(requirement, &attempt.hindrances).bits
        }
        for exception in parts.exceptions {
            let exception = grounding.node(exception)
            let absent = exception.negated.presumed
            attempt.exceptions.append(exception)
            attempt.code.bits &= absent.bits
            if !absent.verdict.holds { attempt.hindrances += 1 }
        }
        return attempt
    }
}

extension Grounding<StageReader> {
    /// A part that must hold, counting what in it does not.
    fileprivate mutating func conjunct(_ phrase: PhraseID, _ hindrances: inout Int) -> VerdictCode {
        guard case .all(let parts) = catalogue[phrase].form else {
            let code = node(phrase)
            if !code.verdict.holds { hindrances += 1 }
            return code
        }
        var code = VerdictCode.yes
        for part in parts { code.bits &= conjunct(part, &hindrances).bits }
        return code
    }
}

extension Frame {
    /// Tells frames of one rule apart: members first, then packages, each by variable.
    fileprivate func sortKey(_ shape: Shape) -> [Int] {
        var members: [Int] = []
        var packages: [Int] = []
        for (number, value) in values.enumerated() where value != -1 {
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
