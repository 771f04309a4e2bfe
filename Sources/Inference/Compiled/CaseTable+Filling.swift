import RuleModel

/// The place of a diagnostic in tables of cases, looked up once and used row by row.
///
///     let column = TableColumn(exportShare, in: compiled)
///     var table = CaseTable(compiled, count: rows, filling: columns)
///     table.fill { filling in filling.put(cells, of: column) }
public struct TableColumn: Sendable {
    /// The number of cells in which the rules part the values.
    public let count: Int
    /// Some figure wants the value itself and not only its cell, in a case without a stage before and without a
    /// date: see `CaseTable.putWhole`.
    public let isReadWhole: Bool
    let slot: Int
    let firstPlane: Int
    let cells: Cells
    /// The cells that values of the diagnostic's type can lie in.
    let domain: [UInt64]

    /// `nil` for a diagnostic that no rule reads: whatever is told of it changes no verdict.
    public init?(_ diagnostic: ID<Diagnostic>, in compiled: CompiledRules) {
        let network = compiled.program(for: Shape(Situation(), rules: compiled.rules), excluding: []).network
        guard let slot = network.slotNumbers[.diagnostic(diagnostic)] else { return nil }
        self.slot = slot
        cells = network.slots[slot].cells
        domain = network.slots[slot].domainMask
        count = cells.count
        // What asks how a value went on, or how long ago a date was, is open without a stage before or a date.
        let nothingTold = FigureInputs(network)
        isReadWhole =
            network.slots[slot].isReadWhole
            && network.figures.contains { figure in
                figure.test.slots.contains(.diagnostic(diagnostic))
                    && !nothingTold.isBeyondTelling(figure, network)
            }
        firstPlane = network.slots[..<slot].reduce(0) { $0 + 2 * $1.cells.count }
    }

    /// The cell of a quantity's value.
    @inline(__always)
    public func cell(of tick: Int64) -> Int { cells.range(of: TickRange(tick, tick)).lowerBound }

    /// The cells that values touch.
    public func mask(of values: ValueSet) -> [UInt64] { cells.mask(of: values) }
}

/// Puts readings into the planes of a table while nothing else looks at it.
public struct TableFilling {
    let base: UnsafeMutablePointer<UInt64>
    let wordsPerBlock: Int

    /// A cell to each row from the first on, which is all that is possible there; before anything else is
    /// put of the column. Below zero stands for nothing said.
    ///
    /// - Returns: Rows with cells beyond the last, left for `put(possible:presumed:)`.
    public func put(_ cells: UnsafeBufferPointer<Int32>, of column: TableColumn) -> [Int] {
        let (count, lanes) = (column.count, CaseTable.Vector.scalarCount)
        var left: [Int] = []
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 1) { bits in
            for start in stride(from: 0, to: cells.count, by: 64) {
                bits.initialize(repeating: 0)
                let end = min(start &+ 64, cells.count)
                for row in start..<end {
                    // Whatever is no cell goes behind the last.
                    let cell = min(UInt32(bitPattern: cells[row]), UInt32(truncatingIfNeeded: count))
                    bits[Int(cell)] |= 1 &<< UInt64(row &- start)
                }
                var unknown: UInt64 = 0
                var others = bits[count]
                while others != 0 {
                    let row = start &+ others.trailingZeroBitCount
                    if cells[row] < 0 { unknown |= others & (0 &- others) } else { left.append(row) }
                    others &= others &- 1
                }
                let word = base + first(column, start)
                for cell in 0..<count {
                    let isInDomain = column.domain[cell >> 6] >> UInt64(cell & 63) & 1
                    let set = bits[cell] | unknown & (0 &- isInDomain)
                    word[cell &* lanes] = set
                    word[(cell &+ count) &* lanes] = set
                }
            }
        }
        return left
    }

    /// Several cells, and those of them that are presumed.
    public func put(possible: [UInt64], presumed: [UInt64], of column: TableColumn, in row: Int) {
        let bit: UInt64 = 1 << UInt64(row & 63)
        for cell in 0..<column.count {
            let word = first(column, row) + cell * CaseTable.Vector.scalarCount
            if possible[cell >> 6] >> UInt64(cell & 63) & 1 == 1 { base[word] |= bit }
            if presumed[cell >> 6] >> UInt64(cell & 63) & 1 == 1 {
                base[word + column.count * CaseTable.Vector.scalarCount] |= bit
            }
        }
    }

    @inline(__always)
    private func first(_ column: TableColumn, _ row: Int) -> Int {
        row / CaseTable.blockSize &* wordsPerBlock &+ column.firstPlane &* CaseTable.Vector.scalarCount
            &+ (row % CaseTable.blockSize) &>> 6
    }
}

extension CaseTable {
    /// A table of cases without members, whose columns named are filled in every row.
    public init(_ compiled: CompiledRules, count: Int, filling columns: [TableColumn]) {
        self.init(compiled, count: count)
        for column in columns {
            for block in 0..<blockCount {
                let first = block * planesPerBlock + column.firstPlane
                for plane in first..<first + 2 * column.count { planes[plane] = Vector() }
            }
        }
    }

    /// What rows say of a column that is read whole, beside the cells put of it; `nil` where they say nothing.
    ///
    /// For tables whose cases say no more than readings.
    public mutating func putWhole(_ readings: [Reading?], of column: TableColumn) {
        wholes[column.slot] = readings.map { $0.map { Estimate($0) } }
    }

    /// Fills rows. A row in which a column of the table's was not put has no value there, and no meaning.
    public mutating func fill(_ body: (TableFilling) -> Void) {
        let words = planesPerBlock * Vector.scalarCount
        planes.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt64.self) else { return }
            body(TableFilling(base: base, wordsPerBlock: words))
        }
    }
}

/// What is asked of many tables: the facts, with the way to work them out made ready once.
public struct TableQuery: Sendable {
    public let facts: [Fact]
    /// Whether the tables' cases say no more than readings.
    let isPlain: Bool
    let plan: BatchPlan

    /// Of cases without members.
    public init(_ facts: [Fact], in compiled: CompiledRules) {
        self.init(facts, in: compiled, Shape(Situation(), rules: compiled.rules), isPlain: true)
    }

    /// Of cases that have the members of a shape.
    public init(_ facts: [Fact], in compiled: CompiledRules, of shape: Shape) {
        self.init(facts, in: compiled, shape, isPlain: false)
    }

    private init(_ facts: [Fact], in compiled: CompiledRules, _ shape: Shape, isPlain: Bool) {
        self.facts = facts
        self.isPlain = isPlain
        plan = BatchPlan(compiled.program(for: shape, excluding: []), facts: facts, isPlain: isPlain)
    }
}

extension CaseTable {
    /// The verdicts of a query's facts in every case of a table of its shape.
    public func verdicts(of query: TableQuery) -> TableVerdicts {
        let isReady = extras.isEmpty || !query.isPlain
        var run = BatchRun(self, query.facts, plan: isReady ? query.plan : nil)
        return TableVerdicts(
            facts: query.facts, count: count, chunks: [chunk(0..<blockCount, query.facts, &run)])
    }
}
