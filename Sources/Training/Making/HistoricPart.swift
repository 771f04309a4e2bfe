import RuleModel

/// What is told of a cluster at one stage, without what would give away which cluster it is: no texts, no
/// dates, no names, and guesses told as if they were known.
struct HistoricPart: Sendable {
    let situation: Situation
    var readings: [ID<Diagnostic>: ValueSet]
    /// Who is there, by collections that are in no other.
    var members: [ID<Collection>: [Statement]] = [:]
    var isListed: [ID<Collection>: Bool] = [:]
    /// Concepts that no rule draws, so that only a case can state them.
    private var concepts: [ID<Concept>: ValueSet] = [:]
    private var inForce: [ID<Package>: ValueSet] = [:]

    init(_ situation: Situation, _ rules: RuleBase) {
        self.situation = situation
        readings = situation.readings.reduce(into: [:]) { told, item in
            told[item.key] = HistoricPart.told(item.value, rules[item.key].measurement.type, rules)
        }
        inForce = situation.inForce.compactMapValues { HistoricPart.told($0, .yesNo, rules) }
        let drawn = rules.drawnConcepts
        concepts = situation.statements.concepts.filter { !drawn.contains($0.key) }
            .compactMapValues { HistoricPart.told($0, .yesNo, rules) }
        for collection in situation.members.keys where rules[collection].parent == nil {
            members[collection] = statements(of: collection, in: nil, rules)
        }
        for collection in situation.closed { isListed[collection] = true }
    }

    /// What a reading comes to; `nil` for one that says nothing, or says too much.
    private static func told(_ reading: Reading, _ type: ValueType, _ rules: RuleBase) -> ValueSet? {
        switch type {
        case .text, .date: return nil
        default: break
        }
        let domain = rules.domain(of: type)
        return reading.basis == .unknown || reading.presumed == domain ? nil : reading.presumed
    }

    private func statements(
        of collection: ID<Collection>, in parent: MemberID?, _ rules: RuleBase
    ) -> [Statement] {
        let all = situation.members[collection] ?? []
        let own = all.indices.filter { all[$0].parent == parent }
        return own.enumerated().map { number, index in
            let member = all[index], id = MemberID(collection: collection, index: index)
            let told = member.attributes.keys.sorted().compactMap { attribute -> Statement? in
                guard let reading = member.attributes[attribute] else { return nil }
                return HistoricPart.told(reading, rules[attribute].measurement.type, rules)
                    .map { .attribute(attribute, Reading(possible: $0)) }
            }
            let inside = rules.collections.indices.map { ID<Collection>($0) }
                .filter { rules[$0].parent == collection }
                .flatMap {
                    statements(of: $0, in: id, rules) + (member.closed.contains($0) ? [.allListed($0)] : [])
                }
            return .member(
                collection, name: "\(rules[collection].name)-\(number + 1)", title: "", told + inside, .none)
        }
    }

    // MARK: Likeness

    /// How many of a hundred readings are those of another.
    func likeness(to other: HistoricPart) -> Int {
        guard !readings.isEmpty else { return 0 }
        return readings.count { other.readings[$0.key] == $0.value } * 100 / readings.count
    }

    /// Whether half of what both tell, figures aside, is the same, and there is something of the kind.
    func agrees(with other: HistoricPart, _ rules: RuleBase) -> Bool {
        let shared = readings.filter {
            !rules[$0.key].measurement.type.isQuantity && other.readings[$0.key] != nil
        }
        let same = shared.count { other.readings[$0.key] == $0.value }
        return shared.count >= 4 && same * 2 >= shared.count
    }

    // MARK: As a case tells it

    func statements(in rules: RuleBase) -> [Statement] {
        let ofCluster: [Statement] =
            readings.keys.sorted().compactMap { id in
                readings[id].map { .diagnostic(id, Reading(possible: $0)) }
            }
            + concepts.keys.sorted().compactMap { id in
                concepts[id].map { .concept(id, Reading(possible: $0)) }
            }
            + inForce.keys.sorted().compactMap { id in
                inForce[id].map { .inForce(id, Reading(possible: $0)) }
            }
        let ofMembers = members.keys.sorted().flatMap { members[$0] ?? [] }
        let listed = isListed.keys.sorted().filter { isListed[$0] == true }.map { Statement.allListed($0) }
        return ofCluster + ofMembers + listed
    }
}

extension RuleBase {
    /// Concepts that some rule draws.
    fileprivate var drawnConcepts: Set<ID<Concept>> {
        Set(
            rules.flatMap(\.conclusions).compactMap { conclusion in
                if case .concept(let id, of: _) = conclusion { id } else { nil }
            })
    }
}
