import Inference
import RuleModel

/// Proofs of which only what is open counts.
///
/// Where several parts of an answer look into them they are written together, when the first one asks:
/// much of what they rest on is the same.
struct OpenProofs: Sendable {
    private let evaluation: any Evaluation
    private let together: Deferred<[Fact: Proof]>?

    /// Each asking for itself.
    init(_ evaluation: any Evaluation) {
        self.evaluation = evaluation
        together = nil
    }

    /// - Parameter facts: What will be asked for.
    init(_ evaluation: any Evaluation, writing facts: @escaping @Sendable () -> [Fact]) {
        self.evaluation = evaluation
        together = Deferred {
            var seen: Set<Fact> = []
            let facts = facts().filter { seen.insert($0).inserted }
            return Dictionary(zip(facts, evaluation.openProofs(of: facts))) { first, _ in first }
        }
    }

    /// Of each fact, in their order.
    func callAsFunction(of facts: [Fact]) -> [Proof] {
        guard let together else { return evaluation.openProofs(of: facts) }
        let written = together.value
        let known = facts.compactMap { written[$0] }
        return known.count == facts.count ? known : evaluation.openProofs(of: facts)
    }
}
