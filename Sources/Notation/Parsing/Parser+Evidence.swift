// Where a statement comes from: claims, places in documents, judgement.

extension Parser {
    mutating func parseFrom() {
        let mark = open(.fromClause)
        bump()
        expectNames("the name of a claim")
        close(mark)
    }

    mutating func takeFrom() {
        if at(.from) { parseFrom() }
    }

    /// `at DOCUMENT "where in it"`; `at least` and `at most` are none.
    var isAtDocument: Bool { at(.at) && keyword(1) != .least && keyword(1) != .most }

    mutating func parseAt() {
        let mark = open(.atClause)
        bump()
        expectName("the name of the source")
        expectString("the place in the source")
        close(mark)
    }

    mutating func takeJudgement() {
        guard following([.judgement], ifThen: { $0.kind(1) == .string }) != nil else { return }
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
