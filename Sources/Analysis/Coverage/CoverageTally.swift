import RuleModel

extension Coverage {
    /// How many of something there are, and how many of them somebody has seen.
    public struct Tally: Hashable, Sendable {
        public var all = 0
        public var byTests = 0
        public var byCases = 0
        public var byEither = 0

        mutating func count(_ witnesses: Witnesses) {
            all += 1
            if witnesses.contains(.tests) { byTests += 1 }
            if witnesses.contains(.cases) { byCases += 1 }
            if !witnesses.isEmpty { byEither += 1 }
        }
    }

    /// One thing that is counted.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        case rulesFiring = "rules that fire"
        case rulesHeldBack = "rules held back"
        case conditionsMet = "conditions met"
        case conditionsUnmet = "conditions not met"
        case thresholdsAt = "thresholds tried at"
        case thresholdsBelow = "thresholds below"
        case thresholdsAbove = "thresholds above"
        case packagesRecommended = "packages recommended"
        case packagesWithheld = "packages withheld"
    }

    public func tally(_ measure: Measure) -> Tally {
        var tally = Tally()
        for witnesses in witnesses(measure) { tally.count(witnesses) }
        return tally
    }

    private func witnesses(_ measure: Measure) -> [Witnesses] {
        let conditions = ruleSights.flatMap(\.conditions)
        func thresholds(_ side: ThresholdSight.Side) -> [Witnesses] {
            conditions.flatMap(\.thresholds).filter { $0.sides.contains(side) }.map { $0.witnesses(of: side) }
        }
        return switch measure {
        case .rulesFiring: ruleSights.map(\.fired)
        // A rule that asks nothing cannot be held back.
        case .rulesHeldBack: ruleSights.filter { !$0.conditions.isEmpty }.map(\.heldBack)
        case .conditionsMet: conditions.map(\.met)
        case .conditionsUnmet: conditions.filter(\.canBeUnmet).map(\.unmet)
        case .thresholdsAt: thresholds(.at)
        case .thresholdsBelow: thresholds(.below)
        case .thresholdsAbove: thresholds(.above)
        case .packagesRecommended: packageSights.filter(\.isRecommendable).map(\.recommended)
        case .packagesWithheld: packageSights.map(\.withheld)
        }
    }
}
