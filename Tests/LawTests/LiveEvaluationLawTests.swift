import Generation
import Inference
import RuleModel
import Testing

@Suite struct LiveEvaluationLawTests {
    @Test func `after any edits a live evaluation is that of the edited case`() {
        LawRun.hold(sample: 150) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let beginning = CompiledEvaluation(compiled, history: scenario.history)
            var live = LiveEvaluation(beginning)
            var now = scenario.history.last ?? Situation()
            var editor = SituationEditor(seed: scenario.seed, rules: scenario.rules)
            for number in 1...12 {
                let edit = editor.edit(of: now)
                now = edit.made(in: now)
                live.make(edit)
                if live.situation != now { return "edit \(number) leaves another situation" }
                let anew = ReferenceEvaluation(
                    rules: scenario.rules, history: scenario.history.dropLast() + [now])
                let proven = live.evaluation
                if proven.facts != anew.facts { return "edit \(number) leaves other facts" }
                for fact in anew.facts {
                    let (expected, found) = (anew.verdict(of: fact), live.verdict(of: fact))
                    if expected != found {
                        return "after edit \(number) \(fact) is \(expected), live \(found)"
                    }
                }
                guard let fact = anew.facts.last else { continue }
                if anew.applications(drawing: fact) != proven.applications(drawing: fact) {
                    return "edit \(number) leaves other applications of \(fact)"
                }
            }
            return nil
        }
    }

    @Test func `a change taken back leaves nothing behind`() {
        LawRun.hold(sample: 60) { scenario in
            let evaluation = CompiledEvaluation(
                CompiledRules(scenario.rules), history: scenario.history)
            let before = scenario.history.last ?? Situation()
            var live = LiveEvaluation(evaluation)
            var editor = SituationEditor(seed: scenario.seed, rules: scenario.rules)
            for _ in 0..<8 {
                guard case .diagnostic(let diagnostic, let reading) = editor.edit(of: before) else {
                    continue
                }
                live.change(diagnostic, to: reading)
                live.change(diagnostic, to: before.readings[diagnostic])
            }
            return evaluation.facts.first { live.verdict(of: $0) != evaluation.verdict(of: $0) }
                .map { "\($0) has another verdict" }
        }
    }
}

extension LiveEvaluation {
    fileprivate mutating func make(_ edit: SituationEdit) {
        switch edit {
        case .diagnostic(let diagnostic, let reading): change(diagnostic, to: reading)
        case .attribute(let attribute, let member, let reading): change(attribute, of: member, to: reading)
        case .inForce(let package, let reading): change(inForce: package, to: reading)
        case .whole(let situation): replace(with: situation)
        }
    }
}
