import RuleModel

/// The fixed order of facts: by kind, then by what they name.
enum FactOrder {
    /// Some of the facts, by place, in the fixed order.
    static func sorted(_ places: [Int], of facts: [Fact]) -> [Int] {
        places.map { (key: facts[$0].sortKey, place: $0) }
            .sorted { one, other in
                if one.key != other.key { return one.key < other.key }
                return facts[one.place].comesBeforeAlike(facts[other.place])
            }.map(\.place)
    }

    /// Different for different facts, but for those that name several packages.
    ///
    /// Places of declarations and members fit into half a word each. What is not there stands before
    /// everything else.
    struct Key: Comparable {
        private var kind: UInt64
        private var front: UInt64
        private var back: UInt64

        init(kind: UInt64, _ first: Int, _ second: Int = -1, _ third: Int = -1, _ fourth: Int = -1) {
            self.kind = kind
            front =
                UInt64(UInt32(truncatingIfNeeded: first + 1)) << 32
                | UInt64(UInt32(truncatingIfNeeded: second + 1))
            back =
                UInt64(UInt32(truncatingIfNeeded: third + 1)) << 32
                | UInt64(UInt32(truncatingIfNeeded: fourth + 1))
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.kind != right.kind { return left.kind < right.kind }
            return left.front != right.front ? left.front < right.front : left.back < right.back
        }
    }
}

extension Sequence<Fact> {
    var inOrder: [Fact] {
        let facts = Array(self)
        return FactOrder.sorted(Array(facts.indices), of: facts).map { facts[$0] }
    }
}

extension Fact {
    fileprivate var sortKey: FactOrder.Key {
        func key(_ kind: UInt64, _ first: Int, _ second: Int = -1, of member: MemberID?) -> FactOrder.Key {
            FactOrder.Key(kind: kind, first, second, member?.collection.index ?? -1, member?.index ?? -1)
        }
        switch self {
        case .concept(let concept, let member):
            return key(0, concept.index, of: member)
        case .classification(let value, let member):
            return key(1, value.classification.index, value.value, of: member)
        case .recommended(let package):
            return FactOrder.Key(kind: 2, package.index)
        case .recommendedFor(let package, let member):
            return key(3, package.index, of: member)
        case .advisedAgainst(let package, let objection):
            return FactOrder.Key(kind: 4, package.index, objection.rawValue)
        case .caution(.package(let package)):
            return FactOrder.Key(kind: 5, 0, package.index)
        case .caution(.measure(let measure)):
            return FactOrder.Key(kind: 5, 1, measure.index)
        case .caution(.concept(let concept)):
            return FactOrder.Key(kind: 5, 2, concept.index)
        case .caution(.classification(let classification, let value)):
            return FactOrder.Key(kind: 5, 3, classification.index, value ?? -1)
        case .required(.package(let first), let package):
            return FactOrder.Key(kind: 6, package.index, 0, first.index)
        case .required(.concept(let concept), let package):
            return FactOrder.Key(kind: 6, package.index, 1, concept.index)
        case .required(.diagnostic(let diagnostic), let package):
            return FactOrder.Key(kind: 6, package.index, 2, diagnostic.index)
        case .sequenced(let first, let second):
            return FactOrder.Key(kind: 7, first.index, second.index)
        case .preferred(let first, let second):
            return FactOrder.Key(kind: 8, first.index, second.index)
        case .choice(let comparison, _, _):
            return FactOrder.Key(kind: 9, Comparison.allCases.firstIndex(of: comparison) ?? 0)
        case .withdrawn(let package, _):
            return FactOrder.Key(kind: 10, package.index)
        case .assigned(let role, let package, let actor):
            return FactOrder.Key(kind: 11, package.index, role.index, actor.index)
        }
    }

    /// The order of two facts with equal keys.
    fileprivate func comesBeforeAlike(_ other: Fact) -> Bool {
        switch (self, other) {
        case (.choice(_, let mine, let options), .choice(_, let theirs, let others)):
            mine != theirs ? mine < theirs : options.lexicographicallyPrecedes(others)
        case (.withdrawn(_, let partners), .withdrawn(_, let others)):
            partners.lexicographicallyPrecedes(others)
        default: false
        }
    }
}
