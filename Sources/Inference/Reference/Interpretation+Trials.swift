import RuleModel

/// What the conditions of a rule come to, one by one.
extension Interpretation {
    func trial(of groundRule: GroundRule, stage: Int) -> RuleTrial {
        let rule = rules[groundRule.rule]
        let scope = Scope(stage: stage, assignment: groundRule.assignment)
        var answers: [ConditionAnswer] = []
        var place = 0
        for condition in rule.requirements + rule.exceptions.map(\.condition) {
            ask(condition, in: scope, from: place, &answers)
            place += condition.askedConditions.count
        }
        return RuleTrial(
            rule: groundRule.rule, verdict: verdict(of: groundRule, stage: stage), answers: answers)
    }

    /// - Parameter place: That of the condition's first part in `Rule.askedConditions`.
    private func ask(
        _ condition: Condition, in scope: Scope, from place: Int, _ answers: inout [ConditionAnswer]
    ) {
        if condition.isDecidedByDeclarations { return }
        func ask(each parts: [Condition], from first: Int) {
            var next = first
            for part in parts {
                self.ask(part, in: scope, from: next, &answers)
                next += part.askedConditions.count
            }
        }
        func ask(of members: Members, _ parts: [Condition]) {
            for member in range(of: members, in: scope).members {
                let inner = scope.binding(members.variable, to: member)
                var next = place + 1
                for part in parts {
                    self.ask(part, in: inner, from: next, &answers)
                    next += part.askedConditions.count
                }
            }
        }
        switch condition {
        case .not(let part): return ask(each: [part], from: place)
        case .all(let parts), .any(let parts): return ask(each: parts, from: place)
        default: break
        }
        answers.append(
            ConditionAnswer(
                condition: place, verdict: verdict(of: condition, in: scope),
                presumed: compared(condition, in: scope)))
        switch condition {
        case .listed(_, _, of: let parts): ask(each: parts, from: place + 1)
        case .some(let members, let body): ask(of: members, [body].compactMap { $0 })
        case .every(let members, filter: let filter, let body):
            ask(of: members, [filter].compactMap { $0 } + [body])
        default: break
        }
    }

    private func compared(_ condition: Condition, in scope: Scope) -> ValueSet? {
        switch condition {
        case .lies(let expression, in: _, _): values(of: expression, in: scope).presumed
        case .listed(_, _, of: let parts): .count(holding: parts.map { verdict(of: $0, in: scope) })
        default: nil
        }
    }
}
