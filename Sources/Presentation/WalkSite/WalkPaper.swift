import RuleModel
import Training

/// A case or a lesson on paper: a sheet for the class, stage by stage on leaves of their own, and the
/// trainer's key.
struct WalkPaper {
    private let story: WalkStory
    private let view: WorksheetView

    init(_ story: WalkStory) {
        self.story = story
        view = WorksheetView(story.plan, story.stages.map(\.moment))
    }

    var worksheet: SitePage { page("Worksheet", story.worksheet, .sheet) }

    var key: SitePage { page("Key", story.paperKey, .key) }

    private func page(_ kind: String, _ address: PageAddress, _ side: WorksheetView.Side) -> SitePage {
        var writer = PageWriter(on: address)
        let leaves = view.leaves(side).flatMap { stage -> [Markup] in
            [
                .element(
                    "article", ["class": "leaf"], [.line] + writer.blocks(stage.blocks.inSentenceCase)),
                .line,
            ]
        }
        return SitePage(
            address: address, title: "\(kind): \(story.title)",
            path: [
                SitePage.Step(title: "Cases", address: WalkMap.home),
                SitePage.Step(title: "For the trainer", address: WalkMap.trainer),
            ], kind: "paper", document: Document(), below: leaves)
    }
}
