import RuleModel

/// What each column of a table is taken for.
public struct TablePlan: Sendable {
    public let rules: RuleBase
    public let subject: Subject
    /// A table of members is named in what is reported of it.
    public let tableName: String?
    /// Those of the table, then what the mapping says of every row.
    public let columns: [Column]
    /// How many of them the table has.
    public let width: Int
    public let blanks: [String]
    public let hasDecimalComma: Bool
    public let thousands: ThousandsSign
    /// Of a table of members: whether it has all of them.
    public let isAllListed: Bool

    /// What a row tells of.
    public enum Subject: Sendable {
        case clusters
        /// With the names of the columns that name the cluster in the table of clusters.
        case members(ID<Collection>, keys: [String])
    }

    public struct Column: Sendable {
        public var name: String
        public var use: Use
        /// What the mapping says of every row; `nil` for a column of the table.
        public var constant: String?

        init(name: String, use: Use, constant: String? = nil) {
            (self.name, self.use, self.constant) = (name, use, constant)
        }
    }

    public enum Use: Hashable, Sendable {
        case key
        /// Names the member that the row tells of.
        case name
        /// Names the member that this one is within.
        case parent
        case ignored
        /// Nothing is said of it, and no diagnostic has its name.
        case unnamed
        case reading(ReadColumn)
    }

    /// A column with readings.
    public struct ReadColumn: Hashable, Sendable {
        public var subject: Read
        public var type: ValueType
        /// `nil` where plain numbers have none.
        public var unit: ColumnUnit?
        public var isUnitStated: Bool
        public var words: [TableMapping.Word]

        var diagnostic: ID<Diagnostic>? { if case .diagnostic(let id) = subject { id } else { nil } }
    }

    /// What is read.
    public enum Read: Hashable, Sendable {
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>)
    }

    /// - Parameters:
    ///   - header: The columns' names, in order.
    ///   - mapping: What is said of them; columns it does not name are taken by their names.
    ///   - tableName: Of a table of members.
    public init(
        header: [String], mapping: TableMapping, mappingName: String, rules: RuleBase,
        subject: Subject = .clusters, tableName: String? = nil
    ) throws(TableFault) {
        self.rules = rules
        self.subject = subject
        self.tableName = tableName
        isAllListed = mapping.isAllListed
        blanks = mapping.blanks
        hasDecimalComma = mapping.hasDecimalComma
        thousands = mapping.thousands
        for (place, name) in header.enumerated() {
            if let first = header.firstIndex(of: name), first != place {
                throw TableFault(
                    "the column `\(name)` is there twice, as number \(first + 1) and \(place + 1)",
                    help: "a row would say two things of one; rename or remove one of them")
            }
        }
        for statement in mapping.columns where !header.contains(statement.column) {
            throw TableFault(
                "\(mappingName), line \(statement.line): the table has no column `\(statement.column)`",
                help: "its columns are \(TablePlan.list(header))")
        }
        var columns: [Column] = []
        for name in header {
            let use: Use
            if let statement = mapping.columns.first(where: { $0.column == name }) {
                do throws(TableFault) {
                    use = try TablePlan.use(statement, rules, subject)
                } catch {
                    throw TableFault(
                        "\(mappingName), line \(statement.line): \(error.message)", help: error.help)
                }
            } else {
                use = TablePlan.use(of: name, rules, subject)
            }
            columns.append(Column(name: name, use: use))
        }
        width = columns.count
        for constant in mapping.constants {
            do throws(TableFault) {
                columns.append(try TablePlan.column(constant, beside: columns, rules))
            } catch {
                throw TableFault("\(mappingName), line \(constant.line): \(error.message)", help: error.help)
            }
        }
        self.columns = columns
        try requireSense()
    }

    private func requireSense() throws(TableFault) {
        var places: [Use: String] = [:]
        for column in columns {
            let what: Use
            let name: String
            switch column.use {
            case .key, .ignored, .unnamed: continue
            case .name: (what, name) = (.name, "the member's name")
            case .parent: (what, name) = (.parent, "what the member is within")
            case .reading(let read):
                // However it is read.
                what = .reading(
                    ReadColumn(
                        subject: read.subject, type: read.type, unit: nil, isUnitStated: false, words: []))
                name = "`\(rules.name(of: read.subject))`"
            }
            if let other = places[what] {
                throw TableFault(
                    "the columns `\(other)` and `\(column.name)` are both taken for \(name)",
                    help:
                        "say in a mapping which of them is ignored: column \(TablePlan.quoted(column.name)) is ignored"
                )
            }
            places[what] = column.name
        }
        if case .members(let collection, let keys) = subject {
            return try requireKeys(keys, of: collection)
        }
        if places.isEmpty {
            throw TableFault(
                "no column of the table has the name of a diagnostic",
                help:
                    "its first line names \(TablePlan.list(columns.map(\.name))); say in a mapping what they "
                    + "are, and have one proposed with --suggest-mapping")
        }
    }

    private func requireKeys(_ keys: [String], of collection: ID<Collection>) throws(TableFault) {
        guard !keys.isEmpty else {
            throw TableFault(
                "no column of the table of clusters is its key, so that members cannot be told apart",
                help: "say in a mapping which names a cluster: column NAME is key")
        }
        guard self.keys.count == keys.count else {
            throw TableFault(
                "the table of \(rules[collection].plural) has \(self.keys.count) key columns where the table of clusters has \(keys.count)",
                help:
                    "each of its rows begins with the key of a cluster: \(TablePlan.list(keys)); say in a mapping, "
                    + "behind `members \(rules[collection].name)`, which columns these are: column NAME is key"
            )
        }
        guard let parent = rules[collection].parent, !columns.contains(where: { $0.use == .parent }) else {
            return
        }
        throw TableFault(
            "no column of the table of \(rules[collection].plural) names the \(rules[parent].name) that each is within",
            help:
                "name a column `\(rules[parent].name)`, or say in a mapping: column NAME is \(rules[parent].name)"
        )
    }

    /// Shares that all lie between 0 and 1 may be percents or parts of one: that is asked, not assumed.
    ///
    /// - Parameter largestShares: Column by column the largest one read whose unit nobody stated, in ticks;
    ///   below zero where there was none.
    public func requireUnits(largestShares: [Int64]) throws(TableFault) {
        for (column, largest) in zip(columns, largestShares) where largest > 0 && largest <= 10_000 {
            guard case .reading(let read) = column.use else { continue }
            let statement = "column \(TablePlan.quoted(column.name)) is \(rules.name(of: read.subject)) in"
            throw TableFault(
                "the shares in the column `\(column.name)` all lie between 0 and 1: are they percents, or fractions of which 1 is all?",
                help:
                    "say so in a mapping (--mapping FILE)\(section): `\(statement) fractions`, or `\(statement) percent`"
            )
        }
    }

    /// Where in a mapping a table's columns are spoken of.
    var section: String {
        guard case .members(let collection, _) = subject else { return "" }
        return ", behind `members \(rules[collection].name)`"
    }

    /// By the name itself; large letters, blanks and underscores for hyphens make no difference.
    static func diagnostic(named column: String, in rules: RuleBase) -> ID<Diagnostic>? {
        let name = plain(column)
        return rules.diagnostics.firstIndex { $0.name == name }.map { ID($0) }
    }

    static func plain(_ name: String) -> String {
        String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }

    static func list(_ names: [String]) -> String {
        let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
    }

    /// A name as a mapping writes it.
    public static func quoted(_ name: String) -> String {
        let isPlain = !name.isEmpty && name.allSatisfy { !$0.isWhitespace && !",\"#\\".contains($0) }
        if isPlain { return name }
        return "\"" + name.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
    }
}
