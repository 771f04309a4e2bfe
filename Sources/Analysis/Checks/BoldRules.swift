import Notation
import RuleModel

extension Checks {
    /// Rules that recommend firmly on claims that no document makes firmly.
    static func boldRules(_ ground: CheckGround) -> [Finding] {
        ground.declared[.rule].compactMap { declaration in
            guard let rule = ground.rules.rules.first(named: declaration.name), !rule.claims.isEmpty,
                rule.conclusions.contains(where: \.isFirm)
            else { return nil }
            let claims = rule.claims.map { ground.rules[$0] }
            guard claims.allSatisfy({ ($0.firmness ?? .qualified) < .strong }) else { return nil }
            let firmly = declaration.node.below(.recommendClause).flatMap { Array($0.directTokens) }
                .first { $0.text == "firmly" }
            let notes = claims.prefix(3).compactMap { claim in
                ground.place(.claim, claim.name).map {
                    Finding.Note(place: $0, label: "not said without reserve")
                }
            }
            return Finding(
                code: "bolder-than-claims", severity: .warning,
                message:
                    "the rule `\(rule.name)` recommends firmly, and none of its claims is firm",
                place: firmly?.place ?? declaration.place, label: "firmer than its ground", notes: notes,
                help: ["leave `firmly` out, or cite a claim of `firmness strong` that says the same"])
        }
    }
}

extension Conclusion {
    fileprivate var isFirm: Bool {
        if case .recommend(_, let recommendation) = self { recommendation.strength == .firmly } else { false }
    }
}
