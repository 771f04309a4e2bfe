import RuleModel
import Training

/// The path of a course: what each lesson teaches, what it builds on, and, where the browser keeps it, how
/// far somebody has come.
struct WalkCoursePage {
    private let standing: CourseStanding
    private let address: PageAddress

    init(_ standing: CourseStanding) {
        self.standing = standing
        address = WalkMap.course(standing.course.name)
    }

    static func title(of course: Course) -> String { course.title.isEmpty ? course.name : course.title }

    var page: SitePage {
        let course = standing.course
        let title = WalkCoursePage.title(of: course)
        return SitePage(
            address: address, title: title,
            path: [SitePage.Step(title: "Cases", address: WalkMap.home)], kind: "course",
            document: Document(
                [.title(.told(title))]
                    + course.teaches.map { .paragraph(.faint("What it teaches: ") + .told($0)) }
                    + course.notes.map { .paragraph(.told($0)) }),
            below: [progress, .line, path, .line, save, .line], scripts: [WalkProgressScript.path])
    }

    /// Filled by the script where there is anything to say.
    private var progress: Markup {
        .element("p", ["id": "course-progress", "class": "standing", "role": "status", "hidden": ""])
    }

    private var path: Markup {
        .element(
            "ol", ["id": "path", "class": "path", "data-course": standing.course.name],
            [.line] + standing.steps.flatMap { [step($0), .line] })
    }

    private func step(_ step: CourseStanding.Step) -> Markup {
        var parts: [Markup] = [
            .element(
                "h2", ["dir": "auto"],
                [.element("a", ["href": address.way(to: step.address)], [.text(step.title)])]), .line,
        ]
        for text in step.plan.teaches { parts += [.element("p", ["dir": "auto"], [.text(text)]), .line] }
        var writer = PageWriter(on: address)
        parts += writer.blocks([.paragraph(.faint(setting(step)) + after(step))])
        parts.append(.element("p", ["class": "progress", "hidden": ""]))
        return .element("li", ["data-walk": step.key, "id": anchor(step.name)], parts)
    }

    private func setting(_ step: CourseStanding.Step) -> String {
        guard step.exercise == nil else { return "Made from the rules; no document tells of it." }
        return "With " + step.plan.cases.map { CaseHeading.title(of: $0) }.joined(separator: "; ") + "."
    }

    private func after(_ step: CourseStanding.Step) -> Prose {
        let before = step.after.compactMap { name in standing.steps.first { $0.name == name } }
        guard !before.isEmpty else { return "" }
        return .faint(" Builds on ")
            + before.map { earlier in
                Prose.told(earlier.title).linked(
                    to: PageAddress(address.page, anchor: anchor(earlier.name)))
            }.joined(by: ", ") + .faint(".")
    }

    private func anchor(_ name: String) -> String { "step-\(name)" }

    private var save: Markup {
        .element(
            "div", ["id": "course-buttons", "class": "buttons", "hidden": ""],
            [
                .element(
                    "button", ["id": "save-course", "type": "button"], [.text("Save the course as a file")])
            ])
    }
}
