// What the grammar asks for: taken if it is there, else put in without width and noted.

extension Parser {
    mutating func expect(_ keyword: Keyword) {
        if take(keyword) { return }
        if current.kind == .word, current.keyword == nil,
            closest(among: [keyword]) == keyword
        {
            remark(.misspelt(keyword), current.range)
            bump()
            return
        }
        if let joint = self.keyword(), Parser.joints.contains(joint), !current.isFirstOnLine, canBeName(1),
            !lexeme(1).isFirstOnLine
        {
            remark(.misspelt(keyword), current.range)
            return takeQuietly()
        }
        complain(.missing(.word(keyword, isEnough: !current.isFirstOnLine)), gap)
        insertMissing(.word)
    }

    /// Words that join, one of which may stand where another belongs.
    private static let joints: Set<Keyword> = [
        .to, .for, .with, .by, .of, .as, .in, .every, .before, .over, .because,
    ]

    mutating func expect(_ kind: TokenKind, _ sign: String) {
        if take(kind) { return }
        // `scale degree = none < …` and the like.
        if (kind == .colon && at(.equals)) || (kind == .equals && (at(.colon) || at(.is))) {
            remark(.wrongSign(sign), current.range)
            return bump()
        }
        complain(.missing(.punctuation(sign)), gap)
        insertMissing(kind)
    }

    /// A name; `what` is how the author would call it: "the name of the rule".
    mutating func expectName(_ what: String) {
        // `from claim B-1`: what it is, before its name.
        if let keyword = keyword(), kind(1) == .word, lexeme(1).keyword == nil, !lexeme(1).isFirstOnLine,
            what.hasSuffix(" " + keyword.rawValue), keyword != .case
        {
            leaveOut()
        }
        if at(.word), kind(1) == .unknown, takeDashedName() { return }
        if canBeName() { return bump() }
        if takeQuotedName() { return }
        complain(.missing(.name(what)), gap)
        insertMissing(.word)
    }

    /// The name that a header declares or points back to. It follows its keyword directly, so that
    /// even a joint of sentences will do: a stage may be called `before`.
    ///
    /// - Parameter isTitled: whether a text has to follow it.
    mutating func expectHeaderName(_ what: String, isTitled: Bool = true) {
        let isForgotten = current.isFirstOnLine && (keyword()?.opensClause ?? false)
        if at(.word), !isForgotten, kind(1) == .word, lexeme(1).keyword == nil || !isTitled {
            let before = position
            joinName(isTitled: isTitled)
            if position > before { return }
        }
        if takeTitleForName(what) { return }
        if at(.word), !isForgotten, !at(.from), !at(.of) { return bump() }
        expectName(what)
    }

    /// A title where its name was forgotten: `stage "An exporter" {`.
    private mutating func takeTitleForName(_ what: String) -> Bool {
        guard at(TokenKind.string), current.fault == nil, !current.isFirstOnLine, kind(1) != .string else {
            return false
        }
        let title = String(decoding: bytes().dropFirst().dropLast(), as: UTF8.self)
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(8)
        guard words.count > 1, words[0].first?.isLetter == true else { return false }
        remark(.titleForName(what: what, name: words.joined(separator: "-")), current.range)
        insertMissing(.word)
        return true
    }

    mutating func expectString(_ what: String, isPlace: Bool = false) {
        if at(.colon) || at(.equals), kind(1) == .string { takeExtraSign() }
        if takeUnclosed() || take(.string) || takeUnquoted(isPlace: isPlace) { return }
        complain(.missing(.string(what)), gap)
        insertMissing(.string)
        // `test captive { … }`: the word stands for the text.
        guard canBeName(), kind(1) == .leftBrace else { return }
        let mark = open(.unexpected)
        bump()
        close(mark)
    }

    /// A text whose second quote is missing, with the lines below it that cannot be anything else.
    private mutating func takeUnclosed() -> Bool {
        guard current.fault == .unclosedString, lexeme(1).isFirstOnLine, goesOnAsText(1, isPlace: false)
        else {
            return false
        }
        var count = 2
        while kind(count) != .endOfFile, !lexeme(count).isFirstOnLine || goesOnAsText(count, isPlace: false) {
            guard ![.leftBrace, .rightBrace, .colon, .equals, .string].contains(kind(count)) else {
                return false
            }
            count += 1
        }
        record(
            .token(.unclosedString), current.range.lowerBound..<lexeme(count - 1).range.upperBound)
        takeQuietly()
        setAside(count - 1)
        isRecovering = true
        return true
    }

    /// Takes the words to the end of a line as the text that they would be between quotes, and those of the
    /// lines below it that cannot be anything else.
    ///
    /// - Parameter isPlace: The text is a place in a source, behind which something else may follow on the line.
    private mutating func takeUnquoted(isPlace: Bool) -> Bool {
        guard at(.word), !current.isFirstOnLine, !isRecovering, !(keyword()?.neverNames ?? false),
            !(isPlace && endsPlace(0))
        else { return false }
        var count = 1
        while !lexeme(count).isFirstOnLine || goesOnAsText(count, isPlace: isPlace), kind(count) != .endOfFile
        {
            if isPlace, endsPlace(count) { break }
            // A block behind the text begins where its line ends.
            if kind(count) == .leftBrace, count > 1, lexeme(count + 1).isFirstOnLine { break }
            guard ![.leftBrace, .rightBrace, .colon, .equals].contains(kind(count)) else { return false }
            count += 1
        }
        let last = lexeme(count - 1)
        let isClosed = last.fault == .unclosedString && last.range.count == 1
        // A single word stands for a text if nothing else begins so.
        let isAlone = count == 1 && isCapitalized() && current.keyword == nil
        let isEnough = count > 2 || isPlace && count == 2 || isAlone
        guard isClosed || isEnough, isClosed || kind(count - 1) != .string else { return false }
        record(.missingQuotes(isClosed: isClosed), current.range.lowerBound..<last.range.upperBound)
        insertMissing(.string)
        let mark = open(.unexpected)
        for _ in 0..<count { takeQuietly() }
        close(mark)
        return true
    }

    /// What may follow a place in a source on its line.
    private func endsPlace(_ ahead: Int) -> Bool {
        switch keyword(ahead) {
        case .firmness, .restates, .figure, .fromCase, .assumed, .presumably, .from, .at, .by, .as: true
        default: kind(ahead) == .string || kind(ahead) == .rightBrace
        }
    }

    /// Whether a line goes on with the text of the line before it: it begins with a word of no clause, and
    /// with nothing that could be told or asked.
    private func goesOnAsText(_ ahead: Int, isPlace: Bool) -> Bool {
        guard !isPlace, ahead < 64, kind(ahead) == .word, kind(ahead + 1) != .string,
            keyword(ahead).map({ !$0.opensClause && !$0.neverNames }) ?? true
        else { return false }
        // A word alone may be a reading.
        guard !lexeme(ahead + 1).isFirstOnLine, !beginsTest(ahead + 1) else { return false }
        return kind(ahead + 1) == .word && keyword(ahead + 1) == nil || kind(ahead + 1) == .unknown
    }

    /// Takes a sign that stands between a name and what the language writes right behind it.
    mutating func takeExtraSign() {
        if isColonTold {
            isColonTold = false
            return setAside(1)
        }
        remark(.extraSign, current.range)
        let mark = open(.unexpected)
        bump()
        close(mark)
    }

    mutating func expectNumber(_ what: String) {
        if at(TokenKind.number) {
            bump()
            return takeCommaInNumber()
        }
        if at(TokenKind.string), bytes().count > 2, bytes().dropFirst().dropLast().allSatisfy(\.isDigit) {
            remark(
                .quotedName(String(decoding: bytes().dropFirst().dropLast(), as: UTF8.self)), current.range)
            setAside(1)
            return insertMissing(.number)
        }
        if let digits = Everyday.digits(word()) {
            replaceWords(1, by: digits)
            return insertMissing(.number)
        }
        complain(.missing(.number(what)), gap)
        insertMissing(.number)
    }

    /// Names between commas; a newline means nothing, a missing comma before another claim is seen.
    mutating func expectNames(_ what: String, isAlone: Bool = false) {
        if at(.colon), kind(1) == .word { takeExtraSign() }
        expectName(what)
        while true {
            if at(.comma) {
                bump()
                expectName(what)
            } else if at(.and) || at(.semicolon), canBeName(1), !current.isFirstOnLine,
                !lexeme(1).isFirstOnLine
            {
                remark(.wrongSeparator(","), current.range)
                takeQuietly()
                expectName(what)
            } else if !current.isFirstOnLine, canBeName(),
                isAlone ? current.keyword == nil : isCapitalized() && bytes().contains(UInt8(ascii: "-"))
            {
                remark(.missingComma, gap)
                insertMissing(.comma)
                bump()
            } else {
                return
            }
        }
    }

    /// Whether a word can be a name here. Words that carry the grammar cannot, nor can a word that
    /// opens a clause at the start of a line: there a name was forgotten.
    func canBeName(_ ahead: Int = 0) -> Bool {
        let lexeme = lexeme(ahead)
        guard lexeme.kind == .word else { return false }
        guard let keyword = lexeme.keyword else { return true }
        if keyword.neverNames { return false }
        return !(lexeme.isFirstOnLine && keyword.opensClause)
    }

    /// Whether a word stands here that is no word of the grammar by any reading.
    func isPlainWord(_ ahead: Int = 0) -> Bool {
        let lexeme = lexeme(ahead)
        guard lexeme.kind == .word else { return false }
        guard let keyword = lexeme.keyword else { return true }
        return !keyword.neverNames && !keyword.opensClause
    }
}

extension Keyword {
    /// The joints of sentences, which no author would take for a name.
    var neverNames: Bool {
        switch self {
        case .from, .at, .judgement, .and, .or, .is, .was, .of, .when, .unless, .presume, .because, .where,
            .satisfies, .asJudged, .as, .through, .targeting, .before, .after, .over, .to, .with, .jointly:
            true
        default: false
        }
    }

    /// Words that begin a declaration, a clause or an item of a block.
    var opensClause: Bool {
        switch self {
        case .source, .claim, .dispute, .scale, .choice, .section, .diagnostic, .collection, .concept,
            .classification, .criterion, .lens, .actor, .role, .indicator, .package, .rule, .table, .report,
            .case, .test, .about, .phase, .pays, .measure, .stop, .monitor, .failure, .for, .when, .unless,
            .because, .from, .conclude, .recommend, .advise, .caution, .require, .sequence, .prefer, .choose,
            .withdraw, .assign, .columns, .row, .stage, .question, .done, .outcome, .override, .expect, .side,
            .turnsOn, .misconception, .unsettledBy, .lesson, .course, .unsettles, .debrief, .exercise,
            .changedBy, .ask, .means, .presume, .satisfies, .contested:
            true
        default: false
        }
    }
}
