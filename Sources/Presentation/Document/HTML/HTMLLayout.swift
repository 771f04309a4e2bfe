/// Lays a document out as one page of HTML that needs nothing else: no network, no script.
///
/// Every block finds its own direction, and words that somebody wrote of a place are kept apart from
/// the sentence around them, so that a name in another script turns nothing round.
public struct HTMLLayout: Sendable {
    /// The page's language, as browsers and screen readers name it.
    public var language: String

    public init(language: String = "en") { self.language = language }

    public func render(_ document: Document) -> String { render(document, picture: nil) }

    /// - Parameter picture: stands behind the title, which the document begins with.
    func render(_ document: Document, picture: Markup?) -> String {
        var writer = PageWriter()
        var body: [Markup] = []
        var blocks = document.blocks
        if let picture {
            body = writer.sections(Array(blocks.prefix(1))) + [picture]
            blocks = Array(blocks.dropFirst())
        }
        body += writer.sections(blocks)
        let title =
            document.blocks.lazy.compactMap { block -> String? in
                if case .title(let text, _) = block { text.text } else { nil }
            }.first ?? ""
        let head = Markup.element(
            "head", [:],
            [
                .line, .void("meta", ["charset": "utf-8"]), .line,
                .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]), .line,
                // Nothing may be fetched or run, whatever stands on the page.
                .void(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ]), .line,
                .void("meta", ["name": "color-scheme", "content": "light dark"]), .line,
                .element("title", [:], [.text(title)]), .line, PageStyle.markup, .line,
            ])
        return Markup.page([
            .element(
                "html", ["lang": language],
                [
                    .line, head, .line,
                    .element("body", [:], [.line, .element("main", [:], [.line] + body), .line]), .line,
                ])
        ]).source
    }
}

/// Writes blocks, and remembers which notes were called where.
struct PageWriter {
    /// The page of a site that is written, from which links lead on; without one there are no links.
    let page: PageAddress?
    /// How often each note has been called so far.
    private var calls: [Int: Int] = [:]
    private var sectionCount = 0

    init(on page: PageAddress? = nil) { self.page = page }

    /// Blocks in sections, each named by its heading.
    mutating func sections(_ blocks: [Document.Block]) -> [Markup] {
        var pages: [Markup] = []
        var rest = blocks[...]
        let before = rest.prefix { !$0.isHeading }
        if !before.isEmpty {
            pages += [.element("header", [:], [.line] + self.blocks(Array(before))), .line]
        }
        rest = rest.dropFirst(before.count)
        while let heading = rest.first {
            let inside = rest.dropFirst().prefix { !$0.isHeading }
            sectionCount += 1
            let name = "part-\(sectionCount)"
            var parts: [Markup] = [.line]
            if case .heading(let text) = heading {
                parts += [.element("h2", ["id": name, "dir": "auto"], inline(text)), .line]
            }
            pages += [
                .element("section", ["aria-labelledby": name], parts + self.blocks(Array(inside))), .line,
            ]
            rest = rest.dropFirst(inside.count + 1)
        }
        return pages
    }

    /// Blocks one after another; items that follow each other make one list.
    mutating func blocks(_ blocks: [Document.Block]) -> [Markup] {
        var written: [Markup] = []
        var items: [Markup] = []
        func closed() -> [Markup] {
            items.isEmpty ? [] : [.element("ul", [:], [.line] + items), .line]
        }
        for block in blocks {
            if case .item(let item) = block {
                items += [self.item(item), .line]
                continue
            }
            written += closed()
            items = []
            written += self.block(block)
        }
        return written + closed()
    }

    private mutating func block(_ block: Document.Block) -> [Markup] {
        switch block {
        case .title(let text, let aside):
            let below: [Markup] =
                aside.isEmpty
                ? [] : [.element("p", ["class": "aside", "dir": "auto"], inline(aside)), .line]
            return [.element("h1", ["dir": "auto"], inline(text)), .line] + below
        case .heading(let text):
            return [.element("h2", ["dir": "auto"], inline(text)), .line]
        case .subheading(let text):
            return [.element("h3", ["dir": "auto"], inline(text)), .line]
        case .paragraph(let text):
            return [.element("p", ["dir": "auto"], inline(text)), .line]
        case .item(let item):
            return [.element("ul", [:], [self.item(item)]), .line]
        case .verbatim(let lines):
            let inside = lines.flatMap { inline($0) + [.line] }
            return [.element("pre", ["dir": "auto"], inside), .line]
        case .table(let table): return [self.table(table), .line]
        case .notes(let notes):
            let inside = notes.flatMap { [note($0), .line] }
            return [.element("ol", ["class": "notes"], [.line] + inside), .line]
        case .diagram(let diagram): return [DiagramDrawing(diagram).markup, .line]
        case .picture(let picture): return self.picture(picture)
        case .facts(let facts): return self.facts(facts)
        case .listing(let listing): return self.listing(listing)
        case .gap: return []
        }
    }

    private mutating func item(_ item: Document.Item) -> Markup {
        let isMarked = !["", "·", "•", "-"].contains(item.mark)
        var inside: [Markup] = []
        // The mark stands where the bullet would.
        if isMarked { inside += [.element("span", ["class": "mark"], [.text(item.mark)]), .text(" ")] }
        inside += inline(item.text)
        if !item.aside.isEmpty {
            inside += [.text(" "), .element("span", ["class": "aside"], inline(item.aside))]
        }
        let below = blocks(item.below)
        if !below.isEmpty { inside += [.line] + below }
        if !item.anchor.isEmpty { return .element("li", ["id": item.anchor, "dir": "auto"], inside) }
        return isMarked
            ? .element("li", ["class": "marked", "dir": "auto"], inside)
            : .element("li", ["dir": "auto"], inside)
    }

    private mutating func table(_ table: Document.Table) -> Markup {
        var head: [Markup] = []
        for heading in table.headings {
            head.append(.element("th", ["scope": "col", "dir": "auto"], [.text(heading)]))
        }
        var rows: [Markup] = []
        for row in table.rows {
            var cells: [Markup] = []
            for (place, cell) in row.enumerated() {
                cells.append(
                    place == 0
                        ? .element("th", ["scope": "row", "dir": "auto"], inline(cell))
                        : .element("td", ["dir": "auto"], inline(cell)))
            }
            rows += [.element("tr", [:], cells), .line]
        }
        return .element(
            "table", [:],
            [
                .line, table.caption.isEmpty ? .nothing : .element("caption", [:], [.text(table.caption)]),
                .line,
                .element("thead", [:], [.element("tr", [:], head)]), .line,
                .element("tbody", [:], [.line] + rows), .line,
            ])
    }

    // MARK: Notes

    /// A note with a way back to each place that called it.
    private mutating func note(_ note: Document.Note) -> Markup {
        var inside = inline(note.text)
        for call in 1...max(calls[note.number] ?? 0, 1) where calls[note.number] != nil {
            inside += [
                .text(" "),
                .element(
                    "a",
                    [
                        "href": "#call-\(note.number)-\(call)", "class": "back",
                        "aria-label": "back to where note \(note.number) is called, place \(call)",
                    ], [.text("↩\u{FE0E}")]),
            ]
        }
        return .element(
            "li", ["id": "note-\(note.number)", "value": "\(note.number)", "dir": "auto"], inside)
    }

    private mutating func call(_ number: Int) -> Markup {
        let call = calls[number, default: 0] + 1
        calls[number] = call
        return .element(
            "sup", [:],
            [
                .element(
                    "a",
                    [
                        "id": "call-\(number)-\(call)", "href": "#note-\(number)",
                        "aria-label": "note \(number)",
                    ], [.text("\(number)")])
            ])
    }

    // MARK: Words

    mutating func inline(_ prose: Prose) -> [Markup] {
        var parts: [Markup] = []
        var last: Prose.Style?
        for span in prose.spans {
            // Two numbers side by side would read as one.
            if span.style == .note, last == .note { parts.append(.element("sup", [:], [.text(",")])) }
            parts.append(words(span))
            last = span.style
        }
        return parts
    }

    private mutating func words(_ span: Prose.Span) -> Markup {
        guard let page, let link = span.link else { return styled(span) }
        return .element("a", ["href": page.way(to: link)], [styled(span)])
    }

    private mutating func styled(_ span: Prose.Span) -> Markup {
        let text = Markup.text(span.text)
        switch span.style {
        case .plain: return text
        case .strong: return .element("strong", [:], [text])
        case .faint: return .element("span", ["class": "faint"], [text])
        case .name: return .element("code", [:], [text])
        case .good: return .element("span", ["class": "good"], [text])
        case .doubtful: return .element("span", ["class": "doubtful"], [text])
        case .bad: return .element("span", ["class": "bad"], [text])
        case .citation: return .element("cite", [:], [text])
        case .told: return .element("bdi", [:], [text])
        case .note: return call(Int(span.text.filter(\.isNumber)) ?? 0)
        }
    }
}

extension Document.Block {
    fileprivate var isHeading: Bool {
        if case .heading = self { true } else { false }
    }
}
