// Where a statement comes from: claims, places in documents, judgement.

extension Parser {
    mutating func parseFrom() {
        let mark = open(.fromClause)
        bump()
        expectNames("the name of a claim")
        close(mark)
    }

    /// `Book "1"` without its `at`.
    var isDocumentAlone: Bool {
        isCapitalized() && current.keyword == nil && kind(1) == .string && !current.isFirstOnLine
    }

    mutating func takeFrom() {
        if at(.from) { parseFrom() }
    }

    /// `at DOCUMENT "where in it"`; `at least` and `at most` are none.
    var isAtDocument: Bool { at(.at) && keyword(1) != .least && keyword(1) != .most }

    mutating func parseAt() {
        let mark = open(.atClause)
        if isDocumentAlone { insertMissing(.word) } else { bump() }
        expectName("the name of the source")
        if at(.comma), kind(1) == .string { takeExtraSign() }
        if at(TokenKind.number), !current.isFirstOnLine {
            remark(.missingQuotes(isClosed: false), current.range)
            insertMissing(.string)
            setAside(1)
        } else {
            expectString("the place in the source", isPlace: true)
        }
        close(mark)
    }

    mutating func takeJudgement() {
        if at(.word), current.isFirstOnLine, current.keyword == nil, kind(1) == .string,
            closest(among: [.judgement]) != nil
        {
            remark(.misspelt(.judgement), current.range)
        } else {
            guard following([.judgement], ifThen: { $0.kind(1) == .string }) != nil else { return }
        }
        let mark = open(.judgementClause)
        bump()
        expectString("the reason behind `judgement`")
        close(mark)
    }

    /// `as-judged` or `judgement "…"` behind a number or a value.
    mutating func takeGrounds() {
        if following([.asJudged]) != nil {
            let mark = open(.asJudged)
            bump()
            close(mark)
        } else {
            takeJudgement()
        }
    }
}
