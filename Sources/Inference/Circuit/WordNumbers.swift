import RuleModel

/// The numbers that what one rule base declares has elsewhere, so that the circuits of two rule bases speak
/// of the same readings and facts.
///
/// What has no number there has no counterpart.
public struct WordNumbers: Sendable {
    public var diagnostics: [ID<Diagnostic>: ID<Diagnostic>] = [:]
    public var attributes: [ID<Attribute>: ID<Attribute>] = [:]
    public var collections: [ID<Collection>: ID<Collection>] = [:]
    public var concepts: [ID<Concept>: ID<Concept>] = [:]
    public var classifications: [ID<Classification>: ID<Classification>] = [:]
    public var packages: [ID<Package>: ID<Package>] = [:]
    public var measures: [ID<Measure>: ID<Measure>] = [:]
    public var roles: [ID<Role>: ID<Role>] = [:]
    public var actors: [ID<Actor>: ID<Actor>] = [:]

    public init() {}

    public func member(_ member: MemberID) -> MemberID? {
        collections[member.collection].map { MemberID(collection: $0, index: member.index) }
    }

    /// Of the cluster itself nothing changes.
    private func bearer(_ member: MemberID?, _ body: (MemberID?) -> Fact?) -> Fact? {
        guard let member else { return body(nil) }
        return self.member(member).flatMap(body)
    }

    /// Members of each collection that has a counterpart, each within the member that it is nested in.
    public func members(_ members: [ID<Collection>: [Member]]) -> [ID<Collection>: [Member]] {
        var numbered: [ID<Collection>: [Member]] = [:]
        for (collection, list) in members {
            guard let other = collections[collection] else { continue }
            numbered[other] = list.map { one in
                var one = one
                one.parent = one.parent.flatMap { self.member($0) }
                return one
            }
        }
        return numbered
    }

    public func place(_ place: ReadingPlace) -> ReadingPlace? {
        func whose(_ member: MemberID?, _ body: (MemberID?) -> ReadingPlace?) -> ReadingPlace? {
            guard let member else { return body(nil) }
            return self.member(member).flatMap(body)
        }
        switch place {
        case .diagnostic(let id): return diagnostics[id].map { .diagnostic($0) }
        case .attribute(let id, let member):
            guard let other = attributes[id], let member = self.member(member) else { return nil }
            return .attribute(other, member)
        case .inForce(let package): return packages[package].map { .inForce($0) }
        case .concept(let id, let member):
            return whose(member) { member in concepts[id].map { .concept($0, member) } }
        case .classification(let id, value: let value, let member):
            return whose(member) { member in
                classifications[id].map { .classification($0, value: value, member) }
            }
        case .allListed(let id, of: let member):
            return whose(member) { member in collections[id].map { .allListed($0, of: member) } }
        }
    }

    public func fact(_ fact: Fact) -> Fact? {
        func pair(_ one: ID<Package>, _ other: ID<Package>, _ body: (ID<Package>, ID<Package>) -> Fact)
            -> Fact?
        {
            guard let one = packages[one], let other = packages[other] else { return nil }
            return body(one, other)
        }
        switch fact {
        case .concept(let id, member: let member):
            return bearer(member) { member in concepts[id].map { .concept($0, member: member) } }
        case .classification(let value, member: let member):
            return bearer(member) { member in
                classifications[value.classification].map {
                    .classification(ClassificationValue($0, value.value), member: member)
                }
            }
        case .recommended(let package): return packages[package].map { .recommended($0) }
        case .recommendedFor(let package, let member):
            guard let package = packages[package], let member = self.member(member) else { return nil }
            return .recommendedFor(package, member)
        case .advisedAgainst(let package, let objection):
            return packages[package].map { .advisedAgainst($0, objection) }
        case .caution(let subject): return caution(subject).map { .caution($0) }
        case .required(let subject, before: let package):
            guard let package = packages[package], let subject = prerequisite(subject) else { return nil }
            return .required(subject, before: package)
        case .sequenced(let one, before: let other): return pair(one, other) { .sequenced($0, before: $1) }
        case .preferred(let one, over: let other): return pair(one, other) { .preferred($0, over: $1) }
        case .choice(let comparison, let number, of: let options):
            return all(options).map { .choice(comparison, number, of: $0) }
        case .withdrawn(let package, jointlyWith: let partners):
            guard let package = packages[package], let partners = all(partners) else { return nil }
            return .withdrawn(package, jointlyWith: partners)
        case .assigned(let role, of: let package, to: let actor):
            guard let role = roles[role], let package = packages[package], let actor = actors[actor] else {
                return nil
            }
            return .assigned(role, of: package, to: actor)
        }
    }

    private func all(_ packages: [ID<Package>]) -> [ID<Package>]? {
        let numbered = packages.compactMap { self.packages[$0] }
        return numbered.count == packages.count ? numbered.sorted() : nil
    }

    private func caution(_ subject: GroundCaution) -> GroundCaution? {
        switch subject {
        case .package(let id): packages[id].map { .package($0) }
        case .measure(let id): measures[id].map { .measure($0) }
        case .concept(let id): concepts[id].map { .concept($0) }
        case .classification(let id, value: let value):
            classifications[id].map { .classification($0, value: value) }
        }
    }

    private func prerequisite(_ subject: GroundPrerequisite) -> GroundPrerequisite? {
        switch subject {
        case .package(let id): packages[id].map { .package($0) }
        case .concept(let id): concepts[id].map { .concept($0) }
        case .diagnostic(let id): diagnostics[id].map { .diagnostic($0) }
        }
    }
}

extension RuleCircuit {
    /// The same circuit, its readings, members and facts under other numbers.
    ///
    /// - Precondition: every word of the circuit's rule base has a number.
    public func numbered(_ numbers: WordNumbers) -> RuleCircuit {
        var circuit = self
        circuit.members = numbers.members(members)
        circuit.inputs = inputs.map { input in
            var input = input
            input.place = numbers.place(input.place) ?? input.place
            return input
        }
        circuit.facts = facts.compactMap { numbers.fact($0) }
        circuit.factsNoRuleDraws = Set(factsNoRuleDraws.compactMap { numbers.fact($0) })
        circuit.wires = [:]
        for (fact, wire) in wires {
            if let fact = numbers.fact(fact) { circuit.wires[fact] = wire }
        }
        for place in applications.indices {
            circuit.applications[place].facts = applications[place].facts.compactMap { numbers.fact($0) }
        }
        return circuit
    }
}
