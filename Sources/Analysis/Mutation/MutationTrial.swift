import Inference
import RuleModel

/// One stage of a test or case, worked out under the rules as they stand.
public struct TriedStage: Sendable {
    public let cluster: ClusterCase
    /// Place in `cluster.stages`.
    public let stage: Int
    public let isRuleTest: Bool
    public let evaluation: CompiledEvaluation

    public init(_ cluster: ClusterCase, stage: Int, isRuleTest: Bool, evaluation: CompiledEvaluation) {
        self.cluster = cluster
        self.stage = stage
        self.isRuleTest = isRuleTest
        self.evaluation = evaluation
    }

    var expectations: [Expectation] { cluster.stages[stage].expectations }
}

/// Finds the verdict that an expectation speaks of; `nil` where it speaks of something that is not there.
///
/// It is handed in, since how a programme follows from verdicts is not a matter of analysis.
public typealias ExpectedVerdict =
    @Sendable (
        _ expected: Expected, _ evaluation: any Evaluation, _ cluster: ClusterCase, _ stage: Int
    ) -> Verdict?

extension Expectation.Manner {
    func isMet(by verdict: Verdict?) -> Bool {
        guard let verdict else { return false }
        return switch self {
        case .holds: verdict.holds
        case .fails: verdict.fails
        case .isOpen: verdict == .open
        case .exactly(let expected): verdict.rawValue == expected
        }
    }
}

/// What became of a mutant.
public enum Fate: Hashable, Sendable {
    /// An expectation that was met is met no longer: place of the stage, and of the expectation in it.
    case killed(stage: Int, expectation: Int)
    /// The rules would not pass the check: they go round in a circle.
    case refused
    case survived
}

/// Tries mutants on everything that tests and cases expect.
///
///     let trial = MutationTrial(compiled, stages, verdict: …)
///     trial.fates(of: rule)         // of each of its mutants
///
/// A mutant is tried in the stages whose expectations look at something it could bear on, and there
/// only what follows from its rule is worked out once more. The verdict is that of running every test
/// on the changed rules. It may be shared between threads.
public struct MutationTrial: Sendable {
    public let stages: [TriedStage]
    let compiled: CompiledRules
    let verdict: ExpectedVerdict
    private let alterations: Alterations
    let circuits: MutantCircuits
    /// The stages, those of rule tests first: they are small and made for the rules beside them.
    private let order: [Int]
    private let reach: Reach
    /// For each stage the expectations met, with what they look at; and all of it together.
    private let expected: [(met: [(place: Int, topics: Topics)], topics: Topics)]

    public init(_ compiled: CompiledRules, _ stages: [TriedStage], verdict: @escaping ExpectedVerdict) {
        self.compiled = compiled
        self.stages = stages
        self.verdict = verdict
        order =
            stages.indices.filter { stages[$0].isRuleTest } + stages.indices.filter { !stages[$0].isRuleTest }
        circuits = MutantCircuits(compiled)
        let reach = Reach(compiled.rules)
        self.reach = reach
        expected = stages.map { stage in
            let met = stage.expectations.indices.filter {
                let expectation = stage.expectations[$0]
                return expectation.manner.isMet(
                    by: verdict(
                        expectation.claim, stage.evaluation, stage.cluster, stage.stage))
            }
            // What takes the whole programme comes last.
            let sorted =
                met.filter { !stage.expectations[$0].claim.isOfProgramme }
                + met.filter { stage.expectations[$0].claim.isOfProgramme }
            return (
                sorted.map { ($0, reach.topics(of: [stage.expectations[$0]])) },
                reach.topics(of: met.map { stage.expectations[$0] })
            )
        }
        alterations = Alterations(
            compiled,
            asking: Array(
                Set(
                    stages.flatMap(\.expectations).compactMap {
                        if case .condition(let condition) = $0.claim { condition } else { nil }
                    })))
    }

    public var rules: RuleBase { compiled.rules }

    /// The mutants of a rule and what becomes of each.
    public func fates(of rule: ID<Rule>) -> [(mutant: Mutant, fate: Fate)] {
        fates(of: rules.mutants(of: rule), rule)
    }

    /// What becomes of some mutants of one rule.
    public func fates(of mutants: [Mutant], _ rule: ID<Rule>) -> [(mutant: Mutant, fate: Fate)] {
        zip(mutants, altered(mutants, of: rule)).map { ($0, fate(of: $1)) }
    }

    func altered(_ mutants: [Mutant], of rule: ID<Rule>) -> [AlteredRule] {
        alterations.altered(rule, as: mutants.map(\.after))
    }

    func fate(of altered: AlteredRule) -> Fate {
        if altered.isInCircle, !Strata(altered.rules).loops.isEmpty { return .refused }
        let topics = reach.topics(of: altered.rule, [altered.before, altered.after])
        for place in order where !topics.isDisjoint(with: expected[place].topics) {
            let stage = stages[place]
            let followed = AlteredEvaluation(stage.evaluation, altered)
            if followed?.isSame ?? false { continue }
            let evaluation: any Evaluation = followed ?? AlteredEvaluation.anew(stage.evaluation, altered)
            for (expectation, seen) in expected[place].met where !topics.isDisjoint(with: seen) {
                let claimed = stage.expectations[expectation]
                if !claimed.manner.isMet(by: verdict(claimed.claim, evaluation, stage.cluster, stage.stage)) {
                    return .killed(stage: place, expectation: expectation)
                }
            }
        }
        return .survived
    }
}

extension Expected {
    fileprivate var isOfProgramme: Bool { if case .first = self { true } else { false } }
}

extension Rule {
    /// The conditions it is tried with: filters, `when`, exceptions.
    var conditionsTried: [Condition] {
        bindings.compactMap(\.filter) + [condition].compactMap(\.self) + exceptions.map(\.condition)
    }
}
