import Generation
import Inference
import RuleModel
import Testing

@Suite struct NarrowingLawTests {
    @Test func `learning more never turns a yes or a no into anything else`() {
        LawRun.hold(sample: 120) { scenario in
            let before = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let narrowed = Narrowing(seed: scenario.seed, rules: scenario.rules).narrowed(scenario.history)
            let after = ReferenceEvaluation(rules: scenario.rules, history: narrowed)
            for fact in before.facts {
                let verdicts = (before.verdict(of: fact), after.verdict(of: fact))
                if verdicts.0 == .yes || verdicts.0 == .no, verdicts.1 != verdicts.0 {
                    return "\(fact) was \(verdicts.0.name) and is \(verdicts.1.name)"
                }
            }
            return nil
        }
    }

    @Test func `a settled case has no guesses and no open comparisons of readings`() {
        LawRun.hold(sample: 120) { scenario in
            var random = SeededGenerator(seed: scenario.seed)
            let settled = scenario.completed(&random)
            let evaluation = ReferenceEvaluation(rules: settled.rules, history: settled.history)
            for place in settled.rules.diagnostics.indices {
                let values = ValueSet.yes
                guard settled.rules.diagnostics[place].measurement.type == .yesNo else { continue }
                let verdict = evaluation.verdict(of: .lies(.diagnostic(ID(place)), in: values, Threshold()))
                if verdict != .yes && verdict != .no { return "a settled reading gives \(verdict.name)" }
            }
            return nil
        }
    }

    @Test func `a second evaluation gives the same facts, verdicts and proofs`() {
        LawRun.hold(sample: 20) { scenario in
            let first = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let second = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            if first.facts != second.facts { return "the facts differ" }
            for fact in first.facts {
                if first.verdict(of: fact) != second.verdict(of: fact) { return "\(fact) differs" }
                if first.proof(of: fact) != second.proof(of: fact) { return "the proof of \(fact) differs" }
            }
            return nil
        }
    }
}
