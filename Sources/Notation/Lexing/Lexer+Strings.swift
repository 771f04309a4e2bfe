extension Lexer {
    /// A string between straight quotes.
    ///
    /// A forgotten quote would swallow the text up to the next string and turn
    /// every later string inside out. So a string that runs over a line end is
    /// believed only if nothing in it looks like the next clause: no brace, no
    /// empty line, and no "closing" quote that stands like an opening one.
    /// Otherwise it ends where its first line ends.
    mutating func scanString() -> LexicalFault? {
        let opening = position
        position += 1
        var scan = StringScan()
        var hasInnerQuotes = false
        while position < bytes.count {
            let next = bytes[position]
            if next.isPlain {
                // Most of a text is letters and blanks between them, which decide nothing.
                position = endOfPlainText(from: position + 1)
                scan.seeText()
                continue
            }
            if next == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "\\") {
                position += 2
                scan.seeText()
                continue
            }
            if next == UInt8(ascii: "\"") {
                if byte(1).isLetter, !scan.isMultiline, let length = innerQuoteLength() {
                    hasInnerQuotes = true
                    position += length
                    continue
                }
                if scan.isBelievable, !(scan.isMultiline && standsLikeOpening(position)) {
                    position += 1
                    if hasInnerQuotes { return .innerQuotes }
                    if scan.sawControl { return .controlCharacter }
                    return scan.sawText ? nil : .emptyText
                }
                break
            }
            scan.see(next, at: position)
            position += 1
        }
        return endUnclosed(opening, scan)
    }

    /// Where plain characters and blanks end; eight bytes are looked at in one step.
    private func endOfPlainText(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Each leaves the high bit set of the first byte that is less than a limit, or that is a sign.
        func less(_ word: UInt64, than limit: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
        func has(_ sign: Unicode.Scalar, _ word: UInt64) -> UInt64 {
            less(word ^ ones &* UInt64(sign.value), than: 1)
        }
        var place = start
        while place + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let found =
                less(word, than: 0x20) | has("\"", word) | has("\\", word) | has("{", word) | has("}", word)
            guard found & ones << 7 == 0 else { break }
            place += 8
        }
        while place < bytes.count, bytes[place].isPlain || bytes[place] == UInt8(ascii: " ") { place += 1 }
        return place
    }

    /// How far `"word"` runs inside of a text, from a quote with a letter right behind it to one with no
    /// blank before it, on a line with another quote to end the text; `nil` if this quote ends it.
    private func innerQuoteLength() -> Int? {
        var end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end].isLineEnd { return nil }
            end += 1
        }
        guard end < bytes.count, bytes[end - 1] != UInt8(ascii: " "), bytes[end - 1] != UInt8(ascii: "\\")
        else {
            return nil
        }
        var last = end + 1
        while last < bytes.count, bytes[last] != UInt8(ascii: "\"") {
            if bytes[last].isLineEnd { return nil }
            last += 1
        }
        return last < bytes.count ? end + 1 - position : nil
    }

    /// A string between typographic quotes, which are taken for what they look like and complained about.
    mutating func scanSmartString(openedBy length: Int) -> LexicalFault {
        let opening = position
        position += length
        var scan = StringScan()
        while position < bytes.count {
            let next = bytes[position]
            let closing = next == UInt8(ascii: "\"") ? 1 : next >= 0x80 ? quoteLength(at: position) ?? 0 : 0
            if closing > 0 {
                guard scan.isBelievable else { break }
                position += closing
                return .smartQuotes
            }
            scan.see(next, at: position)
            position += 1
        }
        return endUnclosed(opening, scan)
    }

    /// Text between single quotes on one line; `false`, and nothing taken, if there is no second one.
    mutating func scanSingleQuoted() -> Bool {
        var end = position + 1
        // Right behind a letter or a digit it is an apostrophe: `isn't`, `1'500`.
        if position > 0, bytes[position - 1].isLetter || bytes[position - 1].isDigit { return false }
        while end < bytes.count, !bytes[end].isLineEnd {
            let behind = end + 1 < bytes.count ? bytes[end + 1] : UInt8(ascii: " ")
            // An apostrophe stands inside of a word.
            if bytes[end] == UInt8(ascii: "'"), !behind.isLetter {
                position = end + 1
                return true
            }
            end += 1
        }
        return false
    }

    private mutating func endUnclosed(_ opening: Int, _ scan: StringScan) -> LexicalFault {
        position = scan.firstLineEnd ?? position
        while position > opening + 1,
            bytes[position - 1] == UInt8(ascii: " ") || bytes[position - 1] == UInt8(ascii: "\t")
        {
            position -= 1
        }
        return .unclosedString
    }

    /// White space before and a letter behind: no closing quote looks so.
    private func standsLikeOpening(_ quote: Int) -> Bool {
        let before = bytes[quote - 1]
        guard before == UInt8(ascii: " ") || before == UInt8(ascii: "\t") || before.isLineEnd else {
            return false
        }
        let behind = byte(1)
        return behind.isLetter || behind.isDigit
    }
}

extension UInt8 {
    /// Neither white space nor a sign that a text may end with or that tells whether it has ended.
    fileprivate var isPlain: Bool {
        self > UInt8(ascii: "\"") && self < UInt8(ascii: "{") && self != UInt8(ascii: "\\")
    }
}

/// What has been seen since a quote was opened.
private struct StringScan {
    private(set) var firstLineEnd: Int?
    private var lineIsEmpty = false
    private var sawBoundary = false
    /// A character that is neither text nor white space.
    private(set) var sawControl = false
    /// Anything but white space.
    private(set) var sawText = false

    var isMultiline: Bool { firstLineEnd != nil }
    /// On one line a string may hold anything.
    var isBelievable: Bool { !isMultiline || !sawBoundary }

    mutating func seeText() {
        lineIsEmpty = false
        sawText = true
    }

    mutating func see(_ byte: UInt8, at position: Int) {
        switch byte {
        case UInt8(ascii: "\n"):
            if firstLineEnd == nil { firstLineEnd = position } else if lineIsEmpty { sawBoundary = true }
            lineIsEmpty = true
        case UInt8(ascii: "\r"):
            if firstLineEnd == nil { firstLineEnd = position }
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            break
        case UInt8(ascii: "{"), UInt8(ascii: "}"):
            sawBoundary = true
            seeText()
        default:
            seeText()
            if byte.isControl { sawControl = true }
        }
    }
}

extension UInt8 {
    /// Neither a letter, a sign nor white space.
    var isControl: Bool { self < 0x20 && !(0x09...0x0D).contains(self) || self == 0x7F }
}
