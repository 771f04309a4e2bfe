import RuleModel

/// The verdict of every form of condition.
extension Interpretation {
    func verdict(of condition: Condition, in scope: Scope) -> Verdict {
        switch condition {
        case .holds(let expression):
            return values(of: expression, in: scope).lie(in: .yes)
        case .lies(let expression, let accepted, _):
            return values(of: expression, in: scope).lie(in: accepted)
        case .compares(let left, let comparison, let right):
            return values(of: left, in: scope).are(comparison, values(of: right, in: scope))
        case .concept, .classification, .recommended:
            guard let fact = fact(askedBy: condition, in: scope) else { return .open }
            return verdict(of: fact, stage: scope.stage)
        case .criterion(let criterion, let reference):
            guard let package = scope.package(reference) else { return .open }
            return rules[package].criteria.contains { $0.criterion == criterion } ? .yes : .no
        case .lens(let lens, let values, let reference):
            guard let package = scope.package(reference),
                let stated = rules[package].lensValues.first(where: { $0.lens == lens })
            else { return .open }
            return ValueSet.oneMember(stated.value).isSubset(of: .members(values)) ? .yes : .no
        case .inForce(let reference):
            guard let reading = inForce(reference, in: scope) else { return .open }
            return Values(reading).lie(in: .yes)
        case .not(let inner):
            return verdict(of: inner, in: scope).negated
        case .all(let parts):
            return parts.map { verdict(of: $0, in: scope) }.min() ?? .yes
        case .any(let parts):
            return parts.map { verdict(of: $0, in: scope) }.max() ?? .no
        case .listed(let comparison, let number, let parts):
            return Verdict.ofListed(comparison, number, parts.map { verdict(of: $0, in: scope) })
        case .some(let members, let asked):
            let range = range(of: members, in: scope)
            let some =
                range.members.map { member in
                    verdict(of: asked, in: scope.binding(members.variable, to: member))
                }.max() ?? .no
            return range.isOpenEnded ? max(some, .open) : some
        case .every(let members, let filter, let asked):
            let range = range(of: members, in: scope)
            let every =
                range.members.map { member in
                    let inner = scope.binding(members.variable, to: member)
                    return max(verdict(of: filter, in: inner).negated, verdict(of: asked, in: inner))
                }.min() ?? .yes
            return range.isOpenEnded ? min(every, .open) : every
        case .rising(let expression), .falling(let expression):
            guard let before = previous(scope) else { return .open }
            let now = values(of: expression, in: scope)
            let then = values(of: expression, in: before)
            if case .rising = condition { return now.are(.above, then) }
            return now.are(.below, then)
        case .previously(let inner):
            guard let before = previous(scope) else { return .open }
            return verdict(of: inner, in: before)
        case .earlier(let inner):
            // What came before the first stage told is not told, so that it may always have been.
            return earlier(scope).map { verdict(of: inner, in: $0) }.reduce(.open, max)
        }
    }

    /// What is not asked holds.
    func verdict(of condition: Condition?, in scope: Scope) -> Verdict {
        guard let condition else { return .yes }
        return verdict(of: condition, in: scope)
    }

    /// The fact whose verdict the condition is; `nil` where the member it asks about is not there.
    func fact(askedBy condition: Condition, in scope: Scope) -> Fact? {
        switch condition {
        case .concept(let concept, .cluster):
            return .concept(concept, member: nil)
        case .concept(let concept, .member(let variable)):
            return scope.assignment.members[variable].map { .concept(concept, member: $0) }
        case .classification(let classification, let value, .cluster):
            return .classification(ClassificationValue(classification, value), member: nil)
        case .classification(let classification, let value, .member(let variable)):
            return scope.assignment.members[variable].map {
                .classification(ClassificationValue(classification, value), member: $0)
            }
        case .recommended(let reference):
            return scope.package(reference).map { .recommended($0) }
        default:
            return nil
        }
    }

    /// What the case says of a package's being in force.
    func inForce(_ reference: PackageReference, in scope: Scope) -> Reading? {
        scope.package(reference).flatMap { history[scope.stage].inForce[$0] }
    }

    /// The scope moved to the stage just before.
    func previous(_ scope: Scope) -> Scope? {
        scope.stage > 0 ? self.scope(scope, at: scope.stage - 1) : nil
    }

    /// The scope at each earlier stage, latest first.
    func earlier(_ scope: Scope) -> [Scope] {
        (0..<scope.stage).reversed().map { self.scope(scope, at: $0) }
    }
}

extension Verdict {
    /// How many of some verdicts hold, compared with a number: at least N is the N-th greatest.
    static func ofListed(_ comparison: Comparison, _ number: Int, _ verdicts: [Verdict]) -> Verdict {
        let descending = verdicts.sorted(by: >)
        func atLeast(_ place: Int) -> Verdict {
            if place <= 0 { return .yes }
            return place <= descending.count ? descending[place - 1] : .no
        }
        // Beyond the ends of the list all numbers are alike; staying near them rules out overflow.
        let number = min(max(number, -1), descending.count + 1)
        switch comparison {
        case .atLeast: return atLeast(number)
        case .above: return atLeast(number + 1)
        case .below: return atLeast(number).negated
        case .atMost: return atLeast(number + 1).negated
        case .exactly: return min(atLeast(number), atLeast(number + 1).negated)
        }
    }
}
