/// What a mapping file says of a table: which column is what, in which unit, and what its words mean.
///
///     column region       is key
///     column "Exports, %" is export-share in percent
///     column "Vertrauen"  is trust where "hoch" is high, "gering" is little
///     column note         is ignored
///     blank "NA", "-"
///     decimal comma
///     separator ";"
///
/// Names with blanks or commas in them stand in quotes; `#` starts a comment.
public struct TableMapping: Hashable, Sendable {
    public var columns: [ColumnStatement] = []
    /// Texts that say nothing, beside the empty one.
    public var blanks: [String] = []
    public var hasDecimalComma = false
    /// What stands between fields; found out from the header where nothing is said.
    public var separator: UInt8?

    public init() {}

    /// What is said of one column.
    public struct ColumnStatement: Hashable, Sendable {
        public var column: String
        public var meaning: Meaning
        /// The words behind `in`; `nil` where the unit is not stated.
        public var unit: [String]?
        /// The table's own words with what they mean.
        public var values: [Word] = []
        /// The line of the mapping file.
        public var line: Int
    }

    public struct Word: Hashable, Sendable {
        public var text: String
        /// As a case file says it.
        public var meaning: String
    }

    public enum Meaning: Hashable, Sendable {
        /// Names the row; it is written with the answers.
        case key
        case ignored
        /// A diagnostic by name.
        case reading(String)
    }
}
