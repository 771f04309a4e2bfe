/// A table of words for a terminal: columns side by side where they fit, else a list.
///
/// The first column, which says what a row is about, gives way first: its words go over several lines.
struct TableLines {
    private let table: Document.Table
    private let width: Int

    private static let gap = 2
    /// Columns below which the first column is hard to read.
    private static let leastFirst = 24

    init(_ table: Document.Table, width: Int) {
        self.table = table
        self.width = width
    }

    var blocks: [Document.Block] {
        var widths = table.headings.indices.map { column in
            ([table.headings.map { Prose.faint($0) }] + table.rows).map { TextWidth.of($0[column].text) }
                .max() ?? 0
        }
        let others = widths.dropFirst().reduce(0) { $0 + $1 + Self.gap }
        if let first = widths.first, first + others > width {
            guard width - others >= Self.leastFirst else { return table.rows.map(item) }
            widths[0] = width - others
        }
        return [
            .verbatim(([table.headings.map { Prose.faint($0) }] + table.rows).flatMap { grid($0, widths) })
        ]
    }

    /// The lines of a row.
    private func grid(_ row: [Prose], _ widths: [Int]) -> [Prose] {
        guard let subject = row.first, let room = widths.first else { return [] }
        let lines = Wrapping.lines(subject, width: room).map(Wrapping.prose)
        var first = lines[0]
        var used = TextWidth.of(first.text)
        var column = room
        for (place, cell) in row.enumerated().dropFirst() {
            if !cell.isEmpty {
                first += Prose(String(repeating: " ", count: column + Self.gap - used)) + cell
                used = column + Self.gap + TextWidth.of(cell.text)
            }
            column += Self.gap + widths[place]
        }
        return [first] + lines.dropFirst()
    }

    /// A row as an item: what it is about, and under it each cell with its column's heading.
    private func item(_ row: [Prose]) -> Document.Block {
        let below = zip(table.headings, row).dropFirst().filter { !$0.1.isEmpty }.map { heading, cell in
            Document.Block.paragraph(heading.isEmpty ? cell : .faint("\(heading): ") + cell)
        }
        return .item("·", row.first?.restyled(.strong) ?? "", below: Array(below))
    }
}
