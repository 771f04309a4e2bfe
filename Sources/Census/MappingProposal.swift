import RuleModel

/// A mapping proposed from a table's first line and its first rows, with the reason for each line.
///
/// It looks at names and at values and never at their meaning, so that a person has to look at it.
public struct MappingProposal: Sendable {
    public let lines: [Line]

    public struct Line: Sendable {
        /// As a mapping says it.
        public var statement: String
        public var reason: String
        /// Whether it is only shown: somebody has to choose.
        public var isChoice = false
    }

    /// - Parameter rows: The first rows, a text to each column.
    public init(header: [String], rows: [[String]], rules: RuleBase) {
        var taken: Set<ID<Diagnostic>> = Set(
            header.compactMap { TablePlan.diagnostic(named: $0, in: rules) })
        // The texts a table begins with name its rows, as a rule.
        var isBeginning = true
        lines = header.enumerated().flatMap { place, name -> [Line] in
            let values = rows.compactMap { $0.indices.contains(place) ? $0[place].trimmedBlanks : nil }
                .filter { !$0.isEmpty }
            let column = Column(name: name, values: values, rules: rules)
            defer { if !column.isText { isBeginning = false } }
            if let own = TablePlan.diagnostic(named: name, in: rules) {
                return column.line(for: own, because: "has the diagnostic's name")
            }
            if let (found, reason) = column.nearest(passing: taken) {
                taken.insert(found)
                return column.line(for: found, because: reason)
            }
            let quoted = TablePlan.quoted(name)
            if isBeginning ? column.isText : column.namesRows {
                let reason =
                    column.namesRows
                    ? "every row has another text there" : "a text that the table begins with"
                return [Line(statement: "column \(quoted) is key", reason: reason)]
            }
            return [
                Line(statement: "column \(quoted) is ignored", reason: "no diagnostic's name is like it")
            ]
        }
    }

    /// The proposal as a mapping file.
    public func text(of table: String, rows: Int) -> String {
        var text =
            "# Proposed from the first line and \(rows) rows of \(table). Look at every line before you use it.\n"
        for line in lines {
            text += "\n# \(line.reason)\n\(line.isChoice ? "# " : "")\(line.statement)\n"
        }
        return text
    }

    /// A column as it is looked at.
    private struct Column {
        let name: String
        let values: [String]
        let rules: RuleBase

        /// Texts that are all different, and no numbers.
        var namesRows: Bool { values.count > 1 && isText && Set(values).count == values.count }

        var isText: Bool {
            !values.isEmpty
                && !values.contains { $0.first.map { $0.isNumber || "+-.".contains($0) } ?? false }
        }

        private var words: Set<String> { MappingProposal.words(name) }

        /// The diagnostic whose name has most words in common, two at least or all of them.
        func nearest(passing taken: Set<ID<Diagnostic>>) -> (ID<Diagnostic>, String)? {
            let mine = words
            var best: (id: ID<Diagnostic>, shared: Set<String>, score: Int)?
            for place in rules.diagnostics.indices where !taken.contains(ID(place)) {
                let theirs = MappingProposal.words(rules.diagnostics[place].name)
                let shared = mine.intersection(theirs)
                guard !shared.isEmpty, shared.count >= min(2, theirs.count), fits(ID(place)) else { continue }
                let score = 10 * shared.count - theirs.count - mine.count
                if best.map({ score > $0.score }) ?? true { best = (ID(place), shared, score) }
            }
            return best.map {
                (
                    $0.id,
                    "shares \($0.shared.sorted().map { "`\($0)`" }.joined(separator: ", ")) with the diagnostic's name, and its values fit"
                )
            }
        }

        /// Whether no value contradicts the diagnostic's type.
        private func fits(_ id: ID<Diagnostic>) -> Bool {
            let type = rules[id].measurement.type
            if let names = rules.namedValues(of: type)?.map(\.name) {
                let plain = Set(values.map(TablePlan.plain))
                let known = Set(names + (type == .yesNo ? ["true", "false", "y", "n", "0", "1"] : []))
                return values.isEmpty || !plain.isDisjoint(with: known)
            }
            return type.isQuantity
                && values.allSatisfy { Double($0.filter { $0 != "%" && $0 != "," }) != nil }
        }

        /// Whether a text is a known word, or alternatives and ranges of such.
        private func isMade(of known: Set<String>, _ text: String) -> Bool {
            known.contains(TablePlan.plain(text))
                || text.replacing("..", with: " or ").split(separator: " ").filter { $0 != "or" }
                    .allSatisfy { known.contains(TablePlan.plain(String($0))) }
        }

        func line(for id: ID<Diagnostic>, because reason: String) -> [Line] {
            let (quoted, diagnostic) = (TablePlan.quoted(name), rules[id])
            let type = diagnostic.measurement.type
            let start = "column \(quoted) is \(diagnostic.name)"
            let numbers = values.compactMap { Double($0) }
            if type.isPercent, !numbers.isEmpty, numbers.count == values.count,
                numbers.allSatisfy({ (0...1).contains($0) })
            {
                return ["fractions", "percent"].map { unit in
                    Line(
                        statement: "\(start) in \(unit)",
                        reason: "\(reason); all values lie between 0 and 1: choose one of the two",
                        isChoice: true)
                }
            }
            switch type {
            case .money, .duration:
                let units = (ColumnUnit.statement(for: type) ?? "").replacing("`", with: "")
                return [
                    Line(statement: "\(start) \(units)", reason: "\(reason); say the unit", isChoice: true)
                ]
            default: break
            }
            if let names = rules.namedValues(of: type)?.map(\.name) {
                let known = Set(names + (type == .yesNo ? ["true", "false", "y", "n"] : []))
                let strange = Set(values.filter { !isMade(of: known, $0) }).sorted().prefix(12)
                if !strange.isEmpty {
                    let pairs = strange.map { "\(TablePlan.quoted($0)) is ?" }.joined(separator: ", ")
                    return [
                        Line(
                            statement: "\(start) where \(pairs)",
                            reason:
                                "\(reason); say for each text which it means: \(names.joined(separator: ", "))",
                            isChoice: true)
                    ]
                }
            }
            return [Line(statement: start, reason: reason)]
        }
    }

    private static func words(_ name: String) -> Set<String> {
        let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        // One thing and several of it are the same word here.
        return Set(parts.map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
            .subtracting(["of", "the", "to", "for", "in", "and", "a", "is"])
    }
}
