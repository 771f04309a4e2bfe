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
}
