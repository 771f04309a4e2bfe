// Rules: for which members, when, unless, what follows, why.

extension Parser {
    mutating func parseRule() {
        lastQuestion = nil
        let mark = open(.ruleDeclaration)
        bump()
        expectHeaderName("the name of the rule", isTitled: false)
        take(.string)
        parseBlock(.rule) { $0.parseRuleClause(in: .rule) }
        close(mark)
    }

    /// A misconception is told as a rule is, with the cases that would unsettle it.
    mutating func parseMisconception() {
        lastQuestion = nil
        let mark = open(.misconceptionDeclaration)
        bump()
        expectHeaderName("the name of the misconception", isTitled: false)
        take(.string)
        parseBlock(.misconception) { $0.parseRuleClause(in: .misconception) }
        close(mark)
    }

    private mutating func parseUnsettledBy() {
        let mark = open(.unsettledByClause)
        bump()
        expectNames("the name of a case")
        close(mark)
    }

    private mutating func parseRuleClause(in block: Block) {
        if current.keyword?.opensClause != true { takeWordsBeforeClause() }
        if let count = adviceTurnedRound { return parseAdviceTurnedRound(count) }
        let meant = itemKeyword(of: block)
        let before = lastQuestion
        lastQuestion = nil
        switch meant {
        case .for: parseForEach()
        case .when:
            let mark = open(.whenClause)
            bump()
            parseCondition("a condition behind `when`")
            close(mark)
            lastQuestion = .when
        case .unless:
            if !parseUnless() { lastQuestion = .unless }
        case .because: parseText(.becauseClause, "the reason behind `because`")
        case .from: parseFrom()
        case .unsettledBy: parseUnsettledBy()
        case let keyword?: parseConclusion(keyword)
        case nil where at(.against) && canBeName(1):
            complain(.missingKeyword(.advise), current.range)
            isRecovering = false
            parseAdviseAgainst()
        case nil where at(.source) && isCapitalized(1) || at(.claim) && isCapitalized(1):
            remark(.misspelt(.from), current.range)
            parseFrom()
        case nil where bytes().elementsEqual("else".utf8) || bytes().elementsEqual("otherwise".utf8):
            record(.elseClause, current.range)
            setAside(1)
            // What it would have concluded is nobody's conclusion: it is passed over, up to the next clause.
            let mark = open(.unexpected)
            while !isAtEnd, !at(.rightBrace), !(lexeme(0).isFirstOnLine) { takeQuietly() }
            close(mark)
        case nil:
            guard let keyword = forgottenKeyword(behind: before) else {
                return parseAttributeClause(in: block)
            }
            complain(.missingKeyword(keyword), current.range)
            isRecovering = false
            // Read as what it was meant to be, but for its keyword.
            switch keyword {
            case .from: parseClaimsAlone()
            case .and, .when:
                let mark = open(.whenClause)
                insertMissing(.word)
                parseCondition()
                close(mark)
                lastQuestion = .when
            default:
                let mark = open(.concludeClause)
                insertMissing(.word)
                expectName("what to conclude")
                takeIsValue()
                close(mark)
            }
        }
    }

    /// `then conclude`, `we should recommend`, `firmly recommend P`: words before the word that a clause
    /// begins with.
    private mutating func takeWordsBeforeClause() {
        var count = 0
        while count < 4, kind(count) == .word, Everyday.empty.contains(word(count)) { count += 1 }
        if count > 0, lexeme(count).keyword?.opensClause == true, !lexeme(count).isFirstOnLine {
            remark(.extraWord, current.range.lowerBound..<lexeme(count - 1).range.upperBound)
            setAside(count)
        }
        let strength = current.keyword ?? everydayKeyword
        guard keyword(1) == .recommend, canBeName(2),
            strength == .firmly || strength == .tentatively || at(.plainly)
        else { return }
        remark(
            .otherWords("\(text(1..<3)) \(strength?.rawValue ?? "")"),
            current.range.lowerBound..<lexeme(2).range.upperBound)
        setAside(1)
    }

    /// What a line lacks: `from` before claims, `and` or `when` before a condition, else `conclude`.
    private func forgottenKeyword(behind question: Keyword?) -> Keyword? {
        guard current.isFirstOnLine, canBeName() else { return nil }
        let endsLine = lexeme(1).isFirstOnLine || kind(1) == .rightBrace || kind(1) == .endOfFile
        if isCapitalized(), bytes().contains(UInt8(ascii: "-")), endsLine || kind(1) == .comma {
            return .from
        }
        let isAsked = beginsTest(1) && !lexeme(1).isFirstOnLine
        guard isAsked || endsLine && current.keyword == nil else { return nil }
        // A rule whose conclusion is still to come goes on asking.
        if concludesLater { return question == nil ? isAsked ? .when : .conclude : .and }
        return isAsked && keyword(1) != .is ? question == nil ? .when : .and : .conclude
    }

    /// Whether a conclusion stands further on in the rule, as far as a person's rule reaches.
    private var concludesLater: Bool {
        for ahead in 1..<128 {
            switch keyword(ahead) {
            case .conclude, .recommend, .advise, .caution, .require, .sequence, .prefer, .choose, .withdraw,
                .assign:
                if lexeme(ahead).isFirstOnLine { return true }
            default: if kind(ahead) == .rightBrace || kind(ahead) == .endOfFile { return false }
            }
        }
        return false
    }

    /// How many words of `not recommend`, `do not recommend`, `recommend against` stand before a package.
    private var adviceTurnedRound: Int? {
        var count = 0
        // A clause of sound text begins with a word of the language.
        if current.keyword == nil, ["do", "does", "should", "must", "shall", "don"].contains(word()) {
            count = isApostrophe(1) ? 3 : 1
        }
        if count == 3 || keyword(count) == .not || denies(count) {
            count += count == 3 ? 0 : 1
            guard keyword(count) == .recommend else { return nil }
            count += 1
        } else if at(.recommend), keyword(1) == .against || keyword(1) == .not {
            count = 2
        } else {
            return nil
        }
        return canBeName(count) ? count : nil
    }

    /// Advice against a package said otherwise, without its reason.
    private mutating func parseAdviceTurnedRound(_ count: Int) {
        let mark = open(.adviseAgainstClause)
        record(
            .adviceAgainst(text(count..<count + 1)), current.range.lowerBound..<lexeme(count).range.upperBound
        )
        setAside(count + 1)
        if at(.as) { setAside(2) }
        isRecovering = true
        close(mark)
    }

    private mutating func parseClaimsAlone() {
        let mark = open(.fromClause)
        insertMissing(.word)
        expectNames("the name of a claim")
        close(mark)
    }

    private mutating func parseForEach() {
        let mark = open(.forEachClause)
        bump()
        expect(.each)
        parseBinding()
        while take(.comma) { parseBinding() }
        close(mark)
    }

    private mutating func parseBinding() {
        let mark = open(.binding)
        if at(.package), kind(1) == .word {
            bump(2)
        } else {
            expectName("the name of a collection")
            if isCapitalized() { bump() }
            if at(.of), kind(1) == .word { bump(2) }
        }
        takeWhere { $0.parseUnary("a condition behind `where`") }
        close(mark)
    }

    /// - Returns: Whether the clause has come to its end.
    private mutating func parseUnless() -> Bool {
        let mark = open(.unlessClause)
        defer { close(mark) }
        bump()
        parseCondition("the exception behind `unless`")
        if at(.string) || following([.presume], ifThen: { $0.kind(1) == .string }) != nil {
            if at(.string) { expect(.presume) } else { bump() }
            expectString("why the exception may be presumed absent")
            return true
        }
        guard take(.presume) else { return false }
        expectString("why the exception may be presumed absent")
        return true
    }

    // MARK: Conclusions

    private mutating func parseConclusion(_ keyword: Keyword) {
        switch keyword {
        case .conclude: parseConclude()
        case .recommend: parseRecommend()
        case .advise: parseAdviseAgainst()
        case .caution:
            let mark = open(.cautionClause)
            bump()
            expectName("what to be cautious about")
            takeIsValue()
            close(mark)
        case .require: parsePair(.requireClause, "what is required", .before, "the name of a package")
        case .sequence: parsePair(.sequenceClause, "the name of a package", .before, "the name of a package")
        case .prefer: parsePair(.preferClause, "the name of a package", .over, "the name of a package")
        case .choose: parseChoose()
        case .withdraw:
            let mark = open(.withdrawClause)
            bump()
            expectName("the name of a package")
            if take(.jointly) {
                expect(.with)
                expectNames("the name of a package")
            }
            close(mark)
        default:
            let mark = open(.assignClause)
            bump()
            expectName("the name of a role")
            expect(.of)
            expectName("the name of a package")
            expect(.to)
            expectName("the name of an actor")
            close(mark)
        }
    }

    private mutating func parsePair(_ kind: SyntaxKind, _ first: String, _ joint: Keyword, _ second: String) {
        let mark = open(kind)
        bump()
        let begin = current.range
        expectName(first)
        if joint == .before, at(.after), canBeName(1) {
            let turned =
                String(decoding: bytes(1), as: UTF8.self) + " before "
                + String(decoding: source[begin], as: UTF8.self)
            remark(.otherWords(turned), begin.lowerBound..<lexeme(1).range.upperBound)
            takeQuietly()
        } else {
            expect(joint)
        }
        expectName(second)
        close(mark)
    }

    private mutating func parseConclude() {
        let mark = open(.concludeClause)
        bump()
        let hasSubject = concludesAboutMember()
        let name = current.range
        expectName("what to conclude")
        if at(.of), kind(1) == .word, !hasSubject {
            let turned = text(1..<2) + " " + String(decoding: source[name], as: UTF8.self)
            remark(.otherWords(turned), name.lowerBound..<lexeme(1).range.upperBound)
            setAside(2)
        }
        if hasSubject { expectName("what to conclude about it") }
        takeIsValue()
        close(mark)
    }

    /// Whether two names follow, a member and what is concluded about it, or one.
    ///
    /// Behind them may come `level meso`, which is two names as well: an even run of names begins
    /// with a member, an odd one does not. A name before a number or a text is the start of such a pair.
    private func concludesAboutMember() -> Bool {
        var run = 0
        while run < 8, isPlainWord(run) { run += 1 }
        if kind(run) == .number || kind(run) == .string { run -= 1 }
        return run > 0 && run % 2 == 0
    }

    /// `is high` or `is 2`.
    mutating func takeIsValue() {
        if at(.equals) {
            remark(.equalsForIs, current.range)
            bump()
        } else if !take(.is) {
            return
        }
        if at(TokenKind.number) || canBeName() {
            bump()
        } else {
            complain(.missing(.value("the value behind `is`")), gap)
            insertMissing(.word)
        }
    }

    private mutating func parseRecommend() {
        let mark = open(.recommendClause)
        bump()
        expectName("the name of a package")
        while let modifier = recommendModifier() {
            switch modifier {
            case .through:
                bump()
                expectName("the name of an actor")
            case .targeting:
                bump()
                expectName("whom the package is for")
            case .with:
                bump()
                expectNames("the name of a measure")
            default: bump()
            }
        }
        close(mark)
        // Each recommendation names one package.
        if at(.and), canBeName(1), !current.isFirstOnLine {
            remark(.misspelt(.recommend), current.range)
            parseRecommend()
        }
    }

    /// How, through whom, for whom, with what: the word that goes on with a recommendation, misspelt or not.
    private mutating func recommendModifier() -> Keyword? {
        let modifiers: [Keyword] = [.firmly, .plainly, .tentatively, .through, .targeting, .with]
        if let keyword = keyword(), modifiers.contains(keyword) { return keyword }
        if keyword(1) == .firmly || keyword(1) == .tentatively, word() == "very" {
            leaveOut()
            return keyword()
        }
        guard !current.isFirstOnLine, let meant = misspelt(among: modifiers) else { return nil }
        remark(.misspelt(meant), current.range)
        return meant
    }

    private mutating func parseAdviseAgainst() {
        let mark = open(.adviseAgainstClause)
        if at(.against) { insertMissing(.word) } else { bump() }
        expect(.against)
        expectName("the name of a package")
        if !at(.as), current.isFirstOnLine || at(.rightBrace) || isAtEnd {
            complain(.missingObjection, gap)
            isRecovering = false
            insertMissing(.word)
            insertMissing(.word)
        } else {
            expect(.as)
            if at(.not), ["needed", "necessary", "required"].contains(word(1)) {
                remark(.blankInName("not-needed"), current.range.lowerBound..<lexeme(1).range.upperBound)
                insertMissing(.word)
                setAside(2)
            } else {
                expectName("`not-needed`, `harmful` or `disputed`")
            }
        }
        close(mark)
    }

    private mutating func parseChoose() {
        let mark = open(.chooseClause)
        bump()
        if isBound(), at(.at) { bump(2) } else { take(.exactly) }
        expectNumber("how many to choose")
        expect(.of)
        expect(.leftBrace, "{")
        var isReported = false
        while canBeName() {
            bump()
            if at(.comma), !isReported {
                remark(.wrongSeparator(";"), current.range)
                isReported = true
            }
            guard at(.semicolon) || at(.comma) else { break }
            bump()
        }
        skipToClosing(.rightBrace)
        expect(.rightBrace, "}")
        close(mark)
    }
}
