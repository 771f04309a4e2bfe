import Advice
import Analysis
import Generation
import Inference
import RuleModel
import Testing
import Workspace

@Suite struct MutationLawTests {
    @Test func `a rule in other words gives what evaluating the altered rules gives`() {
        LawRun.hold(sample: 120) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let evaluation = CompiledEvaluation(compiled, history: scenario.history)
            let alterations = Alterations(compiled)
            for place in scenario.rules.rules.indices.prefix(6) {
                let mutants = scenario.rules.mutants(of: ID(place))
                for altered in zip(mutants, alterations.altered(ID(place), as: mutants.map(\.after))) {
                    if let difference = difference(scenario, altered.0, altered.1, evaluation) {
                        return "\(altered.0.change): \(difference)"
                    }
                }
            }
            return nil
        }
    }

    private func difference(
        _ scenario: Scenario, _ mutant: Mutant, _ altered: AlteredRule, _ base: CompiledEvaluation
    ) -> String? {
        // Rules that go round in a circle have no meaning to agree on.
        guard Strata(altered.rules).loops.isEmpty else { return nil }
        guard let followed = AlteredEvaluation(base, altered) else { return nil }
        let anew = ReferenceEvaluation(rules: altered.rules, history: scenario.history)
        for fact in Set(anew.facts + followed.facts + base.facts)
        where anew.verdict(of: fact) != followed.verdict(of: fact) {
            return "\(fact) is \(anew.verdict(of: fact)), followed \(followed.verdict(of: fact))"
        }
        for rule in altered.rules.rules.indices {
            let (one, other) = (
                anew.applications(of: ID(rule)), followed.applications(of: ID(rule))
            )
            if one != other { return "the applications of \(rule) are others" }
        }
        if followed.isSame {
            for fact in Set(base.facts + anew.facts) where base.verdict(of: fact) != anew.verdict(of: fact) {
                return "\(fact) is not the same"
            }
        }
        return nil
    }

    @Test func `a mutant is killed just when some test fails on the altered rules`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let cluster = scenario.clusterCase
            let stages = cluster.stages.indices.map { stage in
                TriedStage(
                    cluster, stage: stage, isRuleTest: false,
                    evaluation: CompiledEvaluation(
                        compiled,
                        history: scenario.rules.situations(
                            of: cluster.stages, caseName: cluster.name, upTo: stage)))
            }
            let trial = MutationTrial(compiled, stages, verdict: verdict)
            for place in scenario.rules.rules.indices.prefix(4) {
                for (mutant, fate) in trial.fates(of: ID(place)) {
                    var rules = scenario.rules
                    rules.rules[place] = mutant.after
                    let isRefused = !Strata(rules).loops.isEmpty
                    if isRefused != (fate == .refused) { return "\(mutant.change) is \(fate)" }
                    if isRefused { continue }
                    let isKilled = stages.contains { fails($0, under: rules) }
                    if isKilled == (fate == .survived) { return "\(mutant.change) is \(fate)" }
                }
            }
            return nil
        }
    }

    /// Whether an expectation that is met under the rules as they are is not met under others.
    private func fails(_ stage: TriedStage, under rules: RuleBase) -> Bool {
        let anew = ReferenceEvaluation(rules: rules, history: stage.evaluation.history)
        return stage.cluster.stages[stage.stage].expectations.contains { expectation in
            func isMet(_ evaluation: any Evaluation) -> Bool {
                var request = AdviceRequest(
                    rules: evaluation.rules, cluster: stage.cluster, stage: stage.stage,
                    history: evaluation.history)
                request.asksQuestions = false
                return outcome(
                    of: expectation, answer: advise(request, evaluation), evaluation: evaluation
                ).isMet
            }
            return isMet(stage.evaluation) && !isMet(anew)
        }
    }

    private var verdict: ExpectedVerdict {
        { expected, evaluation, cluster, stage in
            var request = AdviceRequest(
                rules: evaluation.rules, cluster: cluster, stage: stage, history: evaluation.history)
            request.asksQuestions = false
            let outcome = outcome(
                of: Expectation(manner: .holds, expected), request: request, evaluation: evaluation,
                evidence: EvidenceCounted(evaluation.rules))
            let isMissing = outcome.grounds.contains { if case .noSuchMember = $0 { true } else { false } }
            return isMissing ? nil : outcome.verdict
        }
    }

    @Test func `what is proved to make no difference makes none in any case`() {
        LawRun.hold(sample: 200) { scenario in
            for place in scenario.rules.rules.indices.prefix(4) {
                let rule = scenario.rules.rules[place]
                for mutant in scenario.rules.mutants(of: ID(place))
                where mutant.after.conclusions == rule.conclusions {
                    guard EquivalenceProof(scenario.rules, rule, mutant.after, atMost: 2_000) != nil else {
                        continue
                    }
                    var rules = scenario.rules
                    rules.rules[place] = mutant.after
                    guard Strata(rules).loops.isEmpty else { continue }
                    let (one, other) = (
                        ReferenceEvaluation(rules: scenario.rules, history: scenario.history),
                        ReferenceEvaluation(rules: rules, history: scenario.history)
                    )
                    for fact in one.facts where one.verdict(of: fact) != other.verdict(of: fact) {
                        return "\(mutant.change) makes a difference to \(fact)"
                    }
                }
            }
            return nil
        }
    }
}
