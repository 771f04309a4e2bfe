import RuleModel

/// The rules of one shape: what they could draw, and the network that says how far they do.
final class Program: Sendable {
    let shape: Shape
    let network: Network
    let groundRules: [GroundedRule]
    /// Facts that rules could draw or ask about; those drawn are in the fixed order of facts and come first.
    let facts: [Fact]
    let drawnCount: Int
    /// Those that some rule draws.
    let drawnFacts: [Fact]
    let places: [Fact: Int]
    /// For each fact, its verdict's signal.
    let signals: [Signal]
    /// For each fact, the rule applications that could draw it, by place.
    let drawing: [[Int]]
    /// For each fact, where it stands among those that rest on each other.
    let ranks: FactRanks
    /// What depends on what, for changing a case by and by.
    var dependents: Dependents { deferredDependents.value }
    private let deferredDependents: Deferred<Dependents>

    init(
        shape: Shape, network: Network, groundRules: [GroundedRule], facts: [Fact], drawnCount: Int,
        signals: [Signal], drawing: [[Int]]
    ) {
        self.shape = shape
        self.network = network
        self.groundRules = groundRules
        self.facts = facts
        self.drawnCount = drawnCount
        drawnFacts = Array(facts.prefix(drawnCount))
        self.signals = signals
        self.drawing = drawing
        var places: [Fact: Int] = Dictionary(minimumCapacity: facts.count)
        for (place, fact) in facts.enumerated() { places[fact] = place }
        self.places = places
        deferredDependents = Deferred { Dependents(network) }
        ranks = FactRanks(drawing: drawing, reads: groundRules.map(\.reads))
    }

    /// A rule and one thing its variables can stand for.
    struct GroundedRule: Sendable {
        var rule: ID<Rule>
        var frame: Frame
        /// Places of the facts it reads.
        var reads: [Int]
    }
}

/// In what order facts that read each other are established, as far as the rules alone tell.
struct FactRanks: Sendable {
    /// Above the heights of everything that a fact, or its circle, reads.
    private(set) var base: [Int]
    /// For each fact the circle it is in, if it is in one.
    private(set) var circle: [Int?]
    private(set) var circles: [[Int]] = []

    init(drawing: [[Int]], reads: [[Int]]) {
        base = Array(repeating: 0, count: drawing.count)
        circle = Array(repeating: nil, count: drawing.count)
        var top = Array(repeating: 0, count: drawing.count)
        let read: (Int) -> [Int] = { fact in drawing[fact].flatMap { reads[$0] } }
        for group in Circles(count: drawing.count, read: read).found(from: Array(drawing.indices)) {
            let below = group.flatMap(read)
            let members = Set(group)
            let height = below.filter { !members.contains($0) }.map { top[$0] }.max() ?? 0
            let isCircle = group.count > 1 || below.contains(group[0])
            for fact in group {
                base[fact] = height
                top[fact] = height + group.count
                if isCircle { circle[fact] = circles.count }
            }
            if isCircle { circles.append(group.sorted()) }
        }
    }
}
