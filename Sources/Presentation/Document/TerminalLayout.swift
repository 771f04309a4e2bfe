/// Lays a document out for a terminal, or for a file that is read as text.
public struct TerminalLayout: Sendable {
    /// Columns that lines are wrapped to.
    public var width: Int
    public var usesColor: Bool

    /// Columns that are left to the text of what lies deepest.
    private static let leastRoom = 24

    public init(width: Int = 80, usesColor: Bool = false) {
        self.width = max(width, 24)
        self.usesColor = usesColor
    }

    /// The document as text; every line ends with a line break and none with a blank.
    public func render(_ document: Document) -> String {
        var lines: [Wrapping.Line] = []
        append(document.blocks, indent: 0, to: &lines)
        while lines.last?.isEmpty == true { lines.removeLast() }
        var text = ""
        for line in lines {
            paint(line, to: &text)
            text += "\n"
        }
        return text
    }

    private func append(_ blocks: [Document.Block], indent: Int, to lines: inout [Wrapping.Line]) {
        // On a narrow screen what lies deep stands further left, so that it has room to be read.
        let indent = min(indent, max(width - TerminalLayout.leastRoom, 0))
        let markWidth = blocks.map(Self.markWidth).max() ?? 0
        for block in blocks {
            switch block {
            case .title(let text, let aside):
                append(text.restyled(.strong), aside: aside, first: indent, rest: indent, to: &lines)
            case .heading(let text), .subheading(let text):
                if let last = lines.last, !last.isEmpty { lines.append([]) }
                append(text.restyled(.strong), aside: "", first: indent, rest: indent, to: &lines)
            case .paragraph(let text):
                append(text, aside: "", first: indent, rest: indent, to: &lines)
            case .item(let item):
                let mark = item.mark + String(repeating: " ", count: markWidth - TextWidth.of(item.mark))
                let text = Prose(mark.isEmpty ? "" : mark, .strong)
                append(
                    item.text, after: Wrapping.flat(text), aside: item.aside, first: indent,
                    rest: indent + markWidth, to: &lines)
                append(item.below, indent: indent + max(markWidth, 2), to: &lines)
            case .verbatim(let verbatim):
                let margin = Wrapping.flat(Prose(String(repeating: " ", count: indent)))
                lines += verbatim.map { margin + Wrapping.flat($0) }
            case .table(let table):
                if table.content == .words {
                    append(TableLines(table, width: width - indent).blocks, indent: indent, to: &lines)
                } else if let rows = TableLayout(table).lines(width: width - indent) {
                    lines += rows.map { blank(indent) + $0 }
                } else {
                    append(TableLayout(table).items, indent: indent, to: &lines)
                }
            case .notes(let notes):
                append(
                    notes.map { .item("[\($0.number)]", $0.text) }, indent: indent, to: &lines)
            case .diagram(let diagram):
                append(diagram.lines.map { .paragraph($0) }, indent: indent, to: &lines)
            case .picture(let picture):
                append(picture.lines.map { .item("·", $0) }, indent: indent, to: &lines)
            case .facts(let facts):
                for fact in facts {
                    append(
                        [.item("·", .strong("\(fact.label): ") + fact.text.joined(by: " "))],
                        indent: indent, to: &lines)
                }
            case .listing(let listing): append(listing.flat, indent: indent, to: &lines)
            case .gap:
                if let last = lines.last, !last.isEmpty { lines.append([]) }
            }
        }
    }

    private static func markWidth(_ block: Document.Block) -> Int {
        guard case .item(let item) = block, !item.mark.isEmpty else { return 0 }
        return TextWidth.of(item.mark) + 2
    }

    /// Adds prose, and its aside at the right end of the last line if it fits there, else below.
    private func append(
        _ text: Prose, after mark: Wrapping.Line = [], aside: Prose, first: Int, rest: Int,
        to lines: inout [Wrapping.Line]
    ) {
        var wrapped = Wrapping.lines(text, width: width - rest).map { blank(rest) + $0 }
        wrapped[0] = blank(first) + mark + wrapped[0].dropFirst(first + Wrapping.width(mark))
        let flatAside = Wrapping.flat(aside)
        if !flatAside.isEmpty {
            let used = Wrapping.width(wrapped[wrapped.count - 1])
            let room = width - used - Wrapping.width(flatAside)
            if room >= 2 {
                wrapped[wrapped.count - 1] += blank(room) + flatAside
            } else {
                let indent = rest + 2
                wrapped += Wrapping.lines(aside, width: width - indent).map { blank(indent) + $0 }
            }
        }
        lines += wrapped
    }

    private func blank(_ count: Int) -> Wrapping.Line {
        Array(repeating: (Character(" "), Prose.Style.plain, 1), count: max(count, 0))
    }

    /// Adds the line with its colours, if wanted.
    private func paint(_ line: Wrapping.Line, to text: inout String) {
        let end = line.lastIndex { $0.character != " " }.map { $0 + 1 } ?? 0
        var current = Prose.Style.plain
        for (character, style, _) in line[..<end] {
            if usesColor, style != current {
                text += Self.reset(from: current) + Self.code(of: style)
                current = style
            }
            if character.isPrintable { text.append(character) } else { text += String(character).printable }
        }
        if usesColor { text += Self.reset(from: current) }
    }

    private static func reset(from style: Prose.Style) -> String { style == .plain ? "" : "\u{1B}[0m" }

    private static func code(of style: Prose.Style) -> String {
        switch style {
        case .plain, .told: ""
        case .strong: "\u{1B}[1m"
        case .faint: "\u{1B}[2m"
        case .name: "\u{1B}[36m"
        case .good: "\u{1B}[32m"
        case .doubtful: "\u{1B}[33m"
        case .bad: "\u{1B}[31m"
        case .citation, .note: "\u{1B}[34m"
        }
    }
}

extension Prose {
    /// The same words with every plain part in another style.
    func restyled(_ style: Style) -> Prose {
        spans.map { Prose($0.text, $0.style == .plain ? style : $0.style) }.reduce(Prose(), +)
    }
}
