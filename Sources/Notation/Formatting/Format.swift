/// A file as its author would have it set by a patient typist.
///
///     let file = parse(fileName: "demand.rules", source: bytes)
///     let tidy = formatted(file)      // `nil`: the file is broken, or better left alone
///
/// Comments, the order of everything, and the author's choice of what shares a line are kept;
/// indentation, blanks, columns and long lines are made alike. Formatting twice changes nothing.
///
/// - Parameters:
///   - file: a parsed file. One with errors is not formatted: what an author meant to write is not
///     ours to guess.
///   - page: how long lines may be. Tables, names and words that are longer stay whole.
/// - Returns: the text, whose tokens and comments have been compared with the file's; `nil` if it has
///   errors or they would not be the same. The cost grows with the length of the text.
public func formatted(_ file: ParsedFile, page: Page = Page()) -> [UInt8]? {
    guard !file.findings.contains(where: { $0.severity == .error }) else { return nil }
    // A name that is also a word of the grammar may be unreadable at the start of a line; without
    // divided lines none is put there.
    for page in [page, .endless] {
        let text = layout(file.tree, page)
        let read = parse(fileName: file.tree.fileName, source: text)
        guard file.tree.saysTheSame(as: read.tree), read.findings.count == file.findings.count else {
            continue
        }
        guard layout(read.tree, page) == text else { continue }
        return text
    }
    return nil
}

/// How long lines may be, in characters.
public struct Page: Sendable, Hashable {
    /// No line is longer, if it can be divided.
    public var width: Int
    /// Lines that have to be divided are divided here.
    ///
    /// Some way before the end, so that no text is divided for the sake of its last word.
    public var proseWidth: Int

    public init(width: Int = 110, proseWidth: Int = 100) {
        self.width = width
        self.proseWidth = proseWidth
    }

    static let endless = Page(width: .max / 4, proseWidth: .max / 4)
}

func layout(_ tree: SyntaxTree, _ page: Page) -> [UInt8] {
    var builder = RowBuilder(tree: tree, width: page.width)
    builder.file(tree.root)
    let text = RowRenderer(builder.rows, page: page).text(lineEnd: tree.lineEnd)
    return Array(text.utf8)
}

extension SyntaxTree {
    /// Whether two trees hold the same tokens, nodes and comments, whatever the blanks between them.
    ///
    /// Texts are compared by what they mean: where their lines end is layout.
    func saysTheSame(as other: SyntaxTree) -> Bool {
        guard tokens.count == other.tokens.count, nodes == other.nodes else { return false }
        for index in tokens.indices {
            let (mine, its) = (SyntaxToken(tree: self, index: index), SyntaxToken(tree: other, index: index))
            guard mine.kind == its.kind, mine.isMissing == its.isMissing else { return false }
            if mine.kind == .string {
                guard mine.stringValue == its.stringValue else { return false }
            } else {
                guard source[mine.range].elementsEqual(other.source[its.range]) else { return false }
            }
        }
        return commentTexts == other.commentTexts
    }

    /// How the file ends its lines: as its first one ends.
    fileprivate var lineEnd: String {
        guard let first = source.firstIndex(of: UInt8(ascii: "\n")), first > 0 else { return "\n" }
        return source[first - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }
}
