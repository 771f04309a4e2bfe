/// Puts the parser's faults into the author's words.
struct FaultWording {
    let fileName: String
    let source: [UInt8]

    func finding(_ fault: SyntaxFault) -> Finding {
        var finding = draft(fault)
        finding.place = place(fault.range)
        return finding
    }

    func place(_ range: Range<Int>) -> Place {
        Place(file: fileName, start: range.lowerBound, end: range.upperBound)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    /// Text for one line of output, cut if it is long.
    func quoted(_ range: Range<Int>) -> String {
        let whole = text(range)
        let line = whole.prefix { !$0.isNewline }
        return line.count > 40 || line.count < whole.count ? "`\(line.prefix(36))…`" : "`\(line)`"
    }

    func replace(_ range: Range<Int>, by replacement: String) -> Finding.Suggestion {
        Finding.Suggestion(place: place(range), replacement: replacement)
    }

    /// Puts a word or `=` where a sign stood, with a blank on each side that has none.
    func replaceSign(_ range: Range<Int>, by replacement: String) -> Finding.Suggestion {
        if replacement == "," {
            // A comma stands at the end of a word.
            var start = range.lowerBound
            while start > 0, source[start - 1] == UInt8(ascii: " ") { start -= 1 }
            return replace(start..<range.upperBound, by: ",")
        }
        guard replacement != ":", replacement != ";", replacement != "<", replacement != "|" else {
            return replace(range, by: replacement)
        }
        func isBlank(_ place: Int) -> Bool {
            guard source.indices.contains(place) else { return true }
            return source[place] == UInt8(ascii: " ") || source[place] == UInt8(ascii: "\t")
                || source[place].isLineEnd
        }
        let before = isBlank(range.lowerBound - 1) ? "" : " "
        let behind = isBlank(range.upperBound) ? "" : " "
        return replace(range, by: before + replacement + behind)
    }

    func insert(_ text: String, at offset: Int) -> Finding.Suggestion {
        replace(offset..<offset, by: text)
    }

    private func draft(_ fault: SyntaxFault) -> Finding {
        let range = fault.range
        switch fault.problem {
        case .token(let lexical): return draft(lexical, range)
        case .missing(let expected): return draft(expected, range)
        case .unexpected(let wanted):
            return Finding(
                code: "unexpected-text", message: "\(quoted(range)) cannot stand here", place: nil,
                label: wanted.isEmpty ? "not understood" : "\(wanted) was expected",
                help: wanted.hasPrefix("a declaration")
                    ? ["write `#` before a line that is for people and not for the program"] : [])
        case .missingOpeningBrace(let block):
            return Finding(
                code: "missing-brace", message: "\(block) lacks its opening `{`", place: nil,
                label: "`{` belongs here", suggestion: insert(" {", at: range.lowerBound))
        case .missingBlock(let block):
            return Finding(
                code: "missing-brace", message: "\(block) has no block `{ … }`", place: nil,
                label: "`{` belongs here", help: ["write `{`, what belongs to it, and `}`"])
        case .missingClosingBrace(let block):
            var finding = Finding(
                code: "missing-brace", message: "\(block) is never closed", place: nil, label: "opened here",
                help: ["write `}` where it ends"])
            if let related = fault.related {
                finding.notes = [
                    Finding.Note(place: place(related), label: "it must have ended before this")
                ]
            }
            return finding
        case .extraBrace:
            return Finding(
                code: "extra-brace", message: "this `}` closes nothing", place: nil,
                label: "no block is open here",
                help: ["remove it, or look for a `}` too many further up"],
                suggestion: replace(range, by: ""))
        case .extraParenthesis:
            return Finding(
                code: "extra-parenthesis", message: "this `)` closes nothing", place: nil,
                label: "no `(` is open here", help: ["remove it, or write the `(` that it closes"],
                suggestion: replace(range, by: ""))
        case .misspelt(let keyword):
            return Finding(
                code: "misspelt-keyword", message: "\(quoted(range)) is not a word of the language here",
                place: nil,
                label: "did you mean `\(keyword.rawValue)`?", suggestion: replace(range, by: keyword.rawValue)
            )
        case .mixedAndOr:
            return Finding(
                code: "mixed-and-or", message: "`and` and `or` are mixed without parentheses", place: nil,
                label: "does this join the last condition or all before it?",
                help: ["put parentheses around the conditions that belong together: `a and (b or c)`"])
        case .equalsForIs:
            return Finding(
                code: "equals-for-is", message: "\(quoted(range)) stands where the language says `is`",
                place: nil,
                label: "write `is`", suggestion: replaceSign(range, by: "is"))
        case .signForWords(let words):
            return Finding(
                code: "sign-for-words", message: "\(quoted(range)) is written in words: `\(words)`",
                place: nil,
                label: "write `\(words)`", suggestion: replaceSign(range, by: words))
        case .commaInNumber(let isGrouped): return commaInNumber(range, isGrouped)
        case .negativeNumber:
            return Finding(
                code: "negative-number", message: "a number cannot be negative", place: nil,
                label: "numbers start at 0",
                help: ["turn the diagnostic round: a loss of 5 instead of a gain of -5"])
        case .hyphenInPeriod:
            return Finding(
                code: "hyphen-in-period", message: "\(quoted(range)) is read as one name", place: nil,
                label: "write a space behind `early`, `mid` or `late`",
                suggestion: replace(range, by: String(text(range).map { $0 == "-" ? " " : $0 })))
        case .missingEquals:
            return Finding(
                code: "missing-equals", message: "a `=` is missing between the name and its value",
                place: nil,
                label: "`=` belongs here", suggestion: insert(" =", at: range.lowerBound))
        case .extraSign:
            return Finding(
                code: "extra-sign", message: "no \(quoted(range)) stands here", place: nil,
                label: "leave it out",
                suggestion: replace(range, by: ""))
        case .wrongSign(let sign):
            return Finding(
                code: "wrong-sign", message: "\(quoted(range)) stands where the language has `\(sign)`",
                place: nil, label: "write `\(sign)`", suggestion: replaceSign(range, by: sign))
        case .missingComma:
            return Finding(
                code: "missing-comma", message: "a comma is missing in this list", place: nil,
                label: "`,` belongs here", suggestion: insert(",", at: range.lowerBound))
        case .wrongSeparator(let separator):
            return Finding(
                code: "wrong-separator", message: "this list is separated by `\(separator)`", place: nil,
                label: "write `\(separator)`",
                suggestion: replaceSign(range, by: separator))
        case .isBeforeTrend:
            return Finding(
                code: "is-before-trend", message: "`rising` and `falling` stand without `is`", place: nil,
                label: "leave out this `is`", suggestion: replace(range, by: ""))
        case .missingQuotes(let isClosed):
            let mended = isClosed ? "\"" + text(range) : "\"" + text(range) + "\""
            return Finding(
                code: "missing-quotes",
                message: isClosed
                    ? "this text is not opened by a quote" : "text stands between double quotes",
                place: nil, label: isClosed ? "a `\"` belongs before this" : "put this between quotes",
                suggestion: replace(range, by: mended))
        case .dashForRange:
            return Finding(
                code: "dash-for-range", message: "a range is written with two dots", place: nil,
                label: "write `..`", suggestion: replace(range, by: ".."))
        case .extraWord:
            return Finding(
                code: "extra-word", message: "the language does without \(quoted(range))", place: nil,
                label: "leave it out", help: helpForVagueness(text(range)),
                suggestion: replace(range, by: ""))
        case .otherWords(let words):
            let shown = words.first == " " ? String(words.dropFirst()) : words
            return Finding(
                code: "other-words", message: "the language says `\(shown)` for \(quoted(range))", place: nil,
                label: "write `\(shown)`",
                help: helpForVagueness(String(text(range).prefix { $0 != " " })),
                suggestion: replace(range, by: words))
        case .blankInName(let name):
            return Finding(
                code: "blank-in-name", message: "a name has no blanks", place: nil,
                label: "write `\(name)`", suggestion: replace(range, by: name))
        case .quotedName(let name):
            return Finding(
                code: "quoted-name", message: "only text stands between quotes", place: nil,
                label: "write `\(name)`", suggestion: replace(range, by: name))
        case .secondText(let joined):
            return Finding(
                code: "second-text", message: "one text stands here, and there are two", place: nil,
                label: "put both between the same quotes", suggestion: replace(range, by: joined))
        case .pointInNumber:
            // Zeros at the end of a fraction are not read.
            var whole = text(range)
            while whole.last == "0" { whole.removeLast() }
            if whole.last == "." { whole.removeLast() }
            return Finding(
                code: "point-in-number", severity: .warning,
                message: "\(quoted(range)) is read as \(whole)", place: nil,
                label: "thousands stand behind a blank: `\(text(range).replacing(".", with: " "))`",
                suggestion: replace(range, by: text(range).replacing(".", with: " ")))
        case .missingKeyword(let keyword):
            return Finding(
                code: "missing-word", message: "`\(keyword.rawValue)` is missing before \(quoted(range))",
                place: nil, label: "write `\(keyword.rawValue) \(text(range))`",
                suggestion: insert("\(keyword.rawValue) ", at: range.lowerBound))
        case .hedgedCondition, .sizeForNumber, .adviceAgainst, .missingObjection, .titleForName,
            .controlCharacter, .elseClause, .earlyBrace:
            return draftTheory(fault.problem, range)
        case .tooDeep(let limit):
            return Finding(
                code: "too-deep", message: "more than \(limit) things are nested here", place: nil,
                label: "not read from here on",
                help: ["give the inner part a name: a concept with its own rule"])
        default: return draftAboutFile(fault.problem, range)
        }
    }

    /// What stands for not knowing exactly.
    private func helpForVagueness(_ word: String) -> [String] {
        let plain = word.lowercased().filter(\.isLetter)
        guard word == "~" || word == "≈" || Everyday.vagueness.contains(plain) else { return [] }
        return ["what is known roughly is told as a range, `35..45`, or with `assumed \"why\"` behind it"]
    }

    private func draft(_ expected: SyntaxFault.Expected, _ range: Range<Int>) -> Finding {
        let (code, what) =
            switch expected {
            case .name(let what): ("missing-name", what)
            case .string(let what): ("missing-string", what)
            case .number(let what): ("missing-number", what)
            case .value(let what): ("missing-value", what)
            case .condition(let what): ("missing-condition", what)
            case .word(let keyword, _): ("missing-word", "`\(keyword.rawValue)`")
            case .punctuation(let sign): (sign == ")" ? "missing-parenthesis" : "missing-sign", "`\(sign)`")
            }
        var finding = Finding(
            code: code, message: "\(what) is missing", place: nil, label: "\(what) belongs here")
        if case .string = expected { finding.help = ["write it in double quotes: \"…\""] }
        finding.suggestion = insertion(of: expected, at: range.lowerBound)
        return finding
    }

    /// The missing piece, where it is the same whatever the author had in mind.
    private func insertion(of expected: SyntaxFault.Expected, at place: Int) -> Finding.Suggestion? {
        switch expected {
        case .word(let keyword, isEnough: true): insert(" \(keyword.rawValue)", at: place)
        case .punctuation(let sign):
            insert([":", ")", ";"].contains(sign) ? sign : " \(sign)", at: place)
        default: nil
        }
    }

    private func draftAboutFile(_ problem: SyntaxFault.Problem, _ range: Range<Int>) -> Finding {
        switch problem {
        case .missingLanguageVersion:
            return Finding(
                code: "missing-language-version", severity: .warning,
                message: "the file does not say in which version of the language it is written", place: nil,
                label: "`language 1` belongs here", help: ["it is read as version 1"],
                suggestion: insert("language 1\n\n", at: range.lowerBound))
        case .emptyFile:
            return Finding(
                code: "empty-file", severity: .warning, message: "the file is empty", place: nil,
                label: "nothing to read",
                help: ["begin it with `language 1`, then write rules or a case; or delete it"])
        case .unsupportedLanguageVersion:
            return Finding(
                code: "unsupported-language-version",
                message: "the file is written in a version of the language not known here",
                place: nil, label: "only version 1 is known",
                help: [
                    "use a newer distretto for this file; or write `language 1`, if no other version was meant"
                ],
                suggestion: text(range) == "1.0" ? replace(range, by: "1") : nil)
        case .misplacedLanguageVersion:
            return Finding(
                code: "misplaced-language-version",
                message: "the language's version stands first in a file, once", place: nil,
                label: "too late here", help: ["leave this line out"])
        case .notEightBit:
            return Finding(
                code: "not-utf-8", message: "the file is stored as UTF-16", place: nil, label: "",
                help: ["save it as UTF-8"])
        case .tooLarge:
            return Finding(
                code: "file-too-large", message: "a file may have up to 4 GB", place: nil, label: "not read")
        case .tooMany:
            return Finding(
                code: "too-many-findings", message: "there is more to mend than is listed here", place: nil,
                label: "read up to here")
        default:
            return Finding(
                code: "not-utf-8", message: "the file is not stored as UTF-8", place: nil,
                label: "these bytes are no character", help: ["save it as UTF-8"])
        }
    }

    private func commaInNumber(_ range: Range<Int>, _ isGrouped: Bool) -> Finding {
        let parts = text(range).split(separator: ",", maxSplits: 1).map(String.init)
        let (whole, rest) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
        var finding = Finding(
            code: "comma-decimal", message: "numbers are written without a comma", place: nil,
            label: "write `\(whole).\(rest)`")
        if isGrouped {
            finding.label = "a thousand or a fraction?"
            finding.help = ["write `\(whole) \(rest)` for thousands, `\(whole).\(rest)` for a fraction"]
        } else {
            finding.suggestion = replace(range, by: "\(whole).\(rest)")
        }
        return finding
    }
}
