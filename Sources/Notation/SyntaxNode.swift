/// A view of one node of a tree.
public struct SyntaxNode: Sendable {
    public let tree: SyntaxTree
    /// The node's place in `SyntaxTree.nodes`.
    public let index: Int

    @inlinable
    public init(tree: SyntaxTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    @inlinable public var kind: SyntaxKind { tree.nodes[index].kind }

    /// The direct children that are nodes, in order.
    @inlinable public var children: ChildNodes { ChildNodes(parent: self, kind: nil) }

    /// The direct children of a kind, in order; the others are passed over without a view being made.
    @inlinable public func each(_ kind: SyntaxKind) -> ChildNodes { ChildNodes(parent: self, kind: kind) }

    /// The place in `SyntaxTree.tokens` of the first token that is wanted among those that stand directly
    /// in this node and in none of its children.
    ///
    /// Places and not tokens are asked about, so that no reference is counted on the way.
    @inlinable
    public func firstDirectToken(where isWanted: (Int) -> Bool) -> Int? {
        let record = tree.nodes[index]
        var place = Int(record.firstToken)
        var child = index + 1
        while true {
            while child < Int(record.endNode), Int(tree.nodes[child].firstToken) <= place {
                place = max(place, Int(tree.nodes[child].endToken))
                child = Int(tree.nodes[child].endNode)
            }
            guard place < Int(record.endToken) else { return nil }
            if isWanted(place) { return place }
            place += 1
        }
    }

    /// The tokens that stand directly in this node and in none of its children, one after the other.
    @inlinable public var directTokens: DirectTokens { DirectTokens(parent: self) }

    /// The same as an array, to be asked by place.
    public var ownTokens: [SyntaxToken] { Array(directTokens) }

    /// Direct children, nodes and tokens interleaved as typed.
    public var elements: [SyntaxElement] {
        var result: [SyntaxElement] = []
        var token = Int(tree.nodes[index].firstToken)
        func addTokens(before end: Int) {
            while token < end {
                result.append(.token(SyntaxToken(tree: tree, index: token)))
                token += 1
            }
        }
        for child in children {
            let childRecord = tree.nodes[child.index]
            addTokens(before: Int(childRecord.firstToken))
            result.append(.node(child))
            token = max(token, Int(childRecord.endToken))
        }
        addTokens(before: Int(tree.nodes[index].endToken))
        return result
    }

    /// The first direct child of a kind.
    @inlinable
    public func first(_ kind: SyntaxKind) -> SyntaxNode? {
        // Asked of the records, so that a view is made of what is wanted alone.
        let end = Int(tree.nodes[index].endNode)
        var place = index + 1
        while place < end {
            if tree.nodes[place].kind == kind { return SyntaxNode(tree: tree, index: place) }
            place = Int(tree.nodes[place].endNode)
        }
        return nil
    }

    /// All direct children of a kind, in order.
    @inlinable
    public func all(_ kind: SyntaxKind) -> [SyntaxNode] { Array(each(kind)) }

    /// The node's text from its first token to its last, without the trivia before it.
    public var text: String { tree.text(range) }

    /// Where the node stands in the source, in bytes, without the trivia before it.
    @inlinable public var range: Range<Int> {
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

    @inlinable
    public init(tree: SyntaxTree, index: Int) {
        self.tree = tree
        self.index = index
    }

    @inlinable public var kind: TokenKind { tree.tokens[index].kind }
    @inlinable public var isMissing: Bool { tree.tokens[index].isMissing }

    /// The token as typed, quotes included.
    public var text: String { tree.text(range) }

    /// Where the token stands in the source, in bytes.
    @inlinable public var range: Range<Int> {
        let record = tree.tokens[index]
        return Int(record.start)..<Int(record.end)
    }
}

/// A child of a node.
public enum SyntaxElement: Sendable {
    case node(SyntaxNode)
    case token(SyntaxToken)
}

/// The direct children of a node that are nodes, all or those of a kind.
public struct ChildNodes: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: SyntaxTree
    @usableFromInline var place: Int
    @usableFromInline let end: Int
    @usableFromInline let kind: SyntaxKind?

    @inlinable
    init(parent: SyntaxNode, kind: SyntaxKind?) {
        self.kind = kind
        tree = parent.tree
        place = parent.index + 1
        end = Int(parent.tree.nodes[parent.index].endNode)
    }

    @inlinable
    public mutating func next() -> SyntaxNode? {
        while place < end {
            let found = place
            let record = tree.nodes[found]
            place = Int(record.endNode)
            if kind == nil || record.kind == kind { return SyntaxNode(tree: tree, index: found) }
        }
        return nil
    }
}

/// The tokens of a node that stand in none of its children.
public struct DirectTokens: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: SyntaxTree
    @usableFromInline var place: Int
    @usableFromInline let end: Int
    /// The next child, whose tokens are passed over.
    @usableFromInline var child: Int
    @usableFromInline let endOfChildren: Int

    @inlinable
    init(parent: SyntaxNode) {
        tree = parent.tree
        let record = tree.nodes[parent.index]
        place = Int(record.firstToken)
        end = Int(record.endToken)
        child = parent.index + 1
        endOfChildren = Int(record.endNode)
    }

    @inlinable
    public mutating func next() -> SyntaxToken? {
        while child < endOfChildren, Int(tree.nodes[child].firstToken) <= place {
            place = Swift.max(place, Int(tree.nodes[child].endToken))
            child = Int(tree.nodes[child].endNode)
        }
        guard place < end else { return nil }
        defer { place += 1 }
        return SyntaxToken(tree: tree, index: place)
    }
}
