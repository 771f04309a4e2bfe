import RuleModel

/// One number or grade that a condition compares with, and on which sides of it something was tried.
public struct ThresholdSight: Sendable {
    /// As typed: a tick, the place of a scale's value, a number of listed conditions.
    public let value: Int64
    public internal(set) var at: Witnesses = []
    public internal(set) var below: Witnesses = []
    public internal(set) var above: Witnesses = []
    /// The sides on which there can be values at all.
    public let sides: Set<Side>
    /// How wide a reading may be and still stand at the threshold: dates are told by month or year.
    private let slack: Int64

    public enum Side: Int, Hashable, Sendable, CaseIterable { case at, below, above }

    public func witnesses(of side: Side) -> Witnesses {
        switch side {
        case .at: at
        case .below: below
        case .above: above
        }
    }

    init(_ value: Int64, in domain: TickRange, slack: Int64) {
        self.value = value
        self.slack = slack
        sides = Set(
            Side.allCases.filter { side in
                switch side {
                case .at: true
                case .below: domain.lower < value
                case .above: value < domain.upper
                }
            })
    }

    mutating func note(_ presumed: ValueSet, by witness: Witnesses) {
        guard let extent = presumed.span else { return }
        if extent.upper < value {
            below.formUnion(witness)
        } else if extent.lower > value {
            above.formUnion(witness)
        } else {
            // An unbounded reading is wider than a number can say.
            let (width, isImmense) = extent.upper.subtractingReportingOverflow(extent.lower)
            if !isImmense, width <= slack { at.formUnion(witness) }
        }
    }

    // MARK: Finding them

    /// The thresholds of a condition: bounds of a quantity or scale, and how many of a list must hold.
    static func thresholds(of condition: Condition, in rules: RuleBase) -> [ThresholdSight] {
        switch condition {
        case .lies(let expression, in: let set, let threshold):
            return thresholds(of: expression, set, threshold, rules)
        case .listed(let comparison, let count, of: let parts):
            // "All of them" and "one of them" are "and" and "or".
            let isEdge = count <= 1 && comparison == .atLeast || count >= parts.count
            guard !isEdge else { return [] }
            return [ThresholdSight(Int64(count), in: TickRange(0, Int64(parts.count)), slack: 0)]
        default: return []
        }
    }

    private static func thresholds(
        of expression: Expression, _ set: ValueSet, _ threshold: Threshold, _ rules: RuleBase
    ) -> [ThresholdSight] {
        let shift = Shift(threshold.wording)
        switch set {
        case .runs(let runs):
            let domain = rules.domain(of: expression).span ?? .unbounded
            let lower = runs.map(\.lower).filter { $0 > domain.lower }.map { $0 &- shift.lower }
            let upper = runs.map(\.upper).filter { $0 < domain.upper }.map { $0 &+ shift.upper }
            let slack = rules.slack(of: expression)
            return Set(lower + upper).sorted().map { ThresholdSight($0, in: domain, slack: slack) }
        case .members(let mask):
            guard shift.isBound, case .scale(let scale)? = rules.scaleType(of: expression) else { return [] }
            let last = Int64(rules[scale].values.count - 1)
            let domain = TickRange(0, last)
            guard let extent = set.span, mask != 0 else { return [] }
            let value = extent.lower > 0 ? extent.lower - shift.lower : extent.upper + shift.upper
            return [ThresholdSight(value, in: domain, slack: 0)]
        case .texts: return []
        }
    }
}

/// What a bound's words say of its number: `above 40%` accepts what begins a tick higher.
private struct Shift {
    var lower: Int64 = 0
    var upper: Int64 = 0
    /// Whether the words speak of a bound at all, and not of values one by one.
    var isBound = true

    init(_ wording: String) {
        let words = wording.split(separator: " ")
        if words.contains("above") || words.contains("after") || words.first == ">" {
            lower = 1
        } else if words.contains("below") || words.contains("before") || words.first == "<" {
            upper = 1
        } else {
            isBound =
                words.contains("least") || words.contains("most") || wording.hasSuffix("or more")
                || wording.hasSuffix("or less")
        }
    }
}

extension ValueSet {
    /// From the least to the greatest value; nothing for texts and for no value at all.
    fileprivate var span: TickRange? {
        switch self {
        case .members(let mask):
            mask == 0
                ? nil : TickRange(Int64(mask.trailingZeroBitCount), 63 - Int64(mask.leadingZeroBitCount))
        case .runs(let runs):
            runs.first.flatMap { first in runs.last.map { TickRange(first.lower, $0.upper) } }
        case .texts: nil
        }
    }
}

extension RuleBase {
    /// Every value that an expression can come to, as far as thresholds need it.
    fileprivate func domain(of expression: Expression) -> ValueSet {
        switch expression {
        case .diagnostic(let id): domain(of: self[id].measurement.type)
        case .attribute(let id, of: _): domain(of: self[id].measurement.type)
        case .count, .timeSince: .runs([.fromZero])
        case .countOf(let parts): .ticks(0, Int64(parts.count))
        case .proportion: .ticks(0, 1_000_000)
        case .fold(let fold, let id, _, where: _):
            // Shares may add up to more than the whole, and parts that are never negative to no less.
            if fold == .sum {
                .runs([(domain(of: self[id].measurement.type).span?.lower ?? -1) < 0 ? .unbounded : .fromZero]
                )
            } else {
                domain(of: self[id].measurement.type)
            }
        case .packageAttribute, .literal: .runs([.unbounded])
        }
    }

    fileprivate func scaleType(of expression: Expression) -> ValueType? {
        switch expression {
        case .diagnostic(let id): self[id].measurement.type
        case .attribute(let id, of: _): self[id].measurement.type
        default: nil
        }
    }

    /// Dates are told by day, month or year, and what is worked out from two of them is as wide as both.
    fileprivate func slack(of expression: Expression) -> Int64 {
        switch expression {
        case .timeSince: 2 * 366 * ValueType.duration.ticksPerUnit
        case .diagnostic(let id) where self[id].measurement.type == .date: 366
        case .attribute(let id, of: _) where self[id].measurement.type == .date: 366
        default: 0
        }
    }
}
