import RuleModel

/// What leads to what: from what is measured through concepts and rules to packages, as nodes and edges.
///
///     let influence = Influence(around: [.package(credit)], in: rules)
///     influence.nodes        // in a fixed order
///     influence.edges        // from what comes first to what follows
///
/// It is read off the rules as written and knows no case. Equal rules give equal graphs.
public struct Influence: Hashable, Sendable {
    public private(set) var nodes: [Node] = []
    public private(set) var edges: [Edge] = []
    /// Derived things whose own grounds were left out, so that the whole can be read.
    public internal(set) var unopened: Set<Thing> = []
    private var places: [Thing: Int] = [:]
    private var edgePlaces: [EdgeKey: Int] = [:]

    public init() {}

    /// Something that stands in the graph.
    public enum Thing: Hashable, Sendable {
        case diagnostic(ID<Diagnostic>)
        case collection(ID<Collection>)
        case concept(ID<Concept>)
        case classification(ID<Classification>)
        case rule(ID<Rule>)
        case package(ID<Package>)
        /// Things of one theme taken together: a section of the vocabulary, or a file.
        case theme(String, Column)
    }

    /// What the things of a theme are.
    public enum Column: Int, Hashable, Sendable, Comparable, CaseIterable {
        case readings, derived, packages
        public static func < (left: Column, right: Column) -> Bool { left.rawValue < right.rawValue }
    }

    public struct Node: Hashable, Sendable {
        public var thing: Thing
        /// Of a theme: how many things it holds.
        public var count: Int
        /// What the graph was asked for.
        public var isFocus: Bool
    }

    /// How one thing bears on the next.
    public enum Kind: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// A rule asks about it; a rule asks about it as an exception.
        case asked, exception
        case concludes
        case recommends, advisesAgainst, cautions
        case requires, precedes, preferred, withdraws
        /// Between themes: some rule leads from one to the other.
        case leads
        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    public struct Edge: Hashable, Sendable {
        /// Places in `nodes`.
        public var from: Int
        public var to: Int
        public var kind: Kind
        /// How many rules stand behind it.
        public var count: Int
    }

    private struct EdgeKey: Hashable {
        var from: Int
        var to: Int
        var kind: Kind
    }

    public func contains(_ thing: Thing) -> Bool { places[thing] != nil }

    @discardableResult
    mutating func node(_ thing: Thing, count: Int = 1, isFocus: Bool = false) -> Int {
        if let place = places[thing] {
            if isFocus { nodes[place].isFocus = true }
            return place
        }
        places[thing] = nodes.count
        nodes.append(Node(thing: thing, count: count, isFocus: isFocus))
        return nodes.count - 1
    }

    mutating func edge(_ from: Thing, _ to: Thing, _ kind: Kind, count: Int = 1) {
        let key = EdgeKey(from: node(from), to: node(to), kind: kind)
        if let place = edgePlaces[key] {
            edges[place].count += count
            return
        }
        edgePlaces[key] = edges.count
        edges.append(Edge(from: key.from, to: key.to, kind: kind, count: count))
    }
}

extension Asked {
    /// Where it stands in a graph; nothing for what packages declare, which no cluster decides.
    func thing(in rules: RuleBase) -> Influence.Thing? {
        switch self {
        case .diagnostic(let id): .diagnostic(id)
        case .attribute(let id): .collection(rules[id].collection)
        case .collection(let id): .collection(id)
        case .concept(let id): .concept(id)
        case .classification(let id): .classification(id)
        case .recommended(let id), .inForce(let id): .package(id)
        case .packageAttribute, .criterion, .lens: nil
        }
    }
}

extension Influence.Thing {
    /// The same as something that conditions ask about.
    var asked: Asked? {
        switch self {
        case .diagnostic(let id): .diagnostic(id)
        case .collection(let id): .collection(id)
        case .concept(let id): .concept(id)
        case .classification(let id): .classification(id)
        case .package(let id): .recommended(id)
        case .rule, .theme: nil
        }
    }

    /// Whether rules work it out and a cluster is not asked for it first.
    var isDerived: Bool {
        switch self {
        case .concept, .classification: true
        default: false
        }
    }
}
