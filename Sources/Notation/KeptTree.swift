// A tree is numbers beside a text, and can be kept as such.

extension SyntaxTree {
    /// The tree without its text, for who wants to keep it: see `init(fileName:source:numbers:)`.
    public var numbers: [UInt32] {
        var numbers = [UInt32(tokens.count), UInt32(nodes.count), UInt32(lines.starts.count)]
        numbers.reserveCapacity(3 + 4 * (tokens.count + nodes.count) + lines.starts.count)
        for token in tokens {
            let kind = UInt32(token.kind.rawValue) << 1 | (token.isMissing ? 1 : 0)
            numbers += [kind, token.triviaStart, token.start, token.end]
        }
        for node in nodes {
            numbers += [UInt32(node.kind.rawValue), node.firstToken, node.endToken, node.endNode]
        }
        return numbers + lines.starts
    }

    /// The tree of a text from its numbers, which takes a small part of the time of parsing.
    ///
    /// What could not be a tree of any text as long is refused; that it is the tree of this one is for
    /// whoever kept it to know.
    public convenience init?(fileName: String, source: [UInt8], numbers: UnsafeBufferPointer<UInt32>) {
        guard numbers.count >= 3, source.count < Int(UInt32.max) else { return nil }
        let (tokenCount, nodeCount) = (Int(numbers[0]), Int(numbers[1]))
        let firstNode = 3 + 4 * tokenCount
        let firstLine = firstNode + 4 * nodeCount
        guard tokenCount > 0, nodeCount > 0, firstLine + Int(numbers[2]) == numbers.count else { return nil }
        var isTree = true
        let tokens = [TokenRecord](unsafeUninitializedCapacity: tokenCount) { tokens, count in
            for place in 0..<tokenCount {
                let next = 3 + 4 * place
                let token = TokenRecord(
                    kind: TokenKind(rawValue: UInt8(truncatingIfNeeded: numbers[next] >> 1)) ?? .unknown,
                    isMissing: numbers[next] & 1 == 1, triviaStart: numbers[next + 1],
                    start: numbers[next + 2], end: numbers[next + 3])
                isTree =
                    isTree && token.triviaStart <= token.start && token.start <= token.end
                    && token.end <= source.count
                tokens.initializeElement(at: place, to: token)
            }
            count = tokenCount
        }
        let nodes = [NodeRecord](unsafeUninitializedCapacity: nodeCount) { nodes, count in
            for place in 0..<nodeCount {
                let next = firstNode + 4 * place
                let node = NodeRecord(
                    kind: SyntaxKind(rawValue: UInt8(truncatingIfNeeded: numbers[next])) ?? .unexpected,
                    firstToken: numbers[next + 1], endToken: numbers[next + 2], endNode: numbers[next + 3])
                isTree =
                    isTree && node.firstToken <= node.endToken && node.endToken <= tokenCount
                    && node.endNode > place && node.endNode <= nodeCount
                nodes.initializeElement(at: place, to: node)
            }
            count = nodeCount
        }
        let starts = Array(numbers[firstLine...])
        guard isTree, starts.allSatisfy({ $0 <= source.count }) else { return nil }
        self.init(
            fileName: fileName, source: source, tokens: tokens, nodes: nodes,
            lines: LineIndex(source, starts: starts))
    }
}
