import RuleModel

/// Where a condition is asked.
struct ProofPlace: Hashable {
    var stage: Int
    var assignment: Assignment

    func with(_ variable: Variable, _ member: MemberID) -> ProofPlace {
        var place = self
        place.assignment.members[variable] = member
        return place
    }

    func package(_ reference: PackageReference) -> ID<Package>? {
        switch reference {
        case .package(let package): package
        case .variable(let variable): assignment.packages[variable]
        }
    }
}

extension ProofChecker {
    /// The verdict of a fact that no rule draws: rules that are only signs leave it open.
    func least(_ fact: Fact) -> Verdict {
        if case .concept(let concept, member: _) = fact, entry(rules.concepts, concept)?.isBySigns == true {
            return .open
        }
        return .no
    }

    /// A declaration, or `nil` for a name out of range: a proof to be checked may name anything.
    func entry<Declared>(_ table: [Declared], _ id: ID<Declared>) -> Declared? {
        table.indices.contains(id.index) ? table[id.index] : nil
    }

    /// All values of a declared type; any text where nothing is declared.
    func domain(of measurement: Measurement?) -> ValueSet {
        measurement.map { rules.domain(of: $0.type) } ?? .texts(nil)
    }

    func domain(of diagnostic: ID<Diagnostic>) -> ValueSet {
        domain(of: entry(rules.diagnostics, diagnostic)?.measurement)
    }

    func domain(of attribute: ID<Attribute>) -> ValueSet {
        domain(of: entry(rules.attributes, attribute)?.measurement)
    }

    /// The case's own word on a fact, which replaces the rules'.
    func statement(on fact: Fact, stage: Int) -> (reading: Reading, verdict: Verdict)? {
        switch fact {
        case .concept(let concept, member: let member):
            guard let reading = statements(of: member, stage: stage)?.concepts[concept] else { return nil }
            return (reading, SetCheck(reading).verdict(in: .members(0b10)))
        case .classification(let asked, member: let member):
            let said = statements(of: member, stage: stage)
            if let reading = said?.classificationValues[asked] {
                return (reading, SetCheck(reading).verdict(in: .members(0b10)))
            }
            guard let reading = said?.classifications[asked.classification], (0..<64).contains(asked.value)
            else { return nil }
            return (reading, SetCheck(reading).verdict(in: .members(UInt64(1) << UInt64(asked.value))))
        default: return nil
        }
    }

    private func statements(of member: MemberID?, stage: Int) -> Statements? {
        guard let member else { return history[stage].statements }
        return history[stage][member]?.statements
    }

    /// The members a phrase ranges over at a place, and whether there may be more.
    func range(_ members: Members, _ place: ProofPlace) -> (members: [MemberID], isOpenEnded: Bool) {
        let situation = history[place.stage]
        let known = situation.members[members.collection] ?? []
        let all = known.indices.map { MemberID(collection: members.collection, index: $0) }
        guard let variable = members.parent else {
            return (all, !isClosed(members.collection, situation, patience: rules.collections.count))
        }
        guard let owner = place.assignment.members[variable] else { return ([], true) }
        return (
            all.filter { known[$0.index].parent == owner },
            situation[owner].map { !$0.closed.contains(members.collection) } ?? true
        )
    }

    /// All are listed: the case says so, or all owners are listed and each lists all of its own.
    private func isClosed(_ collection: ID<Collection>, _ situation: Situation, patience: Int) -> Bool {
        if situation.closed.contains(collection) { return true }
        guard patience > 0, let owners = entry(rules.collections, collection)?.parent,
            isClosed(owners, situation, patience: patience - 1)
        else { return false }
        return !(situation.members[owners] ?? []).contains { !$0.closed.contains(collection) }
    }

    /// The same place at an earlier stage: members are known again by collection, owner and name.
    func moved(_ place: ProofPlace, to stage: Int) -> ProofPlace {
        var earlier = ProofPlace(stage: stage, assignment: Assignment(packages: place.assignment.packages))
        for (variable, member) in place.assignment.members {
            earlier.assignment.members[variable] = same(member, in: place.stage, at: stage)
        }
        return earlier
    }

    private func same(_ member: MemberID, in stage: Int, at other: Int) -> MemberID? {
        guard let known = history[stage][member] else { return nil }
        var owner: MemberID?
        if let parent = known.parent {
            owner = same(parent, in: stage, at: other)
            if owner == nil { return nil }
        }
        let candidates = history[other].members[member.collection] ?? []
        guard let index = candidates.firstIndex(where: { $0.parent == owner && $0.name == known.name })
        else { return nil }
        return MemberID(collection: member.collection, index: index)
    }
}
