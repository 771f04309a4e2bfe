import RuleModel

/// Which of a reading's two sets a figure is worked out from.
enum Certainty: Sendable {
    case possible, presumed
}

/// Whether a member belongs to what is counted or summed.
enum Membership: Sendable {
    case certain, maybe, never

    /// A verdict that is only presumed leaves both possible, and settles what is presumed.
    init(_ verdict: Verdict, by certainty: Certainty) {
        switch verdict {
        case .yes: self = .certain
        case .no: self = .never
        case .open: self = .maybe
        case .presumablyYes: self = certainty == .presumed ? .certain : .maybe
        case .presumablyNo: self = certainty == .presumed ? .never : .maybe
        }
    }
}

/// The members an aggregate goes through: who belongs, with which values, and whether there may be more.
struct Cohort: Sendable {
    var memberships: [Membership]
    var isOpenEnded: Bool
    /// For folds: the least and greatest value of each member.
    var values: [TickRange] = []

    var certain: Int { memberships.count { $0 == .certain } }
    var atMost: Int { memberships.count { $0 != .never } }
}

func count(_ cohort: Cohort) -> ValueSet {
    .ticks(Int64(cohort.certain), cohort.isOpenEnded ? .max : Int64(cohort.atMost))
}

/// In ticks of a percent, rounded outwards; of nothing, and where there may be more, anything.
func proportion(_ cohort: Cohort) -> ValueSet {
    let whole: Int64 = 1_000_000
    let total = Int64(cohort.memberships.count)
    guard total > 0, !cohort.isOpenEnded else { return .ticks(0, whole) }
    return .ticks(
        (Int64(cohort.certain) * whole).dividedDown(by: total),
        (Int64(cohort.atMost) * whole).dividedUp(by: total)
    )
}

extension Cohort {
    /// The least and greatest value the fold can have, over every choice of members and values.
    func folded(by fold: Expression.Fold, domain: TickRange) -> TickRange {
        switch fold {
        case .sum: return sum(domain: domain)
        case .mean: return mean(domain: domain)
        case .largest, .smallest: break
        }
        let certain = values(.certain)
        let all = certain + values(.maybe)
        guard let lower = all.map(\.lower).min(), let upper = all.map(\.upper).max() else { return domain }
        if fold == .largest {
            guard let floor = certain.map(\.lower).max() else { return domain }
            return TickRange(floor, isOpenEnded ? max(upper, domain.upper) : upper)
        }
        guard let ceiling = certain.map(\.upper).min() else { return domain }
        return TickRange(isOpenEnded ? min(lower, domain.lower) : lower, ceiling)
    }

    private func values(_ membership: Membership) -> [TickRange] {
        zip(memberships, values).filter { $0.0 == membership }.map(\.1)
    }

    private func sum(domain: TickRange) -> TickRange {
        var lower: Int64 = 0
        var upper: Int64 = 0
        for value in values(.certain) {
            lower = lower.adding(value.lower, unbounded: .min)
            upper = upper.adding(value.upper, unbounded: .max)
        }
        for value in values(.maybe) {
            lower = lower.adding(min(value.lower, 0), unbounded: .min)
            upper = upper.adding(max(value.upper, 0), unbounded: .max)
        }
        // Any number of further members: whatever they can add, they can add without end.
        if isOpenEnded && domain.lower < 0 { lower = .min }
        if isOpenEnded && domain.upper > 0 { upper = .max }
        return TickRange(lower, upper)
    }

    private func mean(domain: TickRange) -> TickRange {
        let certain = values(.certain)
        let maybe = values(.maybe)
        guard !certain.isEmpty, !isOpenEnded else { return domain }
        // A doubtful member belongs to the least mean while it pulls it down: the lowest ones first.
        var lower = certain.map(\.lower)
        var least = lower.reduce(Int64(0)) { $0.adding($1, unbounded: .min) }
        for value in maybe.map(\.lower).sorted() where value < least.dividedUp(by: Int64(lower.count)) {
            lower.append(value)
            least = least.adding(value, unbounded: .min)
        }
        var upper = certain.map(\.upper)
        var greatest = upper.reduce(Int64(0)) { $0.adding($1, unbounded: .max) }
        for value in maybe.map(\.upper).sorted(by: >)
        where value > greatest.dividedDown(by: Int64(upper.count)) {
            upper.append(value)
            greatest = greatest.adding(value, unbounded: .max)
        }
        return TickRange(
            least == .min ? .min : least.dividedDown(by: Int64(lower.count)),
            greatest == .max ? .max : greatest.dividedUp(by: Int64(upper.count))
        )
    }
}

extension ValueSet {
    /// From a date to a stage's beginning, in ticks of a day, never below zero; unknown without both.
    static func duration(from dates: ValueSet, to start: TickRange?) -> ValueSet {
        guard let start, let date = dates.hull else { return .runs([.fromZero]) }
        let ticksPerDay: Int64 = 10_000
        func ticks(_ day: Int64, since earlier: Int64) -> Int64 {
            let (days, tooFar) = day.subtractingReportingOverflow(earlier)
            let (ticks, tooMany) = days.multipliedReportingOverflow(by: ticksPerDay)
            if tooFar { return day > earlier ? .max : 0 }
            return max(0, tooMany ? (days > 0 ? .max : 0) : ticks)
        }
        let isUnboundedBelow = date.upper == .max || start.lower == .min
        let isUnboundedAbove = date.lower == .min || start.upper == .max
        return .ticks(
            isUnboundedBelow ? 0 : ticks(start.lower, since: date.upper),
            isUnboundedAbove ? .max : ticks(start.upper, since: date.lower)
        )
    }
}

extension Int64 {
    /// The sum, where one end of the integers stands for "without bound" and is kept.
    fileprivate func adding(_ other: Int64, unbounded end: Int64) -> Int64 {
        if self == end || other == end { return end }
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (self > 0 ? .max : .min) : sum
    }

    /// The quotient rounded towards the smaller number. `divisor` is positive.
    fileprivate func dividedDown(by divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }

    /// The quotient rounded towards the greater number. `divisor` is positive.
    fileprivate func dividedUp(by divisor: Int64) -> Int64 {
        self / divisor + (self % divisor > 0 ? 1 : 0)
    }
}
