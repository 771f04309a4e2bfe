import RuleModel

/// How a trainer uses the site, and where the worksheets and keys are.
struct WalkTrainerPage {
    private let contents: WalkSite.Contents

    init(_ contents: WalkSite.Contents) { self.contents = contents }

    var page: SitePage {
        var document = Document([
            .title("For the trainer"),
            .heading("A class session"),
            .item(
                "1",
                "Choose a case or a lesson below, and print its worksheet: each stage is a leaf of its own, handed out in turn. The key is yours."
            ),
            .item(
                "2", "Open its walk on the projector and tick “In class”: nothing is judged until you say so."
            ),
            .item(
                "3",
                "Let the class read and ask for facts, make its diagnosis and put a programme together; hints are there when it is stuck."
            ),
            .item(
                "4",
                "“Show the rules’ answer” puts it beside the class’s own; “Show what was done” and the next stage wait for you as well."
            ),
            .item(
                "5",
                "At the end the last button names a wrong belief that may stand behind the answers; none is named without it."
            ),
            .heading("What is on a page"),
            .paragraph(
                """
                A page shows only what was known at its stage. What comes later is in the page’s data, which whoever reads \
                its source can find; it is not shown, and neither keys nor a screen reader get to it before its turn. \
                What is said is kept in this browser alone, where the browser allows it, and can be saved as a file that \
                distretto walk goes on with.
                """),
        ])
        table("Lessons", "Lesson", contents.lessons, &document)
        table("Cases, worksheets and keys", "Case", contents.cases, &document)
        table("Clusters that no document tells of", "Cluster", contents.exercises, &document)
        return SitePage(
            address: WalkMap.trainer, title: "For the trainer",
            path: [SitePage.Step(title: "Cases", address: WalkMap.home)], kind: "trainer", document: document)
    }

    private func table(
        _ heading: Prose, _ label: String, _ stories: [WalkStory], _ document: inout Document
    ) {
        guard !stories.isEmpty else { return }
        document.add([
            .heading(heading),
            .table(
                Document.Table(
                    [label, "Walk", "Worksheet", "Key"],
                    rows: stories.map { story in
                        [
                            .told(story.title), Prose("walk").linked(to: story.address),
                            Prose("worksheet").linked(to: story.worksheet),
                            Prose("key").linked(to: story.paperKey),
                        ]
                    }, content: .words, caption: "What each \(label.lowercased()) has")),
        ])
    }
}
