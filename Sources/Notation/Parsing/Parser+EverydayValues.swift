// Numbers, dates and units as people write them.
//
// Each is understood and complained about once, so that reading goes on behind it undisturbed.

extension Parser {
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
        let ends = [lower..<upper, second..<max(second, gap.lowerBound)].map { typed($0) }
        remark(.otherWords(sign + ends.joined(separator: "..")), between.lowerBound..<gap.lowerBound)
        close(mark)
        return true
    }

    /// A date or a number as people write it: `05/1991`, `May 1991`, `ten years`, `half a year`, `about 40`.
    mutating func takeEverydayValue() -> Bool {
        if let date = everydayDate {
            replaceWords(date.count, by: date.text)
            insertMissing(.date)
            return true
        }
        if takeRoughDuration() {
            insertMissing(.number)
            return true
        }
        skipVagueness()
        guard kind() == .word, current.keyword == nil || at(.an) || at(.several) || at(.someOf) else {
            return false
        }
        return takeNumberInWords()
    }

    /// `about a year`: both at once.
    private mutating func takeRoughDuration() -> Bool {
        guard isTimeUnit(2), kind() == .word, namesDuration(1), Everyday.vagueness.contains(word()) else {
            return false
        }
        let number = Everyday.digits(word(1)) ?? "1"
        replaceWords(3, by: "\(number) \(word(2))")
        return true
    }

    /// `about 40`, `ca. 40`, `~40`: what is known roughly has words of its own.
    private mutating func skipVagueness() {
        if at(TokenKind.unknown), kind(1) == .number,
            ["~", "≈"].contains(String(decoding: bytes(), as: UTF8.self))
        {
            return leaveOut()
        }
        guard kind() == .word else { return }
        let hasPoint = kind(1) == .unknown && kind(2) == .number && bytes(1).elementsEqual(".".utf8)
        guard kind(1) == .number || hasPoint, Everyday.vagueness.contains(word().lowercased())
        else { return }
        remark(.extraWord, current.range.lowerBound..<lexeme(hasPoint ? 1 : 0).range.upperBound)
        setAside(hasPoint ? 2 : 1)
    }

    /// `a year`, `ten years`.
    private func namesDuration(_ ahead: Int) -> Bool {
        guard kind(ahead) == .word, isTimeUnit(ahead + 1) else { return false }
        return word(ahead) == "a" || word(ahead) == "an" || Everyday.digits(word(ahead)) != nil
    }

    private func isTimeUnit(_ ahead: Int) -> Bool {
        switch keyword(ahead) {
        case .day, .days, .week, .weeks, .month, .months, .year, .years: true
        default: false
        }
    }

    /// `ten years`, `a year`, `half a year`, `nine tenths`, `forty percent`, `several hundred`.
    private mutating func takeNumberInWords() -> Bool {
        guard kind(1) == .word, !lexeme(1).isFirstOnLine else { return false }
        // Behind a value of sound text stands another word of the language, if any.
        guard keyword(1) == nil || isTimeUnit(1) || keyword(1) == .percent || keyword(1)?.isMultiplier == true
        else { return false }
        if word() == "half", word(1) == "a", isTimeUnit(2), let whole = Everyday.halves[word(2)] {
            replaceWords(3, by: whole)
        } else if keyword(1) == nil, let part = Everyday.percentage(word(), word(1)) {
            replaceWords(2, by: part)
        } else if isTimeUnit(1), word() == "a" || word() == "an" {
            replaceWords(2, by: "1 " + word(1))
        } else if isTimeUnit(1) || keyword(1)?.isMultiplier == true
            || keyword(1) == .percent && keyword(2) != .of, let digits = Everyday.digits(word())
        {
            replaceWords(1, by: digits)
            insertMissing(.number)
            if keyword() != .percent { bump() }
            return true
        } else if Everyday.sizes.contains(word()), isSize(1) {
            let count = isSize(2) ? 3 : 2
            record(.sizeForNumber, current.range.lowerBound..<lexeme(count - 1).range.upperBound)
            setAside(count)
        } else {
            return false
        }
        insertMissing(.number)
        return true
    }

    /// `hundred`, `dozen`, `thousand` and their like.
    private func isSize(_ ahead: Int) -> Bool {
        ["dozen", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "score"].contains(
            word(ahead))
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

    // MARK: Behind a number

    /// `USD 1.500.000`, `1'500`: a number whose thousands are parted by signs.
    mutating func takePartedThousands() {
        let first = lexemes[position - 1].range
        var count = 0
        while isApostrophe(count) || isPoint(count), kind(count + 1) == .number, bytes(count + 1).count == 3,
            touchesPrevious(count + 1)
        {
            count += 2
        }
        guard count > 0 else { return }
        let whole = typed(first.lowerBound..<lexeme(count - 1).range.upperBound)
        let groups = whole.split { !$0.isNumber }.map(String.init)
        remark(
            .otherWords(groups.joined(separator: " ")), first.lowerBound..<lexeme(count - 1).range.upperBound)
        setAside(count)
    }

    private func isPoint(_ ahead: Int) -> Bool {
        kind(ahead) == .unknown && touchesPrevious(ahead) && bytes(ahead).elementsEqual(".".utf8)
    }

    /// `percent` behind a number, a unit of another language, and the name of what is counted, which stands
    /// there already.
    mutating func takeEverydayUnit(_ place: ValuePlace) {
        if at(Keyword.percent), keyword(1) != .of {
            remark(.otherWords("%"), current.range)
            insertMissing(TokenKind.percent)
            return setAside(1)
        }
        if at(.of), kind(1) == .number, bytes(1).count == 4, !lexeme(1).isFirstOnLine {
            return replaceWords(2, by: "(" + text(1..<2) + ")")
        }
        guard at(.word), current.keyword == nil, !current.isFirstOnLine else { return }
        if word() == "per", word(1) == "cent" || word(1) == "hundred" {
            insertMissing(TokenKind.percent)
            return replaceWords(2, by: "%")
        }
        if let unit = Everyday.units[word().lowercased()], !isCurrency {
            let count = isPoint(1) ? 2 : 1
            // Before a currency the whole amount is put right at once.
            if kind(count) == .word, isCurrency(count) { return setAside(count) }
            let blank = touchesPrevious() && unit != "%" ? " " : ""
            if unit == "%" { insertMissing(TokenKind.percent) }
            return replaceWords(count, by: blank + unit)
        }
        guard place == .condition else { return }
        switch keyword(1) {
        case .judgement, .and, .or: leaveOut()
        default: break
        }
    }

    /// `2 million USD (1993)`, with the currency behind the amount.
    mutating func takeCurrencyBehind(from number: Int) {
        guard at(.word), isCurrency, !current.isFirstOnLine, lexemes[position - 1].kind != .percent else {
            return
        }
        let amount = lexemes[number].range.lowerBound..<lexemes[position - 1].range.upperBound
        let hasYear = kind(1) == .leftParenthesis && kind(2) == .number && kind(3) == .rightParenthesis
        let count = hasYear ? 4 : 1
        let words = word() + " " + inOurWords(typed(amount)) + (hasYear ? " " + text(1..<4) : "")
        remark(.otherWords(words), amount.lowerBound..<lexeme(count - 1).range.upperBound)
        setAside(count)
    }

    /// Whether a currency stands behind the amount, so that the amount is put right with it.
    var isBeforeCurrency: Bool {
        at(.word) && isCurrency && !current.isFirstOnLine
    }

    /// An amount with thousands and units as the language has them.
    private func inOurWords(_ amount: String) -> String {
        let parts = amount.split(separator: " ").map { part -> String in
            var part = String(part)
            if part.last == "." { part.removeLast() }
            if let unit = Everyday.units[part.lowercased()] { return unit }
            return hasPointBetweenThousands(Array(part.utf8)[...]) ? part.replacing(".", with: " ") : part
        }
        return parts.joined(separator: " ")
    }

    /// `4.000`, which few write for 4.
    func hasPointBetweenThousands(_ number: ArraySlice<UInt8>) -> Bool {
        (5...7).contains(number.count) && number.suffix(4).elementsEqual(".000".utf8)
    }

    /// `40+`, `1990's`: what a sign behind a number makes of it.
    mutating func takeSignBehind(from number: Int) {
        guard at(TokenKind.unknown), !current.isFirstOnLine else { return }
        let start = lexemes[number].range.lowerBound
        let sign = String(decoding: bytes(), as: UTF8.self)
        if sign == "+", touchesPrevious() {
            remark(
                .otherWords("at least " + typed(start..<gap.lowerBound)), start..<current.range.upperBound)
            setAside(1)
        } else if isApostrophe(0), word(1) == "s", lexemes[position - 1].range.count == 4 {
            remark(
                .otherWords(typed(start..<gap.lowerBound) + "s"), start..<lexeme(1).range.upperBound)
            setAside(2)
        }
    }
}
