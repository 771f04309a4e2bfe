// What denies and what doubts, as people write it. Such a word is the meaning of its sentence: it is said in
// the language's own way, and never left out.

extension Parser {
    /// Whether the current word, which is none of the language's, says `not`.
    func denies(_ ahead: Int = 0) -> Bool {
        guard kind(ahead) == .word, keyword(ahead) == nil else { return false }
        return bytes(ahead).withUnsafeBufferPointer { Everyday.keyword(for: $0) } == .not
    }

    private func hedges(_ ahead: Int = 0) -> Bool {
        guard kind(ahead) == .word, keyword(ahead) == nil || keyword(ahead) == .presumably else {
            return false
        }
        return Everyday.hedges.contains(word(ahead))
    }

    /// Whether a word begins something else on its line, rather than being asked about itself.
    private func leads(_ ahead: Int = 1) -> Bool {
        guard !lexeme(ahead).isFirstOnLine else { return false }
        return kind(ahead) == .leftParenthesis || canBeName(ahead) && !beginsTest(ahead)
    }

    // MARK: Before a condition

    /// `without C`, `neither C nor D`, `there is no C`, `not yet C`, `probably C`.
    mutating func takeEverydayDenial() -> Bool {
        if at(.not) {
            guard keyword(1) == nil, bytes(1).elementsEqual("yet".utf8), leads(2) else { return false }
            let mark = open(.notCondition)
            replaceWords(2, by: "not")
            parseUnary("a condition behind `not`")
            close(mark)
        } else if let count = absence, leads(count) {
            let isOfMembers = keyword(count + 1) == .where
            if isOfMembers {
                replaceWords(count, by: "no")
                parseUnary()
            } else {
                let mark = open(.notCondition)
                replaceWords(count, by: "not")
                parseUnary("a condition behind `not`")
                close(mark)
            }
        } else if !leads() {
            // In sound text a test or a joint stands behind a name: it is not looked up.
            return false
        } else if current.keyword == nil, word() == "neither" {
            parseNeither()
        } else if denies() {
            let mark = open(.notCondition)
            remark(.misspelt(.not), current.range)
            takeQuietly()
            parseUnary("a condition behind `not`")
            close(mark)
        } else if hedges() {
            record(.hedgedCondition, current.range)
            setAside(1)
            parseUnary()
        } else {
            return false
        }
        return true
    }

    /// How many words of `there is no` stand here.
    private var absence: Int? {
        guard keyword(2) == .no || keyword(2) == .not, word() == "there" else { return nil }
        return keyword(1) == .is || ["are", "was", "were"].contains(word(1)) ? 3 : nil
    }

    private mutating func parseNeither() {
        let begin = current.range.lowerBound
        let mark = open(.andCondition)
        var parts: [String] = []
        repeat {
            let part = open(.notCondition)
            setAside(1)
            let start = current.range.lowerBound
            parseUnary("a condition behind `not`")
            parts.append("not " + typed(start..<gap.lowerBound))
            close(part)
        } while word() == "nor" && leads()
        close(mark)
        remark(.otherWords(parts.joined(separator: " and ")), begin..<gap.lowerBound)
    }

    /// What was typed between two places; empty if they are none.
    func typed(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    // MARK: Before a value

    /// `probably high` where a rule asks; `hardly high` anywhere.
    mutating func takeDoubtBeforeValue(_ place: ValuePlace) {
        guard !current.isFirstOnLine, canBeginValue(1), !lexeme(1).isFirstOnLine else { return }
        if place == .condition, hedges() {
            record(.hedgedCondition, current.range)
            setAside(1)
        } else if denies() {
            remark(.misspelt(.not), current.range)
            setAside(1)
        }
    }

    // MARK: Behind what is asked about

    /// `not more than`, `no less than`, `not at least`, `not rising`, `not high`, `isn't high`, or `not` and
    /// nothing behind it.
    ///
    /// - Parameter begin: where what is asked about begins.
    mutating func takeDenialBehind(_ begin: Int) -> Bool {
        guard !current.isFirstOnLine else { return false }
        if let count = contraction {
            let mark = open(.isTest)
            replaceWords(count, by: "is not")
            parseValueSet("the value behind `is not`", in: .condition)
            close(mark)
            return true
        }
        guard at(.not) || at(.no) else { return false }
        if let (count, bound) = deniedBound {
            parseBound { $0.replaceWords(count, by: bound) }
        } else if at(.no) {
            return false
        } else if keyword(1) == .rising || keyword(1) == .falling {
            let mark = open(.trendTest)
            let meant = "not \(typed(begin..<gap.lowerBound)) \(word(1))"
            remark(.otherWords(meant), begin..<lexeme(1).range.upperBound)
            setAside(1)
            bump()
            close(mark)
        } else if keyword(1) == .is || canBeginValue(1), !lexeme(1).isFirstOnLine {
            let mark = open(.isTest)
            replaceWords(keyword(1) == .is ? 2 : 1, by: "is not")
            parseValueSet("the value behind `is not`", in: .condition)
            close(mark)
        } else {
            remark(.otherWords("not " + typed(begin..<gap.lowerBound)), begin..<current.range.upperBound)
            setAside(1)
        }
        return true
    }

    /// How many tokens `isn't` has.
    private var contraction: Int? {
        guard isApostrophe(1), word(2) == "t", ["isn", "aren", "wasn"].contains(word()) else { return nil }
        return 3
    }

    /// An apostrophe with no blank before it.
    func isApostrophe(_ ahead: Int) -> Bool {
        kind(ahead) == .unknown && touchesPrevious(ahead) && touchesPrevious(ahead + 1)
            && ["'", "’"].contains(String(decoding: bytes(ahead), as: UTF8.self))
    }

    /// The bound that remains when a bound is denied, and how many words say so.
    private var deniedBound: (count: Int, words: String)? {
        if let bound = everydayBound(1) {
            return (bound.count + 1, bound.keyword == .above ? "at most" : "at least")
        }
        switch (keyword(1), keyword(2)) {
        case (.at, .least): return (3, "below")
        case (.at, .most): return (3, "above")
        case (.above, _), (.after, _): return (2, "at most")
        case (.below, _), (.before, _): return (2, "at least")
        default: return nil
        }
    }

    // MARK: In a case

    /// `no X`, `never X`, `there is no X`: taken as `not`. A hedge is told to its reading.
    mutating func takeDenialOfReading() -> Bool {
        if let count = absence, leads(count) {
            replaceWords(count, by: "not")
            return true
        }
        guard canBeName(1), !lexeme(1).isFirstOnLine, at(.no) || denies() else { return false }
        remark(.misspelt(.not), current.range)
        setAside(1)
        return true
    }

    /// Sets a hedge before a reading or its value aside; where it stands, to be said behind the value.
    mutating func takeHedge() -> Range<Int>? {
        guard canBeginValue(1), !lexeme(1).isFirstOnLine, hedges() else { return nil }
        let hedge = current.range
        setAside(1)
        return hedge
    }

    /// What was told with a hedge is told with `assumed` behind it.
    mutating func tellAssumed(_ hedge: Range<Int>?) {
        guard let hedge else { return }
        var start = hedge.upperBound
        while start < source.count, source[start] == UInt8(ascii: " ") { start += 1 }
        let end = max(start, gap.lowerBound)
        remark(.otherWords(typed(start..<end) + " assumed"), hedge.lowerBound..<end)
    }

    /// `X not` with nothing behind it that could be denied.
    mutating func takeDenialBehindReading(_ name: Range<Int>) {
        guard at(.not), !current.isFirstOnLine,
            lexeme(1).isFirstOnLine || isAtDocumentBehind || kind(1) == .rightBrace || keyword(1) == .assumed
        else { return }
        remark(.otherWords("not " + typed(name)), name.lowerBound..<current.range.upperBound)
        setAside(1)
    }

    private var isAtDocumentBehind: Bool {
        keyword(1) == .at && keyword(2) != .least && keyword(2) != .most
    }

    /// `growers = ?`, `growers = n/a`: nobody knows.
    ///
    /// - Parameter name: what was read.
    mutating func takeIgnorance(_ name: Range<Int>) -> Bool {
        let isMark = at(TokenKind.unknown) && bytes().allSatisfy { $0 == UInt8(ascii: "?") }
        let isInitials = kind(1) == .slash && word().lowercased() == "n" && word(2).lowercased() == "a"
        guard isMark || isInitials else { return false }
        let count = isMark ? 1 : 3
        remark(
            .otherWords(typed(name) + " unknown"), name.lowerBound..<lexeme(count - 1).range.upperBound)
        setAside(count)
        return true
    }
}
