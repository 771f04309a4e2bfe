/// How many columns a terminal gives a character.
enum TextWidth {
    /// 0 for marks that stand on others, 2 for the wide characters of East Asia and emoji, else 1.
    static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
        return character.unicodeScalars.map(width).max() ?? 0
    }

    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks of Unicode's East Asian Width "W" and "F" that hold letters and punctuation.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}

extension String {
    /// The text without characters that steer a terminal, so that no file can.
    var printable: String {
        guard unicodeScalars.contains(where: { $0.isSteering }) else { return self }
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            clean.append(scalar.isSteering ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }
}

extension Character {
    /// Whether it holds nothing that steers a terminal.
    var isPrintable: Bool { !unicodeScalars.contains(where: { $0.isSteering }) }
}

extension Unicode.Scalar {
    /// Control characters, and the marks that reverse the direction of what follows.
    fileprivate var isSteering: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
            || (0x2066...0x2069).contains(value)
    }
}
