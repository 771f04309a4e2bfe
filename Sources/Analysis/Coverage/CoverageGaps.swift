import RuleModel

extension Coverage {
    /// Something that no test, or of packages neither test nor case, has tried.
    public enum Gap: Hashable, Sendable {
        /// In no test; whether in a case.
        case neverFires(inCases: Bool)
        case neverHeldBack
        /// Places in `Rule.askedConditions`.
        case neverMet(Int)
        case neverUnmet(Int)
        /// Of a condition's threshold, by its place, the sides that were not tried.
        case untried(Int, threshold: Int, [ThresholdSight.Side])
    }

    /// A rule with what is missing of it.
    public struct RuleGaps: Hashable, Sendable {
        public var rule: ID<Rule>
        public var gaps: [Gap]
    }

    /// A package that was never recommended, or never withheld.
    public struct PackageGap: Hashable, Sendable {
        public var package: ID<Package>
        public var isNeverRecommended: Bool
        public var isNeverWithheld: Bool
    }

    /// Rules of which tests do not show everything, in the order of their files.
    public var ruleGaps: [RuleGaps] {
        ruleSights.indices.map { RuleGaps(rule: ID($0), gaps: gaps(of: ruleSights[$0])) }
            .filter { !$0.gaps.isEmpty }
            .sorted { rules[$0.rule].origin.precedes(rules[$1.rule].origin) }
    }

    public var packageGaps: [PackageGap] {
        packageSights.indices.map { place in
            PackageGap(
                package: ID(place),
                isNeverRecommended: packageSights[place].isRecommendable
                    && packageSights[place].recommended.isEmpty,
                isNeverWithheld: packageSights[place].withheld.isEmpty)
        }
        .filter { $0.isNeverRecommended || $0.isNeverWithheld }
        .sorted { rules[$0.package].origin.precedes(rules[$1.package].origin) }
    }

    public var isComplete: Bool { ruleGaps.isEmpty && packageGaps.isEmpty }

    /// What tests do not show of one rule.
    public func gaps(of rule: ID<Rule>) -> [Gap] { gaps(of: ruleSights[rule.index]) }

    private func gaps(of sight: RuleSight) -> [Gap] {
        var gaps: [Gap] = []
        if !sight.fired.contains(.tests) { gaps.append(.neverFires(inCases: sight.fired.contains(.cases))) }
        // A rule that asks nothing cannot be held back.
        if !sight.conditions.isEmpty, !sight.heldBack.contains(.tests) { gaps.append(.neverHeldBack) }
        for (place, condition) in sight.conditions.enumerated() {
            if !condition.met.contains(.tests) { gaps.append(.neverMet(place)) }
            if condition.canBeUnmet, !condition.unmet.contains(.tests) { gaps.append(.neverUnmet(place)) }
            for (number, threshold) in condition.thresholds.enumerated() {
                let sides = threshold.sides.filter { !threshold.witnesses(of: $0).contains(.tests) }
                    .sorted { $0.rawValue < $1.rawValue }
                if !sides.isEmpty { gaps.append(.untried(place, threshold: number, sides)) }
            }
        }
        return gaps
    }
}

extension Origin {
    fileprivate func precedes(_ other: Origin) -> Bool { (file, line) < (other.file, other.line) }
}
