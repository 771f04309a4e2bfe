/// A word of the language: where it stands and what it means.
public struct WordPage: Sendable, Hashable {
    public var word: String
    /// Where it stands, with code between backquotes.
    public var place: String
    public var meaning: String
    /// A line of an example in the manual.
    public var example: String
}

/// The words of the language, each with its page.
public enum WordManual {
    /// In the order of the alphabet.
    public static let pages: [WordPage] = table.split(separator: "\n").compactMap { row in
        // A bar inside of a cell has a backslash before it.
        let cells = row.replacing("\\|", with: "\u{1}").split(separator: "|").map { cell in
            var text = cell.replacing("\u{1}", with: "|")[...]
            while text.first == " " { text = text.dropFirst() }
            while text.last == " " { text = text.dropLast() }
            return String(text)
        }
        guard cells.count == 4 else { return nil }
        return WordPage(
            word: cells[0].filter { $0 != "`" }, place: cells[1], meaning: cells[2],
            example: String(cells[3].dropFirst().dropLast()))
    }

    /// The rows as the documentation has them.
    public static var rows: [String] { table.split(separator: "\n").map(String.init) }

    public static func page(_ word: String) -> WordPage? { pages.first { $0.word == word } }
}

/// A word's page.
public struct WordPageView: Sendable {
    private let page: WordPage

    public init(_ page: WordPage) { self.page = page }

    public var document: Document {
        var document = Document()
        document.add(.title(Prose(page.word)))
        document.add(.paragraph(Prose(page.meaning)))
        document.add(.heading("Where it stands"))
        document.add(.paragraph(Prose(page.place)))
        document.add(.heading("For example"))
        document.add(.verbatim([Prose("    " + page.example)]))
        return document
    }
}
