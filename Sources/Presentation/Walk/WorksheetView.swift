import RuleModel
import Training

/// A case on paper: for the class what was known and room to answer, for the trainer the key.
public struct WorksheetView: Sendable {
    /// A stage on paper.
    public struct Page: Sendable {
        public var moment: Moment
        /// The trainer's words to the class.
        public var notes: [String]
        /// The trainer's words once the answer is known.
        public var debriefs: [String]
        /// Everything known is told, and not only what is new.
        public var isWhole: Bool

        public init(
            _ moment: Moment, notes: [String] = [], debriefs: [String] = [], isWhole: Bool = false
        ) {
            self.moment = moment
            self.notes = notes
            self.debriefs = debriefs
            self.isWhole = isWhole
        }
    }

    private let pages: [Page]
    private let teaches: [String]

    /// A case for itself, stage by stage.
    public init(_ moments: [Moment]) {
        self.init(
            moments.map { Page($0) }, teaches: moments.last?.cluster.field("teaches").map { [$0] } ?? [])
    }

    /// - Parameter teaches: What there is to learn, for the key.
    public init(_ pages: [Page], teaches: [String]) {
        self.pages = pages
        self.teaches = teaches
    }

    public enum Side: Sendable {
        /// For the class: nothing of the rules' answer or of what was done.
        case sheet
        /// For the trainer: what the rules advise and why, what they rest on, what was done, what came of it.
        case key
    }

    /// For the class, stage by stage.
    public var sheet: Document { document(.sheet) }

    /// For the trainer.
    public var key: Document { document(.key) }

    private func document(_ side: Side) -> Document {
        Document(stages(side).flatMap { [.gap] + $0.blocks })
    }

    /// Each stage for itself.
    func stages(_ side: Side) -> [Document] {
        switch side {
        case .sheet: return pages.map(sheet)
        case .key:
            var stages = pages.map(key)
            for text in teaches where !stages.isEmpty {
                stages[stages.count - 1].add([
                    .gap, .paragraph(.faint("What it teaches: ") + .told(text)),
                ])
            }
            return stages
        }
    }

    private func sheet(_ page: Page) -> Document {
        var document = ToldView(page.moment).document(isWhole: page.isWhole, isOnPaper: true)
        document.add(words(page.notes))
        document.add([.heading("YOUR ANSWER")])
        for line in [
            "What is the cluster like, and what matters?", "What would you do, and through whom?",
        ] {
            document.add(.item("·", Prose(line)))
            document.add(
                .verbatim(Array(repeating: Prose("____________________________________"), count: 3)))
        }
        return document
    }

    private func key(_ page: Page) -> Document {
        let moment = page.moment
        let stage = moment.told
        let name = stage.map { $0.title.isEmpty ? $0.name : $0.title } ?? moment.cluster.name
        var document = Document([
            .title(
                Prose(CaseHeading.title(of: moment.cluster)),
                aside: .faint("key · stage \(moment.stage + 1)")),
            .paragraph(.strong(name)),
        ])
        let nobody = RevealView(moment, LearnerAnswer())
        document.add(nobody.key.blocks + nobody.history.blocks + words(page.notes + page.debriefs))
        return document
    }

    private func words(_ texts: [String]) -> [Document.Block] {
        texts.isEmpty ? [] : TrainerView(texts).document.blocks
    }
}
