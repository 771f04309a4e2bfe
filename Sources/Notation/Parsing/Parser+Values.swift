// Values and sets of values.

extension Parser {
    /// Where a set of values stands, which decides what an `or` behind a value joins.
    enum ValuePlace {
        /// In a condition an `or` may begin the next condition.
        case condition
        /// Elsewhere it always joins values.
        case statement
        /// In a table a comma ends the cell, so that `1,5` is two cells.
        case cell
        /// A comma parts one figure from the next.
        case figure
    }

    func canBeginValue(_ ahead: Int = 0) -> Bool {
        switch kind(ahead) {
        case .number, .date, .decade, .string: true
        case .word: isBound(ahead) || canBeName(ahead)
        case .dash: kind(ahead + 1) == .number && touchesPrevious(ahead + 1)
        default: false
        }
    }

    /// `at least`, `at most`, `above`, `below`, `before`, `after`.
    func isBound(_ ahead: Int = 0) -> Bool {
        switch keyword(ahead) {
        case .above, .below, .before, .after: true
        case .at: keyword(ahead + 1) == .least || keyword(ahead + 1) == .most
        default: false
        }
    }

    mutating func takeBound() {
        if take(.at) { bump() } else { bump() }
    }

    mutating func parseValueSet(_ what: String, in place: ValuePlace = .statement) {
        let mark = open(.valueSet)
        defer { close(mark) }
        parseAlternative(what, place)
        while at(.or) || (place == .statement && at(.comma) && canBeginValue(1)) {
            if at(.comma) { remark(.wrongSeparator("or"), current.range) }
            if keyword(1) == .more || keyword(1) == .less, !(place == .condition && beginsTest(2)) {
                bump(2)
                return
            }
            if place == .condition, beginsCondition(afterOr: 1) { return }
            bump()
            parseAlternative(what, place)
        }
    }

    private mutating func parseAlternative(_ what: String, _ place: ValuePlace) {
        if takeBetween(what, place) { return }
        if let bound = everydayBound() {
            let mark = open(.boundedValue)
            takeEverydayBound(bound)
            parseValue(what, place)
            return close(mark)
        }
        if isBound() {
            let mark = open(.boundedValue)
            takeBound()
            parseValue(what, place)
            close(mark)
            return
        }
        let start = writer.mark
        parseValue(what, place)
        let isDashed = isDashBetweenNumbers
        let isWord = at(.to) && kind(1) == .number && !current.isFirstOnLine
        guard at(.range) || isDashed || isWord else { return }
        let mark = writer.open(.rangeValue, around: start)
        if isDashed || isWord {
            remark(.dashForRange, current.range)
            takeQuietly()
        } else {
            bump()
        }
        parseValue("the upper end of the range", place)
        close(mark)
    }

    /// `1-2` or `10–20`.
    private var isDashBetweenNumbers: Bool {
        guard kind(1) == .number, !current.isFirstOnLine else { return false }
        if at(.dash) { return touchesPrevious() && touchesPrevious(1) }
        return at(TokenKind.unknown) && ["–", "—"].contains(String(decoding: bytes(), as: UTF8.self))
    }

    mutating func parseValue(_ what: String, _ place: ValuePlace = .statement) {
        let mark = open(.value)
        defer { close(mark) }
        if takeEverydayValue() { return }
        switch kind() {
        case .number: parseQuantity(place)
        case .date, .decade, .string: bump()
        case .dash where kind(1) == .number && touchesPrevious(1):
            remark(.negativeNumber, current.range)
            bump()
            parseQuantity(place)
        case .word where canBeName():
            if isCurrency, kind(1) == .number {
                bump()
                parseQuantity(place)
            } else if at(.early) || at(.mid) || at(.late), [.number, .date, .decade].contains(kind(1)) {
                bump(2)
            } else {
                noteHyphenInPeriod()
                bump()
            }
        default:
            complain(.missing(.value(what)), gap)
            insertMissing(.word)
        }
    }

    /// A number with its multiplier and its unit.
    private mutating func parseQuantity(_ place: ValuePlace) {
        bump()
        if place != .cell { takeCommaInNumber() }
        notePointBetweenThousands()
        if following([.thousand, .million, .billion]) != nil { bump() }
        if at(TokenKind.percent) || isUnit {
            bump()
        } else if current.keyword == nil,
            following([.day, .days, .week, .weeks, .month, .months, .years]) != nil
        {
            bump()
        }
        takeEverydayUnit(place)
        takeCurrencyBehind()
        // The year of the prices; in a range it stands behind the upper end.
        if at(.leftParenthesis), kind(1) == .number, kind(2) == .rightParenthesis { bump(3) }
    }

    /// `4.000`, which few write for 4.
    private mutating func notePointBetweenThousands() {
        let number = lexemes[position - 1].range
        guard (5...7).contains(number.count), source[number].suffix(4).elementsEqual(".000".utf8) else {
            return
        }
        remark(.pointInNumber, number)
    }

    /// `2 million USD (1993)`, with the currency behind the amount.
    private mutating func takeCurrencyBehind() {
        guard at(.word), isCurrency, !current.isFirstOnLine, lexemes[position - 1].kind != .percent else {
            return
        }
        var begin = position - 1
        while begin > 0, lexemes[begin].kind != .number { begin -= 1 }
        let amount = lexemes[begin].range.lowerBound..<lexemes[position - 1].range.upperBound
        let hasYear = kind(1) == .leftParenthesis && kind(2) == .number && kind(3) == .rightParenthesis
        let count = hasYear ? 4 : 1
        let words =
            word() + " " + String(decoding: source[amount], as: UTF8.self)
            + (hasYear ? " " + text(1..<4) : "")
        remark(.otherWords(words), amount.lowerBound..<lexeme(count - 1).range.upperBound)
        setAside(count)
    }

    private var isUnit: Bool {
        switch keyword() {
        case .day, .days, .week, .weeks, .month, .months, .years: true
        // `year 1995` is a field of a source.
        case .year: kind(1) != .number
        default: false
        }
    }

    private var isCurrency: Bool { bytes().count == 3 && bytes().allSatisfy(\.isCapital) }

    /// Takes the rest of `0,5`, kept apart as text that has no place in the language.
    mutating func takeCommaInNumber() {
        guard at(.comma), kind(1) == .number, touchesPrevious(), touchesPrevious(1) else { return }
        let whole = lexemes[position - 1].range
        let fraction = lexeme(1).range
        let isGrouped =
            whole.count <= 3 && fraction.count == 3 && source[whole.lowerBound] != UInt8(ascii: "0")
        remark(.commaInNumber(isGrouped: isGrouped), whole.lowerBound..<fraction.upperBound)
        let mark = open(.unexpected)
        bump(2)
        close(mark)
    }

    /// `mid-1990s` is one word to the lexer; the author meant two.
    private mutating func noteHyphenInPeriod() {
        let word = bytes()
        guard current.keyword == nil, let hyphen = word.firstIndex(of: UInt8(ascii: "-")) else { return }
        let year = word[(hyphen + 1)...].prefix(4)
        guard year.count == 4, year.allSatisfy(\.isDigit) else { return }
        if ["early", "mid", "late"].contains(String(decoding: word[..<hyphen], as: UTF8.self)) {
            remark(.hyphenInPeriod, current.range)
        }
    }
}
