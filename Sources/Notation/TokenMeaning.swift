// What a token says, once its kind is known.

extension SyntaxTree {
    /// Works with the bytes of the token at a place where they stand.
    @inlinable
    public func withBytes<Result>(
        ofToken place: Int, _ work: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let record = tokens[place]
        return source.withUnsafeBufferPointer { bytes in
            work(UnsafeBufferPointer(rebasing: bytes[Int(record.start)..<Int(record.end)]))
        }
    }

    /// Whether the token at a place is exactly this word, without making a string of it.
    @inlinable
    public func token(_ place: Int, spells word: StaticString) -> Bool {
        withBytes(ofToken: place) { bytes in
            word.withUTF8Buffer { letters in
                guard bytes.count == letters.count else { return false }
                for index in letters.indices where bytes[index] != letters[index] { return false }
                return true
            }
        }
    }
}

extension SyntaxToken {
    /// Works with the token's bytes where they stand.
    @inlinable
    public func withBytes<Result>(_ work: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        tree.withBytes(ofToken: index, work)
    }

    /// Whether the token is exactly this word, without making a string of it.
    @inlinable
    public func spells(_ word: StaticString) -> Bool { tree.token(index, spells: word) }

    /// What a string means: without its quotes, `\"` and `\\` read, every run of white space one space.
    ///
    /// Other kinds of tokens mean what is typed. A missing string means the empty one.
    public var stringValue: String {
        guard kind == .string else { return text }
        let content = contentRange
        return tree.source.withUnsafeBufferPointer { bytes in
            let typed = UnsafeBufferPointer(rebasing: bytes[content])
            return String(unsafeUninitializedCapacity: typed.count) { write(typed, to: $0) }
        }
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

/// Writes a text between quotes with `\"` and `\\` read, and every run of white space one space.
///
/// - Returns: How many bytes that are: never more than were typed.
private func write(
    _ typed: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutableBufferPointer<UInt8>
) -> Int {
    var count = 0
    var sawSpace = false
    var place = 0
    while place < typed.count {
        var byte = typed[place]
        place += 1
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            sawSpace = count > 0
            continue
        case UInt8(ascii: "\\"):
            guard place < typed.count, typed[place] == byte || typed[place] == UInt8(ascii: "\"") else {
                break
            }
            byte = typed[place]
            place += 1
        default: break
        }
        if sawSpace {
            bytes[count] = UInt8(ascii: " ")
            count += 1
            sawSpace = false
        }
        bytes[count] = byte
        count += 1
    }
    return count
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
