/// The kind of thing a diagnostic measures, with its unit: unlike ones do not compare.
public enum ValueType: Hashable, Sendable {
    case yesNo
    /// A whole number of things, from 0.
    case count(of: String?)
    /// A number with an optional unit in words, unbounded.
    case number(of: String?)
    /// A share of the named whole. Readings lie in 0…100; a sum may exceed it.
    case percent(of: String)
    case money(currency: String, year: Int)
    case duration
    /// A calendar day; readings are often whole months, years or decades.
    case date
    /// One of an ordered list of values.
    case scale(ID<Scale>)
    /// One of an unordered list of values.
    case choice(ID<Choice>)
    case text

    /// Whether values are points of an ordered line of ticks (`ValueSet.ticks`).
    public var isQuantity: Bool {
        switch self {
        case .count, .number, .percent, .money, .duration, .date: true
        case .yesNo, .scale, .choice, .text: false
        }
    }

    /// How many ticks make one unit: 1 for counts and dates (days), 10 000 for the rest.
    ///
    /// Quantities are exact to a tick, so that every bound is a closed one and
    /// `above 40%` is `at least 40.0001%`.
    public var ticksPerUnit: Int64 {
        switch self {
        case .count, .date: 1
        default: 10_000
        }
    }
}

/// A run of ticks, ends included. The ends of `Int64` stand for "without bound".
public struct TickRange: Hashable, Comparable, Sendable {
    public var lower: Int64
    public var upper: Int64

    /// - Precondition: `lower <= upper`; a reversed pair is put in order.
    public init(_ lower: Int64, _ upper: Int64) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    public static let unbounded = TickRange(.min, .max)
    public static let fromZero = TickRange(0, .max)

    public static func < (left: TickRange, right: TickRange) -> Bool {
        (left.lower, left.upper) < (right.lower, right.upper)
    }
}

/// A set of values of one type: what a reading leaves possible, or what a test accepts.
///
/// An empty set is allowed for tests (a test nothing meets) and never occurs in a reading.
public enum ValueSet: Hashable, Sendable {
    /// Members of a finite domain (yes/no: 0 is no, 1 is yes; scales and choices: place in the list).
    case members(UInt64)
    /// A union of runs of ticks: sorted, disjoint, not touching. Make one with `ticks(_:)`.
    case runs([TickRange])
    /// The named texts, sorted; `nil` is every text.
    case texts([String]?)

    /// A union of runs in normal form: sorted, overlapping and touching runs merged.
    public static func ticks(_ ranges: [TickRange]) -> ValueSet {
        var merged: [TickRange] = []
        for range in ranges.sorted() {
            if let last = merged.last, last.upper == .max || range.lower <= last.upper + 1 {
                merged[merged.count - 1].upper = max(last.upper, range.upper)
            } else {
                merged.append(range)
            }
        }
        return .runs(merged)
    }

    public static func ticks(_ lower: Int64, _ upper: Int64) -> ValueSet { .runs([TickRange(lower, upper)]) }
    public static let yes = ValueSet.members(0b10)
    public static let no = ValueSet.members(0b01)
    public static let yesOrNo = ValueSet.members(0b11)

    public var isEmpty: Bool {
        switch self {
        case .members(let mask): mask == 0
        case .runs(let runs): runs.isEmpty
        case .texts(let texts): texts?.isEmpty ?? false
        }
    }

    /// Whether every value of this set lies in `other`. Sets of different kinds never contain each other.
    public func isSubset(of other: ValueSet) -> Bool {
        switch (self, other) {
        case (.members(let mine), .members(let theirs)): mine & ~theirs == 0
        case (.runs(let mine), .runs(let theirs)):
            mine.allSatisfy { run in theirs.contains { $0.lower <= run.lower && run.upper <= $0.upper } }
        case (.texts(let mine?), .texts(let theirs?)): Set(mine).isSubset(of: theirs)
        case (.texts, .texts(nil)): true
        default: false
        }
    }

    /// Whether no value lies in both sets.
    public func isDisjoint(with other: ValueSet) -> Bool { intersection(other).isEmpty }

    /// The values in both sets; empty for sets of different kinds.
    public func intersection(_ other: ValueSet) -> ValueSet {
        switch (self, other) {
        case (.members(let mine), .members(let theirs)): return .members(mine & theirs)
        case (.runs(let mine), .runs(let theirs)):
            var common: [TickRange] = []
            for run in mine {
                for their in theirs where run.lower <= their.upper && their.lower <= run.upper {
                    common.append(TickRange(max(run.lower, their.lower), min(run.upper, their.upper)))
                }
            }
            return .ticks(common)
        case (.texts(nil), .texts): return other
        case (.texts, .texts(nil)): return self
        case (.texts(let mine?), .texts(let theirs?)):
            return .texts(Set(mine).intersection(theirs).sorted())
        default: return .members(0)
        }
    }

    /// The values in either set; `self` for sets of different kinds.
    public func union(_ other: ValueSet) -> ValueSet {
        switch (self, other) {
        case (.members(let mine), .members(let theirs)): .members(mine | theirs)
        case (.runs(let mine), .runs(let theirs)): .ticks(mine + theirs)
        case (.texts(let mine?), .texts(let theirs?)): .texts(Set(mine).union(theirs).sorted())
        case (.texts, .texts): .texts(nil)
        default: self
        }
    }
}
