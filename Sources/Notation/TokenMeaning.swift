// What a token says, once its kind is known.

extension SyntaxToken {
    /// Whether the token is exactly this word, without making a string of it.
    public func spells(_ word: StaticString) -> Bool {
        let bytes = tree.source[range]
        return word.withUTF8Buffer { bytes.count == $0.count && bytes.elementsEqual($0) }
    }

    /// What a string means: without its quotes, `\"` and `\\` read, every run of white space one space.
    ///
    /// Other kinds of tokens mean what is typed. A missing string means the empty one.
    public var stringValue: String {
        guard kind == .string else { return text }
        var bytes: [UInt8] = []
        var sawSpace = false
        var inner = tree.source[contentRange]
        while let byte = inner.popFirst() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                sawSpace = true
                continue
            default: break
            }
            if sawSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            sawSpace = false
            if byte == UInt8(ascii: "\\"), let next = inner.first, next == byte || next == UInt8(ascii: "\"")
            {
                bytes.append(next)
                inner = inner.dropFirst()
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes between the quotes, whichever quotes they are, the second of which may be missing.
    private var contentRange: Range<Int> {
        let range = range
        guard !range.isEmpty else { return range }
        return tree.source.withUnsafeBufferPointer { bytes in
            let opening = quoteLength(bytes, at: range.lowerBound)
            let start = min(range.lowerBound + opening, range.upperBound)
            // A quote behind a backslash closes nothing; what stands before it was read in pairs.
            for length in 1...3 where range.upperBound - length >= start {
                let place = range.upperBound - length
                guard quoteLength(bytes, at: place) == length else { continue }
                var slashes = 0
                while place - slashes > start, bytes[place - slashes - 1] == UInt8(ascii: "\\") {
                    slashes += 1
                }
                return start..<(length == 1 && slashes % 2 == 1 ? range.upperBound : place)
            }
            return start..<range.upperBound
        }
    }

    /// A number exactly: `1 500.25` is `(150025, 2)`, to be read as the mantissa with that many
    /// digits behind the point. `nil` for other tokens and for more than eighteen digits.
    public var decimal: (mantissa: Int64, fractionDigits: Int)? {
        guard kind == .number, !isMissing else { return nil }
        var mantissa: Int64 = 0
        var digits = 0
        var fractionDigits = 0
        var isBehindPoint = false
        for byte in tree.source[range] {
            if byte == UInt8(ascii: ".") { isBehindPoint = true }
            guard byte.isDigit else { continue }
            if mantissa > 0 || byte != UInt8(ascii: "0") { digits += 1 }
            guard digits <= 18 else { return nil }
            mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
            if isBehindPoint { fractionDigits += 1 }
        }
        return (mantissa, fractionDigits)
    }

    /// The number if it is a whole one: `1 500` is 1500. `nil` for other tokens and for fractions.
    public var integer: Int? {
        guard let (mantissa, fractionDigits) = decimal, fractionDigits == 0 else { return nil }
        return Int(exactly: mantissa)
    }

    /// The date that `1994-05` or `1994-05-17` names; `nil` for other tokens and impossible dates.
    public var calendarDate: CalendarDate? {
        kind == .date && !isMissing ? CalendarDate(bytes: tree.source[range]) : nil
    }

    /// The first year of a decade: 1990 for `1990s`; `nil` for other tokens.
    public var decadeStart: Int? {
        guard kind == .decade, !isMissing else { return nil }
        return Int(String(decoding: tree.source[range].dropLast(), as: UTF8.self))
    }
}

/// How many bytes the double quote at a place has, straight or typographic; 0 if none stands there.
private func quoteLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    guard let (scalar, length) = decodeScalar(bytes, at: place) else { return 0 }
    return scalar == "\"" || scalar.isTypographicQuote ? length : 0
}

extension Unicode.Scalar {
    /// A double quote as word processors set it.
    var isTypographicQuote: Bool {
        switch self {
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}": true
        default: false
        }
    }
}
