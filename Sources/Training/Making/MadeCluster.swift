import Advice
import Inference
import RuleModel

/// A cluster that is made up, as a case of its own.
public enum MadeCluster {
    /// What it is called, and nothing of what it is.
    public static func blank(_ seed: Int) -> ClusterCase {
        ClusterCase(
            name: "unseen-\(seed)", title: "A cluster that nobody has seen, number \(seed)",
            fields: [
                .init(
                    name: "note",
                    text:
                        "Made up from the number \(seed) out of parts of histories. No document tells of it.")
            ],
            stages: [Stage(name: "now")])
    }

    static let question =
        "What is this cluster like, what would you do, through whom, and what would you leave alone?"
}

extension Moment {
    /// Whether there is something to find and something to leave, for reasons, and no argument about it.
    var isWorthWalking: Bool {
        guard (2...7).contains(answer.entries.count), answer.contested.isEmpty, answer.cycles.isEmpty,
            answer.notAdvised.contains(where: { $0.kind.objection != nil }),
            answer.entries.contains(where: { $0.standing == .stands })
        else { return false }
        let classifications = answer.header.classifications
        return !classifications.contains(where: \.isContested)
            && classifications.contains { $0.values.contains { $0.verdict.holds } }
            && !answer.header.concepts.contains { $0.contradictedByRules != nil }
            && answer.entries.allSatisfy { !grounds(of: $0.package).isEmpty }
    }

    /// The answer as expectations, each with the claims of the rules that give it.
    var expectations: [Expectation] {
        func claims(_ reasons: [Reason]) -> [ID<Claim>] {
            Set(reasons.flatMap { rules[$0.rule].claims }).sorted()
        }
        let advised = answer.entries.map { entry in
            Expectation(
                manner: .holds, .recommend(entry.package, through: nil, targeting: []),
                claims: claims(entry.reasons))
        }
        let refused = answer.notAdvised.compactMap { refused in
            refused.kind.objection.map { objection in
                Expectation(
                    manner: .holds, .adviseAgainst(refused.package, objection),
                    claims: claims(refused.objections))
            }
        }
        return (advised + refused).filter { !$0.claims.isEmpty }
    }
}
