import Notation
import RuleModel

extension Checks {
    /// Cases that tell what came of it and expect nothing: no change of rules can ever fail on them.
    static func casesWithoutExpectations(_ ground: CheckGround) -> [Finding] {
        ground.cases.compactMap { cluster in
            guard cluster.expectations.isEmpty,
                cluster.stages.contains(where: { !$0.outcomes.isEmpty }),
                let place = ground.place(.clusterCase, cluster.name)
            else { return nil }
            return Finding(
                code: "case-without-expectation", severity: .hint,
                message: "the case `\(cluster.name)` tells what came of it and expects no advice",
                place: place, label: "nothing is tried on it",
                help: ["write in `expect` what its documents say would have been right"])
        }
    }

    /// Cases that expect things to be so and nothing not to be: rules that recommend everything would pass.
    static func oneSidedCases(_ ground: CheckGround) -> [Finding] {
        ground.cases.compactMap { cluster in
            guard cluster.expectations.count > 1, !cluster.expectations.contains(where: \.isAgainst),
                let place = ground.place(.clusterCase, cluster.name)
            else { return nil }
            return Finding(
                code: "one-sided-expectations", severity: .hint,
                message: "the case `\(cluster.name)` expects nothing not to be so",
                place: place, label: "rules that recommend everything would pass",
                help: ["write in `expect` something that its documents speak against: `not recommend …`"])
        }
    }

    /// Stages of rule tests after which nothing is tried: the last of a test, expecting nothing.
    static func stagesThatExpectNothing(_ ground: CheckGround) -> [Finding] {
        ground.nodes(.testDeclaration).compactMap { test in
            let stages = test.all(.stageDeclaration)
            // What stands outside of the stages is expected of the last one.
            guard stages.count > 1, test.first(.expectClause) == nil, let last = stages.last,
                last.first(.expectClause) == nil,
                let name = last.directTokens.dropFirst().first(where: { _ in true })
            else { return nil }
            return Finding(
                code: "stage-expects-nothing", severity: .warning,
                message: "the last stage of a test expects nothing", place: name.place,
                label: "told for nothing",
                help: ["write what is expected in it, or leave the stage out"])
        }
    }
}

extension ClusterCase {
    fileprivate var expectations: [Expectation] { stages.flatMap(\.expectations) }
}

extension Expectation {
    /// That something is not so, or speaks against something.
    fileprivate var isAgainst: Bool {
        switch claim {
        case .adviseAgainst, .caution, .contested, .withdraw: return true
        default: break
        }
        switch manner {
        case .fails: return true
        case .exactly(let verdict): return verdict < 0
        case .holds, .isOpen: return false
        }
    }
}
