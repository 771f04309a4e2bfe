extension SyntaxTree {
    /// The tree as indented text for tests and for people: kinds, places and tokens.
    ///
    ///     (path 3:10-3:22 word:public-purchaser)
    ///
    /// Missing tokens show as `missing:word`.
    public var dump: String { root.dump }
}

extension SyntaxNode {
    /// The node and what it holds, one node a line, children indented by two spaces.
    public var dump: String {
        var writer = DumpWriter(lines: tree.lines)
        writer.write(self)
        return writer.text
    }
}

private struct DumpWriter {
    let lines: LineIndex
    var text = ""

    /// Writes without recursion, so that no depth of nesting overflows the stack.
    mutating func write(_ root: SyntaxNode) {
        enum Step {
            case open(SyntaxNode, Int)
            case token(SyntaxToken)
            case close
        }
        var steps: [Step] = [.open(root, 0)]
        while let step = steps.popLast() {
            switch step {
            case .open(let node, let depth):
                if depth > 0 { text += "\n" + String(repeating: "  ", count: depth) }
                text += "(\(node.kind) \(position(node.range.lowerBound))-\(position(node.range.upperBound))"
                steps.append(.close)
                for element in node.elements.reversed() {
                    switch element {
                    case .node(let child): steps.append(.open(child, depth + 1))
                    case .token(let token): steps.append(.token(token))
                    }
                }
            case .token(let token):
                text += token.isMissing ? " missing:\(token.kind)" : " \(token.kind)"
                if !token.isMissing, token.kind != .endOfFile { text += ":\(token.text)" }
            case .close: text += ")"
            }
        }
    }

    private func position(_ offset: Int) -> String {
        let position = lines.position(of: offset)
        return "\(position.line):\(position.column)"
    }
}
