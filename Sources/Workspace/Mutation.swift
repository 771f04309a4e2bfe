import Advice
import Analysis
import Inference
import RuleModel

extension CheckedRules {
    /// Every stage that expects something, worked out and ready to try changed rules on.
    public func mutationTrial() -> MutationTrial {
        let compiled = compiled
        let stages = stagesWithExpectations(of: nil).concurrentMap { cluster, stage in
            TriedStage(
                cluster, stage: stage, isRuleTest: cluster.isRuleTest,
                evaluation: CompiledEvaluation(compiled, history: request(cluster, stage: stage).history))
        }
        return MutationTrial(compiled, stages, verdict: expectedVerdict)
    }

    /// The verdict an expectation speaks of, under whatever rules the evaluation was made.
    public var expectedVerdict: ExpectedVerdict {
        { expected, evaluation, stage in
            var request = AdviceRequest(
                rules: evaluation.rules, cluster: stage.cluster, stage: stage.stage,
                history: evaluation.history)
            request.asksQuestions = false
            let outcome = outcome(
                of: Expectation(manner: .holds, expected), answer: advise(request, evaluation),
                evaluation: evaluation)
            let isMissing = outcome.grounds.contains { if case .noSuchMember = $0 { true } else { false } }
            return isMissing ? nil : outcome.verdict
        }
    }
}
