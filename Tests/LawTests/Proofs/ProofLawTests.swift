import Generation
import Inference
import RuleModel
import Testing

@Suite struct ProofLawTests {
    @Test func `every proof is accepted by the checker`() {
        LawRun.hold(sample: 60) { scenario in
            let evaluation = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let checker = ProofChecker(rules: scenario.rules, history: scenario.history)
            for fact in evaluation.facts {
                let proof = evaluation.proof(of: fact)
                if let fault = checker.faults(in: proof).first { return "\(fact): \(fault)" }
            }
            return nil
        }
    }

    @Test func `proofs that have their steps in common are accepted, and say what each says alone`() {
        LawRun.hold(sample: 40) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let evaluation = CompiledEvaluation(compiled, history: scenario.history)
            let checker = ProofChecker(rules: scenario.rules, history: scenario.history)
            for (fact, proof) in zip(evaluation.facts, evaluation.proofs(of: evaluation.facts)) {
                if let fault = checker.faults(in: proof).first { return "\(fact): \(fault)" }
                let alone = evaluation.proof(of: fact)
                guard case .fact(let mine) = proof.steps[proof.root].content,
                    case .fact(let theirs) = alone.steps[alone.root].content, mine.fact == fact,
                    mine.applications.map(\.rule) == theirs.applications.map(\.rule),
                    proof.steps[proof.root].verdict == alone.steps[alone.root].verdict
                else { return "\(fact) is proved otherwise among others" }
            }
            return nil
        }
    }

    @Test func `a proof with one thing made untrue is rejected`() {
        LawRun.hold(sample: 80) { scenario in
            let evaluation = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let checker = ProofChecker(rules: scenario.rules, history: scenario.history)
            var random = SeededGenerator(seed: scenario.seed)
            for _ in 0..<8 {
                guard let fact = random.pick(evaluation.facts) else { return nil }
                let proof = evaluation.proof(of: fact)
                guard checker.faults(in: proof).isEmpty else { continue }
                var spoiler = ProofSpoiler(proof: proof, rules: scenario.rules, random: random)
                let mutation = spoiler.spoilt()
                random = spoiler.random
                if let mutation, checker.faults(in: mutation.proof).isEmpty {
                    return "the proof of \(fact) is accepted with another \(mutation.name): \(proof.steps)"
                }
            }
            return nil
        }
    }

    @Test(arguments: 0...3, 0...3)
    func `facts that only support each other prove nothing`(first: Int, second: Int) throws {
        var rules = RuleBase()
        rules.concepts = [Concept(name: "one"), Concept(name: "two")]
        rules.rules = [
            Rule(
                name: "a", condition: .concept(ID(0), of: .cluster),
                conclusions: [.concept(ID(1), of: .cluster)]),
            Rule(
                name: "b", condition: .concept(ID(1), of: .cluster),
                conclusions: [.concept(ID(0), of: .cluster)]),
        ]
        let evaluation = ReferenceEvaluation(rules: rules, history: [])
        var proof = evaluation.proof(of: .concept(ID(0), member: nil))
        #expect(proof.steps[proof.root].verdict == .no)
        // Everything in the circle is raised to yes together; only the heights could give it away.
        var heights = [first, second]
        for place in proof.steps.indices {
            proof.steps[place].verdict = .yes
            if case .fact(var step) = proof.steps[place].content {
                step.height = heights.popLast() ?? 0
                step.verdictByRules = .yes
                for application in step.applications.indices { step.applications[application].verdict = .yes }
                proof.steps[place].content = .fact(step)
            }
        }
        #expect(!ProofChecker(rules: rules, history: []).faults(in: proof).isEmpty)
    }
}
