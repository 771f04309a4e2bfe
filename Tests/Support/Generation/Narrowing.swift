import RuleModel

/// Learns more of a cluster: every edit leaves a smaller possible set, and nothing else moves.
///
/// Rules, members and what the case states of derived things stay; readings
/// shrink to a part of what was possible, silent diagnostics are told, dates
/// sharpen, open collections are closed. This is the premise of the law of
/// narrowing: no `yes` and no `no` may change under it.
public struct Narrowing {
    private var random: SeededGenerator
    private let rules: RuleBase
    /// How many in a hundred of the things that can be narrowed are.
    private let percent: Int

    public init(seed: UInt64, rules: RuleBase, percent: Int = 30) {
        random = SeededGenerator(seed: seed ^ 0x7A44_0B5E_55ED_C0DE)
        self.rules = rules
        self.percent = percent
    }

    /// The history with some readings narrowed, stage by stage.
    public consuming func narrowed(_ history: [Situation]) -> [Situation] {
        var editor = self
        return history.map { editor.narrowed($0) }
    }

    private mutating func narrowed(_ stage: Situation) -> Situation {
        var stage = stage
        if let from = stage.from, random.chance(percent) {
            let day = from.lower + Int64(random.below(Int(min(from.upper - from.lower, 10_000)) + 1))
            stage.from = TickRange(day, day)
        }
        for place in rules.diagnostics.indices {
            let id = ID<Diagnostic>(place)
            narrow(&stage.readings[id], of: rules[id].measurement.type)
        }
        for place in rules.packages.indices { narrow(&stage.inForce[ID(place)], of: .yesNo) }
        narrow(&stage.statements)
        for id in stage.allMembers {
            narrow(&stage.members[id.collection, default: []][id.index], of: id.collection)
        }
        for place in rules.collections.indices where rules.collections[place].parent == nil {
            if random.chance(percent) { stage.closed.insert(ID(place)) }
        }
        return stage
    }

    private mutating func narrow(_ member: inout Member, of collection: ID<Collection>) {
        for place in rules.attributes.indices where rules.attributes[place].collection == collection {
            narrow(&member.attributes[ID(place)], of: rules.attributes[place].measurement.type)
        }
        narrow(&member.statements)
        for place in rules.collections.indices where rules.collections[place].parent == collection {
            if random.chance(percent) { member.closed.insert(ID(place)) }
        }
    }

    /// Statements are narrowed where they stand; none is added.
    private mutating func narrow(_ statements: inout Statements) {
        for id in statements.concepts.keys.sorted() { narrow(&statements.concepts[id], of: .yesNo) }
        for id in statements.classificationValues.keys.sorted() {
            narrow(&statements.classificationValues[id], of: .yesNo)
        }
        for id in statements.classifications.keys.sorted() {
            narrow(&statements.classifications[id], of: .yesNo)
        }
    }

    private mutating func narrow(_ reading: inout Reading?, of type: ValueType) {
        guard random.chance(percent) else { return }
        let draw = ValueGenerator(rules: rules)
        let possible = draw.subset(of: reading?.possible ?? rules.domain(of: type), &random)
        let presumed = random.chance(30) ? draw.subset(of: possible, &random) : possible
        reading = Reading(possible: possible, presumed: presumed)
    }
}
