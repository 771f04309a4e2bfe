import RuleModel

/// The neighbours of a set of accepted values: a bound one step up or down, one value for the next.
struct SetMutation {
    let rules: RuleBase
    let expression: Expression
    let threshold: Threshold

    func variants(of set: ValueSet) -> [ConditionMutation.Variant] {
        let type = rules.type(of: expression)
        switch set {
        case .runs(let runs): return shifted(runs, type).map { variant($0, of: set, isShift: true) }
        case .members(let mask):
            switch type {
            case .scale(let scale):
                let variants = neighbours(mask, count: rules[scale].values.count)
                let isShift = mask.nonzeroBitCount > 1
                return variants.map { variant(.members($0), of: set, isShift: isShift) }
            case .choice(let choice):
                return others(mask, count: rules[choice].values.count).map {
                    variant(.members($0), of: set, isShift: false)
                }
            default: return []
            }
        case .texts: return []
        }
    }

    private func variant(_ other: ValueSet, of set: ValueSet, isShift: Bool) -> ConditionMutation.Variant {
        let before = Condition.lies(expression, in: set, threshold)
        let wording = describe(other, of: expression, in: rules)
        let after = Condition.lies(
            expression, in: other, Threshold(wording: wording, judgement: threshold.judgement))
        return (
            isShift ? .thresholdShifted(before, becomes: after) : .valueSwapped(before, becomes: after), after
        )
    }

    // MARK: Quantities

    private func shifted(_ runs: [TickRange], _ type: ValueType) -> [ValueSet] {
        guard case .runs(let domain) = rules.domain(of: type), let whole = domain.first else { return [] }
        var found: [ValueSet] = []
        func add(_ place: Int, _ lower: Int64, _ upper: Int64) {
            guard lower <= upper, lower >= whole.lower, upper <= whole.upper else { return }
            var others = runs
            others[place] = TickRange(lower, upper)
            found.append(.ticks(others))
        }
        for (place, run) in runs.enumerated() {
            let isExact = run.lower == run.upper
            for sign in [Int64(-1), 1] {
                if isExact {
                    let step = sign * step(at: run.lower, type)
                    add(place, run.lower &+ step, run.upper &+ step)
                    continue
                }
                if run.lower > whole.lower {
                    add(place, run.lower &+ sign * step(at: run.lower, type), run.upper)
                }
                if run.upper < whole.upper {
                    add(place, run.lower, run.upper &+ sign * step(at: run.upper, type))
                }
            }
        }
        return found
    }

    /// What an author would call one more or one less of such a number.
    private func step(at tick: Int64, _ type: ValueType) -> Int64 {
        switch type {
        case .count: return 1
        case .percent: return type.ticksPerUnit
        case .duration, .date:
            let day: Int64 = type == .duration ? 10_000 : 1
            if threshold.wording.contains("year") || type == .date { return day * 365 + day / 4 }
            if threshold.wording.contains("month") { return day * 30 + day * 7 / 16 }
            if threshold.wording.contains("week") { return day * 7 }
            return day
        default:
            // The last digit that is not a nought: 500 000 has 100 000 for its step, 25 has 1.
            var step = type.ticksPerUnit
            let value = (tick.magnitude + 1) / UInt64(step) * UInt64(step)
            while value > 0, step < 1_000_000_000_000, value % UInt64(step * 10) == 0 { step *= 10 }
            return step
        }
    }

    // MARK: Lists

    /// Of a run of a scale's values, each end one value further in and out; of one value its neighbours.
    private func neighbours(_ mask: UInt64, count: Int) -> [UInt64] {
        let all = RuleBase.mask(count: count)
        guard mask != 0, mask != all else { return [] }
        if mask.nonzeroBitCount == 1 { return [mask >> 1, mask << 1].filter { $0 & all == $0 && $0 != 0 } }
        let low = UInt64(1) << UInt64(mask.trailingZeroBitCount)
        let high = UInt64(1) << UInt64(63 - mask.leadingZeroBitCount)
        var found: [UInt64] = []
        if low > 1 { found += [mask | low >> 1, mask & ~low] }
        if high << 1 & all != 0 { found += [mask & ~high, mask | high << 1] }
        return found.filter { $0 != 0 && $0 != all }
    }

    /// Of an unordered list: the next value for the only one; else each of several left out.
    private func others(_ mask: UInt64, count: Int) -> [UInt64] {
        let values = (0..<min(count, 64)).filter { mask >> UInt64($0) & 1 == 1 }
        guard count > 1, let first = values.first else { return [] }
        if values.count == 1 { return [1 << UInt64((first + 1) % count)] }
        return values.map { mask & ~(1 << UInt64($0)) }
    }
}
