import RuleModel

/// Works out the verdicts of a block of cases at a time: the network, each node four bit planes.
///
/// The planes of a node are its thermometer: a case's bit is set in the first from presumably no
/// upwards, and so on to the fourth for yes alone.
struct BatchRun {
    typealias Vector = CaseTable.Vector

    private let table: CaseTable
    private let program: Program
    private let plan: BatchPlan
    private let facts: [Fact]
    /// A case of which nothing is said.
    private let bare: NetworkState
    /// Whether some case states a fact that no rule draws or asks about.
    private let hasStatements: Bool
    /// Four planes to a register.
    private var registers: [Vector]
    /// For one reading: what lies below and at or above each cell, possible and presumed.
    private var below: [Vector] = []
    private var above: [Vector] = []

    /// - Parameter plan: The way to work the facts out, where it was made before.
    init(_ table: CaseTable, _ facts: [Fact], plan ready: BatchPlan? = nil) {
        self.table = table
        self.facts = facts
        program = table.program
        plan = ready ?? BatchPlan(program, facts: facts, isPlain: table.extras.isEmpty)
        registers = Array(repeating: Vector(), count: plan.registerCount * 4)
        hasStatements = table.extras.values.contains { !$0.statements.isEmpty }
        bare = NetworkState(program.network)
        for node in 0..<program.network.firstGate { broadcast(node, bare[Signal(node: node)]) }
    }

    private mutating func broadcast(_ node: Int, _ code: VerdictCode) {
        let register = Int(plan.registers[node])
        guard register >= 0 else { return }
        for plane in 0..<4 {
            registers[register * 4 + plane] = Vector(repeating: code.bits >> UInt8(plane) & 1 == 1 ? .max : 0)
        }
    }

    // MARK: A block

    mutating func evaluate(_ block: Int, into result: UnsafeMutableBufferPointer<Vector>) {
        for group in plan.atoms { compare(group, block) }
        takeExtras(of: block)
        for step in plan.steps { run(step, block) }
        for (place, signal) in plan.signals.enumerated() {
            let planes = signal.map { read($0) } ?? planes(ofUnruled: facts[place], block)
            result[place * 4] = planes.0
            result[place * 4 + 1] = planes.1
            result[place * 4 + 2] = planes.2
            result[place * 4 + 3] = planes.3
        }
    }

    /// Of a fact that no rule draws or asks about: what each case states, and the bottom elsewhere.
    private func planes(ofUnruled fact: Fact, _ block: Int) -> Planes {
        guard hasStatements else {
            let bits = VerdictCode(table.rules.bottom(of: fact)).bits
            func plane(_ place: UInt8) -> Vector { Vector(repeating: bits >> place & 1 == 1 ? .max : 0) }
            return (plane(0), plane(1), plane(2), plane(3))
        }
        var planes = [Vector](repeating: Vector(), count: 4)
        for row in rows(of: block) {
            let code =
                table.extras[row]?.statements[fact] ?? VerdictCode(table.rules.bottom(of: fact))
            let place = RowPlace(row)
            for plane in 0..<4 where code.bits >> UInt8(plane) & 1 == 1 {
                planes[plane][place.lane] |= 1 << place.bit
            }
        }
        return (planes[0], planes[1], planes[2], planes[3])
    }

    private mutating func compare(_ group: BatchAtoms, _ block: Int) {
        let cells = program.network.slots[group.slot].cells.count
        let start = block * table.planesPerBlock + table.firstPlanes[group.slot]
        if below.count < 2 * (cells + 1) {
            below = Array(repeating: Vector(), count: 2 * (cells + 1))
            above = below
        }
        table.planes.withUnsafeBufferPointer { all in
            let planes = UnsafeBufferPointer(rebasing: all[start..<start + 2 * cells])
            below.withUnsafeMutableBufferPointer { below in
                above.withUnsafeMutableBufferPointer { above in
                    BatchRun.accumulate(planes, cells, below, above)
                    registers.withUnsafeMutableBufferPointer { registers in
                        for (register, mask) in group.atoms {
                            let found = BatchRun.found(mask, planes, cells, below, above)
                            registers[register * 4] = found.inside
                            registers[register * 4 + 1] = found.presumedInside
                            registers[register * 4 + 2] = ~found.presumedOutside
                            registers[register * 4 + 3] = ~found.outside
                        }
                    }
                }
            }
        }
    }

    /// What lies below each cell, and what lies in it or above; possible first, then presumed.
    private static func accumulate(
        _ planes: UnsafeBufferPointer<Vector>, _ cells: Int, _ below: UnsafeMutableBufferPointer<Vector>,
        _ above: UnsafeMutableBufferPointer<Vector>
    ) {
        for half in 0..<2 {
            let (first, sums) = (half * cells, half * (cells + 1))
            var sum = Vector()
            below[sums] = sum
            for cell in 0..<cells {
                sum |= planes[first + cell]
                below[sums + cell + 1] = sum
            }
            sum = Vector()
            above[sums + cells] = sum
            for cell in (0..<cells).reversed() {
                sum |= planes[first + cell]
                above[sums + cell] = sum
            }
        }
    }

    private typealias Found = (
        inside: Vector, outside: Vector, presumedInside: Vector, presumedOutside: Vector
    )

    /// Where some possible or presumed value is accepted, and where some is not.
    @inline(__always)
    private static func found(
        _ mask: BatchAtoms.Cells, _ planes: UnsafeBufferPointer<Vector>, _ cells: Int,
        _ below: UnsafeMutableBufferPointer<Vector>, _ above: UnsafeMutableBufferPointer<Vector>
    ) -> Found {
        switch mask {
        case .from(let cell):
            return (above[cell], below[cell], above[cells + 1 + cell], below[cells + 1 + cell])
        case .cells(let inside, let outside):
            var found: Found = (Vector(), Vector(), Vector(), Vector())
            for cell in inside {
                found.inside |= planes[cell]
                found.presumedInside |= planes[cells + cell]
            }
            for cell in outside {
                found.outside |= planes[cell]
                found.presumedOutside |= planes[cells + cell]
            }
            return found
        }
    }

    // MARK: Steps

    private mutating func run(_ step: BatchPlan.Step, _ block: Int) {
        switch step {
        case .gates(let range): run(range)
        case .figure(let figure): run(program.network.figures[figure], block)
        case .loop(let latches, let steps):
            for latch in latches { broadcast(latch.node, .no) }
            for _ in 0...4 * latches.count {
                for step in steps { run(step, block) }
                var isSettled = true
                for latch in latches {
                    let planes = read(latch.source)
                    let old = read(Signal(node: latch.node))
                    if planes == old { continue }
                    write(planes, latch.node)
                    isSettled = false
                }
                if isSettled { return }
            }
        }
    }

    private typealias Planes = (Vector, Vector, Vector, Vector)

    private func read(_ signal: Signal) -> Planes {
        let first = max(0, Int(plan.registers[signal.node])) * 4
        func plane(_ number: Int) -> Vector {
            let plane = registers[first + BatchRun.plane(number, of: signal.form)]
            return signal.form & 1 == 1 ? ~plane : plane
        }
        return (plane(0), plane(1), plane(2), plane(3))
    }

    private mutating func write(_ planes: Planes, _ node: Int) {
        let first = max(0, Int(plan.registers[node])) * 4
        registers[first] = planes.0
        registers[first + 1] = planes.1
        registers[first + 2] = planes.2
        registers[first + 3] = planes.3
    }

    /// Two words at a time, which is what every processor of the kind does at once; how a form reads a
    /// node's planes is data and not a branch.
    private mutating func run(_ range: Range<Int>) {
        plan.gates.withUnsafeBufferPointer { gates in
            registers.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress?.assumingMemoryBound(to: SIMD2<UInt64>.self),
                    let first = gates.baseAddress
                else { return }
                for place in range {
                    let gate = first[place]
                    let left = base + Int(gate.left) &* 16
                    let right = base + Int(gate.right) &* 16
                    let target = base + Int(gate.target) &* 16
                    let leftForm = UInt32(gate.leftForm)
                    let rightForm = UInt32(gate.rightForm)
                    let leftMirror = BatchRun.mirror(leftForm)
                    let rightMirror = BatchRun.mirror(rightForm)
                    BatchRun.both(
                        left + BatchRun.plane(0, of: leftForm) &* 4, leftMirror,
                        right + BatchRun.plane(0, of: rightForm) &* 4, rightMirror, target)
                    BatchRun.both(
                        left + BatchRun.plane(1, of: leftForm) &* 4, leftMirror,
                        right + BatchRun.plane(1, of: rightForm) &* 4, rightMirror, target + 4)
                    BatchRun.both(
                        left + BatchRun.plane(2, of: leftForm) &* 4, leftMirror,
                        right + BatchRun.plane(2, of: rightForm) &* 4, rightMirror, target + 8)
                    BatchRun.both(
                        left + BatchRun.plane(3, of: leftForm) &* 4, leftMirror,
                        right + BatchRun.plane(3, of: rightForm) &* 4, rightMirror, target + 12)
                }
            }
        }
    }

    /// One plane of a gate: eight words.
    @inline(__always)
    private static func both(
        _ left: UnsafeMutablePointer<SIMD2<UInt64>>, _ leftMirror: SIMD2<UInt64>,
        _ right: UnsafeMutablePointer<SIMD2<UInt64>>, _ rightMirror: SIMD2<UInt64>,
        _ target: UnsafeMutablePointer<SIMD2<UInt64>>
    ) {
        target[0] = (left[0] ^ leftMirror) & (right[0] ^ rightMirror)
        target[1] = (left[1] ^ leftMirror) & (right[1] ^ rightMirror)
        target[2] = (left[2] ^ leftMirror) & (right[2] ^ rightMirror)
        target[3] = (left[3] ^ leftMirror) & (right[3] ^ rightMirror)
    }

    /// Which of a node's planes a form reads for one of its own.
    @inline(__always)
    private static func plane(_ plane: Int, of form: UInt32) -> Int {
        // Forms as rows, lowest first, two bits to a plane: 3210, 0123, 3110, 0223.
        let planes: UInt32 = 0b00_10_10_11__11_01_01_00__00_01_10_11__11_10_01_00
        return Int(planes &>> (form &<< 3 | UInt32(truncatingIfNeeded: plane) &<< 1) & 3)
    }

    /// All bits for the mirrored forms, none for the others.
    @inline(__always)
    private static func mirror(_ form: UInt32) -> SIMD2<UInt64> {
        SIMD2(repeating: 0 &- UInt64(form & 1))
    }

    // MARK: What is not in planes of cells

    private func rows(of block: Int) -> Range<Int> {
        block * CaseTable.blockSize..<min((block + 1) * CaseTable.blockSize, table.count)
    }

    /// Open ends, statements and looks back, where cases say more than nothing.
    private mutating func takeExtras(of block: Int) {
        guard !table.extras.isEmpty else { return }
        let inputs = program.network.otherInputs
        // Of the block before nothing may be left where this one's case says nothing.
        for node in inputs { broadcast(node, bare[Signal(node: node)]) }
        for row in rows(of: block) {
            guard let extra = table.extras[row] else { continue }
            for (node, code) in zip(inputs, extra.inputs) { put(code, node, row) }
        }
    }

    private mutating func put(_ code: VerdictCode, _ node: Int, _ row: Int) {
        let (lane, bit) = (RowPlace(row).lane, RowPlace(row).bit)
        let register = Int(plan.registers[node])
        guard register >= 0 else { return }
        for plane in register * 4..<register * 4 + 4 {
            let value: UInt64 = code.bits >> UInt8(plane & 3) & 1 == 1 ? 1 << bit : 0
            registers[plane][lane] = registers[plane][lane] & ~(1 << bit) | value
        }
    }

    private func code(_ signal: Signal, _ row: Int) -> VerdictCode {
        let (lane, bit) = (RowPlace(row).lane, RowPlace(row).bit)
        let planes = read(plan.resolved(signal))
        let bits =
            (planes.0[lane] >> bit & 1) | (planes.1[lane] >> bit & 1) << 1 | (planes.2[lane] >> bit & 1) << 2
            | (planes.3[lane] >> bit & 1) << 3
        return VerdictCode(bits: UInt8(bits))
    }

    /// Sums and the like are worked out case by case, as far as cases differ in what they rest on.
    private mutating func run(_ figure: Network.Figure, _ block: Int) {
        let network = program.network
        guard table.extras.isEmpty, figure.test.signals.allSatisfy({ plan.resolved($0).isConstant }) else {
            for row in rows(of: block) {
                let inputs = table.extras[row]?.figures ?? bare.figures
                put(inputs.verdict(of: figure.test, network) { code($0, row) }, figure.node, row)
            }
            return
        }
        let told = figure.test.slots.compactMap { slot in
            network.slotNumbers[slot].flatMap { number in table.wholes[number].map { (number, $0) } }
        }
        let rows = rows(of: block)
        broadcast(figure.node, bare.figures.verdict(of: figure.test, network) { code($0, rows.lowerBound) })
        var inputs = bare.figures
        for row in rows where told.contains(where: { $0.1[row] != nil }) {
            for (slot, estimates) in told { inputs.whole[slot] = estimates[row] ?? bare.figures.whole[slot] }
            put(inputs.verdict(of: figure.test, network) { code($0, row) }, figure.node, row)
        }
    }
}
