import Generation
import Inference
import RuleModel
import Testing

/// What rules come to, condition by condition: the basis of coverage.
@Suite struct RuleTrialLawTests {
    @Test func `compiled rules are tried as the reference tries them`() {
        LawRun.hold(sample: 120) { scenario in
            let reference = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let compiled = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let (expected, found) = (trials(reference), trials(compiled))
            if expected == found { return nil }
            if expected.count != found.count { return "\(expected.count) trials, compiled \(found.count)" }
            return zip(expected, found).first { $0 != $1 }.map { "\($0)\n  compiled\n\($1)" }
        }
    }

    @Test func `every answer is to a condition that the rule asks`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            for trial in trials(compiled) {
                let asked = scenario.rules[trial.rule].askedConditions.count
                if let wrong = trial.answers.first(where: { !(0..<asked).contains($0.condition) }) {
                    return "condition \(wrong.condition) of \(asked)"
                }
            }
            return nil
        }
    }

    private func trials(_ evaluation: some Evaluation) -> [RuleTrial] {
        var trials: [RuleTrial] = []
        evaluation.tryRules { trials.append($0) }
        return trials
    }
}
