import Advice
import Inference
import RuleModel
import Training

/// The rules' answer beside the learner's, then what was done and what came of it.
public struct RevealView: Sendable {
    private let moment: Moment
    private let learner: LearnerAnswer
    private let words: WalkWords

    public init(_ moment: Moment, _ learner: LearnerAnswer) {
        self.moment = moment
        self.learner = learner
        words = WalkWords(moment)
    }

    /// What the rules advise, and what they say of all that the learner proposed and diagnosed.
    public var advice: Document {
        let marks = moment.marks(for: learner)
        let blocks = MarkBlocks(words)
        var document = Document([.heading("WHAT THE RULES ADVISE, AND YOU")])
        if moment.answer.entries.isEmpty {
            document.add(.paragraph("On what is known the rules advise nothing."))
        }
        for mark in marks.packages where mark.judgement.isAdvised { document.add(numbered(mark, blocks)) }
        let others = marks.packages.filter { !$0.judgement.isAdvised }
        if !others.isEmpty {
            document.add([.heading("YOU PROPOSED, AND THE RULES DO NOT ADVISE")] + others.map(blocks.item))
        }
        if !marks.diagnoses.isEmpty {
            document.add([.heading("THE DIAGNOSIS")] + marks.diagnoses.map(blocks.item))
        }
        return document
    }

    /// What the rules advise, for somebody who gave no answer.
    var key: Document {
        let blocks = MarkBlocks(words)
        var document = Document([.heading("WHAT THE RULES ADVISE")])
        if moment.answer.entries.isEmpty {
            document.add(.paragraph("On what is known the rules advise nothing."))
        }
        for mark in moment.marks(for: learner).packages {
            guard case .item(var item) = numbered(mark, blocks) else { continue }
            // Nobody has missed anything.
            (item.mark, item.aside) = ("·", .name(moment.rules[mark.package].name))
            document.add(.item(item))
        }
        return document
    }

    private func numbered(_ mark: PackageMark, _ blocks: MarkBlocks) -> Document.Block {
        guard case .item(var item) = blocks.item(mark),
            let entry = moment.answer.entries.first(where: { $0.package == mark.package })
        else { return blocks.item(mark) }
        item.text = heading(entry)
        item.below = terms(entry) + item.below
        return .item(item)
    }

    /// `2  Revolving credit · stands`.
    func heading(_ entry: ProgrammeEntry) -> Prose {
        Prose("\(entry.number)  ") + words.title(entry.package) + .faint(" · ") + entry.standing.prose
    }

    /// Through whom, for whom, and whether only the case's own story speaks for it.
    func terms(_ entry: ProgrammeEntry) -> [Document.Block] {
        let actors = entry.through.map { through -> String in
            let actor = moment.rules[through.actor]
            return "through \(actor.title.isEmpty ? actor.name : actor.title)"
        }
        let targets = entry.targets.map { "for \($0.title.isEmpty ? $0.name : $0.title)" }
        let sample = entry.evidence.isInSample ? ["drawn from this case's own story alone"] : []
        let terms = actors + targets + sample
        return terms.isEmpty ? [] : [.paragraph(.faint(terms.joined(separator: " · ")))]
    }

    /// What was done and by whom, what came of it, and where it went against the advice.
    public var history: Document {
        let beside = moment.historyBeside
        var document = Document([.heading("WHAT WAS DONE")])
        if beside.deeds.isEmpty { document.add(.paragraph("The documents do not tell what was done.")) }
        document.add(
            beside.deeds.map { deed in
                .item(
                    "·", words.phraser.phrase(deed.deed), aside: words.phraser.citations(deed.deed.citations),
                    below: deed.judgement.map { [.paragraph(.faint("the rules: ") + $0.kind.prose)] } ?? [])
            })
        if !beside.outcomes.isEmpty {
            document.add(.heading("WHAT CAME OF IT"))
            document.add(
                beside.outcomes.map { outcome in
                    .item("·", .told(outcome.text), aside: words.phraser.citations(outcome.citations))
                })
        }
        let against = beside.againstAdvice
        if !against.isEmpty {
            document.add(.heading("WHERE HISTORY WENT AGAINST THE ADVICE"))
            document.add(
                against.compactMap { deed in
                    deed.judgement.map { judgement in
                        .item(
                            "✗", words.title(judgement.package), aside: judgement.kind.prose,
                            below: words.blocks(judgement.feedback))
                    }
                })
        }
        if !beside.notDone.isEmpty {
            document.add([
                .heading("ADVISED, AND NOT TOLD OF AS DONE"),
                .paragraph(beside.notDone.map(words.title).joined(by: "; ")),
            ])
        }
        return document
    }
}

/// What the learner has said so far.
public struct LearnerView: Sendable {
    private let learner: LearnerAnswer
    private let words: WalkWords

    public init(_ moment: Moment, _ learner: LearnerAnswer) {
        self.learner = learner
        words = WalkWords(moment)
    }

    public var document: Document {
        func line(_ label: String, _ parts: [Prose]) -> Document.Block {
            .item(
                "·", .faint("\(label): ") + (parts.isEmpty ? .faint("nothing yet") : parts.joined(by: "; ")))
        }
        return Document([
            line("holds", learner.diagnosed.map { .name(words.phraser.phrase($0)) }),
            line("matters", learner.topics.map { .name(words.name($0)) }),
            line("proposed", learner.proposed.map(words.title)),
        ])
    }
}
