import RuleModel

/// What can be counted and added up over members that belong certainly, perhaps, or not.
///
/// What outgrows 64 bits stops at their ends, which stand for "without bound".
struct Tally {
    private let certain: [Int]
    private let doubtful: [Int]
    private let total: Int
    private let isOpenEnded: Bool

    /// - Parameter presuming: Whether what is presumed counts as settled.
    init(_ verdicts: [Verdict], presuming: Bool, isOpenEnded: Bool) {
        let certainFrom: Verdict = presuming ? .presumablyYes : .yes
        let possibleFrom: Verdict = presuming ? .open : .presumablyNo
        certain = verdicts.indices.filter { verdicts[$0] >= certainFrom }
        doubtful = verdicts.indices.filter { verdicts[$0] >= possibleFrom && verdicts[$0] < certainFrom }
        total = verdicts.count
        self.isOpenEnded = isOpenEnded
    }

    static func both(_ values: (_ presuming: Bool) -> ValueSet) -> SetCheck {
        SetCheck(possible: values(false), presumed: values(true))
    }

    static func ends(_ set: ValueSet) -> TickRange? {
        switch set {
        case .members(let mask):
            let places = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
            guard let least = places.first, let greatest = places.last else { return nil }
            return TickRange(Int64(least), Int64(greatest))
        case .runs(let runs):
            guard let least = runs.map(\.lower).min(), let greatest = runs.map(\.upper).max() else {
                return nil
            }
            return TickRange(least, greatest)
        case .texts: return nil
        }
    }

    var count: ValueSet {
        .ticks(Int64(certain.count), isOpenEnded ? .max : Int64(certain.count + doubtful.count))
    }

    /// Of all members; of none, and where more may exist, anything from 0 to 100 %.
    var proportion: ValueSet {
        guard total > 0, !isOpenEnded else { return .ticks(0, 1_000_000) }
        let least = certain.count * 1_000_000
        let greatest = (certain.count + doubtful.count) * 1_000_000
        return .ticks(Self.floor(Int64(least), total), Self.ceiling(Int64(greatest), total))
    }

    func folded(_ fold: Expression.Fold, _ sets: [ValueSet?], domain: ValueSet) -> ValueSet {
        guard case .runs = domain, let bounds = Self.ends(domain), sets.count == total else { return domain }
        let values = sets.map { $0.flatMap(Self.ends) ?? bounds }
        let sure = certain.map { values[$0] }
        let perhaps = doubtful.map { values[$0] }
        switch fold {
        case .sum: return sum(sure, perhaps, bounds)
        case .mean:
            guard !sure.isEmpty, !isOpenEnded else { return .runs([bounds]) }
            return .ticks(
                Self.leastMean(sure.map(\.lower), perhaps.map(\.lower)),
                Self.greatestMean(sure.map(\.upper), perhaps.map(\.upper)))
        case .largest:
            guard let floor = sure.map(\.lower).max() else { return .runs([bounds]) }
            let ceiling = (sure + perhaps).map(\.upper).max() ?? floor
            return .ticks(floor, isOpenEnded ? max(ceiling, bounds.upper) : ceiling)
        case .smallest:
            guard let ceiling = sure.map(\.upper).min() else { return .runs([bounds]) }
            let floor = (sure + perhaps).map(\.lower).min() ?? ceiling
            return .ticks(isOpenEnded ? min(floor, bounds.lower) : floor, ceiling)
        }
    }

    private func sum(_ sure: [TickRange], _ perhaps: [TickRange], _ bounds: TickRange) -> ValueSet {
        let lowers = sure.map(\.lower) + perhaps.map { min($0.lower, 0) }
        let uppers = sure.map(\.upper) + perhaps.map { max($0.upper, 0) }
        let isUnboundedBelow = lowers.contains(.min) || (isOpenEnded && bounds.lower < 0)
        let isUnboundedAbove = uppers.contains(.max) || (isOpenEnded && bounds.upper > 0)
        return .ticks(
            isUnboundedBelow ? .min : Self.total(lowers),
            isUnboundedAbove ? .max : Self.total(uppers))
    }

    /// The lowest doubtful members join as long as each lies under the mean so far.
    private static func leastMean(_ sure: [Int64], _ perhaps: [Int64]) -> Int64 {
        if sure.contains(.min) || perhaps.contains(.min) { return .min }
        var (sum, count) = (total(sure), sure.count)
        for value in perhaps.sorted() where value < ceiling(sum, count) {
            sum = add(sum, value)
            count += 1
        }
        return sum == .min ? .min : floor(sum, count)
    }

    private static func greatestMean(_ sure: [Int64], _ perhaps: [Int64]) -> Int64 {
        if sure.contains(.max) || perhaps.contains(.max) { return .max }
        var (sum, count) = (total(sure), sure.count)
        for value in perhaps.sorted(by: >) where value > floor(sum, count) {
            sum = add(sum, value)
            count += 1
        }
        return sum == .max ? .max : ceiling(sum, count)
    }

    /// From a date to a stage's beginning, in ticks of a day, never less than none.
    static func time(from dates: ValueSet, to start: TickRange?) -> ValueSet {
        guard let start, let date = ends(dates) else { return .runs([.fromZero]) }
        let isUnboundedBelow = date.upper == .max || start.lower == .min
        let isUnboundedAbove = date.lower == .min || start.upper == .max
        return .ticks(
            isUnboundedBelow ? 0 : ticks(from: date.upper, to: start.lower),
            isUnboundedAbove ? .max : ticks(from: date.lower, to: start.upper))
    }

    private static func ticks(from day: Int64, to later: Int64) -> Int64 {
        guard later > day else { return 0 }
        let (days, isTooFar) = later.subtractingReportingOverflow(day)
        let (ticks, isTooMany) = days.multipliedReportingOverflow(by: ValueType.duration.ticksPerUnit)
        return isTooFar || isTooMany ? .max : ticks
    }

    private static func add(_ one: Int64, _ other: Int64) -> Int64 {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? (one > 0 ? .max : .min) : sum
    }

    private static func total(_ values: [Int64]) -> Int64 { values.reduce(0, add) }

    private static func floor(_ value: Int64, _ count: Int) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: Int64(count))
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func ceiling(_ value: Int64, _ count: Int) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: Int64(count))
        return rest > 0 ? quotient + 1 : quotient
    }
}
