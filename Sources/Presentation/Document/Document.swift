/// What is shown, as structure: the same document goes to a terminal, into Markdown and onto a page of HTML.
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
        /// Of a part of what the last heading began.
        case subheading(Prose)
        case paragraph(Prose)
        case item(Item)
        /// Lines that keep their spaces and are never wrapped.
        case verbatim([Prose])
        case table(Table)
        /// What the numbers of `Prose.note` stand for, in their order.
        case notes([Note])
        case diagram(OrderDiagram)
        /// What leads to what.
        case picture(GraphPicture)
        /// Labels, each with what is said under it.
        case facts([Fact])
        /// A file's text, line by line.
        case listing(Listing)
        case gap
    }

    /// A numbered note at the end of a page.
    public struct Note: Hashable, Sendable {
        public var number: Int
        public var text: Prose

        public init(_ number: Int, _ text: Prose) {
            self.number = number
            self.text = text
        }
    }

    /// A label and what is said under it, in one or several paragraphs.
    public struct Fact: Hashable, Sendable {
        public var label: String
        public var text: [Prose]

        public init(_ label: String, _ text: [Prose]) {
            self.label = label
            self.text = text
        }
    }

    /// A line with a mark before it, and what belongs under it.
    public struct Item: Hashable, Sendable {
        public var mark: String
        public var text: Prose
        /// Set at the right end where there is room, else below.
        public var aside: Prose
        public var below: [Block]
        /// By which links lead to it; may be empty.
        public var anchor = ""

        public init(_ mark: String, _ text: Prose, aside: Prose = "", below: [Block] = []) {
            self.mark = mark
            self.text = text
            self.aside = aside
            self.below = below
        }
    }
}

extension Document {
    /// The lines of a file, with what is to be said of some of them.
    public struct Listing: Hashable, Sendable {
        public var lines: [Line]

        public init(_ lines: [Line]) { self.lines = lines }

        public struct Line: Hashable, Sendable {
            /// Counted from 1.
            public var number: Int
            public var text: Prose
            /// In a word or sign, what holds of the line; its style says whether that is good.
            public var mark: Prose
            public var notes: [Prose]

            public init(_ number: Int, _ text: Prose, mark: Prose = "", notes: [Prose] = []) {
                self.number = number
                self.text = text
                self.mark = mark
                self.notes = notes
            }
        }
    }

    /// Rows under headings; the first column says what a row is about.
    public struct Table: Hashable, Sendable {
        /// Whether the other columns hold figures, which stand under each other, or words.
        public enum Content: Hashable, Sendable { case figures, words }

        public var headings: [String]
        public var rows: [[Prose]]
        public var content: Content
        /// Says what the table shows, for those who cannot see it at a glance.
        public var caption: String

        /// - Precondition: every row has as many cells as there are headings; one that has fewer ends early.
        public init(
            _ headings: [String], rows: [[Prose]], content: Content = .figures, caption: String = ""
        ) {
            self.headings = headings
            self.rows = rows
            self.content = content
            self.caption = caption
        }
    }
}

extension Document.Block {
    public static func item(
        _ mark: String, _ text: Prose, aside: Prose = "", below: [Document.Block] = []
    ) -> Document.Block {
        .item(Document.Item(mark, text, aside: aside, below: below))
    }

    /// An item that links lead to.
    static func item(_ text: Prose, aside: Prose = "", below: [Document.Block] = [], anchor: String)
        -> Document.Block
    {
        var item = Document.Item("·", text, aside: aside, below: below)
        item.anchor = anchor
        return .item(item)
    }
}
