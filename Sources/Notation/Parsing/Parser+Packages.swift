// Packages of policy: what they are, who does what, in which phases, when to stop.

extension Parser {
    mutating func parsePackage() {
        let mark = open(.packageDeclaration)
        bump()
        expectHeaderName("the name of the package")
        expectString("the title of the package")
        parseBlock(.package) { $0.parsePackageItem() }
        close(mark)
    }

    private mutating func parsePackageItem() {
        switch itemKeyword(of: .package) {
        case .about: parseText(.aboutClause, "what the package is about")
        case .role: parseRole()
        case .phase: parsePhase()
        case .pays: parsePays()
        case .measure:
            let mark = open(.measureClause)
            bump()
            expectHeaderName("the name of the measure")
            expectString("what the measure is")
            takeFrom()
            close(mark)
        case .stop: parseStop()
        case .monitor:
            let mark = open(.monitorClause)
            bump()
            expectNames("a diagnostic or an indicator")
            takeFrom()
            close(mark)
        case .failure:
            let mark = open(.failureClause)
            bump()
            expectString("how it fails")
            takeFrom()
            close(mark)
        default: parseAttributeClause(in: .package)
        }
    }

    /// What a package or a rule is by a lens, an attribute or a criterion.
    mutating func parseAttributeClause(in block: Block) {
        let mark = open(.attributeClause)
        defer { close(mark) }
        // A word that opens a clause elsewhere may be the name of an attribute.
        let isElsewhere = keyword().map { $0.opensClause && !$0.neverNames && !block.keywords.contains($0) }
        guard canBeName() || at(.word) && isElsewhere == true else {
            complainAboutCurrent(wanted: block.wanted)
            return bump()
        }
        let name = current.range
        bump()
        if at(.colon) || at(.equals), canBeginValue(1), !lexeme(1).isFirstOnLine { takeExtraSign() }
        if at(.is), canBeginValue(1), !current.isFirstOnLine { leaveOut() }
        if take(.string) {
            // A text stands by itself and not in a set of values.
        } else if canBeValueOfAttribute() {
            parseValueSet("a value")
        } else {
            complain(.unexpected(wanted: block.wanted), name)
            return insertMissing(.word)
        }
        takeGrounds()
        takeFrom()
    }

    private func canBeValueOfAttribute() -> Bool { canBeValueOnLine() && canBeginValue() }

    /// A value on the next line would be the next item.
    private func canBeValueOnLine() -> Bool { !current.isFirstOnLine || current.kind != .word }

    private mutating func parseRole() {
        let mark = open(.roleClause)
        bump()
        expectName("the name of a role")
        expectName("the name of an actor")
        takeFrom()
        close(mark)
    }

    private mutating func parsePhase() {
        let mark = open(.phaseClause)
        bump()
        expectHeaderName("the name of the phase")
        take(.string)
        while true {
            if take(.after) {
                expectHeaderName("the name of the phase before")
                take(.succeeded)
            } else if following([.takes], ifThen: { $0.kind(1) == .number }) != nil,
                kind(1) == .number || isBound(1)
            {
                bump()
                parseValueSet("how long the phase takes")
                takeGrounds()
            } else {
                break
            }
        }
        if at(.leftBrace) {
            parseBlock(.phase) { parser in
                if parser.itemKeyword(of: .phase) != nil { parser.parsePays() }
            }
        }
        takeFrom()
        close(mark)
    }

    private mutating func parsePays() {
        let mark = open(.paysClause)
        bump()
        if !takeAmountBeforePayer() {
            expectName("the name of an actor")
            parseValueSet("how much is paid")
        }
        while parsePaysPart() {}
        takeFrom()
        close(mark)
    }

    /// `pays 50% state of …`: how much stands before the one who pays it.
    private mutating func takeAmountBeforePayer() -> Bool {
        guard at(TokenKind.number), kind(1) == .percent, canBeName(2), lexeme(2).keyword == nil else {
            return false
        }
        let amount = current.range.lowerBound..<lexeme(1).range.upperBound, payer = lexeme(2).range
        remark(.otherWords("\(typed(payer)) \(typed(amount))"), amount.lowerBound..<payer.upperBound)
        insertMissing(.word)
        parseValueSet("how much is paid")
        setAside(1)
        return true
    }

    private mutating func parsePaysPart() -> Bool {
        switch keyword() {
        case .of:
            bump()
            expectString("what the share is of")
        case .in:
            bump()
            expect(.advance)
        case .for:
            bump()
            parseValueSet("for how long")
        case .capped:
            bump()
            expect(.at)
            parseValueSet("the cap")
        case .until:
            bump()
            expectString("until when")
        default: return false
        }
        return true
    }

    private mutating func parseStop() {
        let mark = open(.stopClause)
        bump()
        expect(.when)
        parseCondition("when to stop")
        takeFrom()
        close(mark)
    }
}
