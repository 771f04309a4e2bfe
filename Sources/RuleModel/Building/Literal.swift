import Notation

/// A value as typed, before anyone knows what kind of value is wanted.
struct Literal {
    enum Content {
        /// A number with its multiplier, times 10 000.
        case number(Int64)
        case days(TickRange)
        case word(String)
        case text(String)
    }

    enum Unit: Hashable {
        case percent
        /// Of so many ticks (of a ten-thousandth of a day) each.
        case duration(ticks: Int64)
        case money(currency: String, year: Int?)
    }

    /// What is wrong with a number.
    enum Fault: Error {
        case missing, tooLarge, tooPrecise
    }

    var content: Content
    var unit: Unit?
    /// The whole years a plain number can mean.
    var year: TickRange?
    /// The token that says most: a word, a text, or the number of a value that is named by one.
    var token: SyntaxToken?

    /// The token's own spelling.
    var spelling: String { token?.text ?? "" }
}

/// The parts of a literal, so that the ends of a range can share them.
struct LiteralParts {
    var number: (mantissa: Int64, fractionDigits: Int)?
    var multiplier: Int64?
    var unit: Literal.Unit?
    var currency: String?
    var year: Int?
    private var period: TickRange?
    private var third: String?
    private var other: SyntaxToken?
    private var isTooLarge = false
    private var spelled: SyntaxToken?

    init(_ node: SyntaxNode) {
        var tokens = node.directTokens
        func next() -> SyntaxToken? {
            while let token = tokens.next() {
                if !token.isMissing { return token }
            }
            return nil
        }
        guard var main = next() else { return }
        var following = next()
        if main.kind == .word, let second = following {
            let word = main.text
            if LiteralParts.thirds.contains(word) { third = word } else { currency = word }
            main = second
            following = next()
        }
        spelled = main
        switch main.kind {
        case .number:
            number = main.decimal
            isTooLarge = number == nil
        case .date:
            period = main.calendarDate.map { date in
                guard let day = date.day else {
                    return CivilCalendar.days(year: date.year, month: date.month)
                }
                let number = CivilCalendar.day(year: date.year, month: date.month, day: day)
                return TickRange(number, number)
            }
        case .decade: period = main.decadeStart.map { CivilCalendar.days(year: $0, count: 10) }
        default: other = main
        }
        var isYear = false
        while let token = following {
            switch token.kind {
            case .leftParenthesis: isYear = true
            case .number where isYear: year = token.integer
            case .percent: unit = .percent
            case .word: readWord(token.text)
            default: break
            }
            following = next()
        }
    }

    private mutating func readWord(_ word: String) {
        switch word {
        case "thousand": multiplier = 1_000
        case "million": multiplier = 1_000_000
        case "billion": multiplier = 1_000_000_000
        case "day", "days": unit = .duration(ticks: 10_000)
        case "week", "weeks": unit = .duration(ticks: 70_000)
        case "month", "months": unit = .duration(ticks: 304_375)
        case "year", "years": unit = .duration(ticks: 3_652_500)
        default: break
        }
    }

    /// Fills in what the other end of a range says for both: `40..60%`, `USD 100..130 million (1993)`.
    mutating func share(with other: LiteralParts) {
        guard number != nil, other.number != nil else { return }
        if multiplier == nil, unit == nil, currency == nil || other.currency == nil {
            multiplier = other.multiplier
        }
        unit = unit ?? other.unit
        currency = currency ?? other.currency
        year = year ?? other.year
    }

    func literal() -> Result<Literal, Literal.Fault> {
        if isTooLarge { return .failure(.tooLarge) }
        if let days = period {
            return .success(Literal(content: .days(part(of: days)), token: spelled))
        }
        if let number {
            var whole: TickRange?
            if number.fractionDigits == 0, (0...9999).contains(number.mantissa), multiplier == nil {
                whole = CivilCalendar.days(year: Int(number.mantissa))
            }
            if third != nil, let whole {
                return .success(Literal(content: .days(part(of: whole)), token: spelled))
            }
            return LiteralParts.ticks(number, multiplier ?? 1).map { ticks in
                let unit = currency.map { Literal.Unit.money(currency: $0, year: year) } ?? unit
                return Literal(content: .number(ticks), unit: unit, year: whole, token: spelled)
            }
        }
        guard let other else { return .failure(.missing) }
        let content: Literal.Content = other.kind == .string ? .text(other.stringValue) : .word(other.text)
        return .success(Literal(content: content, token: other))
    }

    static let thirds = ["early", "mid", "late"]

    private func part(of days: TickRange) -> TickRange { LiteralParts.part(third, of: days) }

    /// The first, middle or last third of a period; all of it for any other word.
    static func part(_ third: String?, of days: TickRange) -> TickRange {
        let length = days.upper - days.lower + 1
        let first = days.lower + length / 3, second = days.lower + 2 * length / 3
        return switch third {
        case "early": TickRange(days.lower, first - 1)
        case "mid": TickRange(first, second - 1)
        case "late": TickRange(second, days.upper)
        default: days
        }
    }

    /// A number with a multiplier in ten-thousandths, exactly or not at all.
    private static func ticks(
        _ number: (mantissa: Int64, fractionDigits: Int), _ multiplier: Int64
    ) -> Result<Int64, Literal.Fault> {
        var mantissa = number.mantissa, digits = number.fractionDigits
        while digits > 0, mantissa % 10 == 0 { (mantissa, digits) = (mantissa / 10, digits - 1) }
        var factor = multiplier * 10_000
        while digits > 0, factor % 10 == 0 { (factor, digits) = (factor / 10, digits - 1) }
        guard digits == 0 else { return .failure(.tooPrecise) }
        let (ticks, isOverflow) = mantissa.multipliedReportingOverflow(by: factor)
        // A thousand of the largest numbers can still be added up.
        return isOverflow || ticks > .max / 1024 ? .failure(.tooLarge) : .success(ticks)
    }
}

/// A number of a claim or a test in units of its own, for telling whether one is the other.
struct Figure: Hashable {
    enum Dimension: Hashable { case plain, percent, days, money, date }
    var dimension: Dimension
    var run: TickRange

    init?(_ literal: Literal) {
        switch (literal.content, literal.unit) {
        case (.number(let ticks), nil): self.init(.plain, TickRange(ticks, ticks))
        case (.number(let ticks), .percent): self.init(.percent, TickRange(ticks, ticks))
        case (.number(let ticks), .money): self.init(.money, TickRange(ticks, ticks))
        case (.number(let ticks), .duration(let unit)):
            let (product, isOverflow) = ticks.multipliedReportingOverflow(by: unit)
            guard !isOverflow else { return nil }
            self.init(.days, TickRange(product, product))
        case (.days(let days), _): self.init(.date, days)
        default: return nil
        }
    }

    private init(_ dimension: Dimension, _ run: TickRange) {
        self.dimension = dimension
        self.run = run
    }

    /// Nothing, all, a first one: limits that logic sets and nobody has to justify.
    var isLogical: Bool {
        switch dimension {
        case .plain: run.lower == 0 || run.lower == 10_000
        case .percent: run.lower == 0 || run.lower == 1_000_000
        default: run.lower == 0 && dimension != .date
        }
    }
}
