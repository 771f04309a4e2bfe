import Generation
import Inference
import Notation
import RuleModel
import Testing

/// The compiled evaluator against the oracle, over everything an evaluation can be asked.
@Suite struct EvaluatorLawTests {
    @Test func `compiled rules give the facts, verdicts and figures of the reference`() {
        LawRun.hold(sample: 400) { scenario in
            let pair = Pair(scenario)
            if pair.reference.facts != pair.compiled.facts { return "other facts" }
            for fact in pair.reference.facts {
                let (expected, found) = (pair.reference.verdict(of: fact), pair.compiled.verdict(of: fact))
                if expected != found { return "\(fact) is \(expected), compiled \(found)" }
            }
            for expression in scenario.rules.reports.map(\.expression)
            where pair.reference.figure(of: expression) != pair.compiled.figure(of: expression) {
                return "another figure of \(expression)"
            }
            for rule in scenario.rules.rules where rule.bindings.isEmpty {
                for condition in [rule.condition].compactMap(\.self) + rule.exceptions.map(\.condition)
                where pair.reference.verdict(of: condition) != pair.compiled.verdict(of: condition) {
                    return "another verdict of \(condition)"
                }
            }
            return nil
        }
    }

    /// Seed 90563, made smaller: in a circle, what is open by nature must not hold up what the case denies.
    @Test func `a sign that the case presumes absent holds nothing up in a circle`() throws {
        let text = """
            language 1
            concept trusting by signs "They trust each other"
            concept working "They work together"
            rule work { when trusting or working conclude working because "So it is." }
            rule trust { when working conclude trusting because "So it is." }
            case valley "" { trusting is no or yes presumably no }
            """
        let built = build([parse(fileName: "a.rules", source: Array(text.utf8))])
        let told = try #require(built.cases.first)
        let history = built.rules.situations(of: told.stages, caseName: told.name, upTo: 0)
        let working = Fact.concept(ID(built.rules.concepts[0].name == "working" ? 0 : 1), member: nil)
        let reference = ReferenceEvaluation(rules: built.rules, history: history)
        let compiled = CompiledEvaluation(CompiledRules(built.rules), history: history)
        #expect(reference.verdict(of: working) == .presumablyNo)
        #expect(compiled.verdict(of: working) == .presumablyNo)
    }

    @Test func `compiled rules give the applications and proofs of the reference`() {
        LawRun.hold(sample: 60) { scenario in
            let pair = Pair(scenario)
            for rule in scenario.rules.rules.indices.map({ ID<Rule>($0) })
            where pair.reference.applications(of: rule) != pair.compiled.applications(of: rule) {
                return "other applications of \(scenario.rules[rule].name)"
            }
            for fact in pair.reference.facts {
                if pair.reference.applications(drawing: fact) != pair.compiled.applications(drawing: fact) {
                    return "other applications draw \(fact)"
                }
                let (expected, found) = (pair.reference.proof(of: fact), pair.compiled.proof(of: fact))
                if expected.withoutHeights != found.withoutHeights { return "another proof of \(fact)" }
            }
            return nil
        }
    }

    @Test func `the ledger has every fact's applications in order`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let ledger = ProofLedger(compiled)
            for fact in compiled.facts {
                let found = ledger.applications(drawing: fact)
                let expected = compiled.applications(drawing: fact)
                if found.map(\.rule) != expected.map(\.rule)
                    || found.map(\.verdict) != expected.map(\.verdict)
                {
                    return "other applications of \(fact)"
                }
            }
            return nil
        }
    }

    @Test func `every proof under compiled rules is accepted by the checker`() {
        LawRun.hold(sample: 60) { scenario in
            let pair = Pair(scenario)
            let checker = ProofChecker(rules: scenario.rules, history: scenario.history)
            for fact in pair.compiled.facts {
                if let fault = checker.faults(in: pair.compiled.proof(of: fact)).first {
                    return "\(fact): \(fault)"
                }
            }
            return nil
        }
    }

    @Test func `rules left out are as if they had not been written`() {
        LawRun.hold(sample: 60) { scenario in
            let excluded = Set(scenario.rules.rules.indices.filter { $0 % 3 == 1 }.map { ID<Rule>($0) })
            let reference = ReferenceEvaluation(
                rules: scenario.rules, history: scenario.history, excluding: excluded)
            let compiled = CompiledEvaluation(
                CompiledRules(scenario.rules), history: scenario.history, excluding: excluded)
            if reference.facts != compiled.facts { return "other facts" }
            return reference.facts.first { reference.verdict(of: $0) != compiled.verdict(of: $0) }
                .map { "another verdict of \($0)" }
        }
    }
}

private struct Pair {
    let reference: ReferenceEvaluation
    let compiled: CompiledEvaluation

    init(_ scenario: Scenario) {
        reference = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
        compiled = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
    }
}

extension Proof {
    /// Which of several sound orders of establishing facts is given is each evaluator's own affair.
    fileprivate var withoutHeights: Proof {
        var proof = self
        for place in proof.steps.indices {
            guard case .fact(var step) = proof.steps[place].content else { continue }
            step.height = 0
            proof.steps[place].content = .fact(step)
        }
        return proof
    }
}
