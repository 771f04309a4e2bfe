/// What a mapping file says of a table: which column is what, in which unit, and what its words mean.
///
///     column region       is key
///     column "Exports, %" is export-share in percent
///     column "Vertrauen"  is trust where "hoch" is high, "gering" is little
///     column note         is ignored
///     always one-sector is yes
///     blank "NA", "-"
///     decimal comma
///     thousands "."
///     separator ";"
///
///     members channel
///     column region     is key
///     column Kunde      is name
///     column "Anteil %" is share in percent
///     all listed
///
/// What stands behind `members` is said of the table of that collection's members; blanks and decimal signs
/// of the first table hold there too.
/// Names with blanks or commas in them stand in quotes; `#` starts a comment.
public struct TableMapping: Hashable, Sendable {
    public var columns: [ColumnStatement] = []
    /// What holds in every row, without a column that says it.
    public var constants: [Constant] = []
    /// Texts that say nothing, beside the empty one.
    public var blanks: [String] = []
    public var hasDecimalComma = false
    public var thousands = ThousandsSign.unstated
    /// What stands between fields; found out from the header where nothing is said.
    public var separator: UInt8?
    /// For each collection with a section of its own, what is said of the table of its members.
    public var members: [String: TableMapping] = [:]
    /// In such a section: whether the table has all members of every cluster.
    public var isAllListed = false

    public init() {}

    /// What is said of the table of a collection's members.
    public func ofMembers(_ collection: String) -> TableMapping {
        if let own = members[collection] { return own }
        var mapping = TableMapping()
        (mapping.blanks, mapping.hasDecimalComma, mapping.thousands) = (blanks, hasDecimalComma, thousands)
        return mapping
    }

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

    /// `always one-sector is yes`
    public struct Constant: Hashable, Sendable {
        public var diagnostic: String
        /// As a case file says it.
        public var value: String
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
        /// Names a member, in a table of members.
        case name
        /// A diagnostic by name; in a table of members an attribute, or the collection that these are within.
        case reading(String)
    }
}
