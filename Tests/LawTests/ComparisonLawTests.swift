import Advice
import Generation
import Inference
import RuleModel
import Testing

@Suite struct ComparisonLawTests {
    /// Every set of readings that is named makes the difference, and nothing smaller does: tried over all
    /// smaller sets of all diagnostics that differ, with the other evaluator.
    @Test func `no smaller set of readings makes the difference`() {
        var found = 0
        LawRun.hold(sample: 40) { scenario in
            guard let now = scenario.history.last else { return nil }
            var other = now
            var editor = SituationEditor(seed: scenario.seed, rules: scenario.rules)
            for _ in 0..<10 {
                guard case .diagnostic(let diagnostic, let reading) = editor.edit(of: other) else { continue }
                other.readings[diagnostic] = reading
            }
            let past = Array(scenario.history.dropLast())
            func side(_ situation: Situation) -> ComparedSide {
                let request = AdviceRequest(
                    rules: scenario.rules, cluster: ClusterCase(name: "a", stages: [Stage(name: "now")]),
                    stage: 0, history: past + [situation], asksQuestions: false)
                let evaluation = ReferenceEvaluation(rules: scenario.rules, history: request.history)
                return ComparedSide(request, answer: advise(request, evaluation), evaluation: evaluation)
            }
            let sides = [side(now), side(other)]
            let goal = sides[1].answer
            func moved(_ diagnostics: [ID<Diagnostic>]) -> Answer {
                var situation = now
                for diagnostic in diagnostics { situation.readings[diagnostic] = other.readings[diagnostic] }
                return side(situation).answer
            }
            let differing = scenario.rules.diagnostics.indices.map { ID<Diagnostic>($0) }.filter {
                now.readings[$0]?.possible != other.readings[$0]?.possible
                    || now.readings[$0]?.presumed != other.readings[$0]?.presumed
            }
            for difference in compare(sides).differences {
                guard case .readings(let sets) = difference.cause, let first = sets.first else { continue }
                found += 1
                for set in sets {
                    let diagnostics = set.compactMap { moved -> ID<Diagnostic>? in
                        if case .place(.diagnostic(let diagnostic)) = moved { diagnostic } else { nil }
                    }
                    if moved(diagnostics).standing(of: difference.package)
                        != goal.standing(of: difference.package)
                    {
                        return "moving a set that is named does not do it"
                    }
                }
                for smaller in subsets(of: differing, below: first.count)
                where moved(smaller).standing(of: difference.package) == goal.standing(of: difference.package)
                {
                    return "a smaller set does it as well"
                }
            }
            return nil
        }
        #expect(found > 5, "only \(found) differences were tried")
    }

    private func subsets(of items: [ID<Diagnostic>], below size: Int) -> [[ID<Diagnostic>]] {
        guard size > 0 else { return [] }
        var all: [[ID<Diagnostic>]] = [[]]
        for item in items { all += all.filter { $0.count + 1 < size }.map { $0 + [item] } }
        return all
    }
}

extension Answer {
    /// What is said of a package before anything is chosen or left out.
    fileprivate func standing(of package: ID<Package>) -> String {
        if let entry = entries.first(where: { $0.package == package }) { return "\(entry.standing)" }
        if let left = leftOut.first(where: { $0.package == package }) { return "\(left.standing)" }
        if contested.contains(where: { $0.package == package }) { return "contested" }
        if let refused = notAdvised.first(where: { $0.package == package }) {
            return refused.kind == .doesNotApply ? "falls" : "against"
        }
        return withheld.contains { $0.package == package } ? "falls" : "open"
    }
}
