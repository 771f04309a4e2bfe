/// A run of text that is never broken.
struct Piece {
    var text: String
    /// Blanks before it where it does not begin a line.
    var gap: Int
    /// Whether a line that is full may end before it.
    var isBreakable = false
    /// The piece of the same cell under which it stands when it begins a line; `nil` for the row's own margin.
    var anchor: Int?
    /// The text behind it goes with it to the next line, if it does not fit on this one.
    var bringsText = false
    /// It opens a text, so that what stands under it stands under its first letter.
    var opensText = false
    /// Comments before it; after them it has to begin a line.
    var comments: [Comment] = []

    /// In characters, as a reader counts them.
    var width: Int { text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count }
}

/// Pieces that stand together: a reading, or where it comes from. Cells of neighbouring rows line up.
struct Cell {
    var pieces: [Piece]
    /// Blanks before it, at least, where it does not begin a line.
    var gap = 3
    /// It may move to a line of its own when its line is full.
    var canMove = true
    /// It begins under its neighbours.
    var linesUp = true

    /// The width on one line.
    var width: Int {
        guard let first = pieces.first else { return 0 }
        return pieces.dropFirst().reduce(first.width) { $0 + $1.gap + $1.width }
    }

    /// Words about a reading, which stand as well below it.
    var isNote: Bool { pieces.first.map { $0.text.hasPrefix("\"") || $0.text == "assumed" } ?? false }

    /// Comments within it force lines to end.
    var isPlain: Bool { pieces.allSatisfy { $0.comments.isEmpty } }
}

/// Cells that begin on one line and go on, if need be, on lines below it.
struct Row {
    var indent: Int
    /// Where the lines below it begin.
    var hang: Int
    /// The cells line by line; the first line is the row's own.
    var lines: [[Cell]]
    /// Rows of one block with equal signatures line up their cells; `nil` for rows that stand alone.
    var signature: String?
    /// Only rows with equal numbers line up.
    var scope = 0
    var hasBlankLineBefore = false
    /// At the start of a line it would be read as something else.
    var cannotBeginLine = false
    /// An empty line goes before the row and its comments, whether the author left one or not.
    var needsBlankLine = false
    /// No empty line follows an opening brace.
    var isFirstInBlock = false
    /// Where comments before the row stand; its own indentation unless said.
    var commentIndent: Int?
    /// Lines up whatever the width: tables.
    var isTabular = false
    /// It may share its line with its neighbours.
    var canShareLine = false
    /// The author put it behind its neighbour.
    var sharesLineOfPrevious = false

    /// Its claims stand under those of its neighbours, whatever these are.
    var sharesEvidenceColumn = false

    /// Its own line ends in claims, with something before them.
    var endsInClaims: Bool {
        guard lines.count == 1, lines[0].count > 1 else { return false }
        return lines[0].last?.pieces.first?.text == "from"
    }

    /// Where its cells begin without alignment.
    var flatStarts: [Int] {
        var starts: [Int] = []
        var end = indent
        for (place, cell) in (lines.first ?? []).enumerated() {
            starts.append(place == 0 ? end : end + cell.gap)
            end = starts[place] + cell.width
        }
        return starts
    }

    /// The width of the row's own line, without alignment.
    func flatWidth(_ line: Int = 0) -> Int {
        let cells = lines[line]
        let start = line == 0 ? indent : hang
        return cells.dropFirst().reduce(start + (cells.first?.width ?? 0)) { $0 + $1.gap + $1.width }
    }

    /// Nothing in it asks for more than one line.
    var isPlain: Bool {
        lines.count == 1
            && lines[0].enumerated().allSatisfy { index, cell in
                index > 0 ? cell.isPlain : cell.pieces.dropFirst().allSatisfy { $0.comments.isEmpty }
            }
    }

    /// Moves cells down, the last first, until every line fits or no cell can move.
    mutating func breakFullLines(width: Int) {
        guard !isTabular else { return }
        var line = 0
        while line < lines.count {
            var moved: [Cell] = []
            while flatWidth(line) > width, lines[line].count > 1, lines[line].last?.canMove == true {
                moved.insert(lines[line].removeLast(), at: 0)
            }
            if !moved.isEmpty { lines.insert(moved, at: line + 1) }
            line += 1
        }
    }
}
