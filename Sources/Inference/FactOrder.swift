import RuleModel

/// The fixed order of facts: by kind, then by what they name.
enum FactOrder {
    static func sorted<Value>(_ facts: [(Fact, Value)]) -> [(Fact, Value)] {
        facts.enumerated().map { (key: $0.element.0.sortKey, place: $0.offset) }
            .sorted { $0.key < $1.key }
            .map { facts[$0.place] }
    }

    /// Different for different facts. What is not there stands before everything else.
    struct Key: Comparable {
        var kind: Int
        var first = -1
        var second = -1
        var third = -1
        var fourth = -1
        var packages: [ID<Package>] = []

        static func < (left: Key, right: Key) -> Bool {
            if left.kind != right.kind { return left.kind < right.kind }
            if left.first != right.first { return left.first < right.first }
            if left.second != right.second { return left.second < right.second }
            if left.third != right.third { return left.third < right.third }
            if left.fourth != right.fourth { return left.fourth < right.fourth }
            return left.packages.lexicographicallyPrecedes(right.packages)
        }
    }
}

extension Sequence<Fact> {
    var inOrder: [Fact] { FactOrder.sorted(map { ($0, ()) }).map(\.0) }
}

extension Fact {
    fileprivate var sortKey: FactOrder.Key {
        func key(_ kind: Int, _ first: Int, _ second: Int = -1, of member: MemberID?) -> FactOrder.Key {
            FactOrder.Key(
                kind: kind, first: first, second: second, third: member?.collection.index ?? -1,
                fourth: member?.index ?? -1)
        }
        switch self {
        case .concept(let concept, let member):
            return key(0, concept.index, of: member)
        case .classification(let value, let member):
            return key(1, value.classification.index, value.value, of: member)
        case .recommended(let package):
            return FactOrder.Key(kind: 2, first: package.index)
        case .recommendedFor(let package, let member):
            return key(3, package.index, of: member)
        case .advisedAgainst(let package, let objection):
            return FactOrder.Key(kind: 4, first: package.index, second: objection.rawValue)
        case .caution(.package(let package)):
            return FactOrder.Key(kind: 5, first: 0, second: package.index)
        case .caution(.measure(let measure)):
            return FactOrder.Key(kind: 5, first: 1, second: measure.index)
        case .caution(.concept(let concept)):
            return FactOrder.Key(kind: 5, first: 2, second: concept.index)
        case .caution(.classification(let classification, let value)):
            return FactOrder.Key(kind: 5, first: 3, second: classification.index, third: value ?? -1)
        case .required(.package(let first), let package):
            return FactOrder.Key(kind: 6, first: package.index, second: 0, third: first.index)
        case .required(.concept(let concept), let package):
            return FactOrder.Key(kind: 6, first: package.index, second: 1, third: concept.index)
        case .required(.diagnostic(let diagnostic), let package):
            return FactOrder.Key(kind: 6, first: package.index, second: 2, third: diagnostic.index)
        case .sequenced(let first, let second):
            return FactOrder.Key(kind: 7, first: first.index, second: second.index)
        case .preferred(let first, let second):
            return FactOrder.Key(kind: 8, first: first.index, second: second.index)
        case .choice(let comparison, let number, let options):
            let rank = Comparison.allCases.firstIndex(of: comparison) ?? 0
            return FactOrder.Key(kind: 9, first: rank, second: number, packages: options)
        case .withdrawn(let package, let partners):
            return FactOrder.Key(kind: 10, first: package.index, packages: partners)
        case .assigned(let role, let package, let actor):
            return FactOrder.Key(
                kind: 11, first: package.index, second: role.index, third: actor.index)
        }
    }
}
