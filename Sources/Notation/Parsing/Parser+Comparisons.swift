// What is asked of one thing: is, was, bounds, trends.

extension Parser {
    mutating func parseComparison(_ what: String) {
        let mark = open(.comparison)
        let begin = current.range.lowerBound
        parseOperand(what)
        if !takeDenialBehind(begin) { takeTest() }
        takeJudgement()
        close(mark)
    }

    /// `is`, `was`, a bound or a trend, or a sign that stands for one.
    func beginsTest(_ ahead: Int = 0) -> Bool {
        switch keyword(ahead) {
        case .is, .was, .rising, .falling: true
        default: isBound(ahead) || everydayBound(ahead) != nil
        }
    }

    mutating func takeTest() {
        switch keyword() {
        case .is: parseIs()
        case .was: parseWas()
        case .rising, .falling:
            let mark = open(.trendTest)
            bump()
            close(mark)
        default:
            if isBound() { return parseBound { $0.takeBound() } }
            if takeEverydayTest() { return }
            if let meant = misspeltBound() {
                return parseBound { parser in
                    if parser.at(.at) { parser.bump() }
                    parser.remark(.misspelt(meant), parser.current.range)
                    parser.bump()
                }
            }
            if following([.rising, .falling]) != nil {
                let mark = open(.trendTest)
                bump()
                return close(mark)
            }
            takeSign()
        }
    }

    /// `more than 20`, `between 20 and 90`, `has risen`.
    private mutating func takeEverydayTest() -> Bool {
        if let bound = everydayBound() {
            parseBound { $0.takeEverydayBound(bound) }
        } else if word() == "between", kind(1) == .number || kind(1) == .date {
            let mark = open(.isTest)
            let values = open(.valueSet)
            _ = takeBetween("the value", .condition, sign: "is ")
            close(values)
            close(mark)
        } else if let trend = everydayTrend {
            let mark = open(.trendTest)
            replaceWords(2, by: trend.rawValue)
            insertMissing(.word)
            close(mark)
        } else {
            return false
        }
        return true
    }

    /// `at leest`, `abov`: a bound with a slip in it.
    private func misspeltBound() -> Keyword? {
        if at(.at), kind(1) == .word, !lexeme(1).isFirstOnLine {
            return closest(1, among: [.least, .most])
        }
        guard current.keyword == nil, !current.isFirstOnLine else { return nil }
        return misspelt(among: [.above, .below])
    }

    private mutating func parseIs() {
        let offset = keyword(1) == .not ? 2 : 1
        switch keyword(offset) {
        case .recommended:
            let mark = open(.recommendedTest)
            bump(offset + 1)
            close(mark)
        case .in where keyword(offset + 1) == .force:
            let mark = open(.inForceTest)
            bump(offset + 2)
            close(mark)
        case .rising where offset == 1, .falling where offset == 1:
            let mark = open(.trendTest)
            remark(.isBeforeTrend, current.range)
            bump(2)
            close(mark)
        default:
            let mark = open(.isTest)
            bump(offset)
            parseValueSet("the value behind `is`", in: .condition)
            close(mark)
        }
    }

    private mutating func parseWas() {
        let mark = open(.wasTest)
        bump()
        parseValueSet("the value behind `was`", in: .condition)
        expect(.and)
        expect(.is)
        parseValueSet("the value behind `is`", in: .condition)
        close(mark)
    }

    mutating func parseBound(_ takeBound: (inout Parser) -> Void) {
        let mark = open(.boundTest)
        takeBound(&self)
        if beginsMeasuredOperand() || (kind() == .word && keyword(1) == .of && canBeName()) {
            parseOperand("what to compare with")
        } else if !takeQuotedValue() {
            parseValue("what to compare with", .condition)
        }
        close(mark)
    }

    /// `=` and its relatives from programming: understood, and complained about.
    private mutating func takeSign() {
        guard [.equals, .lessThan, .unknown].contains(current.kind) else { return }
        let sign = String(decoding: bytes(), as: UTF8.self)
        switch sign {
        case "=", "==", ":":
            let mark = open(.isTest)
            remark(.equalsForIs, current.range)
            takeQuietly()
            parseValueSet("the value behind `is`", in: .condition)
            close(mark)
        case "!=", "≠", "<>":
            let mark = open(.isTest)
            remark(.signForWords("is not"), current.range)
            takeQuietly()
            parseValueSet("the value behind `is not`", in: .condition)
            close(mark)
        case "<", ">", "<=", ">=", "≤", "≥", "=<", "=>":
            let words =
                ["<": "below", ">": "above", "<=": "at most", "≤": "at most", "=<": "at most"][sign]
                ?? "at least"
            remark(.signForWords(words), current.range)
            parseBound { $0.takeQuietly() }
        default: break
        }
    }
}
