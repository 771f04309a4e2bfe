import RuleModel
import Training

/// The walk through history as static pages: an index of cases, a page for each case and each lesson that
/// plays its walk in the browser, the paths of courses, and worksheets and keys to print.
///
///     let site = WalkSite(rules: rules, contents: contents, cases: cases, digest: digest)
///     site.files          // to be written below one folder
///
/// The rules' answers are worked out beforehand for everything that a page offers to say; its script looks
/// them up. Equal rules and cases give equal bytes, and nothing on a page is fetched from elsewhere.
public struct WalkSite: Sendable {
    /// What there is to walk.
    public struct Contents: Sendable {
        public var cases: [WalkStory]
        /// Lessons over some of the cases.
        public var lessons: [WalkStory]
        /// Nothing has been walked in them.
        public var courses: [CourseStanding]
        /// Clusters that no document tells of, which courses end with.
        public var exercises: [WalkStory]

        public init(
            cases: [WalkStory], lessons: [WalkStory] = [], courses: [CourseStanding] = [],
            exercises: [WalkStory] = []
        ) {
            self.cases = cases
            self.lessons = lessons
            self.courses = courses
            self.exercises = exercises
        }
    }

    private var contents: Contents
    private let topics: TopicTable
    private let rules: RuleBase
    private let cases: [ClusterCase]
    private let digest: Digest

    /// - Parameters:
    ///   - contents: what the site has; it lists cases by title.
    ///   - cases: all there are, to name one that would unsettle a belief.
    public init(rules: RuleBase, contents: Contents, cases: [ClusterCase], digest: Digest) {
        self.rules = rules
        self.contents = contents
        self.contents.cases.sort { $0.title.utf8.lexicographicallyPrecedes($1.title.utf8) }
        self.contents.lessons = WalkSite.inOrderOfCourses(contents)
        self.cases = cases
        self.digest = digest
        topics = TopicTable(rules)
    }

    /// Lessons as the courses take them; those that no course has stand behind.
    private static func inOrderOfCourses(_ contents: Contents) -> [WalkStory] {
        let keys = contents.courses.flatMap { $0.steps.map(\.key) }
        let taken = keys.compactMap { key in contents.lessons.first { $0.key == key } }
        var seen: Set<String> = []
        return (taken + contents.lessons).filter { seen.insert($0.key).inserted }
    }

    static let name = "A walk through history"

    /// Everything to be written, in order of path.
    public var files: [SiteFile] {
        let way = WalkWay(contents)
        let courses = contents.courses.map { WalkCoursePage($0).page }
        let layout = SiteLayout(
            name: Self.name, areas: [], home: WalkMap.home, isSearchable: false,
            links: [SitePage.Step(title: "Cases", address: WalkMap.home)]
                + courses.prefix(1).map { SitePage.Step(title: "Course", address: $0.address) }
                + [SitePage.Step(title: "For the trainer", address: WalkMap.trainer)],
            foot: "Rules \(digest.short). Made by distretto walk --html.")
        let walked = contents.cases + contents.lessons + contents.exercises
        let paper = walked.flatMap { story -> [SitePage] in
            let paper = WalkPaper(story)
            return [paper.worksheet, paper.key]
        }
        let pages =
            [WalkIndex(contents).page, WalkTrainerPage(contents).page] + courses
            + walked.map { page($0, way) } + paper
        let beliefs = BeliefData(rules, cases: cases, stories: contents.cases + contents.exercises)
        let files =
            pages.map { SiteFile(path: $0.address.page, text: layout.render($0)) } + [
                SiteFile(path: SiteStyle.path, text: SiteStyle.text + WalkStyle.text),
                SiteFile(path: WalkScript.path, text: WalkScript.text),
                SiteFile(path: WalkProgressScript.path, text: WalkProgressScript.text),
                SiteFile(path: WalkIndexScript.path, text: WalkIndexScript.text),
                WalkCatalogue(rules, topics: topics).file(
                    beliefs: beliefs.json, lessons: contents.lessons.map(\.key)),
            ]
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The page that plays a walk, with its answers in it.
    private func page(_ story: WalkStory, _ way: WalkWay) -> SitePage {
        var writer = PageWriter(on: story.address)
        return SitePage(
            address: story.address, title: story.title, path: way.path(to: story), kind: "walk",
            document: Document([
                .title(
                    .told(story.title), aside: story.setting.map { Prose.told($0) }.joined(by: .faint(" · ")))
            ]),
            below: WalkFrame(
                worksheet: story.address.way(to: story.worksheet),
                onward: writer.blocks(way.onward(from: story).map { .paragraph($0) })
            ).markup
                + [Markup.data("walk-data", data(story)), .line],
            scripts: [WalkCatalogue.path, WalkScript.path])
    }

    /// The data of a walk's page.
    private func data(_ story: WalkStory) -> JSON {
        var fragments = FragmentTable()
        let stages = zip(story.plan.stops, story.stages).map { stop, table in
            StageData(table, at: stop, topics: topics).json(&fragments)
        }
        return .object([
            "key": .string(story.key), "case": .string(story.name), "lesson": .text(story.plan.lesson),
            "stages": .array(stages),
            "teaches": .array(story.plan.teaches.map { fragments.add(.told($0)) }),
            "fragments": .array(fragments.sources.map(JSON.string)),
        ])
    }
}
