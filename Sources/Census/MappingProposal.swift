import RuleModel

/// A mapping proposed from a table's first line and its first rows, with the reason for each line.
///
/// It looks at words and at values and never at their meaning, so that a person has to look at it.
public struct MappingProposal: Sendable {
    public let columns: [Proposed]

    /// What is said of one column.
    public struct Proposed: Sendable {
        public var reason: String
        /// One that holds as it stands, or several of which somebody has to choose.
        public var lines: [Line]
    }

    public struct Line: Sendable {
        /// As a mapping says it.
        public var statement: String
        /// What helps to choose it.
        public var note: String?
        /// Whether it is only shown: somebody has to choose.
        public var isChoice = false
    }

    /// - Parameters:
    ///   - rows: The first rows, a text to each column.
    ///   - misspelt: The diagnostics of whose names a text may be a slip, closest first.
    public init(header: [String], rows: [[String]], rules: RuleBase, misspelt: (String) -> [String]) {
        let columns = header.enumerated().map { place, name in
            let values = rows.compactMap { $0.indices.contains(place) ? $0[place].trimmedBlanks : nil }
            return Column(name: name, values: values.filter { !$0.isEmpty }, rules: rules)
        }
        // First what names alone decide, so that no guess takes a diagnostic away from its own column.
        var taken: Set<ID<Diagnostic>> = []
        var found = columns.map { column in
            TablePlan.diagnostic(named: column.name, in: rules).map { own in
                taken.insert(own)
                return column.proposed(for: own, because: "has the diagnostic's name")
            }
        }
        for (place, column) in columns.enumerated() where found[place] == nil {
            guard let (near, reason) = column.nearest(passing: taken) else { continue }
            taken.insert(near)
            found[place] = column.proposed(for: near, because: reason)
        }
        // The texts a table begins with name its rows, as a rule.
        let beginning = columns.indices.prefix { found[$0] == nil && columns[$0].isText }
        for place in beginning { found[place] = columns[place].key }
        if beginning.isEmpty,
            let place = columns.indices.first(where: { found[$0] == nil && columns[$0].namesRows })
        {
            found[place] = columns[place].key
        }
        let nearness = NearDiagnostics(rules)
        self.columns = zip(columns, found).map { column, found in
            if let found { return found }
            let plain = TablePlan.plain(column.name)
            // A longer name that holds this one is no slip of it.
            let slips = misspelt(plain).filter { !$0.contains(plain) }.compactMap {
                TablePlan.diagnostic(named: $0, in: rules)
            }
            return column.left(nearness, passing: taken, misspelt: slips)
        }
    }
}
