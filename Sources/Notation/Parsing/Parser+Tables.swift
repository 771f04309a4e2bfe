// Decision tables and reports.

extension Parser {
    mutating func parseTable() {
        let mark = open(.tableDeclaration)
        bump()
        expectName("the classification that the table decides")
        take(.string)
        parseBlock(.table) { parser in
            switch parser.itemKeyword(of: .table) {
            case .columns: parser.parseNames(.columnsClause, "what the column asks")
            case .because: parser.parseText(.becauseClause, "the reason behind `because`")
            default: parser.parseRow()
            }
        }
        close(mark)
    }

    private mutating func parseRow() {
        let mark = open(.rowClause)
        let margin = current.column
        bump()
        if at(TokenKind.number) { bump() } else { expectName("the value that the row concludes") }
        if at(.colon) { takeExtraSign() }
        parseCell()
        takeBars()
        var last = -1
        while position > last {
            last = position
            if !take(.comma) {
                guard !current.isFirstOnLine, at(.dash) || canBeginValue() && keyword()?.opensClause != true,
                    !isRecovering
                else { break }
                remark(.missingComma, gap)
                insertMissing(.comma)
            }
            parseCell()
        }
        // At the margin of the rows, a reason is the table's.
        if at(.because), !(current.isFirstOnLine && current.column <= margin) {
            parseText(.becauseClause, "the reason behind `because`")
        }
        takeFrom()
        close(mark)
    }

    /// Cells with bars between them, as tables have them elsewhere.
    private mutating func takeBars() {
        guard at(.bar) else { return }
        let begin = lexemes[position - 1].range.lowerBound
        let first = position
        while at(.bar) {
            takeQuietly()
            parseCell()
        }
        let cells = String(decoding: source[lexemes[first].range.lowerBound..<gap.lowerBound], as: UTF8.self)
        let joined =
            String(decoding: source[begin..<lexemes[first - 1].range.upperBound], as: UTF8.self)
            + cells.split(separator: "|").map { ", " + $0.split(separator: " ").joined(separator: " ") }
            .joined()
        remark(.otherWords(joined), begin..<gap.lowerBound)
    }

    private mutating func parseCell() {
        let mark = open(.cell)
        if at(.dash), kind(1) != .number || !touchesPrevious(1) {
            bump()
        } else if canBeginValue(), !at(.row) || !current.isFirstOnLine {
            parseValueSet("a value", in: .cell)
        }
        close(mark)
    }

    mutating func parseReport() {
        let mark = open(.reportDeclaration)
        bump()
        expectHeaderName("the name of the report")
        expectString("what the report shows")
        expect(.equals, "=")
        parseOperand("what to report")
        takeFrom()
        close(mark)
    }
}
