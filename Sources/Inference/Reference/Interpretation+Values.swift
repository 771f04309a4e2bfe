import RuleModel

/// The values of every form of expression.
extension Interpretation {
    func values(of expression: Expression, in scope: Scope) -> Values {
        switch expression {
        case .diagnostic(let diagnostic):
            guard let reading = history[scope.stage].readings[diagnostic] else {
                return Values(rules.domain(of: rules.diagnostics[diagnostic.index].measurement.type))
            }
            return Values(reading)
        case .attribute(let attribute, let variable):
            guard
                let reading = reading(
                    of: attribute, of: scope.assignment.members[variable], stage: scope.stage)
            else { return Values(rules.domain(of: rules[attribute].measurement.type)) }
            return Values(reading)
        case .packageAttribute(let attribute, let reference):
            guard let package = scope.package(reference),
                let stated = rules.packages[package.index].attributes.first(where: {
                    $0.attribute == attribute
                })
            else { return Values(rules.domain(of: rules[attribute].measurement.type)) }
            return Values(stated.value)
        case .literal(let literal):
            return Values(literal.value)
        case .count(let members, let filter):
            return both { count(memberships(of: members, where: filter, in: scope, by: $0)) }
        case .countOf(let conditions):
            let verdicts = conditions.map { verdict(of: $0, in: scope) }
            return both { certainty in
                count(Cohort(memberships: verdicts.map { Membership($0, by: certainty) }, isOpenEnded: false))
            }
        case .proportion(let members, let filter):
            return both { proportion(memberships(of: members, where: filter, in: scope, by: $0)) }
        case .fold(let fold, let attribute, let members, let filter):
            return values(of: fold, attribute, members, where: filter, in: scope)
        case .timeSince(let date):
            let dates = values(of: date, in: scope)
            let start = history[scope.stage].from
            return Values(
                possible: .duration(from: dates.possible, to: start),
                presumed: .duration(from: dates.presumed, to: start)
            )
        }
    }

    func reading(of attribute: ID<Attribute>, of member: MemberID?, stage: Int) -> Reading? {
        member.flatMap { history[stage][$0]?.attributes[attribute] }
    }

    /// The members ranged over, in order, and whether there may be more.
    func range(of members: Members, in scope: Scope) -> (members: [MemberID], isOpenEnded: Bool) {
        let situation = history[scope.stage]
        let all = (situation.members[members.collection] ?? []).indices.map {
            MemberID(collection: members.collection, index: $0)
        }
        guard let variable = members.parent else {
            return (all, !isListed(members.collection, situation, depth: 0))
        }
        guard let parent = scope.assignment.members[variable] else { return ([], true) }
        let isClosed = situation[parent]?.closed.contains(members.collection) ?? false
        return (all.filter { situation[$0]?.parent == parent }, !isClosed)
    }

    /// Whether the case lists all members of a collection: it says so, or it lists all parents and in
    /// each of them all members.
    private func isListed(_ collection: ID<Collection>, _ situation: Situation, depth: Int) -> Bool {
        if situation.closed.contains(collection) { return true }
        // A collection that contains itself is no collection; the depth keeps even that one finite.
        guard let parent = rules[collection].parent, depth < rules.collections.count else { return false }
        return isListed(parent, situation, depth: depth + 1)
            && (situation.members[parent] ?? []).allSatisfy { $0.closed.contains(collection) }
    }

    private func both(_ value: (Certainty) -> ValueSet) -> Values {
        Values(possible: value(.possible), presumed: value(.presumed))
    }

    private func memberships(
        of members: Members, where filter: Condition?, in scope: Scope, by certainty: Certainty
    ) -> Cohort {
        let range = range(of: members, in: scope)
        let verdicts = range.members.map { verdict(of: filter, in: scope.binding(members.variable, to: $0)) }
        return Cohort(
            memberships: verdicts.map { Membership($0, by: certainty) }, isOpenEnded: range.isOpenEnded
        )
    }

    private func values(
        of fold: Expression.Fold, _ attribute: ID<Attribute>, _ members: Members, where filter: Condition?,
        in scope: Scope
    ) -> Values {
        let domain = rules.domain(of: rules[attribute].measurement.type)
        // Only quantities add up or have a mean.
        guard case .runs = domain, let bounds = domain.hull else { return Values(domain) }
        return both { certainty in
            var cohort = memberships(of: members, where: filter, in: scope, by: certainty)
            cohort.values = range(of: members, in: scope).members.map { member in
                guard let reading = reading(of: attribute, of: member, stage: scope.stage) else {
                    return bounds
                }
                let values = certainty == .possible ? reading.possible : reading.presumed
                return values.hull ?? bounds
            }
            return .runs([cohort.folded(by: fold, domain: bounds)])
        }
    }
}
