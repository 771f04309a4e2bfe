extension Lexer {
    /// A number, a date or a decade; all begin with a digit.
    mutating func scanNumber() -> (TokenKind, LexicalFault?) {
        let start = position
        skipDigits()
        let length = position - start
        if length == 4 {
            if byte() == UInt8(ascii: "-"), byte(1).isDigit { return (.date, scanRestOfDate(from: start)) }
            if byte() == UInt8(ascii: "s"), !byte(1).isLetter, !byte(1).isDigit, byte(1) != UInt8(ascii: "-")
            {
                position += 1
                return (.decade, nil)
            }
        }
        if length <= 3 { skipGroups() }
        if byte() == UInt8(ascii: "."), byte(1).isDigit {
            position += 1
            skipDigits()
        }
        return (.number, nil)
    }

    private mutating func skipDigits() {
        while byte().isDigit { position += 1 }
    }

    /// Groups of exactly three digits, each behind one space: the rest of `1 500 000`.
    private mutating func skipGroups() {
        while true {
            let gap = byte() == UInt8(ascii: " ") ? 1 : byte() >= 0x80 ? spaceLength(at: position) ?? 0 : 0
            guard gap > 0, byte(gap).isDigit, byte(gap + 1).isDigit, byte(gap + 2).isDigit else { return }
            let behind = byte(gap + 3)
            guard !behind.isDigit, !behind.isLetter, behind != UInt8(ascii: "-") else { return }
            position += gap + 3
        }
    }

    /// `-05` or `-05-17`, behind the year.
    private mutating func scanRestOfDate(from start: Int) -> LexicalFault? {
        var fault: LexicalFault?
        var parts = 0
        while parts < 2, byte() == UInt8(ascii: "-"), byte(1).isDigit {
            position += 1
            let first = position
            skipDigits()
            switch position - first {
            case 1: fault = fault ?? .shortDate
            case 2: break
            case 4 where parts == 0: return .yearsWithDash
            default: fault = .impossibleDate
            }
            parts += 1
        }
        if fault == .impossibleDate || CalendarDate(bytes: bytes[start..<position]) == nil {
            return .impossibleDate
        }
        return fault
    }
}
