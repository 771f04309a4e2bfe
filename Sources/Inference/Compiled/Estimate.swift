import RuleModel

/// What is known of a value: the values that are possible and, among them, those presumed.
struct Estimate: Hashable, Sendable {
    var possible: ValueSet
    var presumed: ValueSet

    init(possible: ValueSet, presumed: ValueSet) {
        self.possible = possible
        self.presumed = presumed
    }

    init(known: ValueSet) { self.init(possible: known, presumed: known) }
    init(_ reading: Reading) { self.init(possible: reading.possible, presumed: reading.presumed) }

    /// Whether the value is one of the accepted ones.
    func isAmong(_ accepted: ValueSet) -> Verdict {
        Estimate.verdict(
            firm: Estimate.answer(possible, among: accepted),
            presumed: Estimate.answer(presumed, among: accepted))
    }

    /// How the value compares with another one.
    func compared(_ comparison: Comparison, _ other: Estimate) -> Verdict {
        Estimate.verdict(
            firm: Estimate.answer(possible, comparison, other.possible),
            presumed: Estimate.answer(presumed, comparison, other.presumed))
    }

    private static func verdict(firm: Bool?, presumed: Bool?) -> Verdict {
        if let firm { return firm ? .yes : .no }
        guard let presumed else { return .open }
        return presumed ? .presumablyYes : .presumablyNo
    }

    private static func answer(_ values: ValueSet, among accepted: ValueSet) -> Bool? {
        if values.isSubset(of: accepted) { return true }
        return values.isDisjoint(with: accepted) ? false : nil
    }

    /// Over all pairs of values; `nil` where pairs disagree or the values have no order.
    private static func answer(_ values: ValueSet, _ comparison: Comparison, _ others: ValueSet) -> Bool? {
        switch comparison {
        case .exactly:
            if values.isDisjoint(with: others) { return false }
            return values == others && values.isOneValue ? true : nil
        case .atLeast: return reaches(values, others)
        case .atMost: return reaches(others, values)
        case .below: return reaches(values, others).map(!)
        case .above: return reaches(others, values).map(!)
        }
    }

    /// Whether every value is at least every other one (`true`), or less than every other one (`false`).
    private static func reaches(_ values: ValueSet, _ others: ValueSet) -> Bool? {
        guard let one = values.extent, let two = others.extent else { return nil }
        if one.lower >= two.upper { return true }
        return one.upper < two.lower ? false : nil
    }
}

extension ValueSet {
    /// From the least to the greatest value; places for scales, nothing for texts and for no value at all.
    var extent: TickRange? {
        switch self {
        case .members(0), .texts: nil
        case .members(let mask):
            TickRange(Int64(mask.trailingZeroBitCount), 63 - Int64(mask.leadingZeroBitCount))
        case .runs(let runs):
            runs.first.flatMap { first in runs.last.map { TickRange(first.lower, $0.upper) } }
        }
    }

    fileprivate var isOneValue: Bool {
        switch self {
        case .members(let mask): mask.nonzeroBitCount == 1
        case .runs(let runs): runs.count == 1 && runs[0].lower == runs[0].upper
        case .texts(let texts): texts?.count == 1
        }
    }
}
