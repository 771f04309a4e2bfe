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

    @Test func `supposing something is telling the case so and evaluating it as a whole`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let reference = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let suppositions = scenario.rules.suppositions(in: scenario.history.last ?? Situation())
            let facts = reference.facts
            let found = compiled.verdicts(of: facts, supposing: suppositions)
            let expected = reference.verdicts(of: facts, supposing: suppositions)
            for (place, supposition) in suppositions.enumerated() where found[place] != expected[place] {
                return "supposing \(supposition)"
            }
            return nil
        }
    }
}

extension RuleBase {
    /// Something to suppose at every place of a situation.
    fileprivate func suppositions(in situation: Situation) -> [Supposition] {
        func some(_ type: ValueType) -> ValueSet {
            switch domain(of: type) {
            case .members(let mask): .members(mask & ~(mask - 1))
            case .runs: .ticks(0, 7)
            case .texts: .texts(["a"])
            }
        }
        let members = situation.members.flatMap { collection, members in
            members.indices.map { MemberID(collection: collection, index: $0) }
        }
        let bearers = [nil] + members.map(Optional.some)
        var suppositions = diagnostics.indices.map {
            Supposition(some(diagnostics[$0].measurement.type), at: .diagnostic(ID($0)))
        }
        suppositions += packages.indices.map { Supposition(.no, at: .inForce(ID($0))) }
        suppositions += members.flatMap { member in
            attributes.indices.filter { attributes[$0].collection == member.collection }.map {
                Supposition(some(attributes[$0].measurement.type), at: .attribute(ID($0), member))
            }
        }
        for bearer in bearers {
            suppositions += concepts.indices.filter { concepts[$0].collection == bearer?.collection }.map {
                Supposition(.yes, at: .concept(ID($0), bearer))
            }
            for (place, declared) in classifications.enumerated()
            where declared.collection == bearer?.collection {
                suppositions.append(
                    declared.isSeveral
                        ? Supposition(.yes, at: .classification(ID(place), value: 0, bearer))
                        : Supposition(.members(1), at: .classification(ID(place), value: nil, bearer)))
            }
            suppositions += collections.indices.filter { collections[$0].parent == bearer?.collection }.map {
                Supposition(.yes, at: .allListed(ID($0), of: bearer))
            }
        }
        return suppositions
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
