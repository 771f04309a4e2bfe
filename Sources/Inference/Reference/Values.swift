import RuleModel

/// The possible and the presumed values of a reading or figure.
struct Values: Hashable, Sendable {
    var possible: ValueSet
    var presumed: ValueSet

    init(possible: ValueSet, presumed: ValueSet) {
        self.possible = possible
        self.presumed = presumed
    }

    init(_ settled: ValueSet) { self.init(possible: settled, presumed: settled) }
    init(_ reading: Reading) { self.init(possible: reading.possible, presumed: reading.presumed) }

    /// Whether the value is an accepted one: firmly if all possible values agree, presumably if
    /// only the presumed ones do.
    func lie(in accepted: ValueSet) -> Verdict {
        Verdict(firmly: possible.lies(in: accepted), presumably: presumed.lies(in: accepted))
    }

    /// How two values compare, over all pairs of them.
    func are(_ comparison: Comparison, _ other: Values) -> Verdict {
        Verdict(
            firmly: possible.compares(comparison, with: other.possible),
            presumably: presumed.compares(comparison, with: other.presumed)
        )
    }
}

extension Verdict {
    /// A verdict from what is settled over the possible and over the presumed values; `nil` is unsettled.
    init(firmly: Bool?, presumably: Bool?) {
        switch (firmly, presumably) {
        case (true?, _): self = .yes
        case (false?, _): self = .no
        case (nil, true?): self = .presumablyYes
        case (nil, false?): self = .presumablyNo
        case (nil, nil): self = .open
        }
    }
}

extension ValueSet {
    /// The set of one member of a finite domain; empty for a place no domain has.
    static func oneMember(_ place: Int) -> ValueSet {
        .members(place >= 0 && place < 64 ? 1 << UInt64(place) : 0)
    }

    /// Whether all values are accepted ones, or none is; `nil` if some are.
    func lies(in accepted: ValueSet) -> Bool? {
        if isSubset(of: accepted) { return true }
        return isDisjoint(with: accepted) ? false : nil
    }

    /// How every value here compares with every value there; `nil` if pairs disagree or have no order.
    func compares(_ comparison: Comparison, with other: ValueSet) -> Bool? {
        if comparison == .exactly {
            if isDisjoint(with: other) { return false }
            return isSingle && self == other ? true : nil
        }
        guard let mine = hull, let theirs = other.hull else { return nil }
        switch comparison {
        case .atLeast: return mine.isAtLeast(theirs)
        case .atMost: return theirs.isAtLeast(mine)
        case .above: return theirs.isAtLeast(mine).map { !$0 }
        case .below: return mine.isAtLeast(theirs).map { !$0 }
        case .exactly: return nil
        }
    }

    /// The least and greatest value, scales by place; `nil` for texts and for no value at all.
    var hull: TickRange? {
        switch self {
        case .members(let mask):
            guard mask != 0 else { return nil }
            return TickRange(Int64(mask.trailingZeroBitCount), Int64(63 - mask.leadingZeroBitCount))
        case .runs(let runs):
            guard let first = runs.first, let last = runs.last else { return nil }
            return TickRange(first.lower, last.upper)
        case .texts:
            return nil
        }
    }

    private var isSingle: Bool {
        if case .texts(let texts) = self { return texts?.count == 1 }
        return hull.map { $0.lower == $0.upper } ?? false
    }
}

extension TickRange {
    fileprivate func isAtLeast(_ other: TickRange) -> Bool? {
        if lower >= other.upper { return true }
        return upper < other.lower ? false : nil
    }
}
