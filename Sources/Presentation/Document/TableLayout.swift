/// Sets a table in columns, or row by row where the columns do not fit.
struct TableLayout {
    private let table: Document.Table
    private static let gap = "  "

    init(_ table: Document.Table) { self.table = table }

    /// One line for the headings and one for each row; `nil` where they are wider than allowed.
    func lines(width: Int) -> [Wrapping.Line]? {
        let widths = columnWidths
        let gaps = max(widths.count - 1, 0) * Self.gap.count
        guard widths.reduce(gaps, +) <= width else { return nil }
        let headings = table.headings.map { Prose.faint($0) }
        return ([headings] + table.rows).map { line($0, widths) }
    }

    /// Each row by itself, with the headings before its figures.
    var items: [Document.Block] {
        table.rows.map { row in
            let figures = zip(table.headings, row).dropFirst().map { .faint("\($0) ") + $1 }
            return .item("·", row.first ?? "", below: [.paragraph(figures.joined())])
        }
    }

    private var columnWidths: [Int] {
        table.headings.indices.map { column in
            let cells = table.rows.compactMap { $0.indices.contains(column) ? $0[column].text : nil }
            return ([table.headings[column]] + cells).map { TextWidth.of($0) }.max() ?? 0
        }
    }

    private func line(_ cells: [Prose], _ widths: [Int]) -> Wrapping.Line {
        var line = Prose()
        for (column, cell) in cells.enumerated() where widths.indices.contains(column) {
            let filling = Prose(
                String(repeating: " ", count: widths[column] - TextWidth.of(cell.text)))
            if column > 0 { line += Prose(Self.gap) + filling + cell } else { line += cell + filling }
        }
        return Wrapping.flat(line)
    }
}
