// What people write who speak everyday English, where the language has other words.
//
// Each is understood and complained about once, so that reading goes on behind it undisturbed.

extension Parser {
    /// The word at a place, as typed; empty for anything else.
    func word(_ ahead: Int = 0) -> String {
        kind(ahead) == .word ? String(decoding: bytes(ahead), as: UTF8.self) : ""
    }

    /// The keyword that the current word stands for in everyday speech.
    var everydayKeyword: Keyword? { bytes().withUnsafeBufferPointer { Everyday.keyword(for: $0) } }

    /// The text of some tokens from the current one on.
    func text(_ tokens: Range<Int>) -> String {
        String(
            decoding: source[
                lexeme(tokens.lowerBound).range
                    .lowerBound..<lexeme(tokens.upperBound - 1).range
                    .upperBound], as: UTF8.self)
    }

    /// Notes that some tokens are said otherwise, and takes them as text without a place.
    mutating func replaceWords(_ count: Int, by words: String) {
        remark(.otherWords(words), current.range.lowerBound..<lexeme(count - 1).range.upperBound)
        setAside(count)
    }

    /// Takes tokens that have been complained about, apart from what is understood.
    mutating func setAside(_ count: Int) {
        let mark = open(.unexpected)
        for _ in 0..<count where !isAtEnd { takeQuietly() }
        close(mark)
    }

    /// Takes a word that the language does without, and says so.
    mutating func leaveOut() {
        remark(.extraWord, current.range)
        setAside(1)
    }

    /// How many tokens stand on this line up to one of a kind; `nil` if none does nearby.
    ///
    /// Nearby is what a person puts on a line: looking to the end of an endless one again and again would
    /// cost its square.
    func distance(to wanted: TokenKind) -> Int? {
        for ahead in 0..<64 {
            if kind(ahead) == wanted { return ahead }
            if lexeme(ahead + 1).isFirstOnLine || kind(ahead + 1) == .endOfFile { return nil }
        }
        return nil
    }

    // MARK: Conditions

    /// `either` and `both`, before conditions.
    mutating func skipFiller() {
        guard at(.word), current.keyword == nil, kind(1) == .word || kind(1) == .leftParenthesis,
            !beginsTest(1), Everyday.filler.contains(word())
        else { return }
        leaveOut()
    }

    /// `more than`, `fewer than`, `over`: how many words stand for a bound, and for which; `nil` for none.
    func everydayBound(_ ahead: Int = 0) -> (count: Int, keyword: Keyword)? {
        guard kind(ahead) == .word else { return nil }
        let isCompared = kind(ahead + 1) == .word && bytes(ahead + 1).elementsEqual("than".utf8)
        guard isCompared || kind(ahead + 1) == .number else { return nil }
        let first = word(ahead)
        let bound: Keyword? =
            Everyday.above.contains(first) ? .above : Everyday.below.contains(first) ? .below : nil
        guard let bound else { return nil }
        if isCompared { return (2, bound) }
        return ["over", "under", "exceeds"].contains(first) ? (1, bound) : nil
    }

    /// Takes `more than` and its like, with a token for the bound in its place.
    mutating func takeEverydayBound(_ bound: (count: Int, keyword: Keyword)) {
        replaceWords(bound.count, by: bound.keyword.rawValue)
    }

    /// `has risen` as a trend; `nil` for anything else.
    var everydayTrend: Keyword? {
        guard kind(1) == .word, ["has", "have"].contains(word()) else { return nil }
        return Everyday.risen.contains(word(1)) ? .rising : Everyday.fallen.contains(word(1)) ? .falling : nil
    }

    // MARK: Values

    /// `between 10 and 20%`, as a range.
    ///
    /// - Parameter sign: what the language has before the range here.
    mutating func takeBetween(_ what: String, _ place: ValuePlace, sign: String = "") -> Bool {
        guard [.number, .date, .decade].contains(kind(1)) || kind(1) == .word && keyword(2) == .and,
            word() == "between"
        else { return false }
        let between = current.range
        let mark = open(.rangeValue)
        setAside(1)
        let lower = current.range.lowerBound
        parseValue(what, place)
        let upper = gap.lowerBound
        if at(.and) || at(.to) || at(.range) { takeQuietly() }
        let second = current.range.lowerBound
        parseValue("the upper end of the range", place)
        let ends = [lower..<upper, second..<max(second, gap.lowerBound)]
            .map { String(decoding: source[$0], as: UTF8.self) }
        remark(.otherWords(sign + ends.joined(separator: "..")), between.lowerBound..<gap.lowerBound)
        close(mark)
        return true
    }

    /// A date or a number as people write it: `05/1991`, `May 1991`, `ten years`, `about 40`.
    mutating func takeEverydayValue() -> Bool {
        if let date = everydayDate { replaceWords(date.count, by: date.text) } else { return skipVagueness() }
        insertMissing(.date)
        return true
    }

    private mutating func skipVagueness() -> Bool {
        if kind(1) == .number, Everyday.vagueness.contains(word()) {
            leaveOut()
            return false
        }
        switch keyword(1) {
        case .day, .days, .week, .weeks, .month, .months, .year, .years, .thousand, .million, .billion:
            break
        case .percent? where keyword(2) != .of: break
        default: return false
        }
        guard kind() == .word, let digits = Everyday.digits(word()) else { return false }
        replaceWords(1, by: digits)
        insertMissing(.number)
        if keyword() != .percent { bump() }
        return true
    }

    private var everydayDate: (count: Int, text: String)? {
        if kind() == .word, kind(1) == .number, bytes(1).count == 4, let month = Everyday.month(word()) {
            return (2, "\(text(1..<2))-\(month)")
        }
        guard kind() == .number, kind(1) == .slash, kind(2) == .number, touchesPrevious(1), touchesPrevious(2)
        else { return nil }
        let parts = [text(0..<1), text(2..<3)]
        guard let year = parts.first(where: { $0.count == 4 }),
            let month = parts.first(where: { $0.count < 3 })
        else { return nil }
        return (3, year + "-" + (month.count < 2 ? "0" : "") + month)
    }

    /// `percent` behind a number, and the name of what is counted, which stands there already.
    mutating func takeEverydayUnit(_ place: ValuePlace) {
        if at(Keyword.percent), keyword(1) != .of {
            remark(.otherWords("%"), current.range)
            insertMissing(TokenKind.percent)
            return setAside(1)
        }
        if at(.word), touchesPrevious(),
            let unit = ["m": "million", "mn": "million", "bn": "billion"][word()]
        {
            return replaceWords(1, by: " " + unit)
        }
        if at(.of), kind(1) == .number, bytes(1).count == 4, !lexeme(1).isFirstOnLine {
            return replaceWords(2, by: "(" + text(1..<2) + ")")
        }
        guard place == .condition, at(.word), current.keyword == nil, !current.isFirstOnLine else { return }
        switch keyword(1) {
        case .judgement, .and, .or: leaveOut()
        default: break
        }
    }

    // MARK: Names

    /// `cold store` for `cold-store`, where a header names something and a title or a block follows.
    ///
    /// - Parameter isTitled: whether a text has to follow, so that words before a brace are that text.
    mutating func joinName(isTitled: Bool) {
        let first = current
        // `classification failure sevral`: a word that may follow a name, with a slip in it.
        let mayFollow: [Keyword] = [.several, .plural, .changing, .after]
        guard first.kind == .word,
            bytes(1).withUnsafeBufferPointer({ Spelling.closest(to: $0, among: mayFollow) }) == nil
        else {
            return
        }
        var count = 1
        while count < 5, kind(count) == .word, lexeme(count).keyword == nil, !lexeme(count).isFirstOnLine {
            count += 1
        }
        guard count > 1, kind(count) == .string || kind(count) == .leftBrace && !isTitled else { return }
        let words = (0..<count).map { word($0) }
        remark(
            .blankInName(words.joined(separator: "-")),
            first.range.lowerBound..<lexeme(count - 1).range.upperBound)
        bump()
        setAside(count - 1)
    }

    /// A name between quotes, taken for what it is.
    mutating func takeQuotedName() -> Bool {
        guard at(TokenKind.string), current.fault == nil else { return false }
        let inner = bytes().dropFirst().dropLast()
        guard let first = inner.first, first.isLetter,
            inner.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        else { return false }
        remark(.quotedName(String(decoding: inner, as: UTF8.self)), current.range)
        setAside(1)
        insertMissing(.word)
        return true
    }
}
