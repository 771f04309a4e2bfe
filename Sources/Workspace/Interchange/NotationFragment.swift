import Notation

/// Whether a text from outside is one thing of the notation and nothing more, so that it can be set
/// into other text without changing what stands around it.
enum NotationFragment {
    static func isName(_ text: String) -> Bool {
        let tree = parse(fileName: "", source: Array(text.utf8)).tree
        return tree.tokens.count == 2 && tree.tokens[0].kind == .word
            && Int(tree.tokens[0].end) == tree.source.count && tree.tokens[0].start == 0
    }

    /// `300`, `40..60%`, `low or medium`.
    static func isValue(_ text: String) -> Bool {
        fills(text, between: "case c \"\" { x is ", and: " }") { node in
            node.kind == .reading && node.children.map(\.kind) == [.valueSet] && node.ownTokens.count == 2
                ? node.first(.valueSet) : nil
        }
    }

    /// `1994-05`, `late 1990s`.
    static func isPeriod(_ text: String) -> Bool {
        fills(text, between: "case c \"\" { stage s \"\" from ", and: " { } }") { node in
            node.kind == .periodClause ? node.first(.value) : nil
        }
    }

    /// `not recommend credit as presumably-no`.
    static func isExpectation(_ text: String) -> Bool {
        fills(text, between: "case c \"\" { expect { ", and: " } }") { node in
            node.kind == .expectation && node.first(.fromClause) == nil && node.first(.atClause) == nil
                ? node : nil
        }
    }

    private static func fills(
        _ text: String, between head: String, and tail: String, _ wanted: (SyntaxNode) -> SyntaxNode?
    ) -> Bool {
        let range = head.utf8.count..<head.utf8.count + text.utf8.count
        // A comment would take the rest of the line with it.
        guard !range.isEmpty, !text.contains(where: { $0.isNewline || $0 == "#" }) else { return false }
        let tree = parse(fileName: "", source: Array((head + text + tail).utf8)).tree
        return tree.nodes.indices.contains { place in
            guard let node = wanted(SyntaxNode(tree: tree, index: place)) else { return false }
            return node.range == range
        }
    }
}
