import Inference
import RuleModel

/// Rules that were not tried because the case names no member to try them on.
struct MemberlessRules {
    let fact: Fact
    let phraser: Phraser
    private let found: [RuleWithoutMembers]

    /// - Parameter stage: by its place in the history.
    init(drawing fact: Fact, stage: Int, phraser: Phraser) {
        self.fact = fact
        self.phraser = phraser
        let history = phraser.history
        found =
            history.indices.contains(stage)
            ? phraser.rules.rulesWithoutMembers(drawing: fact, in: history[stage]) : []
    }

    var isEmpty: Bool { found.isEmpty }

    /// One line for each.
    var blocks: [Document.Block] {
        found.map { one in
            let rule = phraser.rules[one.rule]
            let sign = one.isAllListed ? Verdict.no.sign : Verdict.open.sign
            let origin = rule.origin.line > 0 ? "\(rule.origin.file):\(rule.origin.line)" : ""
            var below: [Document.Block] = [.paragraph(.strong("held back: ") + Prose(reason(one)))]
            if !rule.because.isEmpty { below.append(.paragraph(Prose(rule.because.asSentence))) }
            below += ClaimLines(rules: phraser.rules).blocks(rule.claims)
            return .item(
                sign, Prose("rule ") + .name(rule.name), aside: .faint(origin), below: below)
        }
    }

    /// For the sentence before a proof that has no other rule.
    var sentence: Prose? {
        guard let first = found.first else { return nil }
        let rule: Prose = .name(phraser.rules[first.rule].name)
        return Prose("nearest: ") + rule + Prose(", held back because \(reason(first)).")
    }

    var json: JSON {
        .array(
            found.map { one in
                .object([
                    "rule": .string(phraser.rules[one.rule].name),
                    "collection": .string(phraser.rules[one.collection].name),
                    "allListed": .bool(one.isAllListed),
                ])
            })
    }

    private func reason(_ one: RuleWithoutMembers) -> String {
        let collection = phraser.rules[one.collection]
        return one.isAllListed
            ? "it is about each \(collection.name), and the case says that there is none"
            : "it is about each \(collection.name), and the case names none so far"
    }
}
