// What a comparison compares: paths, aggregates, time since a date.

extension Parser {
    /// `count of`, `sum of` and their like, or `time since`.
    func beginsMeasuredOperand() -> Bool {
        switch keyword() {
        case .count, .proportion, .sum, .mean, .largest, .smallest: keyword(1) == .of || lacksOf
        case .number: countsMembers
        case .time: keyword(1) == .since
        default: false
        }
    }

    /// `sum share of buyers` without its first `of`.
    private var lacksOf: Bool {
        guard isPlainWord(1), !lexeme(1).isFirstOnLine else { return false }
        return at(.count) || at(.proportion) ? keyword(2) == .where : keyword(2) == .of
    }

    /// `number of buyers where …`
    private var countsMembers: Bool {
        keyword(1) == .of && kind(2) == .word && !isCapitalized(2) && keyword(3) == .where
    }

    mutating func parseOperand(_ what: String) {
        guard beginsMeasuredOperand() else { return parsePath(what) }
        switch keyword() {
        case .time:
            let mark = open(.timeSince)
            bump(2)
            parsePath("the date behind `time since`")
            close(mark)
        case .count where kind(2) == .leftBrace:
            let mark = open(.aggregate)
            bump(2)
            parseConditionList()
            close(mark)
        case .number:
            remark(.misspelt(.count), current.range)
            parseAggregate(hasAttribute: false)
        case .count, .proportion: parseAggregate(hasAttribute: false)
        default: parseAggregate(hasAttribute: true)
        }
    }

    private mutating func parseAggregate(hasAttribute: Bool) {
        let mark = open(.aggregate)
        let needsFilter = at(.proportion)
        bump()
        expect(.of)
        if hasAttribute {
            expectName("the attribute")
            expect(.of)
        }
        parseMemberPhrase()
        if needsFilter, !at(.where) { expect(.where) }
        takeWhere { $0.parseNarrow() }
        close(mark)
    }

    /// The filter of an aggregate. It takes no bounds outside of parentheses: in
    /// `sum of share of channels where captive at least 40%` it is the sum that is compared.
    private mutating func parseNarrow() {
        nested { parser in
            if parser.at(.not) { return parser.parseNot { $0.parseNarrow() } }
            if parser.at(.leftParenthesis) { return parser.parseGroup() }
            let mark = parser.open(.comparison)
            parser.parsePath("a condition behind `where`")
            if parser.at(.is) { parser.takeTest() }
            parser.close(mark)
        }
    }

    /// `B's share` for `share of B`.
    private mutating func takeGenitive() -> Bool {
        guard isApostrophe(1), word(2) == "s", canBeName(3), !lexeme(3).isFirstOnLine else { return false }
        replaceWords(4, by: "\(word(3)) of \(word())")
        insertMissing(.word)
        return true
    }

    mutating func parsePath(_ what: String) {
        let mark = open(.path)
        defer { close(mark) }
        guard canBeName() else {
            complain(.missing(.condition(what)), gap)
            return insertMissing(.word)
        }
        if kind(1) == .unknown, takeDashedName() || takeGenitive() { return }
        bump()
        if at(.of), kind(1) == .word, canBeName(1) { bump(2) }
    }
}
