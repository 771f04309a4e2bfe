import RuleModel

extension ClusterCase {
    /// A history told as a case, stage by stage, as little as inheritance allows or in full.
    ///
    /// - Parameter inFull: Say everything again at each stage. Otherwise a later
    ///   stage says only what differs from the stage before it.
    public init(name: String, telling history: [Situation], rules: RuleBase, inFull: Bool) {
        var stages: [Stage] = []
        for (place, situation) in history.enumerated() {
            let earlier = place > 0 ? history[place - 1] : nil
            let teller = Teller(rules: rules, now: situation, before: earlier, inFull: inFull)
            stages.append(
                Stage(
                    name: situation.stageName, title: "Stage \(place)", previous: place > 0 ? place - 1 : nil,
                    from: situation.from, to: situation.to, statements: teller.statements()))
        }
        self.init(name: name, title: "A generated cluster", stages: stages)
    }
}

/// Turns one situation into the statements that give it, after the one before.
private struct Teller {
    let rules: RuleBase
    let now: Situation
    let before: Situation?
    let inFull: Bool

    func statements() -> [Statement] {
        var told: [Statement] = []
        for (id, reading) in changed(
            now.readings, before?.readings, changing: { rules[$0].measurement.isChanging })
        {
            told.append(.diagnostic(id, reading))
        }
        told += statements(now.statements, before?.statements)
        for (id, reading) in changed(now.inForce, before?.inForce, changing: { _ in true }) {
            told.append(.inForce(id, reading))
        }
        for place in rules.collections.indices where rules.collections[place].parent == nil {
            told += members(of: ID(place), in: nil, before: nil)
            if now.closed.contains(ID(place)), inFull || before?.closed.contains(ID(place)) != true {
                told.append(.allListed(ID(place)))
            }
        }
        return told
    }

    /// What a stage must say: everything new, and what would be carried over as a guess only.
    private func changed<Key: Comparable & Hashable>(
        _ now: [Key: Reading], _ before: [Key: Reading]?, changing: (Key) -> Bool
    ) -> [(Key, Reading)] {
        now.sorted { $0.key < $1.key }.filter { inFull || changing($0.key) || before?[$0.key] != $0.value }
            .map { ($0.key, $0.value) }
    }

    private func statements(_ now: Statements, _ before: Statements?) -> [Statement] {
        changed(now.concepts, before?.concepts) { rules[$0].isChanging }.map { .concept($0.0, $0.1) }
            + changed(now.classifications, before?.classifications) { _ in true }.map {
                .classification($0.0, $0.1)
            }
            + changed(now.classificationValues, before?.classificationValues) { _ in true }
            .map { .classificationValue($0.0, $0.1) }
    }

    /// The members of a collection inside one member of its parent, or of the cluster.
    private func members(of id: ID<Collection>, in parent: MemberID?, before earlier: MemberID?)
        -> [Statement]
    {
        var told: [Statement] = []
        var former = (before?.members[id] ?? []).enumerated().filter { $0.element.parent == earlier }
        for (place, member) in (now.members[id] ?? []).enumerated() where member.parent == parent {
            let was = former.first { $0.element.name == member.name }
            former.removeAll { $0.element.name == member.name }
            var inside = changed(member.attributes, was?.element.attributes) {
                rules[$0].measurement.isChanging
            }
            .map { Statement.attribute($0.0, $0.1) }
            inside += statements(member.statements, was?.element.statements)
            for inner in rules.collections.indices where rules.collections[inner].parent == id {
                let formerly = was.map { MemberID(collection: id, index: $0.offset) }
                inside += members(
                    of: ID(inner), in: MemberID(collection: id, index: place),
                    before: formerly ?? MemberID(collection: id, index: -1))
                let closedBefore = was?.element.closed.contains(ID(inner)) == true
                if member.closed.contains(ID(inner)), inFull || !closedBefore {
                    inside.append(.allListed(ID(inner)))
                }
            }
            if inFull || was == nil || !inside.isEmpty {
                told.append(.member(id, name: member.name, title: member.title, inside, .none))
            }
        }
        return told + former.map { .memberGone(id, name: $0.element.name, .none) }
    }
}
