/// Writes rows as text.
struct RowRenderer {
    private(set) var lines: [Line] = []
    private let page: Page
    private var column = 0

    /// A line and the comment behind it.
    struct Line {
        var text: String
        var comment: String?

        var indent: Int { text.prefix { $0 == " " }.count }
    }

    init(_ rows: [Row], page: Page) {
        self.page = page
        var rows = rows
        let alignment = ColumnAlignment(&rows, width: page.width)
        for (index, row) in rows.enumerated() { write(row, columns: alignment.columns[index]) }
    }

    /// The text with its comments, its lines ended as `lineEnd` says.
    func text(lineEnd: String) -> String {
        var result = ""
        var run: [Line] = []
        func flush() {
            // Comments behind neighbouring lines stand under each other.
            let longest = run.map(\.text.count).max() ?? 0
            for line in run {
                let blanks = longest - line.text.count <= 24 ? longest - line.text.count : 0
                result += line.text + String(repeating: " ", count: blanks + 2) + (line.comment ?? "")
                result += lineEnd
            }
            run = []
        }
        for line in lines {
            if line.comment != nil {
                if run.last.map({ $0.indent != line.indent }) == true { flush() }
                run.append(line)
            } else {
                flush()
                result += line.text + lineEnd
            }
        }
        flush()
        return result
    }

    // MARK: Rows

    private mutating func write(_ row: Row, columns: [Int]?) {
        guard let first = row.lines.first?.first?.pieces.first else { return }
        var needsBlankLine = row.needsBlankLine
        for comment in first.comments {
            let wantsBlank = comment.hasBlankLineBefore || needsBlankLine && !comment.isTrailing
            write(
                comment, indent: row.commentIndent ?? row.indent,
                afterBlankLine: wantsBlank && !(row.isFirstInBlock && first.comments.first == comment))
            if !comment.isTrailing { needsBlankLine = false }
        }
        let isFirst = row.isFirstInBlock && first.comments.allSatisfy(\.isTrailing)
        if row.hasBlankLineBefore && !isFirst || needsBlankLine { writeBlankLine() }
        // Only comments stand before the end of the file.
        if first.text.isEmpty { return }
        for (number, cells) in row.lines.enumerated() {
            if number > 0 {
                let comments = cells.first?.pieces.first?.comments ?? []
                for comment in comments { write(comment, indent: row.hang, afterBlankLine: false) }
            }
            begin(number == 0 ? row.indent : row.hang)
            let isFull = end(cells, columns: number == 0 ? columns : nil) > page.width
            for (place, cell) in cells.enumerated() {
                if place > 0 {
                    let start = number == 0 ? columns?[place] : nil
                    write(String(repeating: " ", count: max(cell.gap, (start ?? 0) - column)))
                }
                write(
                    cell, isFirst: place == 0, hang: row.hang,
                    width: isFull && !row.isTabular ? page.proseWidth : nil)
            }
        }
        trim()
    }

    /// Where a line ends that begins here, should none of its cells be divided.
    private func end(_ cells: [Cell], columns: [Int]?) -> Int {
        var end = column
        for (place, cell) in cells.enumerated() {
            if place > 0 { end = max(end + cell.gap, columns?[place] ?? 0) }
            end += cell.width
        }
        return end
    }

    /// - Parameter width: where lines end; `nil` if all fits.
    private mutating func write(_ cell: Cell, isFirst: Bool, hang: Int, width: Int?) {
        var starts: [Int] = []
        for (index, piece) in cell.pieces.enumerated() {
            if !(isFirst && index == 0), !piece.comments.isEmpty {
                trim()
                for comment in piece.comments {
                    write(comment, indent: hang, afterBlankLine: false)
                }
                begin(margin(piece, cell, starts, hang))
            } else if index > 0 {
                let rest = unit(cell.pieces, from: index)
                if piece.isBreakable, let width, column + piece.gap + rest > width {
                    begin(margin(piece, cell, starts, hang))
                } else {
                    write(String(repeating: " ", count: piece.gap))
                }
            }
            starts.append(column)
            write(piece.text)
        }
    }

    /// Where a piece stands that begins a line.
    private func margin(_ piece: Piece, _ cell: Cell, _ starts: [Int], _ hang: Int) -> Int {
        guard let anchor = piece.anchor, anchor < starts.count else { return hang }
        let margin = starts[anchor] + (cell.pieces[anchor].opensText ? 1 : 0)
        // Too far to the right there is no room to write in.
        return margin * 3 > page.width * 2 ? hang : margin
    }

    /// How wide a piece is together with those that cannot be parted from it.
    private func unit(_ pieces: [Piece], from index: Int) -> Int {
        var width = pieces[index].width
        var anchor: Int?
        for (place, piece) in pieces.enumerated().dropFirst(index + 1) {
            if piece.opensText, pieces[index].bringsText, place == index + 1 { anchor = place }
            let isBreakable = piece.isBreakable && (anchor == nil || piece.anchor != anchor)
            if isBreakable || !piece.comments.isEmpty { break }
            width += piece.gap + piece.width
        }
        return width
    }

    // MARK: Lines

    private mutating func begin(_ indent: Int) {
        trim()
        lines.append(Line(text: String(repeating: " ", count: indent)))
        column = indent
    }

    private mutating func write(_ text: String) {
        guard !lines.isEmpty else { return }
        lines[lines.count - 1].text += text
        column += text.count
    }

    private mutating func write(_ comment: Comment, indent: Int, afterBlankLine: Bool) {
        if comment.isTrailing, !lines.isEmpty {
            trim()
            lines[lines.count - 1].comment = comment.text
            return
        }
        if afterBlankLine { writeBlankLine() }
        begin(indent)
        write(comment.text)
    }

    private mutating func writeBlankLine() {
        guard let last = lines.last, !last.text.isEmpty || last.comment != nil else { return }
        lines.append(Line(text: ""))
    }

    private mutating func trim() {
        while lines.last?.text.last == " " { lines[lines.count - 1].text.removeLast() }
    }
}
