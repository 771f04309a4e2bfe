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

    /// For the class, stage by stage: nothing of the rules' answer or of what was done.
    public var sheet: Document {
        var document = Document()
        for moment in moments {
            document.add(.gap)
            document.add(ToldView(moment).document(isWhole: isWhole, isOnPaper: true).blocks)
            document.add([.heading("YOUR ANSWER")])
            for line in [
                "What is the cluster like, and what matters?", "What would you do, and through whom?",
            ] {
                document.add(.item("·", Prose(line)))
                document.add(
                    .verbatim(Array(repeating: Prose("____________________________________"), count: 3)))
            }
        }
        return document
    }

    /// For the trainer: what the rules advise and why, what they rest on, what was done, what came of it.
    public var key: Document {
        var document = Document()
        for moment in moments {
            let stage = moment.told
            let name = stage.map { $0.title.isEmpty ? $0.name : $0.title } ?? moment.cluster.name
            document.add(.gap)
            document.add([
                .title(
                    Prose(CaseHeading.title(of: moment.cluster)),
                    aside: .faint("key · stage \(moment.stage + 1)")),
                .paragraph(.strong(name)),
            ])
            let nobody = RevealView(moment, LearnerAnswer())
            document.add(nobody.key.blocks + nobody.history.blocks)
        }
        if let teaches = moments.last?.cluster.field("teaches") {
            document.add([.gap, .paragraph(.faint("What the case teaches: ") + .told(teaches))])
        }
        return document
    }
}
