/// Why a table or its mapping cannot be used at all, in words. Single values that cannot be read are
/// `RowReport`s instead.
public struct TableFault: Error, Hashable, Sendable {
    public var message: String
    public var help: String?

    public init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }
}

/// A value or a row that could not be read: nothing is taken from it.
public struct RowReport: Hashable, Sendable {
    /// The name of a table of members; `nil` for the table of clusters.
    public var table: String?
    /// Counted from 1, the header aside.
    public var row: Int
    /// The line on which the row begins, counted from 1 with the header.
    public var line: Int
    /// The column's name in the table; `nil` for the row as a whole, which is left out.
    public var column: String?
    /// What stands there, shortened.
    public var text: String
    /// Why it is not read, and what to write instead.
    public var reason: String

    init(table: String? = nil, row: Int, line: Int, column: String?, text: String, reason: String) {
        (self.table, self.row, self.line) = (table, row, line)
        (self.column, self.text, self.reason) = (column, text, reason)
    }

    /// A row of a table of members that is left out.
    public init(leavingOut row: MemberRow, of table: String, reason: String) {
        self.init(table: table, row: row.number, line: row.line, column: nil, text: "", reason: reason)
    }
}
