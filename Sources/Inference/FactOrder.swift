import RuleModel

/// The fixed order of facts: by kind, then by what they name.
enum FactOrder {
    static func sorted<Value>(_ facts: [(Fact, Value)]) -> [(Fact, Value)] {
        facts.map { (key: $0.0.sortKey, pair: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.pair)
    }
}

extension Sequence<Fact> {
    var inOrder: [Fact] { FactOrder.sorted(map { ($0, ()) }).map(\.0) }
}

extension Fact {
    /// Different for different facts.
    var sortKey: [Int] {
        func key(_ member: MemberID?) -> [Int] {
            member.map { [$0.collection.index, $0.index] } ?? []
        }
        switch self {
        case .concept(let concept, let member):
            return [0, concept.index] + key(member)
        case .classification(let value, let member):
            return [1, value.classification.index, value.value] + key(member)
        case .recommended(let package):
            return [2, package.index]
        case .recommendedFor(let package, let member):
            return [3, package.index] + key(member)
        case .advisedAgainst(let package, let objection):
            return [4, package.index, objection.rawValue]
        case .caution(.package(let package)):
            return [5, 0, package.index]
        case .caution(.measure(let measure)):
            return [5, 1, measure.index]
        case .caution(.concept(let concept)):
            return [5, 2, concept.index]
        case .caution(.classification(let classification, let value)):
            return [5, 3, classification.index] + (value.map { [$0] } ?? [])
        case .required(.package(let first), let package):
            return [6, package.index, 0, first.index]
        case .required(.concept(let concept), let package):
            return [6, package.index, 1, concept.index]
        case .required(.diagnostic(let diagnostic), let package):
            return [6, package.index, 2, diagnostic.index]
        case .sequenced(let first, let second):
            return [7, first.index, second.index]
        case .preferred(let first, let second):
            return [8, first.index, second.index]
        case .choice(let comparison, let number, let options):
            let rank = Comparison.allCases.firstIndex(of: comparison) ?? 0
            return [9, rank, number] + options.map(\.index)
        case .withdrawn(let package, let partners):
            return [10, package.index] + partners.map(\.index)
        case .assigned(let role, let package, let actor):
            return [11, package.index, role.index, actor.index]
        }
    }
}
