import Advice
import Inference
import RuleModel

// The terms of a package: what to build into it, its steps, who pays how much.

extension EntryBlocks {
    var terms: [Document.Block] { isFull ? allTerms : shortTerms }

    /// Names of measures and steps in one line each; payments, since money is asked about first.
    private var shortTerms: [Document.Block] {
        let measures = entry.measures.map { Prose(rules[$0].name.asWords) }
        let steps = package.phases.map { phase in
            Prose(phase.name.asWords + (phase.afterSuccess ? " (if that succeeded)" : ""))
        }
        return fact("with", measures.joined(by: "; ")) + fact("steps", steps.joined(by: ", then "))
            + (package.payments + package.phases.flatMap(\.payments)).map(paying)
    }

    private var allTerms: [Document.Block] {
        let measures = entry.measures.map { measure in
            Document.Block.paragraph(
                .faint("with: ") + Prose(rules[measure].text.asSentence),
                citing: phraser.claims(rules[measure].claims))
        }
        return measures + package.phases.map(step) + package.payments.map(paying)
    }

    private func step(_ phase: Package.Phase) -> Document.Block {
        var text = Prose.faint("step \(phase.name.asWords)")
        if let after = phase.after, package.phases.indices.contains(after) {
            text += .faint(
                ", after \(package.phases[after].name.asWords)\(phase.afterSuccess ? " succeeded" : "")")
        }
        text += .faint(": ") + Prose(phase.text.asSentence)
        let takes = phase.takes.map { Prose("takes \(rules.phrase($0, .duration))") } ?? ""
        let terms = ([takes] + phase.payments.map { Prose(rules.phrase($0)) }).joined(by: "; ")
        if !terms.isEmpty { text += (phase.text.isEmpty ? "" : " ") + terms }
        return .paragraph(text, citing: phraser.claims(phase.claims))
    }

    private func paying(_ payment: Package.Payment) -> Document.Block {
        .paragraph(.faint("money: ") + Prose(rules.phrase(payment)), citing: phraser.claims(payment.claims))
    }
}

extension String {
    /// A name of the rule base read as words: `joint-warranty` is "joint warranty".
    var asWords: String { split(separator: "-").joined(separator: " ") }
}
