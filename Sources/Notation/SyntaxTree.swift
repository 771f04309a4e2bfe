/// A lossless picture of one file: every byte belongs to a token or to the
/// trivia (white space and comments) before it, so that printing the tree
/// gives back exactly what was typed, broken text included.
///
/// The tree is two flat arrays: tokens in order of the text, and nodes in
/// preorder, each covering a run of tokens. There is nothing to allocate per
/// node and nothing to free, which is what keeps parsing near the speed of
/// reading. Views into it (`SyntaxNode`, `SyntaxToken`) are cheap values.
///
/// A tree never changes. It is shared by reference, so that a view of it is one reference and one number.
public final class SyntaxTree: Sendable {
    /// The file as the author knows it, for findings; never opened by this module.
    public let fileName: String
    /// The text, byte for byte.
    public let source: [UInt8]
    /// All tokens in order; the last is the zero-width end of the file, whose trivia is the text's tail.
    public let tokens: [TokenRecord]
    /// All nodes in preorder; the first is the whole file.
    public let nodes: [NodeRecord]
    /// Where the lines of the text begin.
    public let lines: LineIndex

    init(
        fileName: String, source: [UInt8], tokens: [TokenRecord], nodes: [NodeRecord], lines: LineIndex
    ) {
        self.fileName = fileName
        self.source = source
        self.tokens = tokens
        self.nodes = nodes
        self.lines = lines
    }

    /// The node that covers the whole file.
    @inlinable public var root: SyntaxNode { SyntaxNode(tree: self, index: 0) }

    /// The text of some bytes of the source, as far as they are text.
    func text(_ range: Range<Int>) -> String {
        source.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        }
    }

    /// The bytes that the tokens and their trivia spell: equal to `source` for every input.
    ///
    /// It walks the tokens and not the source, so that a token lost or doubled shows.
    public var printed: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        for token in tokens {
            bytes.append(contentsOf: source[Int(token.triviaStart)..<Int(token.end)])
        }
        return bytes
    }
}

/// One token: its kind, and where its trivia and its text stand in the source.
public struct TokenRecord: Sendable, Hashable {
    public var kind: TokenKind
    /// The token was not typed; the parser put it where it was expected, with no width.
    public var isMissing: Bool
    /// Where the white space and comments before the token begin.
    public var triviaStart: UInt32
    /// Where the token's own text begins.
    public var start: UInt32
    /// The first byte behind it.
    public var end: UInt32

    public init(kind: TokenKind, isMissing: Bool = false, triviaStart: UInt32, start: UInt32, end: UInt32) {
        self.kind = kind
        self.isMissing = isMissing
        self.triviaStart = triviaStart
        self.start = start
        self.end = end
    }
}

/// One node: its kind, the run of tokens it covers, and where its subtree ends in the array of nodes.
public struct NodeRecord: Sendable, Hashable {
    public var kind: SyntaxKind
    public var firstToken: UInt32
    /// One past the last token.
    public var endToken: UInt32
    /// One past the last descendant in `SyntaxTree.nodes`.
    public var endNode: UInt32

    public init(kind: SyntaxKind, firstToken: UInt32, endToken: UInt32, endNode: UInt32) {
        self.kind = kind
        self.firstToken = firstToken
        self.endToken = endToken
        self.endNode = endNode
    }
}

/// What a token is, before anyone asks what it means. Keywords are words.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
    case word, number, date, decade, string
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis
    case colon, semicolon, comma, equals, lessThan, bar, range, slash, percent, dash
    /// A run of bytes that no token begins with; kept, and complained about.
    case unknown
    case endOfFile
}
