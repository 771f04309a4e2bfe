// Rules: for which members, when, unless, what follows, why.

extension Parser {
    mutating func parseRule() {
        let mark = open(.ruleDeclaration)
        bump()
        expectHeaderName("the name of the rule", isTitled: false)
        take(.string)
        parseBlock(.rule) { $0.parseRuleClause() }
        close(mark)
    }

    private mutating func parseRuleClause() {
        if current.keyword == nil, bytes().elementsEqual("then".utf8), lexeme(1).keyword?.opensClause == true
        {
            remark(.extraWord, current.range)
            let mark = open(.unexpected)
            bump()
            close(mark)
        }
        switch itemKeyword(of: .rule) {
        case .for: parseForEach()
        case .when:
            let mark = open(.whenClause)
            bump()
            parseCondition("a condition behind `when`")
            close(mark)
        case .unless: parseUnless()
        case .because: parseText(.becauseClause, "the reason behind `because`")
        case .from: parseFrom()
        case let keyword?: parseConclusion(keyword)
        case nil where at(.against) && canBeName(1):
            complain(.missingKeyword(.advise), current.range)
            isRecovering = false
            parseAdviseAgainst()
        case nil:
            guard let keyword = forgottenKeyword() else { return parseAttributeClause(in: .rule) }
            complain(.missingKeyword(keyword), current.range)
            isRecovering = false
            // Read as what it was meant to be, but for its keyword.
            if keyword == .from { return parseClaimsAlone() }
            let mark = open(.concludeClause)
            insertMissing(.word)
            expectName("what to conclude")
            takeIsValue()
            close(mark)
        }
    }

    /// What a line lacks that is nothing but claims, or nothing but a name: `from`, or `conclude`.
    private func forgottenKeyword() -> Keyword? {
        guard current.isFirstOnLine, canBeName() else { return nil }
        let endsLine = lexeme(1).isFirstOnLine || kind(1) == .rightBrace || kind(1) == .endOfFile
        if isCapitalized(), bytes().contains(UInt8(ascii: "-")), endsLine || kind(1) == .comma {
            return .from
        }
        return endsLine && current.keyword == nil ? .conclude : nil
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

    private mutating func parseUnless() {
        let mark = open(.unlessClause)
        bump()
        parseCondition("the exception behind `unless`")
        if at(.string) || following([.presume], ifThen: { $0.kind(1) == .string }) != nil {
            if at(.string) { expect(.presume) } else { bump() }
            expectString("why the exception may be presumed absent")
        } else if take(.presume) {
            expectString("why the exception may be presumed absent")
        }
        close(mark)
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
        guard !current.isFirstOnLine, let meant = misspelt(among: modifiers) else { return nil }
        remark(.misspelt(meant), current.range)
        return meant
    }

    private mutating func parseAdviseAgainst() {
        let mark = open(.adviseAgainstClause)
        if at(.against) { insertMissing(.word) } else { bump() }
        expect(.against)
        expectName("the name of a package")
        expect(.as)
        expectName("`not-needed`, `harmful` or `disputed`")
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
