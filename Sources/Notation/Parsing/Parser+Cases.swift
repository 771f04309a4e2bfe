// Cases of history, and tests of rules, which are told in the same words.

extension Parser {
    mutating func parseCase() {
        let mark = open(.caseDeclaration)
        bump()
        expectHeaderName("the name of the case")
        expectString("the title of the case")
        parseBlock(.caseFile) { $0.parseCaseItem(in: .caseFile) }
        close(mark)
    }

    mutating func parseTest() {
        let mark = open(.testDeclaration)
        bump()
        expectString("what is tested")
        parseBlock(.test) { $0.parseCaseItem(in: .test) }
        close(mark)
    }

    private mutating func parseStage() {
        let mark = open(.stageDeclaration)
        bump()
        expectHeaderName("the name of the stage")
        if at(.string) || !(at(.leftBrace) || at(.from) || at(.to) || at(.after)) {
            expectString("the title of the stage")
        }
        while true {
            if at(.word), word() == "since" || word() == "until" || word() == "till",
                kind(1) == .number || kind(1) == .date || kind(1) == .decade
            {
                let meant: Keyword = at(.since) ? .from : .to
                remark(.misspelt(meant), current.range)
                let period = open(.periodClause)
                insertMissing(.word)
                setAside(1)
                parseValue("a date")
                close(period)
            } else if at(.from) || at(.to) {
                let period = open(.periodClause)
                bump()
                parseValue("a date")
                close(period)
            } else if take(.after) {
                expectHeaderName("the name of the stage before")
            } else {
                break
            }
        }
        parseBlock(.stage) { $0.parseCaseItem(in: .stage) }
        close(mark)
    }

    mutating func parseCaseItem(in block: Block) {
        if let keyword = caseKeyword(of: block) { return parseKeyworded(keyword) }
        if at(.leftBrace) { return parseExpect() }
        if isInForce { return parseInForce() }
        if at(.all), kind(1) == .word, keyword(2) == .listed {
            let mark = open(.allListed)
            bump(3)
            return close(mark)
        }
        if at(.not), keyword(1) == .all, kind(2) == .word, keyword(3) == .listed {
            let mark = open(.allListed)
            bump(4)
            return close(mark)
        }
        if at(.all), kind(1) == .word, keyword(3) == .listed, !lexeme(3).isFirstOnLine {
            let mark = open(.allListed)
            bump(2)
            leaveOut()
            bump()
            return close(mark)
        }
        if takeInForceBehind() { return }
        if isMember { return parseMember() }
        parseReading()
    }

    /// A word counts as the keyword of an item only with what such an item goes on with, so that
    /// readings may be called the same.
    private mutating func caseKeyword(of block: Block) -> Keyword? {
        guard let keyword = itemKeyword(of: block) else { return nil }
        switch keyword {
        case .country, .place, .sector, .teaches, .signedOff, .note:
            let hasText = kind(1) == .string || [.colon, .equals].contains(kind(1)) && kind(2) == .string
            return hasText || lacksQuotes ? keyword : nil
        case .question, .done, .outcome: return self.keyword(1) == .is || kind(1) == .equals ? nil : keyword
        case .expect: return keyword
        case .override:
            return [.reject, .add].contains(self.keyword(1)) && kind(2) != .equals ? keyword : nil
        case .stage:
            let isTitled =
                kind(1) == .string && [.string, .leftBrace].contains(kind(2))
                || kind(1) == .string && [.from, .to, .after].contains(self.keyword(2))
            return isTitled || kind(1) == .word && self.keyword(1) != .is ? keyword : nil
        default: return nil
        }
    }

    /// `country Pakistan`: words that begin nothing else on their line.
    private var lacksQuotes: Bool {
        guard kind(1) == .word, !lexeme(1).isFirstOnLine, self.keyword(1) == nil else { return false }
        return isCapitalized(1) || lexeme(2).isFirstOnLine && current.isFirstOnLine && at(.country)
    }

    private mutating func parseKeyworded(_ keyword: Keyword) {
        switch keyword {
        case .stage: parseStage()
        case .question: parseText(.questionClause, "the question")
        case .done: parseDone()
        case .outcome:
            let mark = open(.outcomeClause)
            bump()
            expectString("what came of it")
            while isAtDocument { parseAt() }
            close(mark)
        case .override: parseOverride()
        case .expect: parseExpect()
        default: parseText(.caseField, "the text behind `\(keyword.rawValue)`")
        }
    }

    private mutating func parseDone() {
        let mark = open(.doneClause)
        bump()
        if !takeDoerBeforeDeed() { expectString("what was done") }
        while true {
            if take(.by) {
                expectName("who did it")
            } else if take(.as) {
                expectName("the name of a package")
            } else {
                break
            }
        }
        while isAtDocument { parseAt() }
        close(mark)
    }

    /// `done by union "They met."`: who did it stands before what was done.
    private mutating func takeDoerBeforeDeed() -> Bool {
        guard at(.by), canBeName(1), kind(2) == .string, !lexeme(2).isFirstOnLine else { return false }
        let whole = current.range.lowerBound..<lexeme(2).range.upperBound
        // A long text is not said over again for the sake of three words.
        guard whole.count <= 80 else { return false }
        let doer = typed(whole.lowerBound..<lexeme(1).range.upperBound)
        remark(.otherWords("\(typed(lexeme(2).range)) \(doer)"), whole)
        insertMissing(.string)
        setAside(3)
        return true
    }

    /// `override reject subsidy "The ministry has ruled it out." by "A. Adviser"`
    private mutating func parseOverride() {
        let mark = open(.overrideClause)
        bump(2)
        expectName("the name of a package")
        expectString("the adviser's reason")
        expect(.by)
        expectString("who decides so")
        close(mark)
    }

    // MARK: Members

    /// `channel us-importers { … }` or `firm bata gone`, with or without a text between.
    private var isMember: Bool {
        guard current.kind == .word, canBeName(1), !isReadingWord(1), !at(.not), !isDisputedMisspelt,
            !isExpectMisspelt
        else {
            return false
        }
        if kind(2) == .comma, kind(3) == .string, kind(4) == .leftBrace { return true }
        let next = kind(2) == .string ? 3 : 2
        return kind(next) == .leftBrace || keyword(next) == .gone || isGoneMisspelt(next)
    }

    /// `firm bata gonne` at the end of a line.
    private func isGoneMisspelt(_ ahead: Int) -> Bool {
        let word = lexeme(ahead)
        guard word.kind == .word, word.keyword == nil, !word.isFirstOnLine, !lexeme(1).isFirstOnLine else {
            return false
        }
        return closest(ahead, among: [.gone]) != nil
    }

    /// A word that goes on with a reading, or begins what follows one.
    private func isReadingWord(_ ahead: Int) -> Bool {
        switch keyword(ahead) {
        case .is, .disputed, .unknown, .assumed, .presumably, .at, .expect: true
        default: false
        }
    }

    /// `transport disputted {` tells of values and not of a member, for values follow.
    private var isDisputedMisspelt: Bool {
        guard lexeme(1).keyword == nil, kind(2) == .leftBrace, !lexeme(1).isFirstOnLine else { return false }
        return closest(1, among: [.disputed]) != nil
    }

    /// `expects {` on the line below a reading begins what is expected.
    private var isExpectMisspelt: Bool {
        guard lexeme(1).keyword == nil, kind(2) == .leftBrace, lexeme(1).isFirstOnLine else { return false }
        return closest(1, among: [.expect]) != nil
    }

    private mutating func parseMember() {
        let mark = open(.member)
        bump(2)
        if at(.comma) { takeExtraSign() }
        take(.string)
        if following([.gone]) != nil {
            bump()
        } else {
            parseBlock(.member) { $0.parseCaseItem(in: .member) }
        }
        close(mark)
    }

    private var isInForce: Bool {
        let next = at(.not) ? 1 : 0
        guard keyword(next) == .in, kind(next + 1) == .word else { return false }
        return keyword(next + 1) == .force
            || closest(next + 1, among: [.force]) != nil && kind(next + 2) == .word
    }

    /// `subsidy not in force`, which the language says the other way round.
    private mutating func takeInForceBehind() -> Bool {
        let count = keyword(1) == .is ? 1 : 0
        let isDenied = keyword(count + 1) == .not
        let words = count + (isDenied ? 2 : 1)
        // Behind a reading on its line, `in force` and a package are the next one.
        guard kind() == .word, keyword(words) == .in, keyword(words + 1) == .force,
            !lexeme(words).isFirstOnLine, !canBeName(words + 2) || lexeme(words + 2).isFirstOnLine
        else { return false }
        let mark = open(.inForce)
        replaceWords(words + 2, by: (isDenied ? "not " : "") + "in force " + word())
        insertMissing(.word)
        parseReadingParts()
        close(mark)
        return true
    }

    private mutating func parseInForce() {
        let mark = open(.inForce)
        let begin = current.range.lowerBound
        let isDenied = take(.not)
        bump()
        expect(.force)
        if at(.not), canBeName(1), !isDenied {
            remark(.otherWords("not in force"), begin..<current.range.upperBound)
            setAside(1)
        }
        expectName("the name of a package")
        parseReadingParts()
        close(mark)
    }

    // MARK: Readings

    private mutating func parseReading() {
        let mark = open(.reading)
        defer { close(mark) }
        let hedge = takeHedge()
        // The first word of an item is its name, whatever else it may be elsewhere.
        let name: Range<Int>
        if take(.not) || takeDenialOfReading() {
            name = current.range
            expectName("what was read")
        } else {
            name = current.range
            bump()
        }
        takeDenialBehindReading(name)
        switch following([.is, .disputed, .unknown], ifThen: { [.string, .leftBrace].contains($0.kind(1)) }) {
        case .is:
            bump()
            take(.not)
            parseToldValue(name, "the value behind `is`")
        case .disputed:
            bump()
            return parseBlock(.disputed) { $0.parseDisputedValue() }
        case .unknown:
            bump()
            take(.string)
            return
        default: takeValueOfReading(name)
        }
        tellAssumed(hedge)
        parseReadingParts()
    }

    /// The value of a reading, which is left open where the line ends and the next item begins.
    private mutating func parseToldValue(_ name: Range<Int>, _ what: String) {
        if takeIgnorance(name) { return }
        if current.isFirstOnLine, at(.word), beginsReadingWithValue() || (keyword()?.opensClause ?? false) {
            complain(.missing(.value(what)), gap)
            isRecovering = false
            return insertMissing(.word)
        }
        let hedge = takeHedge()
        parseValueSet(what)
        tellAssumed(hedge)
    }

    private mutating func takeValueOfReading(_ name: Range<Int>) {
        switch kind() {
        case .equals:
            // Whether `is` belongs before a word is for those to say who know what is told.
            bump()
            parseToldValue(name, "the value behind `=`")
        case .colon where canBeginValue(1) && !lexeme(1).isFirstOnLine:
            remark(isWordValue(1) ? .equalsForIs : .wrongSign("="), current.range)
            bump()
            parseValueSet("a value")
        case .unknown, .lessThan:
            let sign = String(decoding: bytes(), as: UTF8.self)
            let words = [
                "<": "below", ">": "above", "<=": "at most", "≤": "at most", ">=": "at least",
                "≥": "at least", "=<": "at most", "=>": "at least",
            ]
            if sign == "==" {
                remark(.signForWords("="), current.range)
            } else if let word = words[sign] {
                remark(.signForWords("= \(word)"), current.range)
            } else {
                return
            }
            takeQuietly()
            parseValueSet("a value")
        case .number, .date, .decade:
            guard !current.isFirstOnLine else { return }
            remark(.missingEquals, gap)
            insertMissing(.equals)
            parseValueSet("a value")
        default:
            guard isBound(), !current.isFirstOnLine else { return }
            remark(.missingEquals, gap)
            insertMissing(.equals)
            parseValueSet("a value")
        }
    }

    /// A word that is no amount of money, no part of a period and no bound.
    private func isWordValue(_ ahead: Int) -> Bool {
        !isBound(ahead) && ![.number, .date, .decade].contains(kind(ahead + 1)) && canBeName(ahead)
    }

    private mutating func parseReadingParts() {
        while true {
            if isAtDocument {
                parseAt()
            } else if following([.assumed], ifThen: { $0.kind(1) == .string || $0.lexeme(1).isFirstOnLine })
                != nil
            {
                let mark = open(.assumedFlag)
                bump()
                take(.string)
                close(mark)
            } else if at(.presumably) {
                let mark = open(.presumablyClause)
                bump()
                parseValueSet("what is presumed")
                close(mark)
            } else if at(.leftParenthesis), isCapitalized(1), kind(2) == .string,
                kind(3) == .rightParenthesis
            {
                replaceWords(4, by: "at " + text(1..<3))
            } else if let count = documentInParentheses {
                let hasComma = kind(2) == .comma
                let place = text((hasComma ? 3 : 2)..<count - 1)
                replaceWords(count, by: "at \(word(1)) \"\(place)\"")
            } else if isDocumentAlone {
                remark(.missingKeyword(.at), current.range)
                parseAt()
            } else if at(.string), !isRecovering {
                bump()
            } else {
                return
            }
        }
    }

    /// `(Book, Table 1)`: how many tokens it has.
    private var documentInParentheses: Int? {
        guard at(.leftParenthesis), isCapitalized(1), let end = distance(to: .rightParenthesis), end < 12
        else {
            return nil
        }
        let first = kind(2) == .comma ? 3 : 2
        return end > first && !(first..<end).contains { kind($0) == .string } ? end + 1 : nil
    }

    private mutating func parseDisputedValue() {
        let mark = open(.disputedValue)
        let isText = at(.string)
        parseValueSet("a value")
        if !isAtDocument { complain(.missing(.word(.at, isEnough: false)), gap) }
        while isAtDocument { parseAt() }
        // Where values are texts themselves, the next one is not told from a note.
        if at(.string), !isText, !isRecovering { bump() }
        close(mark)
    }
}
