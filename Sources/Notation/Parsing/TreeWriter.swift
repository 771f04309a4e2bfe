/// Writes the two flat arrays of a tree in the order of the text.
struct TreeWriter {
    private(set) var tokens: [TokenRecord] = []
    private(set) var nodes: [NodeRecord] = []

    /// Where a node was opened. It stays valid for ancestors of what is written later.
    struct Mark {
        fileprivate var index: Int
    }

    init(capacity: Int) {
        tokens.reserveCapacity(capacity)
        nodes.reserveCapacity(capacity)
    }

    var lastToken: TokenRecord? { tokens.last }

    mutating func append(_ token: TokenRecord) { tokens.append(token) }

    /// A place to wrap a node around later.
    var mark: Mark { Mark(index: nodes.count) }

    mutating func open(_ kind: SyntaxKind) -> Mark {
        nodes.append(
            NodeRecord(
                kind: kind, firstToken: UInt32(truncatingIfNeeded: tokens.count), endToken: 0, endNode: 0))
        return Mark(index: nodes.count - 1)
    }

    /// Opens a node that takes in the finished node at `mark` and everything behind it.
    ///
    /// The nodes behind move up by one. Only conditions and ranges are wrapped so,
    /// at most once per level of nesting, and nesting is bounded.
    mutating func open(_ kind: SyntaxKind, around mark: Mark) -> Mark {
        guard mark.index < nodes.count else { return open(kind) }
        var record = nodes[mark.index]
        record.kind = kind
        nodes.insert(record, at: mark.index)
        for index in (mark.index + 1)..<nodes.count { nodes[index].endNode += 1 }
        return mark
    }

    mutating func close(_ mark: Mark) {
        nodes[mark.index].endToken = UInt32(truncatingIfNeeded: tokens.count)
        nodes[mark.index].endNode = UInt32(truncatingIfNeeded: nodes.count)
    }
}
