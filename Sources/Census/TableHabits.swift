import RuleModel

/// How a table writes numbers and what it has in the place of some, for a mapping to say.
struct TableHabits {
    private(set) var found: [MappingProposal.Proposed] = []

    /// What statistical offices put where they have no number.
    private static let knownBlanks: Set<String> = [
        ":", "-", "–", "—", ".", "..", "...", "…", "c", "x", "u", "/", "na", "n/a", "n.a.", "nan", "null",
        "none",
        "k.a.", "k. a.", "n.d.", "s.d.", "nd",
    ]

    /// - Parameter rows: The first rows, a text to each column.
    init(rows: [[String]]) {
        var commas: [String] = []
        var hasPoints = false
        var blanks: Set<String> = []
        var grouped: [GroupedDigits] = []
        for column in rows.first.map(\.indices) ?? 0..<0 {
            let values = rows.compactMap { $0.indices.contains(column) ? $0[column].trimmedBlanks : nil }
                .filter { !$0.isEmpty }
            let numbers = values.filter { TableHabits.isNumber($0) }
            guard numbers.count * 2 >= values.count else { continue }
            commas += numbers.filter { TableHabits.hasFraction($0, behind: ",") }
            if numbers.contains(where: { TableHabits.hasFraction($0, behind: ".") }) { hasPoints = true }
            grouped += numbers.compactMap { GroupedDigits.first(in: $0) }
            blanks.formUnion(values.filter { TableHabits.knownBlanks.contains($0.lowercased()) })
        }
        if let first = commas.first, !hasPoints {
            found.append(
                MappingProposal.Proposed(
                    reason: "numbers such as \(first) have a comma before the fraction",
                    lines: [MappingProposal.Line(statement: "decimal comma")]))
        }
        // A sign that stands before fractions elsewhere, or could do so, sets no thousands apart.
        let fractions: Set<Character> = commas.isEmpty || hasPoints ? [".", ","] : [","]
        if let first = grouped.first(where: { !fractions.contains($0.sign) }) {
            found.append(
                MappingProposal.Proposed(
                    reason: "numbers such as \(first.text) have their thousands apart",
                    lines: [MappingProposal.Line(statement: ThousandsSign.statement(of: first.sign))]))
        }
        if !blanks.isEmpty {
            let texts = blanks.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            found.append(
                MappingProposal.Proposed(
                    reason: "stands where others have numbers, and may say nothing",
                    lines: [MappingProposal.Line(statement: "blank \(texts)")]))
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains { $0.isNumber } && text.allSatisfy { $0.isNumber || "+-.,% '\u{A0}".contains($0) }
    }

    /// Whether digits other than three stand behind the sign, which stands there once.
    private static func hasFraction(_ text: String, behind sign: Character) -> Bool {
        let parts = text.filter { $0 != "%" && $0 != " " }.split(
            separator: sign, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && parts[1].count != 3
            && parts[1].allSatisfy(\.isNumber) && parts[0].last?.isNumber == true
    }
}

extension MappingProposal {
    /// The proposal as a mapping file, with how the table writes numbers and what of it no rule asks about.
    ///
    /// - Parameters:
    ///   - rows: The first rows, a text to each column.
    ///   - isUnasked: Whether no rule asks about a diagnostic.
    public func text(
        of table: String, rows: [[String]], rules: RuleBase, isUnasked: (ID<Diagnostic>) -> Bool
    ) -> String {
        var text =
            "# Proposed from the first line and \(rows.count) rows of \(table). Look at every line before you use it.\n"
        for proposed in columns + TableHabits(rows: rows).found { text += "\n" + proposed.text }
        let statements = columns.flatMap(\.lines).filter { !$0.isChoice }.map { $0.statement + " " }
        let unasked = rules.diagnostics.indices.filter { place in
            statements.contains { $0.contains(" is \(rules.diagnostics[place].name) ") }
                && isUnasked(ID(place))
        }
        if !unasked.isEmpty {
            let list = unasked.map { rules.diagnostics[$0].name }.joined(separator: ", ")
            text += "\n# No rule asks about \(list): what a table says of that changes no answer.\n"
        }
        return text
    }
}

extension MappingProposal.Proposed {
    fileprivate var text: String {
        lines.reduce(into: "# \(reason)\n") { text, line in
            text += "\(line.isChoice ? "# " : "")\(line.statement)\n"
            if let note = line.note { text += "#   \(note)\n" }
        }
    }
}
