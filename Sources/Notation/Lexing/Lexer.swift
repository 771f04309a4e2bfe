/// Cuts a text into tokens, each with the white space and comments before it.
///
/// It takes any bytes. Every byte ends up in exactly one token or its trivia,
/// and each is looked at a bounded number of times, so the cost is linear in
/// the length of the text whatever it holds.
struct Lexer {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var lexemes: [Lexeme] = []
    /// Where the lines met so far begin.
    private var lineStarts: [UInt32] = [0]
    /// Where what stands on the current line is counted from.
    private var lineStart = 0
    private var isFirstOnLine = true
    private let keywords = KeywordTable.shared
    /// Where comments begin as programmers write them, `// …`: taken for comments, and complained about.
    private(set) var slashComments: [Range<Int>] = []

    /// Cuts the text; the last lexeme is the end of the file.
    static func text(of source: [UInt8]) -> LexedText {
        source.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes: bytes)
            lexer.run()
            return LexedText(
                lexemes: lexer.lexemes, lineStarts: lexer.lineStarts, slashComments: lexer.slashComments)
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // Rule files run to about six bytes a token.
        lexemes.reserveCapacity(bytes.count / 6 + 8)
    }

    /// The byte some steps ahead, or a zero behind the end.
    func byte(_ ahead: Int = 0) -> UInt8 {
        let place = position + ahead
        return place < bytes.count ? bytes[place] : 0
    }

    private mutating func run() {
        while true {
            let triviaStart = position
            skipTrivia()
            let start = position
            let column = start - lineStart
            guard start < bytes.count else {
                append(.endOfFile, triviaStart: triviaStart, start: start, column: column)
                return
            }
            let (kind, keyword, fault) = scanToken()
            append(
                kind, triviaStart: triviaStart, start: start, column: column, keyword: keyword, fault: fault)
            isFirstOnLine = false
            if kind == .string { noteLines(from: start) }
        }
    }

    private mutating func append(
        _ kind: TokenKind, triviaStart: Int, start: Int, column: Int,
        keyword: Keyword? = nil, fault: LexicalFault? = nil
    ) {
        let record = TokenRecord(
            kind: kind, triviaStart: UInt32(truncatingIfNeeded: triviaStart),
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: position))
        lexemes.append(
            Lexeme(
                token: record, column: UInt32(truncatingIfNeeded: column), keyword: keyword, fault: fault,
                isFirstOnLine: isFirstOnLine))
    }

    private mutating func scanToken() -> (TokenKind, Keyword?, LexicalFault?) {
        let first = bytes[position]
        if first.isLetter { return scanWord() }
        if first.isDigit {
            let (kind, fault) = scanNumber()
            return (kind, nil, fault)
        }
        if first == UInt8(ascii: "\"") { return (.string, nil, scanString()) }
        if first == UInt8(ascii: "'"), scanSingleQuoted() { return (.string, nil, .singleQuotes) }
        if first >= 0x80 { return scanBeyondASCII() }
        let (kind, fault) = scanPunctuation(first)
        return (kind, nil, fault)
    }

    /// A letter, then letters and digits; a dash joins when one of them follows.
    mutating func scanWord() -> (TokenKind, Keyword?, LexicalFault?) {
        let start = position
        var fault: LexicalFault?
        var isPlain = true
        scan: while position < bytes.count {
            let next = bytes[position]
            if next.isLetter || next.isDigit {
                position += 1
            } else if next == UInt8(ascii: "-") {
                position += 1
                if let length = invisibleLength() {
                    fault = .disguisedName
                    position += length
                } else if !joins(0) {
                    position -= 1
                    break scan
                }
            } else if next == UInt8(ascii: "_") {
                guard joins(1) else { break }
                fault = .underscore
                position += 1
            } else if next >= 0x80, let length = letterLength(at: position) {
                isPlain = false
                position += length
            } else if next >= 0x80, let length = disguiseLength() {
                fault = .disguisedName
                position += length
            } else {
                break
            }
        }
        if !isPlain, fault == nil, mixesAlphabets(bytes[start..<position]) { fault = .disguisedName }
        return (.word, keywords.keyword(UnsafeBufferPointer(rebasing: bytes[start..<position])), fault)
    }

    /// Whether unaccented letters stand beside others that look just like some.
    private func mixesAlphabets(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard word.contains(where: \.isLetter) else { return false }
        var place = word.startIndex
        while place < word.endIndex {
            guard let (scalar, length) = scalar(at: place) else { return false }
            if scalar.lookalike != nil { return true }
            place += length
        }
        return false
    }

    private func joins(_ ahead: Int) -> Bool {
        let next = byte(ahead)
        return next.isLetter || next.isDigit || (next >= 0x80 && letterLength(at: position + ahead) != nil)
    }

    private mutating func skipTrivia() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C:
                position += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if endsLine(bytes, at: position) { noteLine(from: position + 1) }
                position += 1
                lineStart = position
                isFirstOnLine = true
            case UInt8(ascii: "#"):
                skipLine()
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                slashComments.append(position..<position + 2)
                skipLine()
            case 0x80...:
                guard let length = spaceLength(at: position) else { return }
                position += length
                // A byte order mark is no indentation.
                if position == length { lineStart = position }
            default:
                return
            }
        }
    }

    private mutating func noteLine(from start: Int) {
        lineStarts.append(UInt32(truncatingIfNeeded: start))
    }

    private mutating func skipLine() {
        while position < bytes.count, !bytes[position].isLineEnd { position += 1 }
    }

    /// Counts the line ends inside a string that runs over several lines.
    private mutating func noteLines(from start: Int) {
        for place in start..<position where bytes[place].isLineEnd {
            if endsLine(bytes, at: place) { noteLine(from: place + 1) }
            lineStart = place + 1
        }
    }
}

/// What a lexer makes of a text.
struct LexedText {
    var lexemes: [Lexeme]
    /// Where each line begins; the first begins at 0.
    var lineStarts: [UInt32]
    /// Where comments begin as programmers write them.
    var slashComments: [Range<Int>]
}

extension UInt8 {
    /// An unaccented letter.
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
