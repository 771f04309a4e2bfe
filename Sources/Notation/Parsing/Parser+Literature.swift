// Sources, claims, disputes.

extension Parser {
    mutating func parseSource() {
        let mark = open(.sourceDeclaration)
        bump()
        expectHeaderName("the name of the source", isTitled: false)
        parseBlock(.source) { parser in
            let field = parser.open(.sourceField)
            let keyword = parser.takeItemKeyword(of: .source)
            if keyword == .year {
                parser.expectNumber("the year")
            } else {
                parser.expectString("the text behind `\(keyword?.rawValue ?? "note")`")
            }
            parser.close(field)
        }
        close(mark)
    }

    mutating func parseClaim() {
        let mark = open(.claimDeclaration)
        bump()
        // `claim B-1 Book "2"`: the document, without the word before it, and no second word of the name.
        if at(.word), isCapitalized(1), kind(2) == .string {
            bump()
        } else {
            expectHeaderName("the name of the claim")
        }
        var hasText = false
        while let part = claimPart() {
            hasText = hasText || part == .string
            parseClaimPart(part)
        }
        if !hasText, !isRecovering {
            complain(.missing(.string("what the claim says")), gap)
        }
        if at(.leftBrace) { parseBlock(.claim) { $0.parseNotEncoded() } }
        close(mark)
    }

    private enum ClaimPart { case string, at, firmness, restates, figure, fromCase }

    private mutating func claimPart() -> ClaimPart? {
        switch following([.at, .firmness, .restates, .figure, .fromCase]) {
        case .at: .at
        case .firmness: .firmness
        case .restates: .restates
        case .figure: .figure
        case .fromCase: .fromCase
        default: at(.string) ? .string : everydayClaimPart()
        }
    }

    private static let firmnesses: Set = ["strong", "qualified", "hypothesis"]

    /// `from Book "2"` or `Book "2"` for where a claim stands, and a firmness without its word.
    private mutating func everydayClaimPart() -> ClaimPart? {
        if at(.from) || at(.in), isCapitalized(1), kind(2) == .string {
            remark(.misspelt(.at), current.range)
            setAside(1)
            return .at
        }
        if isDocumentAlone {
            remark(.missingKeyword(.at), current.range)
            return .at
        }
        guard !current.isFirstOnLine, Parser.firmnesses.contains(word()) else { return nil }
        remark(.missingKeyword(.firmness), current.range)
        return .firmness
    }

    private mutating func parseClaimPart(_ part: ClaimPart) {
        switch part {
        case .string: bump()
        case .at: parseAt()
        case .firmness:
            let mark = open(.firmnessClause)
            if Parser.firmnesses.contains(word()) { insertMissing(.word) } else { bump() }
            expectName("`strong`, `qualified` or `hypothesis`")
            close(mark)
        case .restates: parseNames(.restatesClause, "the name of a claim")
        case .fromCase: parseNames(.fromCaseClause, "the name of a case")
        case .figure:
            let mark = open(.figureClause)
            bump()
            repeat { parseValueSet("the figure", in: .figure) } while take(.comma)
            close(mark)
        }
    }

    /// A keyword with names between commas.
    mutating func parseNames(_ kind: SyntaxKind, _ what: String) {
        let mark = open(kind)
        bump()
        expectNames(what, isAlone: kind == .columnsClause)
        close(mark)
    }

    private mutating func parseNotEncoded() {
        let mark = open(.notEncoded)
        let needsClaims = keyword(1) == .supersededBy || keyword(1) == .contradictedBy
        takeItemKeyword(of: .claim)
        expectName("the reason why it is not encoded")
        if needsClaims { expectNames("the name of a claim") }
        take(.string)
        close(mark)
    }

    mutating func parseDispute() {
        let mark = open(.disputeDeclaration)
        bump()
        expectHeaderName("the name of the dispute")
        take(.string)
        parseBlock(.dispute) { parser in
            let isSide = parser.at(.side) || !parser.at(.turnsOn) && parser.misspelt(among: [.side]) != nil
            let part = parser.open(isSide ? .disputeSide : .turnsOnClause)
            parser.takeItemKeyword(of: .dispute)
            if isSide {
                parser.expectNames("the name of a claim")
                parser.expectString("what the side says")
            } else {
                parser.expectNames("what the choice turns on")
            }
            parser.close(part)
        }
        close(mark)
    }
}
