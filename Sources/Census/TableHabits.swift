import RuleModel

/// How a table writes numbers and what it has in the place of some, for a mapping to say.
struct TableHabits {
    private(set) var lines: [MappingProposal.Line] = []

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
            lines.append(
                MappingProposal.Line(
                    statement: "decimal comma",
                    reason: "numbers such as \(first) have a comma before the fraction"))
        }
        // A sign that stands before fractions elsewhere, or could do so, sets no thousands apart.
        let fractions: Set<Character> = commas.isEmpty || hasPoints ? [".", ","] : [","]
        if let first = grouped.first(where: { !fractions.contains($0.sign) }) {
            lines.append(
                MappingProposal.Line(
                    statement: ThousandsSign.statement(of: first.sign),
                    reason: "numbers such as \(first.text) have their thousands apart"))
        }
        if !blanks.isEmpty {
            let texts = blanks.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            lines.append(
                MappingProposal.Line(
                    statement: "blank \(texts)",
                    reason: "stands where others have numbers, and may say nothing"))
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
        var text = text(of: table, rows: rows.count)
        for line in TableHabits(rows: rows).lines { text += "\n# \(line.reason)\n\(line.statement)\n" }
        let names = Set(lines.flatMap { $0.statement.split(separator: " ").map(String.init) })
        let unasked = rules.diagnostics.indices.filter { place in
            names.contains(rules.diagnostics[place].name) && isUnasked(ID(place))
                && lines.contains { line in
                    (line.statement + " ").contains(" is \(rules.diagnostics[place].name) ")
                }
        }
        if !unasked.isEmpty {
            let list = unasked.map { rules.diagnostics[$0].name }.joined(separator: ", ")
            text += "\n# No rule asks about \(list): what a table says of that changes no answer.\n"
        }
        return text
    }
}
