import RuleModel
import Training

/// A case on paper: a sheet for the class, stage by stage on leaves of their own, and the trainer's key.
struct WalkPaper {
    private let cluster: ClusterCase
    private let view: WorksheetView

    init(_ story: WalkSite.Story) {
        cluster = story.cluster
        view = WorksheetView(story.stages.map(\.moment))
    }

    var worksheet: SitePage {
        page("Worksheet", WalkMap.worksheet(cluster.name), view.stages(.sheet))
    }

    var key: SitePage { page("Key", WalkMap.key(cluster.name), view.stages(.key)) }

    private func page(_ kind: String, _ address: PageAddress, _ stages: [Document]) -> SitePage {
        var writer = PageWriter(on: address)
        let leaves = stages.flatMap { stage -> [Markup] in
            [
                .element(
                    "article", ["class": "leaf"], [.line] + writer.blocks(stage.blocks.inSentenceCase)),
                .line,
            ]
        }
        return SitePage(
            address: address, title: "\(kind): \(CaseHeading.title(of: cluster))",
            path: [
                SitePage.Step(title: "Cases", address: WalkMap.home),
                SitePage.Step(title: "For the trainer", address: WalkMap.trainer),
            ], kind: "paper", document: Document(), below: leaves)
    }
}
