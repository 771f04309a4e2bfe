import Advice
import Inference
import RuleModel

/// An adviser's decision in words: theirs, beside what the rules say.
struct OverrideWords {
    private let answer: OverrideAnswer
    private let phraser: Phraser

    init(_ answer: OverrideAnswer, phraser: Phraser) {
        self.answer = answer
        self.phraser = phraser
    }

    private var override: Stage.Override { answer.override }

    var mark: String { override.kind == .add ? "+" : "–" }

    /// `rejected: A cold store`.
    var decision: Prose {
        let word: Prose = override.kind == .add ? "added: " : "rejected: "
        return word + .strong(phraser.title(of: override.package))
    }

    /// The reason with whoever gives it.
    var reason: Prose { "“" + .told(override.reason) + "” (" + .told(override.by) + ")" }

    /// What the rules say of the package.
    var rules: Prose {
        switch answer.rules {
        case .advised(let standing, let rank):
            "it " + (standing == .stands ? .good("stands") : .doubtful("is advised provisionally"))
                + Prose(", ranked \(rank).")
        case .contested: .doubtful("contested. ") + sentence
        case .waiting: "it waits for an answer."
        case .withheld: "it is withheld, since an exception is presumed."
        case .doesNotApply: "no rule that recommends it applies."
        case .against(.harmful, _): .bad("it would do harm. ") + sentence
        case .against(.disputed, _): .doubtful("it is disputed. ") + sentence
        case .against(.notNeeded, _), .against(.doesNotApply, _): "it is not needed. " + sentence
        }
    }

    /// The claims behind the rules' objection.
    var claims: [ID<Claim>] { objection.map { phraser.rules[$0.rule].claims } ?? [] }

    private var objection: Reason? {
        switch answer.rules {
        case .contested(against: let reasons), .against(_, let reasons): reasons.first
        default: nil
        }
    }

    private var sentence: Prose {
        guard let objection else { return "" }
        let rule = phraser.rules[objection.rule]
        return Prose((rule.because.isEmpty ? rule.name.asWords : rule.because).asSentence)
    }

    var json: JSON {
        .object([
            "package": .string(phraser.rules[override.package].name),
            "kind": .string(override.kind == .add ? "add" : "reject"), "reason": .string(override.reason),
            "by": .string(override.by), "rulesSay": .string(said),
        ])
    }

    private var said: String {
        switch answer.rules {
        case .advised(let standing, rank: _): standing.prose.text
        case .contested: "contested"
        case .waiting: "waiting"
        case .withheld: "withheld"
        case .doesNotApply: "does-not-apply"
        case .against(let kind, _): kind.word
        }
    }
}

extension Answer {
    /// Nothing is left in the programme, and what was in it the adviser rejects.
    var isAllRejected: Bool { programme.isEmpty && leftOut.contains { $0.cause == .rejected } }
}
