import RuleModel

/// The verdicts of all facts of a stage: the least that the rules and the case's statements allow.
extension Interpretation {
    /// Gives every fact that conditions can ask about its verdict, those that others rest on first.
    ///
    /// Facts that rest on each other start from the bottom and are raised together, round by round,
    /// until a round changes nothing. A round reads the round before only, so that its order is free.
    mutating func settleFacts(stage: Int) {
        // Loops and not closures: a closure over a value that is being changed copies it first.
        var restsOn: [[Int]] = []
        for (place, fact) in tables[stage].facts.enumerated() {
            let statement = statement(on: fact, stage: stage)
            tables[stage].isStated.append(statement != nil)
            tables[stage].verdicts.append(statement?.verdict ?? bottom(of: fact))
            tables[stage].heights.append(0)
            restsOn.append(statement == nil && fact.canBeAsked ? placesRead(for: place, stage: stage) : [])
        }
        for together in mutualGroups(of: restsOn) {
            let derived = together.filter {
                !tables[stage].isStated[$0] && tables[stage].facts[$0].canBeAsked
            }
            settle(derived, restingOn: restsOn, stage: stage)
        }
    }

    private mutating func settle(_ places: [Int], restingOn: [[Int]], stage: Int) {
        let outside = Set(places.flatMap { restingOn[$0] }).subtracting(places)
        let base = outside.map { tables[stage].heights[$0] }.max() ?? 0
        let isRecursive = places.count > 1 || places.contains { restingOn[$0].contains($0) }
        // Verdicts only rise, four times at most, unless "not" and its like are in the loop: then
        // there is no meaning to find, and it is enough to stop.
        for round in 1...(isRecursive ? 4 * places.count + 1 : 1) {
            var verdicts: [Verdict] = []
            for place in places { verdicts.append(verdictByRules(place: place, stage: stage)) }
            var isSettled = true
            for (place, verdict) in zip(places, verdicts) where tables[stage].verdicts[place] != verdict {
                tables[stage].verdicts[place] = verdict
                tables[stage].heights[place] = base + round
                isSettled = false
            }
            if isSettled { break }
        }
    }

    /// The greatest verdict of the rules that draw the fact.
    func verdictByRules(place: Int, stage: Int) -> Verdict {
        let fact = tables[stage].facts[place]
        var byRules = bottom(of: fact)
        for groundRule in tables[stage].drawing[place] {
            byRules = max(byRules, verdict(of: tables[stage].groundRules[groundRule], stage: stage))
        }
        // What is not in force cannot be withdrawn.
        guard case .withdrawn(let package, _) = fact else { return byRules }
        return min(byRules, verdict(of: .inForce(.package(package)), in: Scope(stage: stage)))
    }

    /// The smallest of filters, `when` and exceptions, each exception as far as it is absent.
    func verdict(of groundRule: GroundRule, stage: Int) -> Verdict {
        let rule = rules.rules[groundRule.rule.index]
        let scope = Scope(stage: stage, assignment: groundRule.assignment)
        var smallest = Verdict.yes
        for binding in rule.bindings { smallest = min(smallest, verdict(of: binding.filter, in: scope)) }
        smallest = min(smallest, verdict(of: rule.condition, in: scope))
        for exception in rule.exceptions {
            smallest = min(smallest, verdict(of: exception.condition, in: scope).asException)
        }
        return smallest
    }

    /// The facts of the same stage that the rules drawing a fact read, by place in the table.
    private func placesRead(for place: Int, stage: Int) -> [Int] {
        var read: Set<Int> = []
        for groundRule in tables[stage].drawing[place] {
            read.formUnion(placesRead(by: tables[stage].groundRules[groundRule], stage: stage))
        }
        return read.sorted()
    }

    private func placesRead(by groundRule: GroundRule, stage: Int) -> [Int] {
        let rule = rules[groundRule.rule]
        let scope = Scope(stage: stage, assignment: groundRule.assignment)
        // A filter that fails whatever the facts are leaves nothing to read.
        for filter in rule.bindings.compactMap(\.filter) {
            if factsRead(by: filter, in: scope).isEmpty && verdict(of: filter, in: scope) == .no { return [] }
        }
        return (rule.requirements + rule.exceptions.map(\.condition))
            .flatMap { factsRead(by: $0, in: scope) }
            .compactMap { tables[stage].places[$0] }
    }

    /// The facts of the same stage that a condition reads; earlier stages are settled already.
    private func factsRead(by condition: Condition, in scope: Scope) -> [Fact] {
        switch condition {
        case .concept, .classification, .recommended:
            return fact(askedBy: condition, in: scope).map { [$0] } ?? []
        case .holds(let expression), .lies(let expression, _, _), .rising(let expression),
            .falling(let expression):
            return factsRead(by: expression, in: scope)
        case .compares(let left, _, let right):
            return factsRead(by: left, in: scope) + factsRead(by: right, in: scope)
        case .criterion, .lens, .inForce, .previously, .earlier:
            return []
        case .not(let inner):
            return factsRead(by: inner, in: scope)
        case .all(let parts), .any(let parts), .listed(_, _, let parts):
            return parts.flatMap { factsRead(by: $0, in: scope) }
        case .some(let members, let asked):
            return factsRead(by: asked.map { [$0] } ?? [], ofEach: members, in: scope)
        case .every(let members, let filter, let asked):
            return factsRead(by: (filter.map { [$0] } ?? []) + [asked], ofEach: members, in: scope)
        }
    }

    private func factsRead(by expression: Expression, in scope: Scope) -> [Fact] {
        switch expression {
        case .diagnostic, .attribute, .packageAttribute, .literal: []
        case .count(let members, let filter):
            factsRead(by: filter.map { [$0] } ?? [], ofEach: members, in: scope)
        case .proportion(let members, let filter): factsRead(by: [filter], ofEach: members, in: scope)
        case .fold(_, _, let members, let filter):
            factsRead(by: filter.map { [$0] } ?? [], ofEach: members, in: scope)
        case .countOf(let conditions): conditions.flatMap { factsRead(by: $0, in: scope) }
        case .timeSince(let date): factsRead(by: date, in: scope)
        }
    }

    private func factsRead(by conditions: [Condition], ofEach members: Members, in scope: Scope) -> [Fact] {
        range(of: members, in: scope).members.flatMap { member in
            conditions.flatMap { factsRead(by: $0, in: scope.binding(members.variable, to: member)) }
        }
    }
}
