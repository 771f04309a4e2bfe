import RuleModel
import Training

/// A case or a lesson on paper: for the class what was known and room to answer, for the trainer the key.
public struct WorksheetView: Sendable {
    private let plan: WalkPlan
    private let moments: [Moment]

    /// - Parameter moments: One for each stop of the plan.
    public init(_ plan: WalkPlan, _ moments: [Moment]) {
        self.plan = plan
        self.moments = zip(plan.stops, moments).map { $1.retold(at: $0) }
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
        Document(leaves(side).flatMap { [.gap] + $0.blocks })
    }

    /// Each stage for itself. Before the first stands what the lesson is called.
    func leaves(_ side: Side) -> [Document] {
        var leaves = zip(plan.stops, moments).map { stop, moment in
            let words = TrainerView(side == .sheet ? stop.notes : stop.notes + stop.debriefs)
            var leaf =
                side == .sheet ? sheet(moment, isWhole: stop.beginsCase, words) : key(moment)
            if side == .key, !words.isEmpty { leaf.add(words.document.blocks) }
            return leaf
        }
        guard !leaves.isEmpty else { return [] }
        if plan.lesson != nil {
            let teaches = side == .key ? plan.teaches.map { Document.Block.paragraph(.told($0)) } : []
            leaves[0].blocks = [.title(Prose(plan.title))] + teaches + [.gap] + leaves[0].blocks
        } else if side == .key {
            for text in plan.teaches {
                leaves[leaves.count - 1].add([
                    .gap, .paragraph(.faint("What the case teaches: ") + .told(text)),
                ])
            }
        }
        return leaves
    }

    private func sheet(_ moment: Moment, isWhole: Bool, _ words: TrainerView) -> Document {
        var document = ToldView(moment).document(isWhole: isWhole, isOnPaper: true)
        if !words.isEmpty { document.add(words.document.blocks) }
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
