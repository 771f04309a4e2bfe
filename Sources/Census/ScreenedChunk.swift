/// What came of a stretch of a table.
public struct ScreenedChunk: Sendable {
    /// Whether work on it was stopped, so that nothing else of it means anything.
    public var isGivenUp = false
    /// Whole rows of the result.
    public var output: [UInt8] = []
    /// What could not be read, the first of it. Rows and lines are counted from 1 at the stretch's first.
    public var reports: [RowReport] = []
    /// How many values could not be read, column by column; for rows left out, the last.
    public var unreadable: [Int]
    /// How many values and rows of tables of members could not be read.
    public var unreadableOfMembers = 0
    /// The largest plain shares of their columns, table by table, as those of the reader.
    public var largestSharesOfMembers: [[Int64]] = []
    /// How many rows it has, those left out too.
    public var rows = 0
    public var lines = 0
    /// Plain shares whose unit nobody stated, column by column: how many, and the largest in ticks.
    public var unstatedShares: [(count: Int, largest: Int64)]
    /// Column by column, and the same of tables of members.
    public var smallShares: [SmallShares]
    public var smallSharesOfMembers: [[SmallShares]] = []
    /// The first field that is written or counted as it stands and is no UTF-8; its row is counted from 1.
    public var firstBroken: BrokenField?
    public var summary = GroupCounts()
    /// Why nothing that follows can be told; rows and lines are counted as those of reports.
    public var end: RowReport?

    init(columns: Int) {
        unreadable = Array(repeating: 0, count: columns + 1)
        unstatedShares = Array(repeating: (0, 0), count: columns)
        smallShares = Array(repeating: SmallShares(), count: columns)
    }
}

/// How many rows of each group stand where.
public struct GroupCounts: Sendable {
    /// By the group's text.
    public private(set) var groups: [[UInt8]: Counts] = [:]

    public struct Counts: Sendable {
        public var rows = 0
        /// Package after package, a number for each standing.
        public var standings: [Int]
    }

    public init() {}

    mutating func add(_ text: UnsafeBufferPointer<UInt8>, packages: Int, _ add: (inout Counts) -> Void) {
        add(&groups[Array(text), default: Counts(standings: Array(repeating: 0, count: packages * 6))])
    }

    /// Takes in another stretch's numbers.
    public mutating func join(_ other: GroupCounts) {
        for (text, counts) in other.groups {
            guard var mine = groups[text] else {
                groups[text] = counts
                continue
            }
            mine.rows += counts.rows
            for place in mine.standings.indices { mine.standings[place] += counts.standings[place] }
            groups[text] = mine
        }
    }
}

/// A field whose bytes are no text.
public struct BrokenField: Hashable, Sendable {
    /// Counted from 1, the header aside.
    public var row: Int
    public var column: String

    /// What is said of it, for somebody to look at.
    public var warning: String {
        "warning: row \(row), column `\(column)` is not UTF-8 text, and others may not be: their letters are lost, and "
            + "names that differ may look alike; convert the table: iconv -f LATIN1 -t UTF-8 TABLE > NEW"
    }
}
