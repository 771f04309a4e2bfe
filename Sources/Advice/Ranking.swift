import Inference
import RuleModel

/// A package that is advised, with all that its rank depends on.
struct Ranked {
    var package: ID<Package>
    var standing: Standing
    var isContested: Bool
    var strength: Strength
    /// Whether each criterion of the rule base is met, in order.
    var criteria: [Bool]
    var evidence: Evidence

    /// The first key on which two packages differ, and whether `self` comes first by it.
    func comparison(with other: Ranked) -> (key: RankKey, isFirst: Bool) {
        if standing != other.standing { return (.standing, standing > other.standing) }
        if isContested != other.isContested { return (.contested, !isContested) }
        if strength != other.strength { return (.strength, strength > other.strength) }
        for (index, (mine, theirs)) in zip(criteria, other.criteria).enumerated() where mine != theirs {
            return (.criterion(ID(index)), mine)
        }
        if evidence.independent != other.evidence.independent {
            return (.evidence, evidence.independent > other.evidence.independent)
        }
        return (.name, package < other.package)
    }

    static func order(_ packages: [Ranked]) -> [Ranked] {
        packages.sorted { $0.comparison(with: $1).isFirst }
    }
}

extension AppliedRule {
    var reason: Reason { Reason(rule: rule, assignment: assignment, verdict: verdict) }
}

extension RuleBase {
    /// How a rule, applied, recommends a package.
    func recommendations(of package: ID<Package>, by application: AppliedRule) -> [Recommendation] {
        recommendations(of: package, by: application.rule, under: application.assignment)
    }

    /// The greatest strength among applications that recommend a package.
    func strength(of package: ID<Package>, by applications: [AppliedRule]) -> Strength? {
        applications.flatMap { recommendations(of: package, by: $0) }.map(\.strength).max()
    }
}
