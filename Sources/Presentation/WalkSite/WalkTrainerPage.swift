import RuleModel

/// How a trainer uses the site, and where the worksheets and keys are.
struct WalkTrainerPage {
    private let stories: [WalkSite.Story]

    /// - Parameter stories: in the order in which they are listed.
    init(_ stories: [WalkSite.Story]) { self.stories = stories }

    var page: SitePage {
        var document = Document([
            .title("For the trainer"),
            .heading("A class session"),
            .item(
                "1",
                "Choose a case below, and print its worksheet: each stage is a leaf of its own, handed out in turn."
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
                "At the end you may ask whether a wrong belief stands behind the answers; nobody else is told."
            ),
            .heading("What is on a page"),
            .paragraph(
                """
                A page shows only what was known at its stage. What comes later is in the page’s data, which whoever reads \
                its source can find; it is not shown, and neither keys nor a screen reader get to it before its turn. \
                What is said is kept in this browser alone, where the browser allows it, and can be saved as a file that \
                distretto walk goes on with.
                """),
            .heading("Cases, worksheets and keys"),
        ])
        document.add(
            .table(
                Document.Table(
                    ["Case", "Walk", "Worksheet", "Key"],
                    rows: stories.map { story in
                        let name = story.cluster.name
                        return [
                            .told(CaseHeading.title(of: story.cluster)),
                            Prose("walk").linked(to: WalkMap.walk(name)),
                            Prose("worksheet").linked(to: WalkMap.worksheet(name)),
                            Prose("key").linked(to: WalkMap.key(name)),
                        ]
                    }, content: .words, caption: "What each case has")))
        return SitePage(
            address: WalkMap.trainer, title: "For the trainer",
            path: [SitePage.Step(title: "Cases", address: WalkMap.home)], kind: "trainer", document: document)
    }
}
