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
        while at(.or) || (place == .statement && at(.comma) && canBeginValue(1))
            || place != .cell && at(.slash) && kind(1) == .word && !current.isFirstOnLine
        {
            if !at(.or) { remark(.wrongSeparator("or"), current.range) }
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
        if at(.word) { takeDoubtBeforeValue(place) }
        if let bound = everydayBound() {
            let mark = open(.boundedValue)
            takeEverydayBound(bound)
            parseValue(what, place)
            return close(mark)
        }
        if isBound() {
            let mark = open(.boundedValue)
            takeBound()
            if !takeQuotedValue() { parseValue(what, place) }
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

    /// A value between quotes where only a value can stand: behind a bound nothing is a text.
    mutating func takeQuotedValue() -> Bool {
        guard at(TokenKind.string), !current.isFirstOnLine else { return false }
        let mark = open(.value)
        let isTaken = takeQuotedName()
        close(mark)
        return isTaken
    }

    /// `1-2` or `10–20`.
    private var isDashBetweenNumbers: Bool {
        if kind(1) == .word { return touchesPrevious() && touchesPrevious(1) && isDash(0) }
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
                if at(TokenKind.unknown) { takeSignBehind(from: position - 1) }
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
        let first = position
        let isMoney = first > 0 && lexemes[first - 1].kind == .word && lexemes[first - 1].range.count == 3
        bump()
        if place != .cell { takeCommaInNumber() }
        if at(TokenKind.unknown) { takePartedThousands() }
        notePointBetweenThousands(first, isMoney: isMoney && isCurrency(first - 1 - position))
        if following([.thousand, .million, .billion]) != nil { bump() }
        if at(TokenKind.percent) || isUnit {
            bump()
        } else if at(.word), current.keyword == nil, Everyday.units[word().lowercased()] == nil,
            following([.day, .days, .week, .weeks, .month, .months, .years]) != nil
        {
            bump()
        }
        takeEverydayUnit(place)
        takeCurrencyBehind(from: first)
        if at(TokenKind.unknown) { takeSignBehind(from: first) }
        // The year of the prices; in a range it stands behind the upper end.
        if at(.leftParenthesis), kind(1) == .number, kind(2) == .rightParenthesis { bump(3) }
    }

    /// `4.000`, which few write for 4, and `USD 1.500`, which nobody writes for an amount of money.
    private mutating func notePointBetweenThousands(_ place: Int, isMoney: Bool) {
        let number = source[lexemes[place].range]
        guard (5...7).contains(number.count), number[number.endIndex - 4] == UInt8(ascii: "."),
            number.first != UInt8(ascii: "0"), !isBeforeCurrency
        else { return }
        if isMoney ? keyword()?.isMultiplier != true : hasPointBetweenThousands(number) {
            remark(.pointInNumber, lexemes[place].range)
        }
    }

    private var isUnit: Bool {
        switch keyword() {
        case .day, .days, .week, .weeks, .month, .months, .years: true
        // `year 1995` is a field of a source.
        case .year: kind(1) != .number
        default: false
        }
    }

    var isCurrency: Bool { isCurrency(0) }

    func isCurrency(_ ahead: Int) -> Bool {
        let word = source[lexemes[min(position + ahead, lexemes.count - 1)].range]
        return word.count == 3 && word.allSatisfy(\.isCapital)
    }

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
