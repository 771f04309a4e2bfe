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
    /// For each fact, the rule applications that could draw it, by place, in order of the rules' names.
    let drawing: [[Int]]
    /// Whether it was not made but kept from another time.
    let isKept: Bool

    // Not every use of a program wants these.

    /// The applications as a ledger of proofs lists them.
    var drawings: Drawings { deferredDrawings.value }
    /// For each fact, where it stands among those that rest on each other.
    var ranks: FactRanks { deferredRanks.value }
    /// What depends on what, for changing a case by and by.
    var dependents: Dependents { deferredDependents.value }
    /// Which applications belong to a rule, and which read a fact.
    var applications: Applications { deferredApplications.value }
    private let deferredApplications: Deferred<Applications>
    private let deferredDrawings: Deferred<Drawings>
    private let deferredRanks: Deferred<FactRanks>
    private let deferredDependents: Deferred<Dependents>

    init(
        shape: Shape, network: Network, groundRules: [GroundedRule], facts: [Fact], drawnCount: Int,
        places: [Fact: Int], signals: [Signal], drawing: [[Int]], isKept: Bool = false
    ) {
        self.isKept = isKept
        self.shape = shape
        self.network = network
        self.groundRules = groundRules
        self.facts = facts
        self.drawnCount = drawnCount
        drawnFacts = Array(facts.prefix(drawnCount))
        self.signals = signals
        self.drawing = drawing
        self.places = places
        deferredDrawings = Deferred { Drawings(drawing, Rankings(groundRules)) }
        deferredRanks = Deferred { FactRanks(drawing: drawing, reads: groundRules.map(\.reads)) }
        deferredDependents = Deferred { Dependents(network) }
        deferredApplications = Deferred { Applications(groundRules, factCount: facts.count) }
    }

    /// The applications by rule and by what they read.
    struct Applications: Sendable {
        private var ofRules: [ID<Rule>: Range<Int>] = [:]
        private var readers: [[Int]]

        init(_ groundRules: [GroundedRule], factCount: Int) {
            readers = Array(repeating: [], count: factCount)
            for (place, groundRule) in groundRules.enumerated() {
                // Those of one rule stand together.
                let first = ofRules[groundRule.rule]?.lowerBound ?? place
                ofRules[groundRule.rule] = first..<place + 1
                for fact in Set(groundRule.reads) { readers[fact].append(place) }
            }
        }

        func of(_ rule: ID<Rule>) -> Range<Int> { ofRules[rule] ?? 0..<0 }
        /// - Parameter fact: Its place.
        func reading(_ fact: Int) -> [Int] { readers[fact] }
    }

    /// For each fact the applications that could draw it, one after the other.
    struct Drawings: Sendable {
        /// Those of a fact are `applications[starts[fact]..<starts[fact + 1]]`.
        let applications: [Int32]
        let starts: [Int32]
        /// The facts that more than one application could draw.
        let factsDrawnOften: [Int]
        let rankings: Rankings

        init(_ drawing: [[Int]], _ rankings: Rankings) {
            applications = drawing.flatMap { $0.map { Int32($0) } }
            starts = drawing.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
            factsDrawnOften = drawing.indices.filter { drawing[$0].count > 1 }
            self.rankings = rankings
        }
    }

    /// A rule and one thing its variables can stand for.
    struct GroundedRule: Sendable {
        var rule: ID<Rule>
        var frame: Frame
        /// Places of the facts it reads.
        var reads: [Int] = []
        /// The smallest of filters, `when` and exceptions, each exception as far as it is absent.
        var verdict: Signal = .no
        /// The parts that must all hold, and may not: conjuncts, and how far each exception is absent.
        var parts: [Signal] = []
        /// The exceptions' own verdicts.
        var exceptions: [Signal] = []
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
        // Most facts are drawn by one application, and share its list.
        let read = drawing.map { $0.count == 1 ? reads[$0[0]] : $0.flatMap { reads[$0] } }
        for group in Circles(count: drawing.count, read: { read[$0] }).found(from: Array(drawing.indices)) {
            if group.count == 1, !read[group[0]].contains(group[0]) {
                let height = read[group[0]].reduce(0) { max($0, top[$1]) }
                base[group[0]] = height
                top[group[0]] = height + 1
                continue
            }
            let members = Set(group)
            let below = group.flatMap { read[$0] }
            let height = below.filter { !members.contains($0) }.map { top[$0] }.max() ?? 0
            for fact in group {
                base[fact] = height
                top[fact] = height + group.count
                circle[fact] = circles.count
            }
            circles.append(group.sorted())
        }
    }
}

/// What holds rule applications down, one after the other.
struct Rankings: Sendable {
    /// For each application the signal of its verdict.
    private let verdicts: [Signal]
    /// The parts of all applications that must hold, and where each application's end.
    private var parts: [Signal] = []
    private var ends: [Int32] = []

    init(_ groundRules: [Program.GroundedRule]) {
        verdicts = groundRules.map(\.verdict)
        for rule in groundRules {
            parts += rule.parts
            ends.append(Int32(parts.count))
        }
    }

    /// For each application a number that ascends from what decides to the farthest miss: what its
    /// verdict lacks, in the upper half, then how many parts hold it down.
    func ranks(in state: NetworkState) -> [UInt32] {
        // How many parts up to each place do not hold: one loop without a branch, whatever belongs together.
        let missing = [UInt32](unsafeUninitializedCapacity: parts.count + 1) { missing, count in
            count = parts.count + 1
            missing[0] = 0
            var sum: UInt32 = 0
            state.words.withUnsafeBytes { codes in
                parts.withUnsafeBufferPointer { parts in
                    for place in parts.indices {
                        sum &+= codes[parts[place].byte] < 7 ? 1 : 0
                        missing[place + 1] = sum
                    }
                }
            }
        }
        return [UInt32](unsafeUninitializedCapacity: ends.count) { ranks, count in
            count = ends.count
            state.words.withUnsafeBytes { codes in
                var before: UInt32 = 0
                for place in ends.indices {
                    let here = missing[Int(ends[place])]
                    let verdict = UInt32(codes[verdicts[place].byte])
                    ranks[place] = (15 & ~verdict) << 16 | min(here &- before, 0xFFFF)
                    before = here
                }
            }
        }
    }
}
