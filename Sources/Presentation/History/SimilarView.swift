import Advice
import RuleModel

/// The historic cases most alike in what mattered to the advice, what was done there and what came of it.
public struct SimilarView: Sendable {
    let similar: [SimilarCase]
    let reasons: [ID<Rule>]
    let header: Header
    let phraser: Phraser
    let rulesDigest: Digest
    let caseDigest: Digest
    /// How many cases are told; the others are counted.
    let most: Int

    /// - Parameter reasons: the rules that carry the advice for the case at hand.
    public init(
        _ similar: [SimilarCase], reasons: Set<ID<Rule>>, to answer: Answer, rulesDigest: Digest,
        caseDigest: Digest, most: Int
    ) {
        self.similar = similar
        self.reasons = reasons.sorted()
        header = answer.header
        phraser = Phraser(rules: answer.rules, history: [])
        self.rulesDigest = rulesDigest
        self.caseDigest = caseDigest
        self.most = most
    }

    private var rules: RuleBase { phraser.rules }

    public var document: Document {
        let title = header.caseTitle.isEmpty ? header.caseName : header.caseTitle
        var document = Document([.title(.told(title), aside: .faint(stage))])
        guard !reasons.isEmpty else {
            document.add(
                .paragraph("Nothing is advised here, for or against, so that no case can be alike in it."))
            return document
        }
        guard !similar.isEmpty else {
            document.add(.paragraph("No case shares a reason with the advice given here."))
            return document
        }
        document.add(
            .paragraph(
                .faint(
                    "Alike in the reasons that carry the advice (\(counted(reasons.count, "reason")) here), the "
                        + "rarer a reason the more it counts; 100 where all are shared.")))
        for similar in similar.prefix(most) { document.add(told(similar)) }
        let rest = similar.count - min(similar.count, most)
        if rest > 0 {
            document.add([
                .gap,
                .paragraph(
                    .faint(
                        "\(counted(rest, "more case")) \(rest == 1 ? "shares" : "share") a reason (--all tells them)"
                    )),
            ])
        }
        document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short) · case \(caseDigest.short)"))])
        return document
    }

    private var stage: String {
        let stage = header.stage
        return stage.count > 1
            ? "stage \(stage.number) of \(stage.count) · \(stage.title.isEmpty ? stage.name : stage.title)"
            : ""
    }

    private func told(_ similar: SimilarCase) -> [Document.Block] {
        let words = SimilarWords(similar, phraser: phraser)
        let shared = similar.shared.prefix(3).map { reason -> Document.Block in
            let rule = rules[reason.rule]
            let sentence = rule.because.isEmpty ? rule.name : rule.because.asSentence
            return .item(
                "·",
                Prose(sentence)
                    + .faint(reason.cases == 1 ? " in no other case" : " in \(reason.cases) cases"),
                aside: phraser.claims(rule.claims))
        }
        let rest = similar.shared.count - shared.count
        let more: [Document.Block] =
            rest > 0 ? [.paragraph(.faint("and \(counted(rest, "more reason")) shared"))] : []
        let story = similar.story.flatMap { part -> [Document.Block] in
            let done = part.deeds.map { deed in
                Document.Block.paragraph(
                    .faint("done: ") + phraser.phrase(deed), citing: phraser.citations(deed.citations))
            }
            let came = part.outcomes.map { outcome in
                Document.Block.paragraph(
                    .faint("came of it: ") + .told(outcome.text.asSentence),
                    citing: phraser.citations(outcome.citations))
            }
            return done + came
        }
        let untold: [Document.Block] =
            story.isEmpty ? [.paragraph(.faint("what was done there is not told"))] : []
        return [
            .gap,
            .item(
                "\(similar.likeness)", .strong(words.title.text), aside: .name(similar.cluster.name),
                below: shared + more + story + untold),
        ]
    }

    /// `distretto/similar/1`: all similar cases, whatever the number told.
    public var json: JSON {
        .object([
            "format": .string("distretto/similar/1"),
            "digests": .object([
                "rules": .string(rulesDigest.description), "case": .string(caseDigest.description),
            ]),
            "case": .string(header.caseName), "stage": .string(header.stage.name),
            "reasons": .strings(reasons.map { rules[$0].name }),
            "similar": .array(similar.map { SimilarJSON(rules: rules).json($0) }),
        ])
    }
}
