import RuleModel

/// Collects the nodes of a network, equal ones once, while rules are grounded.
///
/// Nodes are numbered in the order of their making; `NetworkAssembly` drops those that nothing wants
/// and numbers the rest anew.
struct NetworkBuilder: VerdictAlgebra {
    typealias Node = Signal

    enum Source: Sendable {
        case no, open
        case atom(Int)
        case openEnd(Int)
        /// The lower and upper node of what a case may state of a fact, by the fact's place.
        case lower(Int), upper(Int)
        case retrospect(Int)
        case figure(Int)
        /// A fact not yet grounded, by its place.
        case latch(Int)
        case gate(Signal, Signal)
    }

    struct AtomKey: Hashable {
        var slot: Int
        var mask: [UInt64]
    }

    struct OpenEndKey: Hashable {
        var collection: ID<Collection>
        var parent: Int32?
    }

    enum FigureTest: Hashable {
        case lies(GroundFigure<Signal>, in: ValueSet)
        case compares(GroundFigure<Signal>, Comparison, GroundFigure<Signal>)
    }

    private(set) var sources: [Source] = [.no, .open]
    private var gateNodes: [UInt64: Signal] = [:]
    private(set) var atoms = Numbering<AtomKey>()
    private(set) var openEnds = Numbering<OpenEndKey>()
    private(set) var retrospects = Numbering<Retrospect>()
    private(set) var figures = Numbering<FigureTest>()
    private(set) var slots = Numbering<Slot>()
    let readings: ReadingCells
    private(set) var facts = Numbering<Fact>()
    /// For each fact, its signal once it is grounded.
    private(set) var factSignals: [Signal?] = []
    /// For each fact, the node that stands for it where it is asked before it is grounded.
    private(set) var latches: [Int?] = []
    /// By the number of the thing that each stands for.
    private var atomNodes: [Signal] = []
    private var openEndNodes: [Signal] = []
    private var retrospectNodes: [Signal] = []
    private var figureNodes: [Signal] = []

    private let rules: RuleBase
    /// How many facts some rule draws; those that are only asked about follow.
    private var drawnCount = Int.max

    init(_ rules: RuleBase, readings: ReadingCells) {
        self.rules = rules
        self.readings = readings
    }

    // MARK: Facts

    /// The place of a fact, new or known.
    mutating func place(of fact: Fact) -> Int {
        let place = facts.number(of: fact)
        if place == factSignals.count {
            factSignals.append(nil)
            latches.append(nil)
        }
        return place
    }

    /// The facts asked about since, by place.
    private(set) var asked: [Int] = []

    mutating func startAsking() { asked = [] }

    /// All facts have a place that some rule draws; what is asked about besides has the bottom's verdict.
    mutating func finishDrawing() { drawnCount = facts.things.count }

    mutating func fact(_ fact: Fact) -> Signal {
        let place = place(of: fact)
        if !asked.contains(place) { asked.append(place) }
        if place >= drawnCount, factSignals[place] == nil {
            ground(place, byRules: constant(rules.bottom(of: fact)))
        }
        if let signal = factSignals[place] { return signal }
        if let latch = latches[place] { return Signal(node: latch) }
        let latch = add(.latch(place))
        latches[place] = latch.node
        return latch
    }

    /// Says what a fact's rules come to; a case may state concepts and classifications itself.
    mutating func ground(_ place: Int, byRules signal: Signal) {
        guard facts.things[place].isStatable else {
            factSignals[place] = signal
            return
        }
        let upper = add(.upper(place))
        let lower = add(.lower(place))
        factSignals[place] = either(lower, both(upper, signal))
    }

    // MARK: Inputs

    func constant(_ verdict: Verdict) -> Signal {
        switch verdict {
        case .no: .no
        case .presumablyNo: Signal.open.withPresumption.flipped
        case .open: .open
        case .presumablyYes: Signal.open.withPresumption
        case .yes: .yes
        }
    }

    mutating func lies(_ slot: Slot, in accepted: ValueSet) -> Signal {
        let cells = readings.cells(of: slot)
        var mask = cells.mask(of: accepted)
        let everything = cells.everything
        if mask == everything { return .yes }
        if mask.allSatisfy({ $0 == 0 }) { return .no }
        // A set and its complement are one atom, read twice.
        let isComplement = mask[0] & 1 == 1
        if isComplement { mask = zip(mask, everything).map { $1 & ~$0 } }
        let atom = atoms.number(of: AtomKey(slot: slots.number(of: slot), mask: mask))
        if atom == atomNodes.count { atomNodes.append(add(.atom(atom))) }
        let signal = atomNodes[atom]
        return isComplement ? signal.flipped : signal
    }

    mutating func isOpenEnded(_ collection: ID<Collection>, parent: Int32?) -> Signal {
        let number = openEnds.number(of: OpenEndKey(collection: collection, parent: parent))
        if number == openEndNodes.count { openEndNodes.append(add(.openEnd(number))) }
        return openEndNodes[number]
    }

    mutating func retrospect(_ retrospect: Retrospect) -> Signal {
        let number = retrospects.number(of: retrospect)
        if number == retrospectNodes.count { retrospectNodes.append(add(.retrospect(number))) }
        return retrospectNodes[number]
    }

    mutating func lies(_ figure: GroundFigure<Signal>, in accepted: ValueSet) -> Signal {
        test(.lies(figure, in: accepted))
    }

    mutating func compares(
        _ left: GroundFigure<Signal>, _ comparison: Comparison, _ right: GroundFigure<Signal>
    ) -> Signal {
        test(.compares(left, comparison, right))
    }

    private mutating func test(_ test: FigureTest) -> Signal {
        for slot in test.slots { _ = slots.number(of: slot) }
        let number = figures.number(of: test)
        if number == figureNodes.count { figureNodes.append(add(.figure(number))) }
        return figureNodes[number]
    }

    private mutating func add(_ source: Source) -> Signal {
        sources.append(source)
        return Signal(node: sources.count - 1)
    }

    // MARK: Gates

    /// A presumed signal has no mirror image of its own, since open is not mirrored by presuming; a
    /// gate takes it over so that it has.
    mutating func negated(_ signal: Signal) -> Signal {
        signal.isPresumed ? gate(signal, signal).flipped : signal.flipped
    }

    mutating func presumed(_ signal: Signal) -> Signal { signal.withPresumption }

    mutating func both(_ left: Signal, _ right: Signal) -> Signal {
        if left == .no || right == .no { return .no }
        if left == .yes { return right }
        if right == .yes || left == right { return left }
        // What is presumed is never less than what it was presumed of.
        if left == right.withPresumption { return right }
        if right == left.withPresumption { return left }
        return left < right ? gate(left, right) : gate(right, left)
    }

    private mutating func gate(_ left: Signal, _ right: Signal) -> Signal {
        let key = UInt64(left.raw) << 32 | UInt64(right.raw)
        if let known = gateNodes[key] { return known }
        let signal = add(.gate(left, right))
        gateNodes[key] = signal
        return signal
    }
}

/// Numbers things in the order in which they are first met.
struct Numbering<Thing: Hashable> {
    private(set) var things: [Thing] = []
    private(set) var numbers: [Thing: Int] = [:]

    mutating func number(of thing: Thing) -> Int {
        if let known = numbers[thing] { return known }
        numbers[thing] = things.count
        things.append(thing)
        return things.count - 1
    }

    func known(_ thing: Thing) -> Int? { numbers[thing] }
}

extension NetworkBuilder.FigureTest {
    var figures: [GroundFigure<Signal>] {
        switch self {
        case .lies(let figure, in: _): [figure]
        case .compares(let left, _, let right): [left, right]
        }
    }

    var slots: [Slot] { figures.flatMap(\.slots) }
    var signals: [Signal] { figures.flatMap(\.nodes) }
}

extension GroundFigure {
    /// The readings it is worked out from.
    var slots: [Slot] {
        switch self {
        case .reading(let slot): [slot]
        case .fold(_, _, let addends, isOpenEnded: _): addends.map(\.value)
        case .timeSince(let date): date.slots
        case .known, .before, .count, .proportion: []
        }
    }

    /// The verdicts it is worked out from.
    var nodes: [Node] {
        switch self {
        case .count(let members, let isOpenEnded), .proportion(let members, let isOpenEnded):
            members + [isOpenEnded]
        case .fold(_, _, let addends, let isOpenEnded): addends.map(\.belongs) + [isOpenEnded]
        case .timeSince(let date): date.nodes
        case .reading, .known, .before: []
        }
    }

    func mapped<Other>(_ transform: (Node) -> Other) -> GroundFigure<Other> {
        switch self {
        case .reading(let slot): .reading(slot)
        case .known(let values): .known(values)
        case .before(let formula, let frame): .before(formula, frame)
        case .count(let members, let isOpenEnded):
            .count(members.map(transform), isOpenEnded: transform(isOpenEnded))
        case .proportion(let members, let isOpenEnded):
            .proportion(members.map(transform), isOpenEnded: transform(isOpenEnded))
        case .fold(let fold, let domain, let addends, let isOpenEnded):
            .fold(
                fold, ofDomain: domain,
                addends.map { GroundFigure<Other>.Addend(belongs: transform($0.belongs), value: $0.value) },
                isOpenEnded: transform(isOpenEnded))
        case .timeSince(let date): .timeSince(date.mapped(transform))
        }
    }

    /// The expressions it wants of the stage before.
    var past: [Network.PastFigure] {
        if case .before(let formula, let frame) = self { return [.init(formula: formula, frame: frame)] }
        return []
    }
}
