// What a case or a test expects of the rules.

extension Parser {
    mutating func parseExpect() {
        let mark = open(.expectClause)
        if at(.leftBrace) {
            remark(.missingKeyword(.expect), current.range)
            insertMissing(.word)
        } else {
            bump()
            if at(.colon), kind(1) == .leftBrace { takeExtraSign() }
        }
        parseBlock(.expect) { $0.parseExpectation() }
        parseEvidence()
        close(mark)
    }

    private mutating func parseEvidence() {
        while true {
            if at(.from) {
                parseFrom()
            } else if isAtDocument {
                parseAt()
            } else {
                return
            }
        }
    }

    private mutating func parseExpectation() {
        let mark = open(.expectation)
        if at(.not) || at(.open) && kind(1) == .word && keyword(1) != .is && keyword(1) != .as { bump() }
        parseClaimed()
        if at(.is), isVerdict(1) {
            remark(.misspelt(.as), current.range)
            takeQuietly()
            bump()
        } else if take(.as) {
            expectName("`yes`, `presumably-yes`, `open`, `presumably-no` or `no`")
        }
        parseEvidence()
        close(mark)
    }

    private mutating func parseClaimed() {
        switch itemKeyword(of: .expect) {
        case .recommend where keyword(1) == .not:
            replaceWords(2, by: "not recommend")
            expectName("the name of a package")
        case .recommend:
            bump()
            expectName("the name of a package")
            if at(.firmly) || at(.plainly) || at(.tentatively) { bump() }
            if following([.through]) != nil {
                bump()
                expectName("the name of an actor")
            }
            if following([.targeting]) != nil {
                bump()
                expectNames("the name of a member")
            }
        case .advise:
            bump()
            expect(.against)
            expectName("the name of a package")
            if at(.as), !isVerdict(1) {
                bump()
                expectName("`not-needed`, `harmful` or `disputed`")
            }
        case .caution:
            bump()
            expectName("what to be cautious about")
            takeIsValue()
        case .require: parsePair(.before)
        case .sequence: parsePair(.before)
        case .prefer: parsePair(.over)
        case .withdraw, .choose, .contested:
            bump()
            expectName("a name")
        case .assign:
            bump()
            expectName("the name of a role")
            expect(.of)
            expectName("the name of a package")
            expect(.to)
            expectName("the name of an actor")
        case .report where kind(1) == .word && keyword(1) != .is:
            bump()
            expectName("the name of a report")
            takeTest()
        case .rule where kind(1) == .word && keyword(1) != .is:
            bump()
            expectName("the name of a rule")
            expect(.applies)
        default: parseStatement()
        }
    }

    private mutating func parsePair(_ joint: Keyword) {
        bump()
        expectName("a name")
        expect(joint)
        expectName("the name of a package")
    }

    /// `first P`, `cluster-type is organized`, `locked-in`, or `captive of us-importers`.
    private mutating func parseStatement() {
        if at(.first), isPlainWord(1) { return bump(2) }
        guard canBeName() else {
            complainAboutCurrent(wanted: Block.expect.wanted)
            return
        }
        bump()
        if at(.of), isPlainWord(1) { bump(2) }
        takeIsValue()
    }

    private func isVerdict(_ ahead: Int) -> Bool {
        switch keyword(ahead) {
        case .yes, .no, .open, .presumablyYes, .presumablyNo: true
        default: false
        }
    }
}
