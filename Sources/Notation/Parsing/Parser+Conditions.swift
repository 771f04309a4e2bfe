// Conditions: and, or, not, quantifiers, comparisons.

extension Parser {
    /// `a and b and c`, `a or b`, or a single condition; `what` is how the author would call it.
    mutating func parseCondition(_ what: String = "a condition") {
        let start = writer.mark
        parseUnary(what)
        guard let joint = joint() else { return }
        let mark = writer.open(joint == .and ? .andCondition : .orCondition, around: start)
        var isMixed = false
        while let next = self.joint() {
            if next != joint, !isMixed {
                // Kept flat under the first joint: which grouping was meant is the author's to say.
                remark(.mixedAndOr, current.range)
                isMixed = true
            }
            let word = joint == .and ? "and" : "or"
            if !at(next) {
                remark(at(.word) ? .misspelt(next) : .signForWords(next.rawValue), current.range)
            }
            takeQuietly()
            // `or when`: one `when` asks for all of it.
            if at(.when), canBeName(1) || kind(1) == .leftParenthesis { leaveOut() }
            parseUnary("a condition behind `\(word)`")
        }
        close(mark)
    }

    /// `and` or `or`, or a sign from programming that stands for it.
    private func joint() -> Keyword? {
        if at(.and) || at(.or) { return keyword() }
        if at(.word), current.keyword == nil, let meant = everydayKeyword {
            return meant == .and || meant == .or ? meant : nil
        }
        guard at(TokenKind.unknown) else { return nil }
        switch String(decoding: bytes(), as: UTF8.self) {
        case "&&", "&": return .and
        case "||": return .or
        default: return nil
        }
    }

    mutating func parseUnary(_ what: String = "a condition") {
        nested { $0.parseSingle(what) }
    }

    private mutating func parseSingle(_ what: String) {
        skipFiller()
        if at(.word), takeEverydayDenial() { return }
        switch keyword() {
        case .not: parseNot { $0.parseUnary("a condition behind `not`") }
        case .someOf where isPlainWord(1), .no where isPlainWord(1): parseSome()
        case .every where isPlainWord(1): parseEvery()
        case .all where kind(1) == .word && (word(2) == "satisfy" || word(2) == "satisfies"):
            let mark = open(.everyCondition)
            replaceWords(3, by: "every \(word(1)) satisfies")
            parseUnary("a condition behind `satisfies`")
            close(mark)
        case .exactly: parseCounted()
        case .at where isBound(): parseCounted()
        case .at where keyword(1) == .an && keyword(2) == .earlier:
            remark(.misspelt(.in), current.range)
            parseEarlier()
        case .in where keyword(1) == .an || keyword(1) == .earlier: parseEarlier()
        default:
            if at(.leftParenthesis) { return parseGroup() }
            if at(TokenKind.unknown), ["!", "¬"].contains(String(decoding: bytes(), as: UTF8.self)) {
                remark(.signForWords("not"), current.range)
                let mark = open(.notCondition)
                takeQuietly()
                parseUnary("a condition behind `not`")
                return close(mark)
            }
            parseComparison(what)
        }
    }

    mutating func parseNot(_ inner: (inout Parser) -> Void) {
        let mark = open(.notCondition)
        bump()
        inner(&self)
        close(mark)
    }

    mutating func parseGroup() {
        let mark = open(.groupCondition)
        bump()
        parseCondition()
        skipToClosing(.rightParenthesis)
        expect(.rightParenthesis, ")")
        close(mark)
    }

    private mutating func parseSome() {
        let mark = open(.someCondition)
        bump()
        parseMemberPhrase()
        takeWhere { $0.parseUnary("a condition behind `where`") }
        close(mark)
    }

    private mutating func parseEvery() {
        let mark = open(.everyCondition)
        bump()
        parseMemberPhrase()
        takeWhere { $0.parseUnary("a condition behind `where`") }
        expect(.satisfies)
        parseUnary("a condition behind `satisfies`")
        close(mark)
    }

    /// `at least 2 of { … }` or `at least 2 channels where …`.
    private mutating func parseCounted() {
        let isList = kind(at(.exactly) ? 1 : 2) == .number && keyword(at(.exactly) ? 2 : 3) == .of
        let mark = open(isList ? .listCondition : .countCondition)
        if take(.at) { bump() } else { bump() }
        expectNumber("how many")
        if isList {
            bump()
            parseConditionList()
        } else {
            parseMemberPhrase()
            takeWhere { $0.parseUnary("a condition behind `where`") }
        }
        // How many is a number as well, and may be no claim's.
        takeJudgement()
        close(mark)
    }

    /// `{ condition; condition }`
    mutating func parseConditionList() {
        expect(.leftBrace, "{")
        var isReported = false
        while !at(.rightBrace), !isAtEnd, !beginsDeclaration() {
            let before = position
            parseCondition()
            if at(.comma), !isReported {
                remark(.wrongSeparator(";"), current.range)
                isReported = true
            }
            if at(.semicolon) || at(.comma) {
                bump()
            } else if !at(.rightBrace) {
                // Two conditions with nothing between them, or text that is none.
                if canBeName(), !isRecovering, position > before {
                    complain(.missing(.punctuation(";")), gap)
                    insertMissing(.semicolon)
                    isRecovering = false
                } else {
                    guard !(current.isFirstOnLine && current.keyword?.opensClause == true) else { break }
                    skipOne()
                }
            }
            if position == before { skipOne() }
            if at(.semicolon) { isRecovering = false }
        }
        expect(.rightBrace, "}")
    }

    private mutating func parseEarlier() {
        let mark = open(.earlierCondition)
        bump()
        expect(.an)
        expect(.earlier)
        expect(.stage)
        parseUnary("a condition behind `in an earlier stage`")
        close(mark)
    }

    mutating func parseMemberPhrase() {
        let mark = open(.memberPhrase)
        expectName("the name of a collection")
        if isCapitalized() { bump() }
        if at(.of), isCapitalized(1) { bump(2) }
        close(mark)
    }

    mutating func takeWhere(_ inner: (inout Parser) -> Void) {
        if !take(.where) {
            guard at(.with) || at(.word) && current.keyword == nil && !current.isFirstOnLine,
                canBeName(1), at(.with) || everydayKeyword == .where
            else { return }
            remark(.misspelt(.where), current.range)
            setAside(1)
        }
        inner(&self)
    }

    /// Skips what stands before a closing sign and fits nowhere.
    mutating func skipToClosing(_ closing: TokenKind) {
        guard !at(closing), !isAtEnd else { return }
        var ahead = 0
        // Only to the end of the line: further on, the sign was forgotten rather than misplaced.
        while !lexeme(ahead).isFirstOnLine || ahead == 0, kind(ahead) != .endOfFile, kind(ahead) != closing,
            kind(ahead) != .leftBrace, kind(ahead) != .rightBrace, kind(ahead) != .semicolon,
            !(keyword(ahead)?.opensClause ?? false), ahead < 32
        { ahead += 1 }
        guard kind(ahead) == closing, !(lexeme(ahead).isFirstOnLine) else { return }
        complainAboutCurrent(wanted: "`)`")
        let mark = open(.unexpected)
        bump(ahead)
        close(mark)
    }
}
