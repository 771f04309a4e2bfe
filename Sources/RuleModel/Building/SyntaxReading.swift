import Notation

// Small questions to nodes of the tree. Tokens that are missing answer like tokens that are not there.

extension SyntaxNode {
    /// The token at a place among the node's own, if it was typed.
    func token(_ place: Int) -> SyntaxToken? {
        let tokens = ownTokens
        guard tokens.indices.contains(place) else { return nil }
        return tokens[place].ifTyped
    }

    /// The second token: in a declaration, its name.
    var name: SyntaxToken? { token(1) }

    /// What the first string among the node's own tokens means; empty without one.
    var string: String { ownTokens.first { $0.kind == .string }?.stringValue ?? "" }

    /// The own token behind a keyword.
    func token(after keyword: StaticString) -> SyntaxToken? {
        let tokens = ownTokens
        guard let place = tokens.firstIndex(where: { $0.spells(keyword) }), place + 1 < tokens.count else {
            return nil
        }
        return tokens[place + 1].ifTyped
    }

    /// Whether a keyword is among the own tokens behind the first ones.
    func has(_ keyword: StaticString, from start: Int = 0) -> Bool {
        ownTokens.dropFirst(start).contains { $0.kind == .word && $0.spells(keyword) }
    }

    /// The names between commas behind the first tokens: `from A, B` has two behind the first.
    func names(from start: Int = 1) -> [SyntaxToken] {
        ownTokens.dropFirst(start).filter { $0.kind == .word && !$0.isMissing }
    }

    /// The text from token to token without comments, every gap one space.
    var wording: String {
        let record = tree.nodes[index]
        var text = ""
        for place in Int(record.firstToken)..<Int(record.endToken) {
            let token = tree.tokens[place]
            if !text.isEmpty, token.triviaStart < token.start { text += " " }
            text += SyntaxToken(tree: tree, index: place).text
        }
        return text
    }

    /// The child that is a condition, whatever its kind; the last one if there are several.
    var conditions: [SyntaxNode] { children.filter(\.kind.isCondition) }
}

extension SyntaxToken {
    var ifTyped: SyntaxToken? { isMissing || kind == .endOfFile || text.isEmpty ? nil : self }

    /// A name that begins like a variable: with a capital.
    var isCapitalized: Bool { text.first?.isUppercase ?? false }
}

extension SyntaxKind {
    var isCondition: Bool {
        switch self {
        case .andCondition, .orCondition, .notCondition, .groupCondition, .someCondition, .everyCondition,
            .countCondition, .listCondition, .earlierCondition, .comparison:
            true
        default: false
        }
    }
}
