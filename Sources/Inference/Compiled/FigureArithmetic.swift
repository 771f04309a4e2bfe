import RuleModel

/// The values of figures, worked out from what is certain, possible and presumed of their parts.
struct FigureArithmetic {
    /// 100 % in ticks.
    static let wholeInTicks: Int64 = 1_000_000
    private static let ticksPerDay: Int64 = 10_000

    /// Verdicts by how far members belong.
    struct Belonging {
        var isCertain: Bool
        var isPossible: Bool

        /// A verdict that is only presumed leaves both possible, and settles what is presumed.
        init(_ code: VerdictCode, presuming: Bool) {
            isCertain = presuming ? code.verdict >= .presumablyYes : code == .yes
            isPossible = presuming ? code.verdict >= .open : code != .no
        }
    }

    static func count(_ members: [Belonging], isOpenEnded: Bool) -> ValueSet {
        let certain = Int64(members.count { $0.isCertain })
        return .ticks(certain, isOpenEnded ? .max : Int64(members.count { $0.isPossible }))
    }

    /// In ticks of a percent; of nothing, and where there may be more, anything.
    static func proportion(_ members: [Belonging], isOpenEnded: Bool) -> ValueSet {
        guard !members.isEmpty, !isOpenEnded else { return .ticks(0, wholeInTicks) }
        let total = Int64(members.count)
        return .ticks(
            floor(Int64(members.count { $0.isCertain }) * wholeInTicks, total),
            ceiling(Int64(members.count { $0.isPossible }) * wholeInTicks, total))
    }

    static func timeSince(_ dates: ValueSet, stageFrom: TickRange?) -> ValueSet {
        guard let stageFrom, let dates = dates.extent else { return .runs([.fromZero]) }
        let earliestDate = dates.lower == .min ? nil : dates.lower
        let latestDate = dates.upper == .max ? nil : dates.upper
        let earliestStart = stageFrom.lower == .min ? nil : stageFrom.lower
        let latestStart = stageFrom.upper == .max ? nil : stageFrom.upper
        let shortest = latestDate.flatMap { date in earliestStart.map { ticks(from: date, to: $0) } } ?? 0
        let longest = earliestDate.flatMap { date in latestStart.map { ticks(from: date, to: $0) } } ?? .max
        return .ticks(shortest, longest)
    }

    /// Never below zero; what is too long to be counted is without bound.
    private static func ticks(from date: Int64, to start: Int64) -> Int64 {
        guard start > date else { return 0 }
        let (days, isFar) = start.subtractingReportingOverflow(date)
        let (ticks, isLong) = days.multipliedReportingOverflow(by: ticksPerDay)
        return isFar || isLong ? .max : ticks
    }

    /// The quotient rounded towards the smaller number. `divisor` is positive.
    static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The quotient rounded towards the greater number. `divisor` is positive.
    static func ceiling(_ number: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest > 0 ? quotient + 1 : quotient
    }
}

/// Sum, mean and extremes of members of whom some belong for certain and some perhaps.
struct FoldRange {
    private var certain: [TickRange] = []
    private var doubtful: [TickRange] = []
    private let domain: TickRange
    private let isOpenEnded: Bool

    init(_ members: [(FigureArithmetic.Belonging, TickRange)], domain: TickRange, isOpenEnded: Bool) {
        for (belonging, value) in members where belonging.isPossible {
            if belonging.isCertain { certain.append(value) } else { doubtful.append(value) }
        }
        self.domain = domain
        self.isOpenEnded = isOpenEnded
    }

    /// The least and greatest value over every choice of members and values.
    func of(_ fold: Expression.Fold) -> TickRange {
        switch fold {
        case .sum: sum
        case .mean: mean
        case .largest: largest
        case .smallest: smallest
        }
    }

    private var sum: TickRange {
        var least = BoundedSum(end: .min)
        var greatest = BoundedSum(end: .max)
        for value in certain {
            least.add(value.lower)
            greatest.add(value.upper)
        }
        for value in doubtful {
            least.add(min(value.lower, 0))
            greatest.add(max(value.upper, 0))
        }
        // Any number of further members: whatever they can add, they can add without end.
        return TickRange(
            isOpenEnded && domain.lower < 0 ? .min : least.total,
            isOpenEnded && domain.upper > 0 ? .max : greatest.total)
    }

    private var mean: TickRange {
        guard !certain.isEmpty, !isOpenEnded else { return domain }
        // A doubtful member belongs to the least mean as long as it pulls it down, the lowest first.
        var least = BoundedSum(end: .min)
        var leastCount: Int64 = 0
        for value in certain {
            least.add(value.lower)
            leastCount += 1
        }
        for value in doubtful.map(\.lower).sorted() {
            guard value < FigureArithmetic.ceiling(least.total, leastCount) else { break }
            least.add(value)
            leastCount += 1
        }
        var greatest = BoundedSum(end: .max)
        var greatestCount: Int64 = 0
        for value in certain {
            greatest.add(value.upper)
            greatestCount += 1
        }
        for value in doubtful.map(\.upper).sorted(by: >) {
            guard value > FigureArithmetic.floor(greatest.total, greatestCount) else { break }
            greatest.add(value)
            greatestCount += 1
        }
        return TickRange(
            least.total == .min ? .min : FigureArithmetic.floor(least.total, leastCount),
            greatest.total == .max ? .max : FigureArithmetic.ceiling(greatest.total, greatestCount))
    }

    private var largest: TickRange {
        guard let floor = certain.map(\.lower).max(), let top = (certain + doubtful).map(\.upper).max() else {
            return domain
        }
        return TickRange(floor, isOpenEnded ? max(top, domain.upper) : top)
    }

    private var smallest: TickRange {
        guard let ceiling = certain.map(\.upper).min(), let bottom = (certain + doubtful).map(\.lower).min()
        else { return domain }
        return TickRange(isOpenEnded ? min(bottom, domain.lower) : bottom, ceiling)
    }

    /// A sum in which one end of the integers stands for "without bound" and is kept.
    private struct BoundedSum {
        let end: Int64
        var total: Int64 = 0

        init(end: Int64) { self.end = end }

        mutating func add(_ value: Int64) {
            if total == end { return }
            if value == end {
                total = end
                return
            }
            let (sum, overflows) = total.addingReportingOverflow(value)
            total = overflows ? (total > 0 ? .max : .min) : sum
        }
    }
}
