/// What came of a stretch of a table.
public struct ScreenedChunk: Sendable {
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
    /// Plain shares whose unit nobody stated, column by column: how many, and in ticks the largest and the
    /// smallest above none; 0 without one.
    public var unstatedShares: [(count: Int, largest: Int64, smallest: Int64)]
    public var summary = GroupCounts()
    /// Why nothing that follows can be told; rows and lines are counted as those of reports.
    public var end: RowReport?

    init(columns: Int) {
        unreadable = Array(repeating: 0, count: columns + 1)
        unstatedShares = Array(repeating: (0, 0, 0), count: columns)
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
