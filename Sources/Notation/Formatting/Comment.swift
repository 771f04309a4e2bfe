/// A comment as the author placed it.
struct Comment: Hashable {
    /// From the `#` on, without blanks at its end.
    let text: String
    /// It stands behind something on its line.
    let isTrailing: Bool
    let hasBlankLineBefore: Bool
}

/// What the author put before a token, as far as layout heeds it.
struct TokenGap {
    var comments: [Comment] = []
    /// The token begins a line.
    var breaksLine = false
    /// An empty line stands right before the token, or before its comments.
    var hasBlankLine = false

    /// Reads the white space and comments before a token.
    init(_ trivia: ArraySlice<UInt8>, isFirst: Bool) {
        var lineEnds = isFirst ? 1 : 0
        var rest = trivia
        while let byte = rest.first {
            if byte == UInt8(ascii: "#") {
                let end = rest.firstIndex(where: \.isLineEnd) ?? rest.endIndex
                var text = rest[rest.startIndex..<end]
                while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
                    text = text.dropLast()
                }
                comments.append(
                    Comment(
                        text: String(decoding: text, as: UTF8.self), isTrailing: lineEnds == 0,
                        hasBlankLineBefore: lineEnds > 1))
                lineEnds = 0
                rest = rest[end...]
                continue
            }
            rest = rest.dropFirst()
            guard byte.isLineEnd else { continue }
            if byte == UInt8(ascii: "\r"), rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
            lineEnds += 1
        }
        breaksLine = lineEnds > 0
        hasBlankLine = lineEnds > 1
    }
}

extension SyntaxTree {
    /// The gap before each token, in order.
    var gaps: [TokenGap] {
        tokens.enumerated().map { index, token in
            TokenGap(source[Int(token.triviaStart)..<Int(token.start)], isFirst: index == 0)
        }
    }

    /// All comments in order, as the formatter has to keep them.
    var commentTexts: [String] { gaps.flatMap(\.comments).map(\.text) }
}
