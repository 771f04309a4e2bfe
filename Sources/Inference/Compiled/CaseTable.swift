import RuleModel

/// Many cases side by side, as bit planes: what a batch evaluation reads.
///
///     var table = CaseTable(compiled, count: rows)
///     table.set(exportShare, of: row, possible: TickRange(40 * unit, 60 * unit))
///     let verdicts = table.verdicts(of: facts)
///
/// The cases are of one shape: each has the members that the shape has, and one stage. For each
/// reading the table keeps a plane of bits for every cell of its domain, once for the values possible
/// and once for those presumed; cells are what the rules tell apart, so that the table belongs to its
/// rules. What is not set is unknown. A block of cases stands together, all planes of it.
public struct CaseTable: Sendable {
    typealias Vector = SIMD8<UInt64>
    /// Cases to a block.
    static let blockSize = Vector.scalarCount * 64

    public let count: Int
    let program: Program
    let compiled: CompiledRules
    /// For each slot, its first plane; the presumed cells' planes follow those of the possible ones.
    let firstPlanes: [Int]
    let planesPerBlock: Int
    /// The network's inputs that are not comparisons of readings.
    let otherInputs: [Int]
    /// Block after block, plane after plane.
    var planes: [Vector]
    /// By row, what cases say that planes of cells do not hold.
    var extras: [Int: Extra] = [:]
    /// By slot, row by row what is read where figures want the values themselves.
    var wholes: [Int: [Estimate?]] = [:]

    struct Extra: Sendable {
        /// The verdicts of the network's other inputs, in their order.
        var inputs: [VerdictCode]
        /// `nil` where the network has no figures.
        var figures: FigureInputs?
        /// Statements on facts that no rule draws or asks about.
        var statements: [Fact: VerdictCode]
    }

    /// - Parameter shape: A situation with the members that every case has; none without one.
    public init(_ compiled: CompiledRules, count: Int, shape: Situation = Situation()) {
        self.compiled = compiled
        self.count = count
        program = compiled.program(for: Shape(shape, rules: compiled.rules), excluding: [])
        var first = 0
        firstPlanes = program.network.slots.map { slot in
            defer { first += 2 * slot.cells.count }
            return first
        }
        planesPerBlock = first
        otherInputs = program.network.otherInputs
        let blocks = (count + Self.blockSize - 1) / Self.blockSize
        planes = Array(repeating: Vector(), count: blocks * planesPerBlock)
        for slot in program.network.slots.indices { forgetAll(slot) }
    }

    var blockCount: Int { (count + Self.blockSize - 1) / Self.blockSize }
    public var rules: RuleBase { compiled.rules }

    // MARK: Filling

    /// A quantity's reading, in ticks. A diagnostic that no rule reads is passed over.
    public mutating func set(
        _ diagnostic: ID<Diagnostic>, of row: Int, possible: TickRange, presumed: TickRange
    ) {
        guard let slot = program.network.slotNumbers[.diagnostic(diagnostic)] else { return }
        let cells = program.network.slots[slot].cells
        set(slot, row, cells.range(of: possible), presumed: cells.range(of: presumed))
    }

    /// A yes/no's, scale's or choice's reading, by place. A diagnostic that no rule reads is passed over.
    public mutating func set(
        _ diagnostic: ID<Diagnostic>, of row: Int, possible: UInt64, presumed: UInt64
    ) {
        guard let slot = program.network.slotNumbers[.diagnostic(diagnostic)] else { return }
        for cell in 0..<program.network.slots[slot].cells.count {
            put(possible >> UInt64(cell) & 1 == 1, presumed >> UInt64(cell) & 1 == 1, slot, row, cell)
        }
    }

    /// A whole case. One of another shape is refused.
    ///
    /// - Parameter history: The stages in order of time; what rules ask of earlier ones is worked out here.
    /// - Returns: Whether the case has the table's shape.
    @discardableResult
    public mutating func set(_ row: Int, to history: [Situation]) -> Bool {
        guard let last = history.last, Shape(last, rules: rules) == program.shape else { return false }
        var earlier: StageEvaluation?
        for situation in history.dropLast() {
            earlier = StageEvaluation(compiled, excluding: [], after: earlier, situation, isPast: true)
        }
        let network = program.network
        var state = NetworkState(network)
        SituationReader(compiled: compiled, shape: program.shape, situation: last, earlier: earlier)
            .fill(&state, network)
        for (number, slot) in network.slots.enumerated() {
            for cell in 0..<slot.cells.count {
                let (word, bit) = (slot.firstWord + cell >> 6, UInt64(cell & 63))
                put(
                    state.possible[word] >> bit & 1 == 1, state.presumed[word] >> bit & 1 == 1, number, row,
                    cell)
            }
        }
        extras[row] = extra(state, last)
        return true
    }

    private func extra(_ state: NetworkState, _ situation: Situation) -> Extra? {
        let network = program.network
        var extra = Extra(
            inputs: otherInputs.map { state[Signal(node: $0)] },
            figures: network.figures.isEmpty ? nil : state.figures, statements: [:])
        for fact in situation.factsStated(rules) where program.places[fact] == nil {
            extra.statements[fact] = situation.statement(on: fact).map { VerdictCode($0.verdict) }
        }
        let saysNothing = extra.inputs.isEmpty && extra.figures == nil && extra.statements.isEmpty
        return saysNothing ? nil : extra
    }

    private mutating func set(
        _ slot: Int, _ row: Int, _ possible: ClosedRange<Int>, presumed: ClosedRange<Int>
    ) {
        for cell in 0..<program.network.slots[slot].cells.count {
            put(possible.contains(cell), presumed.contains(cell), slot, row, cell)
        }
    }

    private mutating func put(_ isPossible: Bool, _ isPresumed: Bool, _ slot: Int, _ row: Int, _ cell: Int) {
        let cells = program.network.slots[slot].cells.count
        let place = RowPlace(row)
        let (lane, bit) = (place.lane, place.bit)
        let plane = place.block * planesPerBlock + firstPlanes[slot] + cell
        planes[plane][lane] = planes[plane][lane] & ~(1 << bit) | (isPossible ? 1 << bit : 0)
        planes[plane + cells][lane] = planes[plane + cells][lane] & ~(1 << bit) | (isPresumed ? 1 << bit : 0)
    }

    /// Nothing said: every cell of the domain is possible and presumed, in every case.
    private mutating func forgetAll(_ slot: Int) {
        let layout = program.network.slots[slot]
        for cell in 0..<layout.cells.count
        where layout.domainMask[cell >> 6] >> UInt64(cell & 63) & 1 == 1 {
            for block in 0..<blockCount {
                let plane = block * planesPerBlock + firstPlanes[slot] + cell
                planes[plane] = Vector(repeating: .max)
                planes[plane + layout.cells.count] = Vector(repeating: .max)
            }
        }
    }
}

/// Where a row's bit stands.
struct RowPlace {
    let block: Int
    /// The word of a block's plane, and the bit in it.
    let lane: Int
    let bit: UInt64

    init(_ row: Int) {
        block = row / CaseTable.blockSize
        lane = (row % CaseTable.blockSize) >> 6
        bit = UInt64(row & 63)
    }
}

extension Network {
    /// Inputs that are not comparisons of readings.
    var otherInputs: [Int] {
        openEnds.map(\.node) + retrospects.map(\.node)
            + statements.flatMap { [$0.lower, $0.upper].compactMap(\.self) }
    }
}
