// How tokens stand beside each other on a line.

extension SyntaxToken {
    /// Blanks between a token and the one before it.
    func blanks(after previous: SyntaxToken) -> Int {
        switch kind {
        case .comma, .semicolon, .colon, .rightParenthesis, .percent, .range, .slash: return 0
        default: break
        }
        switch previous.kind {
        case .leftParenthesis, .range, .slash: return 0
        // Behind one blank `1 500` would be a single number.
        case .number where kind == .number: return 3
        default: return 1
        }
    }

    /// Whether a line that is full may end before this token.
    func canBeginLine(after previous: SyntaxToken) -> Bool {
        if previous.kind == .semicolon || previous.kind == .comma { return kind != .rightBrace }
        return Self.joints.contains { spells($0) }
    }

    /// The words before which a long sentence is best divided.
    private static let joints: [StaticString] = [
        "and", "or", "where", "satisfies", "judgement", "presume", "through", "targeting", "with", "until",
        "capped",
    ]

    /// A text word by word, as it can be divided over lines; `nil` if it has to stay on one line.
    ///
    /// Every run of white space is one blank, as it is in the text's meaning.
    var textWords: [String]? {
        guard kind == .string else { return nil }
        let bytes = tree.source[range]
        // With a brace in it a text of several lines would be taken for one that was never closed.
        guard !bytes.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            return nil
        }
        guard bytes.count >= 2 else { return nil }
        let words = bytes.dropFirst().dropLast()
            .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0.isLineEnd }
            .map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, let last = words.last else { return ["\"\""] }
        // Without the blank behind it a last backslash would escape the quote.
        guard last.reversed().prefix(while: { $0 == "\\" }).count.isMultiple(of: 2) else { return nil }
        if words.count == 1 { return ["\"\(first)\""] }
        return ["\"" + first] + words[1..<(words.count - 1)] + [last + "\""]
    }
}
