extension Lexer {
    /// Punctuation, or ASCII characters that begin nothing.
    mutating func scanPunctuation(_ first: UInt8) -> (TokenKind, LexicalFault?) {
        // Signs from programming come in pairs; one complaint about each is enough.
        let second = byte(1)
        switch (first, second) {
        case (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: "="), UInt8(ascii: "=")),
            (UInt8(ascii: "="), UInt8(ascii: ">")), (UInt8(ascii: ">"), UInt8(ascii: "=")),
            (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "|"), UInt8(ascii: "|")),
            (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: "&"), UInt8(ascii: "&")),
            (UInt8(ascii: "="), UInt8(ascii: "<")), (UInt8(ascii: "<"), UInt8(ascii: ">")):
            position += 2
            return (.unknown, .unknownCharacters)
        case (UInt8(ascii: "."), UInt8(ascii: ".")):
            position += 2
            guard byte() == UInt8(ascii: ".") else { return (.range, nil) }
            while byte() == UInt8(ascii: ".") { position += 1 }
            return (.range, .ellipsis)
        default:
            position += 1
        }
        if let kind = TokenKind(punctuation: first) { return (kind, nil) }
        while position < bytes.count, bytes[position] == first { position += 1 }
        return (.unknown, .unknownCharacters)
    }

    /// A token whose first character is not ASCII.
    mutating func scanBeyondASCII() -> (TokenKind, Keyword?, LexicalFault?) {
        if letterLength(at: position) != nil { return scanWord() }
        if let length = quoteLength(at: position) { return (.string, nil, scanSmartString(openedBy: length)) }
        guard let (scalar, length) = scalar(at: position) else {
            while position < bytes.count, bytes[position] >= 0x80, scalar(at: position) == nil {
                position += 1
            }
            return (.unknown, nil, .invalidText)
        }
        position += length
        return scalar == "…" ? (.range, nil, .ellipsis) : (.unknown, nil, .unknownCharacters)
    }

    /// How many bytes the letter or mark at a place has; `nil` if something else stands there.
    func letterLength(at place: Int) -> Int? {
        guard let (scalar, length) = scalar(at: place) else { return nil }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark:
            return length
        default:
            return nil
        }
    }

    /// How many bytes a character has that only looks like a dash, or cannot be seen, between the letters
    /// of a name; `nil` if none stands here.
    ///
    /// A longer dash may join the ends of a range, and counts only before the number of a claim.
    func disguiseLength() -> Int? {
        guard let (scalar, length) = scalar(at: position), scalar.isInvisible || scalar.isDash else {
            return nil
        }
        let next = byte(length)
        if scalar.isInvisible || scalar.isShortDash { return next.isLetter || next.isDigit ? length : nil }
        return next.isDigit && bytes[position - 1].isCapital ? length : nil
    }

    /// How many bytes a character has that cannot be seen, right before a letter; `nil` if none stands here.
    func invisibleLength() -> Int? {
        guard byte() >= 0x80, let (scalar, length) = scalar(at: position), scalar.isInvisible else {
            return nil
        }
        return byte(length).isLetter ? length : nil
    }

    /// How many bytes the white space beyond ASCII at a place has: no-break blanks, byte order marks.
    func spaceLength(at place: Int) -> Int? {
        guard let (scalar, length) = scalar(at: place) else { return nil }
        switch scalar.value {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            return length
        default: return nil
        }
    }

    /// How many bytes the typographic double quote at a place has.
    func quoteLength(at place: Int) -> Int? {
        guard let (scalar, length) = scalar(at: place) else { return nil }
        return scalar.isTypographicQuote ? length : nil
    }

    /// The character at a place with its length, if its bytes are UTF-8.
    func scalar(at place: Int) -> (Unicode.Scalar, Int)? { decodeScalar(bytes, at: place) }
}

extension Unicode.Scalar {
    /// The unaccented letter that a letter of another alphabet cannot be told from; `nil` for others.
    var lookalike: Character? { value < 0x370 ? nil : lookalikes[self] }

    /// Takes no room on a page: zero-width blanks and joiners, soft hyphens.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B...0x200D, 0x2060: true
        default: false
        }
    }

    /// A hyphen that is not the one on the keyboard.
    var isShortDash: Bool { value == 0x2010 || value == 0x2011 }

    /// Any dash but the one on the keyboard.
    var isDash: Bool { (0x2010...0x2015).contains(value) || value == 0x2212 }
}

/// Cyrillic and Greek letters that cannot be told from Latin ones.
private let lookalikes: [Unicode.Scalar: Character] = [
    "а": "a", "с": "c", "е": "e", "һ": "h", "і": "i", "ј": "j", "о": "o", "р": "p", "ѕ": "s", "у": "y",
    "х": "x", "ο": "o", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M",
    "О": "O", "Р": "P", "Ѕ": "S", "Т": "T", "Х": "X", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H",
    "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
]

/// Reads one character; `nil` when the bytes at `place` are not well-formed UTF-8 or there are none.
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int)? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    let length: Int
    let smallest: UInt32
    var value: UInt32
    switch first {
    case 0..<0x80: return (Unicode.Scalar(first), 1)
    case 0xC2...0xDF: (length, smallest, value) = (2, 0x80, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, smallest, value) = (3, 0x800, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, smallest, value) = (4, 0x1_0000, UInt32(first & 0x07))
    default: return nil
    }
    guard place + length <= bytes.count else { return nil }
    for offset in 1..<length {
        let next = bytes[place + offset]
        guard next & 0xC0 == 0x80 else { return nil }
        value = value << 6 | UInt32(next & 0x3F)
    }
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
}

extension TokenKind {
    /// The kind of a token that is one ASCII sign.
    init?(punctuation byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"): self = .leftBrace
        case UInt8(ascii: "}"): self = .rightBrace
        case UInt8(ascii: "("): self = .leftParenthesis
        case UInt8(ascii: ")"): self = .rightParenthesis
        case UInt8(ascii: ":"): self = .colon
        case UInt8(ascii: ";"): self = .semicolon
        case UInt8(ascii: ","): self = .comma
        case UInt8(ascii: "="): self = .equals
        case UInt8(ascii: "<"): self = .lessThan
        case UInt8(ascii: "|"): self = .bar
        case UInt8(ascii: "/"): self = .slash
        case UInt8(ascii: "%"): self = .percent
        case UInt8(ascii: "-"): self = .dash
        default: return nil
        }
    }
}
