import RuleModel
import Training

/// A case on paper: for the class what was known and room to answer, for the trainer the key.
public struct WorksheetView: Sendable {
    private let moments: [Moment]

    /// Whether all that is known is told at each stage, and not only what is new.
    private let isWhole: Bool

    public init(_ moments: [Moment], isWhole: Bool = false) {
        self.moments = moments
        self.isWhole = isWhole
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
        case .sheet: return moments.map(sheet)
        case .key:
            var stages = moments.map(key)
            if let teaches = moments.last?.cluster.field("teaches") {
                stages[stages.count - 1].add([
                    .gap, .paragraph(.faint("What the case teaches: ") + .told(teaches)),
                ])
            }
            return stages
        }
    }

    private func sheet(_ moment: Moment) -> Document {
        var document = ToldView(moment).document(isWhole: isWhole, isOnPaper: true)
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

    private func key(_ moment: Moment) -> Document {
        let stage = moment.told
        let name = stage.map { $0.title.isEmpty ? $0.name : $0.title } ?? moment.cluster.name
        var document = Document([
            .title(
                Prose(CaseHeading.title(of: moment.cluster)),
                aside: .faint("key · stage \(moment.stage + 1)")),
            .paragraph(.strong(name)),
        ])
        let nobody = RevealView(moment, LearnerAnswer())
        document.add(nobody.key.blocks + nobody.history.blocks)
        return document
    }
}
