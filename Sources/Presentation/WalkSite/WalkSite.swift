import RuleModel
import Training

/// The walk through history as static pages: an index of cases, a page for each that plays its walk in the
/// browser, and worksheets and keys to print.
///
///     let site = WalkSite(rules: rules, stories: stories, cases: cases, digest: digest)
///     site.files          // to be written below one folder
///
/// The rules' answers are worked out beforehand for everything that a page offers to say; its script looks
/// them up. Equal rules and cases give equal bytes, and nothing on a page is fetched from elsewhere.
public struct WalkSite: Sendable {
    /// A case with all that can be answered at each of its stages.
    public struct Story: Sendable {
        public var cluster: ClusterCase
        public var stages: [StageTable]

        public init(_ cluster: ClusterCase, _ stages: [StageTable]) {
            self.cluster = cluster
            self.stages = stages
        }
    }

    let stories: [Story]
    let topics: TopicTable
    private let rules: RuleBase
    private let cases: [ClusterCase]
    private let digest: Digest

    /// - Parameters:
    ///   - stories: the cases that the site has; it lists them by title.
    ///   - cases: all there are, to name one that would unsettle a belief.
    public init(rules: RuleBase, stories: [Story], cases: [ClusterCase], digest: Digest) {
        self.rules = rules
        self.stories = stories.sorted {
            CaseHeading.title(of: $0.cluster).utf8.lexicographicallyPrecedes(
                CaseHeading.title(of: $1.cluster).utf8)
        }
        self.cases = cases
        self.digest = digest
        topics = TopicTable(rules)
    }

    static let name = "A walk through history"

    /// Everything to be written, in order of path.
    public var files: [SiteFile] {
        let layout = SiteLayout(
            name: Self.name, areas: [], home: WalkMap.home, isSearchable: false,
            links: [
                SitePage.Step(title: "Cases", address: WalkMap.home),
                SitePage.Step(title: "For the trainer", address: WalkMap.trainer),
            ],
            foot: "Rules \(digest.short). Made by distretto walk --html.")
        let paper = stories.flatMap { story -> [SitePage] in
            let paper = WalkPaper(story)
            return [paper.worksheet, paper.key]
        }
        let pages =
            [WalkIndex(stories).page, WalkTrainerPage(stories).page] + stories.map(page) + paper
        let beliefs = BeliefData(rules, cases: cases, stories: stories)
        let files =
            pages.map { SiteFile(path: $0.address.page, text: layout.render($0)) } + [
                SiteFile(path: SiteStyle.path, text: SiteStyle.text + WalkStyle.text),
                SiteFile(path: WalkScript.path, text: WalkScript.text),
                SiteFile(path: WalkIndexScript.path, text: WalkIndexScript.text),
                WalkCatalogue(rules, topics: topics).file(beliefs: beliefs.json),
            ]
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The page that plays a case, with its answers in it.
    private func page(_ story: Story) -> SitePage {
        let cluster = story.cluster, address = WalkMap.walk(cluster.name)
        let title = CaseHeading.title(of: cluster)
        let setting = ["sector", "place"].compactMap { cluster.field($0) }
        return SitePage(
            address: address, title: title,
            path: [SitePage.Step(title: "Cases", address: WalkMap.home)], kind: "walk",
            document: Document([
                .title(
                    .told(title), aside: setting.map { Prose.told($0) }.joined(by: .faint(" · ")))
            ]),
            below: WalkFrame(worksheet: address.way(to: WalkMap.worksheet(cluster.name))).markup
                + [Markup.data("walk-data", data(story)), .line],
            scripts: [WalkCatalogue.path, WalkScript.path])
    }

    /// The data of a case's page.
    func data(_ story: Story) -> JSON {
        var fragments = FragmentTable()
        let stages = story.stages.map { StageData($0, topics: topics).json(&fragments) }
        let teaches = story.cluster.field("teaches").map { fragments.add(.told($0)) } ?? .null
        return .object([
            "case": .string(story.cluster.name), "stages": .array(stages), "teaches": teaches,
            "fragments": .array(fragments.sources.map(JSON.string)),
        ])
    }
}
