/// A view of one node of a tree.
public struct SyntaxNode: Sendable {
    public let tree: SyntaxTree
    /// The node's place in `SyntaxTree.nodes`.
    public let index: Int

    public init(tree: SyntaxTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    public var kind: SyntaxKind { tree.nodes[index].kind }

    /// The direct children that are nodes, in order.
    public var children: ChildNodes { ChildNodes(parent: self) }

    /// The tokens that stand directly in this node and in none of its children, in order.
    public var ownTokens: [SyntaxToken] {
        elements.compactMap { element in
            if case .token(let token) = element { token } else { nil }
        }
    }

    /// Direct children, nodes and tokens interleaved as typed.
    public var elements: [SyntaxElement] {
        var result: [SyntaxElement] = []
        let record = tree.nodes[index]
        var token = Int(record.firstToken)
        for child in children {
            let childRecord = tree.nodes[child.index]
            while token < Int(childRecord.firstToken) {
                result.append(.token(SyntaxToken(tree: tree, index: token)))
                token += 1
            }
            result.append(.node(child))
            token = max(token, Int(childRecord.endToken))
        }
        while token < Int(record.endToken) {
            result.append(.token(SyntaxToken(tree: tree, index: token)))
            token += 1
        }
        return result
    }

    /// The first direct child of a kind.
    public func first(_ kind: SyntaxKind) -> SyntaxNode? { children.first { $0.kind == kind } }

    /// All direct children of a kind, in order.
    public func all(_ kind: SyntaxKind) -> [SyntaxNode] { children.filter { $0.kind == kind } }

    /// The node's text from its first token to its last, without the trivia before it.
    public var text: String { String(decoding: tree.source[range], as: UTF8.self) }

    /// Where the node stands in the source, in bytes, without the trivia before it.
    public var range: Range<Int> {
        let record = tree.nodes[index]
        guard record.firstToken < record.endToken else {
            let place = Int(tree.tokens[Int(min(record.firstToken, UInt32(tree.tokens.count - 1)))].start)
            return place..<place
        }
        let start = Int(tree.tokens[Int(record.firstToken)].start)
        return start..<max(start, Int(tree.tokens[Int(record.endToken) - 1].end))
    }
}

/// A view of one token.
public struct SyntaxToken: Sendable {
    public let tree: SyntaxTree
    public let index: Int

    public init(tree: SyntaxTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    public var kind: TokenKind { tree.tokens[index].kind }
    public var isMissing: Bool { tree.tokens[index].isMissing }

    /// The token as typed, quotes included.
    public var text: String { String(decoding: tree.source[range], as: UTF8.self) }

    /// Where the token stands in the source, in bytes.
    public var range: Range<Int> {
        let record = tree.tokens[index]
        return Int(record.start)..<Int(record.end)
    }
}

/// A child of a node.
public enum SyntaxElement: Sendable {
    case node(SyntaxNode)
    case token(SyntaxToken)
}

/// The direct children of a node that are nodes.
public struct ChildNodes: Sequence, IteratorProtocol, Sendable {
    private let tree: SyntaxTree
    private var next_: Int
    private let end: Int

    init(parent: SyntaxNode) {
        tree = parent.tree
        next_ = parent.index + 1
        end = Int(parent.tree.nodes[parent.index].endNode)
    }

    public mutating func next() -> SyntaxNode? {
        guard next_ < end else { return nil }
        defer { next_ = Int(tree.nodes[next_].endNode) }
        return SyntaxNode(tree: tree, index: next_)
    }
}
