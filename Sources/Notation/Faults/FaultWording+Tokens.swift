// What is wrong with one token, wherever it stands.

extension FaultWording {
    func draft(_ lexical: LexicalFault, _ range: Range<Int>) -> Finding {
        switch lexical {
        case .unclosedString:
            return Finding(
                code: "unclosed-string", message: "this text is not closed by a second quote", place: nil,
                label: "opened here", help: ["write `\"` where the text ends"],
                suggestion: insert("\"", at: range.upperBound))
        case .smartQuotes:
            return Finding(
                code: "smart-quotes", message: "text stands between plain quotes: \"…\"", place: nil,
                label: "typographic quotes", suggestion: replace(range, by: straightened(range)))
        case .singleQuotes:
            return Finding(
                code: "single-quotes", message: "text stands between double quotes: \"…\"", place: nil,
                label: "single quotes", suggestion: replace(range, by: straightened(range)))
        case .unknownCharacters, .invalidText:
            return Finding(
                code: "unknown-character", message: "\(quoted(range)) has no meaning in this language",
                place: nil,
                label: "cannot stand outside of quotes", help: helpForSign(text(range)),
                suggestion: helpForSign(text(range)).isEmpty ? replace(range, by: "") : nil)
        case .shortDate:
            let parts = text(range).split(separator: "-").map { $0.count == 1 ? "0\($0)" : String($0) }
            return Finding(
                code: "short-date", message: "months and days have two digits", place: nil,
                label: "write `\(parts.joined(separator: "-"))`",
                suggestion: replace(range, by: parts.joined(separator: "-")))
        case .impossibleDate:
            return Finding(
                code: "impossible-date", message: "\(quoted(range)) is no date", place: nil,
                label: "read as year, month, day",
                help: ["write a date as `1994-05` or `1994-05-17`, and a span of years as `1994..1997`"])
        case .yearsWithDash:
            let mended = text(range).split(separator: "-").joined(separator: "..")
            return Finding(
                code: "dash-for-range", message: "a range is written with two dots", place: nil,
                label: "write `\(mended)`", suggestion: replace(range, by: mended))
        case .underscore:
            let mended = String(text(range).map { $0 == "_" ? "-" : $0 })
            return Finding(
                code: "underscore-in-name", message: "the parts of a name are joined by `-`", place: nil,
                label: "write `\(mended)`", suggestion: replace(range, by: mended))
        case .disguisedName:
            let mended = undisguised(range)
            return Finding(
                code: "disguised-name", message: "this name holds a character that looks like something else",
                place: nil, label: "write `\(mended)`",
                help: ["such characters come along with text from a word processor or a web page"],
                suggestion: replace(range, by: mended))
        case .innerQuotes:
            return Finding(
                code: "quotes-in-text", message: "a text cannot hold plain double quotes", place: nil,
                label: "the text seems to end in its middle",
                help: ["write \\\" for a quote inside of a text, or use typographic ones: “…”"],
                suggestion: replace(range, by: escaped(range)))
        case .controlCharacter: return draftTheory(.controlCharacter, range)
        case .emptyText:
            return Finding(
                code: "empty-text", severity: .warning, message: "this text says nothing", place: nil,
                label: "nothing between the quotes",
                help: ["write what it is to say; a text that is not needed is left out with its quotes"])
        case .ellipsis:
            return Finding(
                code: "ellipsis-for-range", message: "a range is written with two dots", place: nil,
                label: "write `..`", suggestion: replace(range, by: ".."))
        }
    }

    /// The name with plain dashes and letters, and without what cannot be seen.
    private func undisguised(_ range: Range<Int>) -> String {
        String(
            text(range).unicodeScalars.compactMap { scalar -> Character? in
                if scalar.isInvisible { return nil }
                return scalar.isDash ? "-" : scalar.lookalike ?? Character(scalar)
            })
    }

    /// The text with its inner quotes escaped.
    private func escaped(_ range: Range<Int>) -> String {
        let inner = text(range).dropFirst().dropLast()
        return "\"" + inner.replacing("\\\"", with: "\"").replacing("\"", with: "\\\"") + "\""
    }

    private func straightened(_ range: Range<Int>) -> String {
        let inner = text(range).dropFirst().dropLast()
        return "\"" + inner.map { $0 == "\"" ? "\\\"" : String($0) }.joined() + "\""
    }

    private func helpForSign(_ sign: String) -> [String] {
        switch sign {
        case "–", "—", "−": ["write `..` between the ends of a range, and `-` inside a name"]
        case "‘", "’", "'": ["put text between double quotes: \"…\""]
        case "&&", "&": ["write `and`"]
        case "||": ["write `or`"]
        case "!", "¬": ["write `not`"]
        case "!=", "≠": ["write `is not`"]
        case "→", "=>", "->": ["say it in words: `conclude`, `recommend`"]
        case "$", "€", "£", "¥": ["write a currency by its three letters: `USD 100`"]
        default: []
        }
    }
}
