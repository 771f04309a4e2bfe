// Blocks, and how the parser finds its feet again inside and outside of them.

extension Parser {
    /// Reads `{ item* }`. A forgotten `}` is noticed where the next declaration begins.
    mutating func parseBlock(_ block: Block, item: (inout Parser) -> Void) {
        // The line on which the block opens, to compare with where it closes.
        let openingColumn = columnOfLine()
        let brace = at(.leftBrace) ? current.range : gap
        let isBracketed = takeBracket()
        if at(.colon), kind(1) == .leftBrace { takeExtraSign() }
        let isParenthesized = takeParenthesis()
        if !isBracketed, !isParenthesized, !take(.leftBrace), !takeBraceFurtherOn() {
            let goesOn = beginsItem(of: block, strictly: true) && !beginsDeclaration() || at(.rightBrace)
            complain(goesOn ? .missingOpeningBrace(block: block.name) : .missingBlock(block.name), gap)
            insertMissing(.leftBrace)
            guard goesOn else {
                return insertMissing(.rightBrace)
            }
        }
        let opening = BlockOpening(block: block, brace: brace)
        let firstItemIsIndented = current.column > 0
        nested { parser in
            while !parser.at(.rightBrace), !parser.atClosingBracket,
                !(isParenthesized && parser.at(.rightParenthesis)),
                !parser.mustEnd(block, firstItemIsIndented: firstItemIsIndented)
            {
                let before = parser.position
                if parser.beginsItem(of: block, strictly: parser.isRecovering) {
                    parser.isRecovering = false
                    item(&parser)
                } else {
                    parser.skipUnexpected(in: block)
                }
                if parser.position == before { parser.skipOne() }
            }
        }
        if isParenthesized, at(.rightParenthesis) {
            setAside(1)
            return insertMissing(.rightBrace)
        }
        if atClosingBracket {
            if !isBracketed { remark(.wrongSign("}"), current.range) }
            setAside(1)
            return insertMissing(.rightBrace)
        }
        closeBlock(opening, openingColumn: openingColumn)
    }

    /// The brace that opens the block behind words of its line that cannot stand there.
    private mutating func takeBraceFurtherOn() -> Bool {
        guard !current.isFirstOnLine, let count = distance(to: .leftBrace),
            !(0..<count).contains(where: { kind($0) == .rightBrace || kind($0) == .colon })
        else { return false }
        complainAboutCurrent(wanted: "`{`")
        let mark = open(.unexpected)
        for _ in 0..<count { takeQuietly() }
        close(mark)
        isRecovering = false
        return take(.leftBrace)
    }

    /// `[` for the brace that opens the block.
    private mutating func takeBracket() -> Bool {
        guard at(TokenKind.unknown), bytes().elementsEqual("[".utf8) else { return false }
        var count = 1
        while kind(count) != .endOfFile, !(kind(count) == .unknown && bytes(count).elementsEqual("]".utf8)) {
            count += 1
            if lexeme(count).isFirstOnLine { break }
        }
        let isClosed = kind(count) == .unknown && !lexeme(count).isFirstOnLine
        if isClosed {
            remark(
                .otherWords("{" + text(0..<count + 1).dropFirst().dropLast() + "}"),
                current.range.lowerBound..<lexeme(count).range.upperBound)
        } else {
            remark(.wrongSign("{"), current.range)
        }
        setAside(1)
        insertMissing(.leftBrace)
        return true
    }

    /// `(` at the end of its line for the brace that opens the block.
    private mutating func takeParenthesis() -> Bool {
        guard at(.leftParenthesis), lexeme(1).isFirstOnLine else { return false }
        remark(.wrongSign("{"), current.range)
        setAside(1)
        insertMissing(.leftBrace)
        return true
    }

    private var atClosingBracket: Bool { at(TokenKind.unknown) && bytes().elementsEqual("]".utf8) }

    private mutating func closeBlock(_ opening: BlockOpening, openingColumn: UInt32) {
        guard at(.rightBrace) else {
            let culprit = suspect ?? opening
            suspect = nil
            // Noted even while recovering: a lost brace is a mistake of its own.
            record(
                .missingClosingBrace(block: culprit.block.name), culprit.brace, isAtEnd ? nil : current.range)
            isRecovering = true
            return insertMissing(.rightBrace)
        }
        if current.isFirstOnLine, current.column < openingColumn, suspect == nil { suspect = opening }
        bump()
    }

    /// The column of the first token on the current line.
    private func columnOfLine() -> UInt32 {
        var index = position
        while index > 0, !lexemes[index].isFirstOnLine, position - index < 64 { index -= 1 }
        return lexemes[index].column
    }

    /// Whether an item of the block begins here. Strictly, a name counts only at the start of a line:
    /// behind a mistake, the words that follow it on its line are rarely a new beginning.
    func beginsItem(of block: Block, strictly: Bool) -> Bool {
        if let keyword = keyword(), block.keywords.contains(keyword) { return true }
        if block.takesNames {
            // `{ recommend … }` lacks its `expect`.
            if block.tellsFacts, at(.leftBrace), kind(1) == .word { return true }
            let isName =
                current.kind == .word && !(keyword()?.neverNames ?? false)
                || (block == .disputed && canBeginValue())
            return isName && (!strictly || current.isFirstOnLine)
        }
        if block == .section, current.isFirstOnLine, current.kind == .word, kind(1) == .colon { return true }
        // Inside of a line a word close to a keyword is more likely a value: `low` is no `row`.
        let hasField = block == .source && (kind(1) == .string || kind(1) == .number)
        let isAtStart =
            current.isFirstOnLine || hasField || (position > 0 && lexemes[position - 1].kind == .leftBrace)
        return isAtStart && misspelt(among: block.keywords) != nil
    }

    /// Whether the block cannot go on: the file ends, a declaration begins, or an item of a block around it.
    private mutating func mustEnd(_ block: Block, firstItemIsIndented: Bool) -> Bool {
        if isAtEnd { return true }
        if block == .disputed, current.isFirstOnLine, beginsReadingWithValue() { return true }
        guard current.isFirstOnLine, let keyword = keyword() else { return false }
        switch block {
        case .section, .collection:
            // A diagnostic may stand in a section and outside of it; the margin tells which is meant.
            let fits = block.keywords.contains(keyword)
            if fits {
                return firstItemIsIndented && current.column == 0 && beginsDeclaration() && !isClosedFurtherOn
            }
            if block == .collection, kind(1) != .colon, beginsDeclaration() { return true }
        case .stage, .member, .expect, .disputed:
            if keyword == .stage, kind(1) == .word, kind(2) == .string || kind(2) == .leftBrace {
                return true
            }
            if block == .expect, kind(1) == .string, [.question, .done, .outcome].contains(keyword) {
                return true
            }
        case .lessonStage:
            if keyword == .stage || keyword == .case { return true }
        case .lessonCase:
            if keyword == .case { return true }
        case .phase:
            if keyword != .pays, Block.package.keywords.contains(keyword), kind(1) == .word { return true }
        default: break
        }
        return beginsDeclaration()
    }

    /// Whether the block around this place is closed by a brace of its own before anything begins that cannot
    /// stand in it. Then what stands at the margin is only not indented.
    ///
    /// How far that is known is kept, so that a section of a thousand such lines is looked through once.
    private var isClosedFurtherOn: Bool {
        mutating get {
            if position < closedUpTo { return true }
            var depth = 0
            var place = position
            while lexemes[place].kind != .endOfFile {
                switch lexemes[place].kind {
                case .leftBrace: depth += 1
                case .rightBrace:
                    depth -= 1
                    if depth < 0 {
                        closedUpTo = place
                        return true
                    }
                default:
                    if depth == 0, lexemes[place].isFirstOnLine, lexemes[place].column == 0,
                        let keyword = lexemes[place].keyword, Parser.declarations.contains(keyword),
                        !Block.section.keywords.contains(keyword)
                    {
                        return false
                    }
                }
                place += 1
            }
            return false
        }
    }

    /// Whether the next item of the case begins, where disputed values were listed.
    func beginsReadingWithValue() -> Bool {
        switch keyword(1) {
        case .is, .disputed, .unknown, .assumed: return true
        default: break
        }
        let isTold =
            keyword().map { [.question, .done, .outcome, .override, .expect, .stage].contains($0) } ?? false
        return kind(1) == .equals
            || (isTold && (kind(1) == .string || kind(1) == .leftBrace || kind(1) == .word))
    }

    /// Whether the shape of a top-level declaration begins at the current token.
    ///
    /// In the first column a keyword and a name are enough; further right, where words of a case
    /// may look alike, what follows the name counts too.
    func beginsDeclaration() -> Bool {
        guard current.isFirstOnLine, let keyword = keyword() else { return false }
        let isAtMargin = current.column == 0
        switch keyword {
        case .language: return kind(1) == .number && isAtMargin
        case .rule, .misconception, .source, .dispute, .table, .section, .collection:
            // `rule NAME applies` is expected of a rule, and begins none.
            guard kind(1) == .word, self.keyword(2) != .applies else { return false }
            return kind(2) == .leftBrace || kind(2) == .string || (isAtMargin && keyword != .source)
        case .package, .lesson, .course:
            guard kind(1) == .word else { return false }
            return kind(2) == .leftBrace || kind(2) == .string
        case .case: return kind(1) == .word && kind(2) == .string
        case .test: return kind(1) == .string
        case .scale, .choice, .diagnostic, .lens, .classification, .concept, .claim:
            guard kind(1) == .word else { return false }
            return isAtMargin || kind(2) == .colon
        case .criterion, .actor, .role, .indicator, .report:
            return kind(1) == .word && kind(2) == .string && isAtMargin
        default: return false
        }
    }

    // MARK: Skipping

    /// Skips what the block cannot use, up to the next item, into one `unexpected` node.
    private mutating func skipUnexpected(in block: Block) {
        complainAboutCurrent(wanted: block.wanted)
        let mark = open(.unexpected)
        repeat {
            skipBalanced()
        } while !isAtEnd && !at(.rightBrace) && !beginsDeclaration() && !beginsItem(of: block, strictly: true)
        close(mark)
    }

    /// Skips one token, or a whole group in braces or parentheses.
    mutating func skipBalanced() {
        var depth = 0
        repeat {
            switch current.kind {
            case .leftBrace, .leftParenthesis: depth += 1
            case .rightBrace, .rightParenthesis: depth -= 1
            default: break
            }
            bump()
        } while depth > 0 && !isAtEnd && !beginsDeclaration()
    }

    /// Skips to the end of the group that is open around this place.
    mutating func skipGroup() {
        let mark = open(.unexpected)
        while !isAtEnd, ![.rightBrace, .rightParenthesis, .semicolon].contains(current.kind),
            !beginsDeclaration()
        {
            skipBalanced()
        }
        close(mark)
    }

    /// The guard of every loop: something is taken, come what may.
    mutating func skipOne() {
        guard !isAtEnd else { return }
        complainAboutCurrent(wanted: "")
        let mark = open(.unexpected)
        bump()
        close(mark)
    }

    mutating func complainAboutCurrent(wanted: String) {
        // A broken token is complained about for what it is when it is taken.
        if current.fault == .unknownCharacters || current.fault == .invalidText
            || current.fault == .unclosedString
        {
            return
        }
        let endsLine = lexeme(1).isFirstOnLine || kind(1) == .rightBrace
        switch current.kind {
        case .rightBrace: complain(.extraBrace, current.range)
        case .rightParenthesis: complain(.extraParenthesis, current.range)
        // Statements end where their lines end.
        case .comma where endsLine, .semicolon where endsLine:
            complain(.extraSign, current.range)
        default: complain(.unexpected(wanted: wanted), current.range)
        }
    }

    /// The keyword that was meant, if the current word is none and close to one.
    func misspelt(
        among keywords: [Keyword], where isPossible: (Keyword) -> Bool = { _ in true }
    ) -> Keyword? {
        guard current.kind == .word, !keywords.isEmpty else { return nil }
        if let keyword = keyword(), keywords.contains(keyword), isPossible(keyword) { return nil }
        return closest(among: keywords, where: isPossible)
    }

    /// The keyword among some that a word is close to.
    func closest(
        _ ahead: Int = 0, among keywords: [Keyword], where isPossible: (Keyword) -> Bool = { _ in true }
    ) -> Keyword? {
        bytes(ahead).withUnsafeBufferPointer {
            Spelling.closest(to: $0, among: keywords, where: isPossible)
        }
    }
}
