// The file as a whole: the language's version, then declarations.

extension Parser {
    mutating func parseFile() {
        let mark = open(.sourceFile)
        parseLanguageVersion()
        while !isAtEnd {
            let before = position
            parseDeclaration()
            if position == before { skipOne() }
        }
        bump()
        close(mark)
    }

    private mutating func parseLanguageVersion() {
        if at(.language) { return parseVersion(isFirst: true) }
        if word() == "language1" {
            let mark = open(.languageVersion)
            replaceWords(1, by: "language 1")
            return close(mark)
        }
        if kind(1) == .number, kind() == .word, misspelt(among: [.language]) != nil {
            remark(.misspelt(.language), current.range)
            return parseVersion(isFirst: true)
        }
        guard !isAtEnd else {
            if !source.contains(where: { $0 > 0x20 }) { record(.emptyFile, 0..<0) }
            return
        }
        let start = current.range.lowerBound
        record(.missingLanguageVersion, start..<start)
    }

    private mutating func parseVersion(isFirst: Bool) {
        let mark = open(.languageVersion)
        if !isFirst { remark(.misplacedLanguageVersion, current.range) }
        bump()
        if at(TokenKind.number), bytes().elementsEqual("1".utf8) {
            bump()
        } else if at(TokenKind.number) || at(.word) && !current.isFirstOnLine {
            remark(.unsupportedLanguageVersion, current.range)
            bump()
        } else {
            expectNumber("`1`, the number of the language's version,")
        }
        close(mark)
    }

    private mutating func parseDeclaration() {
        if let keyword = keyword(), parseDeclaration(keyword) { return }
        if !isRecovering || current.isFirstOnLine, let meant = misspelt(among: Parser.declarations),
            kind(1) == .word || kind(1) == .string
        {
            isRecovering = false
            remark(.misspelt(meant), current.range)
            if parseDeclaration(meant) { return }
        }
        skipUnexpectedDeclaration()
    }

    /// Skips text outside of declarations, up to the next one.
    private mutating func skipUnexpectedDeclaration() {
        if let brace = earlyBrace {
            complain(.earlyBrace, brace)
        } else {
            complainAboutCurrent(wanted: "a declaration such as `rule`, `package`, `diagnostic` or `case`")
        }
        let mark = open(.unexpected)
        repeat { skipBalanced() } while !isAtEnd && !beginsDeclaration() && !resemblesDeclaration()
        close(mark)
    }

    /// The brace right before this place, where the text goes on up to another that closes nothing.
    private var earlyBrace: Range<Int>? {
        guard !isRecovering, position > 0, lexemes[position - 1].kind == .rightBrace, at(.word),
            current.column > 0
        else { return nil }
        var depth = 0
        for place in position..<lexemes.count {
            switch lexemes[place].kind {
            case .leftBrace: depth += 1
            case .rightBrace: depth -= 1
            default:
                if lexemes[place].column == 0, lexemes[place].isFirstOnLine, lexemes[place].kind == .word {
                    return nil
                }
            }
            if depth < 0 { return lexemes[position - 1].range }
        }
        return nil
    }

    /// Whether a declaration begins in the first column, perhaps misspelt or broken itself.
    private func resemblesDeclaration() -> Bool {
        guard current.isFirstOnLine, current.column == 0 else { return false }
        if let keyword = keyword(), Parser.declarations.contains(keyword) { return true }
        return kind(1) == .word && misspelt(among: Parser.declarations) != nil
    }

    static let declarations: [Keyword] = [
        .source, .claim, .dispute, .scale, .choice, .section, .diagnostic, .collection, .concept,
        .classification, .criterion, .lens, .actor, .role, .indicator, .package, .rule, .misconception,
        .table, .report, .case, .test, .language, .lesson, .course,
    ]

    /// `package attributes {`, misspelt or without its second word.
    private var declaresAttributes: Bool {
        if keyword(1) == .attributes { return true }
        if kind(1) == .leftBrace { return kind(2) == .word && kind(3) == .colon }
        return kind(1) == .word && kind(2) == .leftBrace && kind(3) == .word && kind(4) == .colon
    }

    /// Reads the declaration that `keyword` begins; `false` if it begins none.
    private mutating func parseDeclaration(_ keyword: Keyword) -> Bool {
        guard Parser.declarations.contains(keyword) else { return false }
        isRecovering = false
        switch keyword {
        case .language: parseVersion(isFirst: false)
        case .source: parseSource()
        case .claim: parseClaim()
        case .dispute: parseDispute()
        case .scale: parseScale()
        case .choice: parseChoice()
        case .section: parseSection()
        case .criterion: parseNamedText(.criterionDeclaration, "the criterion", takesFrom: true)
        case .indicator: parseNamedText(.indicatorDeclaration, "the indicator", takesFrom: true)
        case .actor: parseNamedText(.actorDeclaration, "the actor", takesFrom: false)
        case .role: parseNamedText(.roleDeclaration, "the role", takesFrom: false)
        case .lens: parseLens()
        case .package where declaresAttributes: parsePackageAttributes()
        case .package: parsePackage()
        case .rule: parseRule()
        case .misconception: parseMisconception()
        case .table: parseTable()
        case .report: parseReport()
        case .case: parseCase()
        case .test: parseTest()
        case .lesson: parseLesson()
        case .course: parseCourse()
        default: return parseTerm(keyword)
        }
        return true
    }
}
