import Inference
import RuleModel

/// What tests, cases and disputes say is meant to be contested.
///
/// An expectation speaks of what its own cluster shows: of the rules that fire there, and of the values that
/// hold there. Another contest of the same package is another matter.
struct MeantContests: Sendable {
    /// For each stage in which a package is expected to be contested, the rules that fire in it.
    private var firing: [ID<Package>: [Set<ID<Rule>>]] = [:]
    /// For each stage in which a classification is, the values that hold in it.
    private var holding: [ID<Classification>: [Set<Int>]] = [:]

    init(_ compiled: CompiledRules, _ cases: [ClusterCase]) {
        for test in compiled.rules.tests { note(test.stages, "", compiled) }
        for cluster in cases { note(cluster.stages, cluster.name, compiled) }
    }

    private mutating func note(_ stages: [Stage], _ name: String, _ compiled: CompiledRules) {
        let rules = compiled.rules
        for place in stages.indices {
            let contests = stages[place].expectations.filter { $0.manner != .fails && $0.claim.isOfContest }
            if contests.isEmpty { continue }
            let history = rules.situations(of: stages, caseName: name, upTo: place)
            let evaluation = CompiledEvaluation(compiled, history: history)
            let fired = rules.rules.indices.map { ID<Rule>($0) }.filter { evaluation.verdict(of: $0).holds }
            for contest in contests {
                switch contest.claim {
                case .contested(let package): firing[package, default: []].append(Set(fired))
                case .condition(.listed(_, _, of: let values)):
                    hold(values.filter { evaluation.verdict(of: $0).holds })
                default: break
                }
            }
        }
    }

    private mutating func hold(_ conditions: [Condition]) {
        var values: [ID<Classification>: Set<Int>] = [:]
        for case .classification(let id, value: let value, of: _) in conditions {
            values[id, default: []].insert(value)
        }
        for (id, values) in values { holding[id, default: []].append(values) }
    }

    /// Some test or case shows the two rules contest the package and expects it, or a dispute has their claims
    /// on two sides.
    func isMeant(_ package: ID<Package>, _ one: ID<Rule>, _ other: ID<Rule>, _ rules: RuleBase) -> Bool {
        if firing[package, default: []].contains(where: { $0.isSuperset(of: [one, other]) }) { return true }
        return rules.disputes.contains { dispute in
            dispute.sides.contains { side in
                !Set(side.claims).isDisjoint(with: rules[one].claims)
                    && dispute.sides.contains {
                        $0 != side && !Set($0.claims).isDisjoint(with: rules[other].claims)
                    }
            }
        }
    }

    /// Some test or case shows both values of the classification at once and expects it.
    func isMeant(_ id: ID<Classification>, _ one: Int, _ other: Int) -> Bool {
        holding[id, default: []].contains { $0.isSuperset(of: [one, other]) }
    }
}

extension Expected {
    fileprivate var isOfContest: Bool {
        switch self {
        case .contested, .condition(.listed(.atLeast, 2, of: _)): true
        default: false
        }
    }
}
