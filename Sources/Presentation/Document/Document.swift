/// What is shown, as structure: the same document goes to a terminal and into Markdown.
public struct Document: Hashable, Sendable {
    public var blocks: [Block]

    public init(_ blocks: [Block] = []) { self.blocks = blocks }

    public mutating func add(_ block: Block) { blocks.append(block) }
    public mutating func add(_ more: [Block]) { blocks += more }

    /// One part of a document.
    public indirect enum Block: Hashable, Sendable {
        /// The first line, with something short set at its right end where there is room.
        case title(Prose, aside: Prose = "")
        case heading(Prose)
        case paragraph(Prose)
        case item(Item)
        /// Lines that keep their spaces and are never wrapped.
        case verbatim([Prose])
        case table(Table)
        case gap
    }

    /// A line with a mark before it, and what belongs under it.
    public struct Item: Hashable, Sendable {
        public var mark: String
        public var text: Prose
        /// Set at the right end where there is room, else below.
        public var aside: Prose
        public var below: [Block]

        public init(_ mark: String, _ text: Prose, aside: Prose = "", below: [Block] = []) {
            self.mark = mark
            self.text = text
            self.aside = aside
            self.below = below
        }
    }
}

extension Document {
    /// Rows under headings; the first column says what a row is about, the others are figures.
    public struct Table: Hashable, Sendable {
        public var headings: [String]
        public var rows: [[Prose]]

        /// - Precondition: every row has as many cells as there are headings; one that has fewer ends early.
        public init(_ headings: [String], rows: [[Prose]]) {
            self.headings = headings
            self.rows = rows
        }
    }
}

extension Document.Block {
    public static func item(
        _ mark: String, _ text: Prose, aside: Prose = "", below: [Document.Block] = []
    ) -> Document.Block {
        .item(Document.Item(mark, text, aside: aside, below: below))
    }
}
