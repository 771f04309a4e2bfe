import Notation

// Small questions to nodes of the tree. Tokens that are missing answer like tokens that are not there.

extension SyntaxNode {
    /// The token at a place among the node's own, if it was typed.
    func token(_ place: Int) -> SyntaxToken? { ownToken(place).flatMap(typedToken) }

    /// The second token: in a declaration, its name.
    var name: SyntaxToken? { token(1) }

    var firstToken: SyntaxToken? { first { _ in true } }

    /// Whether the token at a place among the node's own is a word.
    func token(_ place: Int, spells word: StaticString) -> Bool {
        ownToken(place).map { tree.token($0, spells: word) } ?? false
    }

    var hasOneToken: Bool { ownToken(0) != nil && ownToken(1) == nil }

    /// The first own token that is wanted.
    func first(where isWanted: (TokenRecord) -> Bool) -> SyntaxToken? {
        firstDirectToken { isWanted(tree.tokens[$0]) }.map { SyntaxToken(tree: tree, index: $0) }
    }

    /// The first own token that is a word.
    func first(spelt word: StaticString) -> SyntaxToken? {
        firstDirectToken { tree.token($0, spells: word) }.map { SyntaxToken(tree: tree, index: $0) }
    }

    /// What the first string among the node's own tokens means; empty without one.
    var string: String { first { $0.kind == .string }?.stringValue ?? "" }

    /// The own token behind a keyword.
    func token(after keyword: StaticString) -> SyntaxToken? { tokenPlace(after: keyword).flatMap(typedToken) }

    /// Whether the own token behind a keyword is a word.
    func token(after keyword: StaticString, spells word: StaticString) -> Bool {
        tokenPlace(after: keyword).map { tree.token($0, spells: word) } ?? false
    }

    /// Whether a keyword is among the own tokens behind the first ones.
    func has(_ keyword: StaticString, from start: Int = 0) -> Bool {
        var left = start
        return firstDirectToken { place in
            left -= 1
            return left < 0 && tree.tokens[place].kind == .word && tree.token(place, spells: keyword)
        } != nil
    }

    /// The names between commas behind the first tokens: `from A, B` has two behind the first.
    func names(from start: Int = 1) -> [SyntaxToken] {
        directTokens.dropFirst(start).filter(\.isName)
    }

    /// How many names stand behind the first tokens.
    func nameCount(from start: Int = 1) -> Int {
        var left = start
        var count = 0
        _ = firstDirectToken { place in
            left -= 1
            if left < 0, tree.tokens[place].kind == .word, !tree.tokens[place].isMissing { count += 1 }
            return false
        }
        return count
    }

    private func ownToken(_ number: Int) -> Int? {
        var left = number
        return firstDirectToken { _ in
            left -= 1
            return left < 0
        }
    }

    private func tokenPlace(after keyword: StaticString) -> Int? {
        var isBehind = false
        return firstDirectToken { place in
            if isBehind { return true }
            isBehind = tree.token(place, spells: keyword)
            return false
        }
    }

    private func typedToken(_ place: Int) -> SyntaxToken? {
        let record = tree.tokens[place]
        let isTyped = !record.isMissing && record.kind != .endOfFile && record.start < record.end
        return isTyped ? SyntaxToken(tree: tree, index: place) : nil
    }

    /// The text from token to token without comments, every gap one space.
    var wording: String {
        let record = tree.nodes[index]
        let tokens = tree.tokens[Int(record.firstToken)..<Int(record.endToken)]
        return tree.source.withUnsafeBufferPointer { source in
            String(unsafeUninitializedCapacity: range.count) { text in
                var count = 0
                for token in tokens {
                    if count > 0, token.triviaStart < token.start {
                        text[count] = UInt8(ascii: " ")
                        count += 1
                    }
                    for byte in source[Int(token.start)..<Int(token.end)] {
                        text[count] = byte
                        count += 1
                    }
                }
                return count
            }
        }
    }

    /// The children that are conditions, whatever their kind.
    var conditions: [SyntaxNode] { children.filter(\.kind.isCondition) }

    var firstCondition: SyntaxNode? { firstChild(where: \.isCondition) }

    /// The first child of a kind that is wanted.
    func firstChild(where isWanted: (SyntaxKind) -> Bool) -> SyntaxNode? {
        let end = Int(tree.nodes[index].endNode)
        var place = index + 1
        while place < end {
            let record = tree.nodes[place]
            if isWanted(record.kind) { return SyntaxNode(tree: tree, index: place) }
            place = Int(record.endNode)
        }
        return nil
    }

    /// How many children are of a kind that is wanted.
    func childCount(where isWanted: (SyntaxKind) -> Bool) -> Int {
        var count = 0
        _ = firstChild { kind in
            if isWanted(kind) { count += 1 }
            return false
        }
        return count
    }
}

extension SyntaxToken {
    var ifTyped: SyntaxToken? { isMissing || kind == .endOfFile || range.isEmpty ? nil : self }

    var isName: Bool { kind == .word && !isMissing }

    /// A name that begins like a variable: with a capital.
    var isCapitalized: Bool {
        let first = withBytes { bytes in bytes.first.flatMap { $0 < 0x80 ? $0 : nil } }
        // A mark may follow and change the letter, but not from small to capital.
        guard let first else { return text.first?.isUppercase ?? false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    }

    func isSame(as other: SyntaxToken) -> Bool { index == other.index && tree === other.tree }
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
