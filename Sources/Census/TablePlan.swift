import RuleModel

/// What each column of a table is taken for.
public struct TablePlan: Sendable {
    public let rules: RuleBase
    public let columns: [Column]
    public let blanks: [String]
    public let hasDecimalComma: Bool

    public struct Column: Sendable {
        public var name: String
        public var use: Use
    }

    public enum Use: Sendable {
        case key
        case ignored
        /// Nothing is said of it, and no diagnostic has its name.
        case unnamed
        case reading(ReadColumn)
    }

    /// A column with readings of a diagnostic.
    public struct ReadColumn: Sendable {
        public var diagnostic: ID<Diagnostic>
        public var type: ValueType
        /// `nil` where plain numbers have none.
        public var unit: ColumnUnit?
        public var isUnitStated: Bool
        public var words: [TableMapping.Word]
    }

    /// - Parameters:
    ///   - header: The columns' names, in order.
    ///   - mapping: What is said of them; columns it does not name are taken by their names.
    public init(
        header: [String], mapping: TableMapping, mappingName: String, rules: RuleBase
    ) throws(TableFault) {
        self.rules = rules
        blanks = mapping.blanks
        hasDecimalComma = mapping.hasDecimalComma
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
                    use = try TablePlan.use(statement, rules)
                } catch {
                    throw TableFault(
                        "\(mappingName), line \(statement.line): \(error.message)", help: error.help)
                }
            } else if let diagnostic = TablePlan.diagnostic(named: name, in: rules) {
                let type = rules[diagnostic].measurement.type
                use = .reading(
                    ReadColumn(
                        diagnostic: diagnostic, type: type, unit: ColumnUnit(unstatedFor: type),
                        isUnitStated: false, words: []))
            } else {
                use = .unnamed
            }
            columns.append(Column(name: name, use: use))
        }
        self.columns = columns
        try requireSense()
    }

    private func requireSense() throws(TableFault) {
        var places: [ID<Diagnostic>: String] = [:]
        for column in columns {
            guard case .reading(let read) = column.use else { continue }
            if let other = places[read.diagnostic] {
                throw TableFault(
                    "the columns `\(other)` and `\(column.name)` are both taken for `\(rules[read.diagnostic].name)`",
                    help:
                        "say in a mapping which of them is ignored: column \(TablePlan.quoted(column.name)) is ignored"
                )
            }
            places[read.diagnostic] = column.name
        }
        if places.isEmpty {
            throw TableFault(
                "no column of the table has the name of a diagnostic",
                help: "its columns are \(TablePlan.list(columns.map(\.name))); say in a mapping what they "
                    + "are, and have one proposed with --suggest-mapping")
        }
    }

    /// Shares that all lie between 0 and 1 may be percents or parts of one: that is asked, not assumed.
    ///
    /// - Parameter largestShares: Column by column the largest one read whose unit nobody stated, in ticks;
    ///   below zero where there was none.
    public func requireUnits(largestShares: [Int64]) throws(TableFault) {
        for (column, largest) in zip(columns, largestShares) where largest > 0 && largest <= 10_000 {
            guard case .reading(let read) = column.use else { continue }
            let statement = "column \(TablePlan.quoted(column.name)) is \(rules[read.diagnostic].name) in"
            throw TableFault(
                "the shares in the column `\(column.name)` all lie between 0 and 1: are they percents, or fractions of which 1 is all?",
                help:
                    "say so in a mapping (--mapping FILE): `\(statement) fractions`, or `\(statement) percent`"
            )
        }
    }

    private static func use(
        _ statement: TableMapping.ColumnStatement, _ rules: RuleBase
    ) throws(TableFault) -> Use {
        let name: String
        switch statement.meaning {
        case .key: return .key
        case .ignored: return .ignored
        case .reading(let named): name = named
        }
        guard let place = rules.diagnostics.firstIndex(where: { $0.name == name }) else {
            throw TableFault(
                "no diagnostic is called `\(name)`", help: "list them with: distretto vocabulary")
        }
        let type = rules.diagnostics[place].measurement.type
        let unit =
            if let words = statement.unit {
                Optional(try ColumnUnit(words, for: type))
            } else {
                ColumnUnit(unstatedFor: type)
            }
        return .reading(
            ReadColumn(
                diagnostic: ID(place), type: type, unit: unit, isUnitStated: statement.unit != nil,
                words: statement.values))
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
