import Inference
import RuleModel

/// Why something does not hold, in one sentence before the whole proof.
struct NearestMiss {
    let proof: Proof
    let phraser: Phraser

    /// Nothing for what holds, and for what the case states itself.
    var sentence: Prose? {
        guard proof.steps.indices.contains(proof.root),
            case .fact(let step) = proof.steps[proof.root].content, step.statement == nil
        else { return nil }
        let verdict = proof.steps[proof.root].verdict
        guard !verdict.holds else { return nil }
        let words = Words(fact: step.fact, isOpen: verdict == .open)
        guard let nearest = proof.blockedApplications().first else {
            let memberless = MemberlessRules(
                drawing: step.fact, stage: phraser.history.count - 1, phraser: phraser)
            return memberless.sentence.map { Prose(words.beforeRules) + $0 } ?? Prose(words.withoutRules)
        }
        let hindrances = BlockerLines(proof: proof, phraser: phraser).inWords(nearest)
        let rule: Prose = .name(phraser.rules[nearest.rule].name)
        guard let first = hindrances.first else { return Prose(words.withRules) + rule + "." }
        let more = hindrances.count - 1
        return Prose(words.withRules) + rule + ", held back by " + first
            + Prose(more > 0 ? ", and by \(counted(more, "more condition"))." : ".")
    }

    /// The beginning of the sentence, by what it is about.
    private struct Words {
        let fact: Fact
        let isOpen: Bool

        private var head: String {
            switch (fact, isOpen) {
            case (.recommended, true): "Not advised yet"
            case (.recommended, false): "Not advised"
            case (_, true): "Open"
            case (_, false): "Does not hold"
            }
        }

        private var could: String {
            if case .recommended = fact { "could recommend it" } else { "could draw it" }
        }

        var withoutRules: String { "\(head): no rule here \(could)." }
        var withRules: String { beforeRules + "nearest: " }
        var beforeRules: String {
            isOpen
                ? "\(head): no rule that \(could) applies for sure; "
                : "\(head): no rule that \(could) applies; "
        }
    }
}
