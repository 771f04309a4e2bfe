import Generation
import RuleModel

extension WorkloadRules {
    /// Two parts that must both hold, or three; above the first stratum two, one of them a concept of the
    /// stratum just below, so that conclusions are chained through all four.
    mutating func condition(ofStratum stratum: Int) -> Condition {
        var parts: [Condition] = stratum > 0 ? [concept(of: stratum - 1)] : []
        let count = random.number(in: 2...(stratum > 0 ? 2 : 3))
        while parts.count < count { parts.append(part(stratum)) }
        return .all(parts)
    }

    mutating func exception(ofStratum stratum: Int) -> Rule.Exception {
        Rule.Exception(condition: leaf(stratum), presumption: "few clusters are like that")
    }

    private mutating func part(_ stratum: Int) -> Condition {
        switch random.below(20) {
        case 0..<4: return leaf(stratum)
        case 4..<12: return .any(leaves(2...3, stratum))
        case 12..<15: return .not(leaf(stratum))
        default:
            let parts = leaves(3...5, stratum)
            return .listed(.atLeast, random.number(in: 2...(parts.count - 1)), of: parts)
        }
    }

    private mutating func leaves(_ count: ClosedRange<Int>, _ stratum: Int) -> [Condition] {
        var leaves: [Condition] = []
        let count = random.number(in: count)
        // Listing one thing twice says nothing, and the check would say so.
        while leaves.count < count {
            let leaf = leaf(stratum)
            if !leaves.contains(leaf) { leaves.append(leaf) }
        }
        return leaves
    }

    /// A concept of a lower stratum, or a test of a diagnostic.
    private mutating func leaf(_ stratum: Int) -> Condition {
        if stratum > 0, random.chance(40) { return concept(of: random.below(stratum)) }
        let diagnostic = ID<Diagnostic>(random.below(rules.diagnostics.count))
        let type = rules[diagnostic].measurement.type
        if type == .yesNo { return .holds(.diagnostic(diagnostic)) }
        return .lies(
            .diagnostic(diagnostic), in: accepted(type), Threshold(judgement: "made up for measuring"))
    }

    private mutating func concept(of stratum: Int) -> Condition {
        .concept(random.pick(concepts[stratum]) ?? ID(0), of: .cluster)
    }

    /// `at least` or `at most` a step inside of the domain; of choices, one or two values.
    private mutating func accepted(_ type: ValueType) -> ValueSet {
        let isLeast = random.chance(60)
        switch type {
        case .percent:
            let limit = Int64(random.number(in: 2...8)) * 100_000
            return isLeast ? .ticks(limit, 1_000_000) : .ticks(0, limit)
        case .count:
            let limit = random.pick(of: Int64(10), 20, 50, 100, 200, 500, 1_000)
            return isLeast ? .ticks(limit, .max) : .ticks(0, limit)
        case .scale(let scale):
            let all = RuleBase.mask(count: rules[scale].values.count)
            let lower = RuleBase.mask(count: random.number(in: 1...(rules[scale].values.count - 1)))
            return .members(isLeast ? all & ~lower : lower)
        case .choice(let choice):
            let count = rules[choice].values.count
            let first = random.below(count)
            let other = (first + random.number(in: 1...(count - 1))) % count
            return .members(1 << UInt64(first) | (random.chance(50) && count > 3 ? 1 << UInt64(other) : 0))
        default: return .yes
        }
    }
}
