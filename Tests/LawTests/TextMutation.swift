import Generation
import Notation

/// Ways in which a file comes out wrong under an author's hands.
enum TextMutation {
    /// The bytes with a token lost, doubled, moved, cut off behind or joined by others, or with one byte changed.
    static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let tokens = parse(fileName: "any.rules", source: bytes).tree.tokens
        guard tokens.count > 2 else { return bytes }
        let place = random.below(tokens.count - 1)
        let (token, next) = (tokens[place], tokens[place + 1])
        func part(_ from: UInt32, _ to: UInt32) -> ArraySlice<UInt8> { bytes[Int(from)..<Int(to)] }
        let before = bytes[..<Int(token.triviaStart)], after = bytes[Int(token.end)...]
        switch random.below(6) {
        case 0: return Array(before + after)
        case 1:
            return Array(
                before + part(token.triviaStart, token.end) + part(token.triviaStart, token.end) + after)
        case 2:
            return Array(
                before + part(next.triviaStart, next.end) + part(token.triviaStart, token.end)
                    + bytes[Int(next.end)...])
        case 3: return Array(before)
        case 4: return Array(before) + Scraps.text(of: 3, &random) + Array(after)
        default:
            var copy = bytes
            copy[random.below(copy.count)] = UInt8(truncatingIfNeeded: random.next())
            return copy
        }
    }
}

/// Words and signs of the notation in any order, some of them broken.
enum Scraps {
    static func text(of count: Int, _ random: inout SeededGenerator) -> [UInt8] {
        let words = (0..<count).map { _ in random.pick(all) ?? "" }
        let blanks = [" ", " ", "\n", "", "\t", "  # a comment\n", "\r\n", "\u{A0}"]
        return words.flatMap { Array($0.utf8) + Array((random.pick(blanks) ?? " ").utf8) }
    }

    static let all = [
        "language 1", "rule", "when", "and", "or", "not", "unless", "presume", "conclude", "recommend",
        "because",
        "from", "case", "stage", "test", "expect", "package", "phase", "pays", "table", "row", "columns",
        "collection",
        "diagnostic", "scale", "choice", "classification", "concept", "source", "claim", "dispute", "some",
        "every",
        "where", "satisfies", "at least", "at most", "exactly", "count of", "sum of", "proportion of", "is",
        "was",
        "rising", "in force", "recommended", "for each", "choose", "withdraw", "jointly with", "all",
        "listed", "gone",
        "unknown", "disputed", "assumed", "presumably", "yes/no", "percent of", "money in", "time since",
        "report",
        "{", "}", "(", ")", ":", ";", ",", "=", "<", "|", "..", "/", "%", "-", ".", "…", "\"", "\"a text\"",
        "\"open\\", "1", "1 500", "40..60%", "1994-05", "1994-13", "1990s", "USD 130 million (1993)", "P",
        "name",
        "a-name", "a-", "-a", "9999999999999999999999", "0.00001", "é", "\u{0}", "\u{FEFF}", "\u{202E}", "🧵",
    ]
}
