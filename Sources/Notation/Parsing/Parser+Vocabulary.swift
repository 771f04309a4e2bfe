// What can be said about a cluster, and about policy.

extension Parser {
    mutating func parseScale() {
        let mark = open(.scaleDeclaration)
        bump()
        expectHeaderName("the name of the scale")
        expect(.colon, ":")
        parseValueDeclarations(separator: .lessThan, "<")
        close(mark)
    }

    mutating func parseChoice() {
        let mark = open(.choiceDeclaration)
        bump()
        expectHeaderName("the name of the choice")
        expect(.colon, ":")
        parseValueDeclarations(separator: .bar, "|")
        close(mark)
    }

    mutating func parseLens() {
        let mark = open(.lensDeclaration)
        bump()
        expectHeaderName("the name of the lens")
        take(.string)
        expect(.colon, ":")
        parseValueDeclarations(separator: .bar, "|")
        takeFrom()
        close(mark)
    }

    private mutating func parseValueDeclarations(separator: TokenKind, _ sign: String) {
        let begin = current.range.lowerBound
        var names = [word()]
        parseValueDeclaration()
        var isReported = false
        while at(TokenKind.unknown), bytes().elementsEqual(">".utf8), kind(1) == .word {
            takeQuietly()
            names.append(word())
            parseValueDeclaration()
        }
        if names.count > 1 {
            remark(.otherWords(names.reversed().joined(separator: " < ")), begin..<gap.lowerBound)
        }
        while at(separator) || at(.lessThan) || at(.bar) || at(.comma) {
            if !at(separator), !isReported {
                remark(.wrongSeparator(sign), current.range)
                isReported = true
            }
            bump()
            parseValueDeclaration()
        }
    }

    private mutating func parseValueDeclaration() {
        let mark = open(.valueDeclaration)
        if at(TokenKind.number) || canBeName() {
            bump()
        } else {
            complain(.missing(.name("the name of a value")), gap)
            insertMissing(.word)
        }
        take(.string)
        close(mark)
    }

    /// `criterion`, `actor`, `role`, `indicator`: a name and what it means.
    mutating func parseNamedText(_ kind: SyntaxKind, _ what: String, takesFrom: Bool) {
        let mark = open(kind)
        bump()
        expectHeaderName("the name of \(what)")
        expectString("what \(what) means")
        if takesFrom { takeFrom() }
        close(mark)
    }

    mutating func parseSection() {
        let mark = open(.sectionDeclaration)
        bump()
        expectHeaderName("the name of the section")
        expectString("the title of the section")
        parseBlock(.section) { parser in
            guard let keyword = parser.itemKeyword(of: .section) else {
                guard parser.kind(1) == .colon else { return }
                parser.remark(.missingKeyword(.diagnostic), parser.current.range)
                return parser.parseDiagnostic()
            }
            _ = parser.parseTerm(keyword)
        }
        close(mark)
    }

    /// A diagnostic, collection, concept or classification, in a section or outside.
    mutating func parseTerm(_ keyword: Keyword) -> Bool {
        switch keyword {
        case .diagnostic: parseDiagnostic()
        case .collection: parseCollection()
        case .concept: parseConcept()
        case .classification: parseClassification()
        default: return false
        }
        return true
    }

    private mutating func parseDiagnostic() {
        let mark = open(.diagnosticDeclaration)
        if at(.diagnostic) || kind(1) != .colon { bump() } else { insertMissing(.word) }
        expectHeaderName("the name of the diagnostic")
        expect(.colon, ":")
        parseTypeAndModifiers()
        close(mark)
    }

    private mutating func parseCollection() {
        let mark = open(.collectionDeclaration)
        bump()
        expectHeaderName("the name of the collection")
        if take(.plural) { expectName("the plural") }
        expectString("what the collection holds")
        parseBlock(.collection) { parser in
            if parser.at(.collection), parser.kind(1) != .colon {
                parser.parseCollection()
            } else {
                parser.parseAttribute()
            }
        }
        close(mark)
    }

    mutating func parsePackageAttributes() {
        let mark = open(.packageAttributesDeclaration)
        bump()
        expect(.attributes)
        parseBlock(.packageAttributes) { $0.parseAttribute() }
        close(mark)
    }

    private mutating func parseAttribute() {
        let mark = open(.attributeDeclaration)
        bump()
        expect(.colon, ":")
        parseTypeAndModifiers()
        close(mark)
    }

    // MARK: Types

    private mutating func parseTypeAndModifiers() {
        parseType()
        while parseModifier() {}
    }

    private mutating func parseType() {
        let mark = open(.type)
        defer { close(mark) }
        if at(TokenKind.percent), keyword(1) == .of {
            remark(.otherWords("percent"), current.range)
            takeQuietly()
            expect(.of)
            return expectString("what it is a share of")
        }
        if ["boolean", "bool"].contains(word()) { return replaceWords(1, by: "yes/no") }
        guard current.kind == .word, kind(1) != .colon else {
            complain(.missing(.name("the kind of reading")), gap)
            return insertMissing(.word)
        }
        let plain: [Keyword] = [.count, .number, .percent, .money, .duration, .date, .text]
        var keyword = keyword()
        if keyword == nil, self.keyword(1) == .of || self.keyword(1) == .in,
            let meant = misspelt(among: plain)
        {
            remark(.misspelt(meant), current.range)
            keyword = meant
        }
        bump()
        switch keyword {
        case .count, .number:
            if take(.of) { expectString("what is counted") }
        case .percent:
            guard at(.of) || at(.string) else {
                complain(.missing(.string("`of` with what it is a share of")), gap)
                insertMissing(.word)
                return insertMissing(.string)
            }
            expect(.of)
            expectString("what it is a share of")
        case .money:
            expect(.in)
            expectName("the currency")
            if !at(.leftParenthesis), !at(TokenKind.number) {
                complain(.missing(.number("the year of the prices, as in `(1993)`,")), gap)
                return insertMissing(.number)
            }
            if at(TokenKind.number) { return replaceWords(1, by: "(\(text(0..<1)))") }
            expect(.leftParenthesis, "(")
            expectNumber("the year of the prices")
            expect(.rightParenthesis, ")")
        default:
            if take(.slash) { return expectName("`no`") }
            while at(.bar) {
                bump()
                expectName("the name of a value")
            }
        }
    }

    private mutating func parseModifier() -> Bool {
        // An attribute may be called like a modifier.
        guard kind(1) != .colon else { return false }
        let modifiers: [Keyword] = [.changing, .changedBy, .ask, .measure, .means, .from, .at]
        switch following(modifiers) {
        case .changing:
            let mark = open(.changingFlag)
            bump()
            close(mark)
        case .changedBy: parseNames(.changedByClause, "the name of an actor")
        case .ask: parseText(.askClause, "the question")
        case .measure: parseText(.measureHint, "how it is measured")
        case .means: parseText(.meansClause, "what it means")
        case .from: parseFrom()
        case .at: parseAt()
        default: return false
        }
        return true
    }

    /// A keyword with a text.
    mutating func parseText(_ kind: SyntaxKind, _ what: String) {
        let mark = open(kind)
        bump()
        expectString(what)
        takeSecondText()
        close(mark)
    }

    /// A text behind a text, which would be lost.
    private mutating func takeSecondText() {
        guard at(TokenKind.string), current.fault == nil, position > 0, !isRecovering else { return }
        let first = lexemes[position - 1]
        guard first.kind == .string, first.fault == nil else { return }
        let texts = [source[first.range], bytes()].map {
            String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
        }
        remark(
            .secondText(joined: "\"" + texts.joined(separator: " ") + "\""),
            first.range.lowerBound..<current.range.upperBound)
        setAside(1)
    }

    // MARK: Concepts

    private mutating func parseConcept() {
        let mark = open(.conceptDeclaration)
        bump()
        expectHeaderName("the name of the concept")
        if at(.for), canBeName(1), kind(2) == .string {
            remark(.misspelt(.of), current.range)
            takeQuietly()
            expectName("the name of a collection")
        } else if take(.of) {
            expectName("the name of a collection")
        }
        if take(.by) { expect(.signs) }
        take(.changing)
        expectString("what the concept means")
        takeFrom()
        close(mark)
    }

    private mutating func parseClassification() {
        let mark = open(.classificationDeclaration)
        bump()
        expectHeaderName("the name of the classification")
        if take(.of) { expectName("the name of a collection") }
        if following([.several]) != nil { bump() }
        let title = current.range
        if take(.string), at(.several) {
            let turned = "several " + String(decoding: source[title], as: UTF8.self)
            remark(.otherWords(turned), title.lowerBound..<current.range.upperBound)
            takeQuietly()
        }
        expect(.colon, ":")
        parseValueDeclarations(separator: .bar, "|")
        takeFrom()
        close(mark)
    }
}
