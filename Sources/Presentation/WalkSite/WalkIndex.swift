import RuleModel
import Training

/// The first page of a walk's site: its courses, and the cases as a plain list, which a script lets readers
/// sort and narrow.
struct WalkIndex {
    private let stories: [WalkStory]
    private let lessons: [WalkStory]
    private let courses: [CourseStanding]

    init(_ contents: WalkSite.Contents) {
        stories = contents.cases
        courses = contents.courses
        lessons = contents.lessons
    }

    var page: SitePage {
        SitePage(
            address: WalkMap.home, title: WalkSite.name, path: [], kind: "cases",
            document: Document([
                .title(Prose(WalkSite.name)),
                .paragraph(
                    """
                    Each case is a cluster of small firms at a moment when somebody had to decide. You are told what was \
                    known then; say what you see and what you would do; then compare with the rules, with what was done, \
                    and with what came of it.
                    """),
            ]),
            below: courses.flatMap { [card($0), .line] } + [filter, .line, list, .line],
            scripts: [WalkProgressScript.path, WalkIndexScript.path])
    }

    /// A course in short.
    private func card(_ standing: CourseStanding) -> Markup {
        let course = standing.course
        let exercises = standing.steps.count { $0.exercise != nil }
        let lessons = counted(standing.steps.count - exercises, "lesson")
        let unseen =
            exercises == 0
            ? "" : ", and at the end \(counted(exercises, "cluster")) that no document tells of"
        return .element(
            "section", ["class": "card"],
            [
                .line,
                .element(
                    "h2", ["dir": "auto"],
                    [
                        .element(
                            "a", ["href": WalkMap.home.way(to: WalkMap.course(course.name))],
                            [.text(WalkCoursePage.title(of: course))])
                    ]), .line,
            ]
                + course.teaches.flatMap { [.element("p", ["dir": "auto"], [.text($0)]), .line] }
                + [
                    .element(
                        "p", ["class": "aside"],
                        [.text("A course in order, from plain to hard: \(lessons)\(unseen).")]), .line,
                    .element(
                        "p",
                        [
                            "class": "progress", "hidden": "",
                            "data-steps": standing.steps.map(\.key).joined(separator: ","),
                        ]), .line,
                ])
    }

    // MARK: The list

    private var list: Markup {
        .element(
            "ol", ["id": "cases", "class": "cases"],
            [.line] + stories.enumerated().flatMap { [item($1, place: $0), .line] })
    }

    private func item(_ story: WalkStory, place: Int) -> Markup {
        guard let cluster = story.cluster else { return .nothing }
        let time = CaseTime(cluster)
        let setting = [time.words] + story.setting
        let inside = lessons.filter { $0.plan.cases.contains { $0.name == cluster.name } }
        let told = setting.filter { !$0.isEmpty }.map { Markup.element("bdi", [:], [.text($0)]) }
        var parts: [Markup] = [
            .line,
            .element(
                "h2", ["dir": "auto"],
                [
                    .element(
                        "a", ["href": WalkMap.home.way(to: story.address)], [.text(story.title)])
                ]), .line,
            .element(
                "p", ["class": "aside", "dir": "auto"],
                told.enumerated().flatMap { $0 > 0 ? [.text(" · "), $1] : [$1] }), .line,
        ]
        if let teaches = cluster.field("teaches") {
            parts += [.element("p", ["dir": "auto"], [.text(teaches)]), .line]
        }
        if !inside.isEmpty {
            var writer = PageWriter(on: WalkMap.home)
            let links = inside.map { Prose.told($0.title).linked(to: $0.address) }.joined(by: "; ")
            parts += [
                .element("p", ["class": "aside"], writer.inline(.faint("Lesson: ") + links)), .line,
            ]
        }
        parts += [.element("p", ["class": "progress", "hidden": ""], []), .line]
        return .element(
            "li",
            [
                "data-walk": story.key, "data-lessons": inside.map(\.name).joined(separator: " "),
                "data-place": "\(place)",
                "data-year": time.year.map(String.init) ?? "",
                "data-country": cluster.field("country") ?? "", "data-sector": cluster.field("sector") ?? "",
            ], parts)
    }

    // MARK: Narrowing

    /// Hidden until the script that works it is there.
    private var filter: Markup {
        let fields = stories.compactMap(\.cluster)
        func values(_ name: String) -> [(String, String)] {
            Set(fields.compactMap { $0.field(name) }.filter { !$0.isEmpty }).sorted().map { ($0, $0) }
        }
        let decades = Set(fields.compactMap { CaseTime($0).year }.map { $0 / 10 * 10 }).sorted()
        let times =
            decades.map { ("\($0)", "the \($0)s") }
            + (fields.contains { CaseTime($0).year == nil } ? [("none", "not told")] : [])
        return .element(
            "div",
            ["id": "filter", "class": "filter", "role": "search", "aria-label": "The cases", "hidden": ""],
            [
                .line,
                .element(
                    "label", ["class": "wide"],
                    [
                        .text("A word of it, or of what it teaches "),
                        .void("input", ["id": "word", "type": "search", "autocomplete": "off"]),
                    ]), .line,
                select("time", "Begins in", [("", "any time")] + times), .line,
                select("sector", "Sector", [("", "any sector")] + values("sector")), .line,
                select("country", "Country", [("", "any country")] + values("country")), .line,
                select(
                    "lesson", "Taught in the lesson",
                    [("", "any or none")] + lessons.map { ($0.name, $0.title) }), .line,
                select(
                    "order", "In order of",
                    [("place", "title"), ("year", "time"), ("sector", "sector"), ("country", "country")]
                        + (lessons.isEmpty ? [] : [("lesson", "the lessons")])),
                .line,
                select(
                    "state", "Walked",
                    [("", "or not"), ("new", "not yet"), ("begun", "begun"), ("over", "to the end")]), .line,
                .element("p", ["id": "count", "role": "status"], []), .line,
            ])
    }

    private func select(_ id: StaticString, _ label: String, _ values: [(String, String)]) -> Markup {
        .element(
            "label", [:],
            [
                .text(label + " "),
                .element(
                    "select", ["id": "\(id)"],
                    values.map { .element("option", ["value": $0.0], [.text($0.1)]) }),
            ])
    }
}
