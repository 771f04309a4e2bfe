import Inference
import RuleModel

extension Evaluation {
    /// The rules that carry what is advised here and what is advised against: those in the proofs of
    /// every package's recommendation and objections that hold, as far as they reach the verdict.
    ///
    /// They are what mattered to the advice; rules that drew what no advice rests on are not among them.
    ///
    /// - Parameter request: Only the packages that its lens lets through count.
    public func rulesCarryingAdvice(for request: AdviceRequest) -> Set<ID<Rule>> {
        let reading = ProofReading(self)
        let facts = Scope(request).packages.flatMap { package -> [Fact] in
            [.recommended(package)] + Objection.allCases.map { .advisedAgainst(package, $0) }
        }
        var carrying: Set<ID<Rule>> = []
        for fact in facts where verdict(of: fact).holds {
            for carrier in reading.carriers(in: proof(of: fact)) {
                let deciding = carrier.step.applications.filter { $0.verdict == carrier.verdict }
                carrying.formUnion(deciding.map(\.rule))
            }
        }
        return carrying
    }
}

extension ProofReading {
    /// The facts that carry the root's verdict, each with its own, those stated in the case too.
    ///
    /// Where one good reason is enough, lesser reasons are left out; so is whatever does not hold.
    func carriers(in proof: Proof) -> [(step: FactStep, verdict: Verdict)] {
        var found: [(step: FactStep, verdict: Verdict)] = []
        var seen: Set<Int> = []
        var waiting = [proof.root]
        while let index = waiting.popLast() {
            guard proof.steps.indices.contains(index), seen.insert(index).inserted else { continue }
            let step = proof.steps[index]
            guard step.verdict.holds else { continue }
            if case .fact(let fact) = step.content { found.append((fact, step.verdict)) }
            for case .step(let part) in supports(of: index, in: proof, .verdict).flatMap(\.parts) {
                waiting.append(part)
            }
        }
        return found
    }
}
