import RuleModel

/// One thing said otherwise of a situation, or no longer said.
public enum SituationEdit: Sendable {
    case diagnostic(ID<Diagnostic>, Reading?)
    case attribute(ID<Attribute>, MemberID, Reading?)
    case inForce(ID<Package>, Reading?)
    /// A member comes or goes, a collection is closed or opened, a statement is made or taken back.
    case whole(Situation)

    /// The situation once it is made.
    public func made(in situation: Situation) -> Situation {
        var edited = situation
        switch self {
        case .diagnostic(let diagnostic, let reading): edited.readings[diagnostic] = reading
        case .attribute(let attribute, let member, let reading):
            edited.members[member.collection]?[member.index].attributes[attribute] = reading
        case .inForce(let package, let reading): edited.inForce[package] = reading
        case .whole(let other): edited = other
        }
        return edited
    }
}

/// Draws edits of a situation from a seed, retractions among them.
public struct SituationEditor {
    private var random: SeededGenerator
    private let rules: RuleBase

    public init(seed: UInt64, rules: RuleBase) {
        random = SeededGenerator(seed: seed ^ 0xED17_0ED1_70ED_170E)
        self.rules = rules
    }

    /// - Parameter keepsShape: Whether the members stay as they are.
    public mutating func edit(of situation: Situation, keepsShape: Bool = false) -> SituationEdit {
        switch random.below(10) {
        case 0..<5 where !rules.diagnostics.isEmpty:
            let diagnostic = ID<Diagnostic>(random.below(rules.diagnostics.count))
            return .diagnostic(diagnostic, reading(of: rules[diagnostic].measurement.type))
        case 5..<7:
            guard let member = random.pick(situation.allMembers) else { break }
            let attributes = rules.attributes.indices.filter {
                rules.attributes[$0].collection == member.collection
            }
            guard let place = random.pick(attributes) else { break }
            return .attribute(ID(place), member, reading(of: rules.attributes[place].measurement.type))
        case 7 where !rules.packages.isEmpty:
            return .inForce(ID(random.below(rules.packages.count)), reading(of: .yesNo))
        default: break
        }
        return .whole(otherwise(situation, keepsShape: keepsShape))
    }

    /// A reading of any form; nothing said, in a quarter of all draws.
    private mutating func reading(of type: ValueType) -> Reading? {
        random.chance(25) ? nil : ValueGenerator(rules: rules).reading(type, &random)
    }

    private mutating func otherwise(_ situation: Situation, keepsShape: Bool) -> Situation {
        var edited = situation
        switch random.below(keepsShape ? 3 : 5) {
        case 0:
            guard !rules.collections.isEmpty else { break }
            let collection = ID<Collection>(random.below(rules.collections.count))
            if edited.closed.remove(collection) == nil { edited.closed.insert(collection) }
        case 1:
            let ofCluster = rules.concepts.indices.filter { rules.concepts[$0].collection == nil }
            guard let place = random.pick(ofCluster) else { break }
            edited.statements.concepts[ID(place)] = reading(of: .yesNo)
        case 2:
            if edited.from == nil { edited.from = TickRange(9_000, 9_400) } else { edited.from = nil }
        case 3:
            if let gone = random.pick(edited.allMembers) { edited.remove(gone) }
        default:
            let outermost = rules.collections.indices.filter { rules.collections[$0].parent == nil }
            guard let place = random.pick(outermost) else { break }
            let number = edited.members[ID(place)]?.count ?? 0
            edited.members[ID(place), default: []].append(Member(name: "z\(number)"))
        }
        return edited
    }
}
