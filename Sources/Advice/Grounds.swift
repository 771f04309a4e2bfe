import Inference
import RuleModel

/// One condition that a conclusion rests on, with the readings and the concepts behind it.
public struct Ground: Hashable, Sendable {
    /// The rule that asks for it.
    public var rule: ID<Rule>
    public var condition: Condition
    public var assignment: Assignment
    /// Place of the stage in the history.
    public var stage: Int
    public var verdict: Verdict
    /// What the case says that carries the condition, nearest first.
    public var places: [ReadingPlace]
    /// Concepts and classifications that carry it, nearest first.
    public var facts: [Fact]
}

extension Evaluation {
    /// The conditions of the rule that decides a fact, in the order written; none for a fact that no
    /// rule decides and for one that its rule draws always.
    public func grounds(of fact: Fact) -> [Ground] {
        let proof = proof(of: fact)
        guard proof.steps.indices.contains(proof.root),
            case .fact(let root) = proof.steps[proof.root].content,
            root.statement == nil,
            let deciding = root.applications.first(where: { $0.verdict == proof.steps[proof.root].verdict })
        else { return [] }
        let reading = ProofReading(self)
        return deciding.conditions.flatMap { reading.conjuncts($0, in: proof) }.compactMap { place in
            guard case .condition(let step) = proof.steps[place].content else { return nil }
            let behind = reading.behind(place, in: proof)
            return Ground(
                rule: deciding.rule, condition: step.condition, assignment: step.assignment,
                stage: step.stage,
                verdict: proof.steps[place].verdict, places: behind.places, facts: behind.facts)
        }
    }

    /// The rules that could have drawn a fact and did not, nearest first, with what blocks each.
    public func misses(of fact: Fact) -> [Miss] { ProofReading(self).misses(in: proof(of: fact)) }
}

extension ProofReading {
    /// The steps of the parts of an "and", however deep; the step itself where it is none.
    fileprivate func conjuncts(_ place: Int, in proof: Proof) -> [Int] {
        guard proof.steps.indices.contains(place) else { return [] }
        guard case .condition(let step) = proof.steps[place].content, case .all = step.condition,
            case .parts(let parts) = step.grounds
        else { return [place] }
        return parts.flatMap { conjuncts($0, in: proof) }
    }

    /// What carries a step's verdict, level by level.
    fileprivate func behind(_ start: Int, in proof: Proof) -> (places: [ReadingPlace], facts: [Fact]) {
        var places: [ReadingPlace] = []
        var facts: [Fact] = []
        var seen: Set<Int> = []
        var level = [start]
        while !level.isEmpty {
            var below: [Int] = []
            for step in level where seen.insert(step).inserted && proof.steps.indices.contains(step) {
                if case .fact(let fact) = proof.steps[step].content, fact.fact.isDiagnosis {
                    facts.append(fact.fact)
                }
                for part in supports(of: step, in: proof, .verdict).flatMap(\.parts) {
                    switch part {
                    case .step(let next): below.append(next)
                    case .place(let place):
                        if situation.reading(at: place) != nil, !places.contains(place) {
                            places.append(place)
                        }
                    }
                }
            }
            level = below
        }
        return (places, facts)
    }
}

extension Fact {
    /// Whether it says what the cluster or a member is like, and not what to do.
    public var isDiagnosis: Bool {
        switch self {
        case .concept, .classification: true
        default: false
        }
    }
}
