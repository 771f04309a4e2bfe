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
        // Before a brace any word is one of the name's; before a text it may be the header's own.
        while count < (isTitled ? 5 : 12), kind(count) == .word, lexeme(count).keyword == nil || !isTitled,
            !lexeme(count).isFirstOnLine
        { count += 1 }
        guard count > 1, kind(count) == .string || kind(count) == .leftBrace && !isTitled else { return }
        let words = (0..<count).map { word($0) }
        remark(
            .blankInName(words.joined(separator: "-")),
            first.range.lowerBound..<lexeme(count - 1).range.upperBound)
        bump()
        setAside(count - 1)
    }

    /// `cold–store`, with a dash that joins the ends of a range.
    mutating func takeDashedName() -> Bool {
        guard touchesPrevious(1), touchesPrevious(2), kind(2) == .word, isDash(1) else { return false }
        remark(.token(.disguisedName), current.range.lowerBound..<lexeme(2).range.upperBound)
        setAside(3)
        insertMissing(.word)
        return true
    }

    func isDash(_ ahead: Int) -> Bool {
        kind(ahead) == .unknown && ["–", "—"].contains(String(decoding: bytes(ahead), as: UTF8.self))
    }

    /// A name between quotes, taken for what it is.
    mutating func takeQuotedName() -> Bool {
        guard at(TokenKind.string), [nil, .smartQuotes, .singleQuotes].contains(current.fault) else {
            return false
        }
        let whole = String(decoding: bytes(), as: UTF8.self)
        let inner = whole.dropFirst().dropLast().utf8
        guard let first = inner.first, first.isLetter,
            inner.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        else { return false }
        remark(.quotedName(String(whole.dropFirst().dropLast())), current.range)
        setAside(1)
        insertMissing(.word)
        return true
    }
}
