import Presentation
import RuleModel
import Training
import Workspace

extension Walk {
    /// What a walk goes on with, and how.
    struct Sitting {
        var checked: CheckedRules
        var file: SessionFile
        /// How it is gone on with.
        var command: String
    }

    /// Shows where somebody stands in a course, and goes on to the next lesson.
    func take(_ course: Course, _ session: Sitting) throws {
        var session = session
        var standing = session.checked.standing(of: course, in: session.file.journal)
        try refuseBroken(session.checked, standing.steps.map(\.plan), [course.origin])
        if again {
            let stops = standing.steps.flatMap(\.plan.stops).map(\.place)
            try session.file.change { $0.forget(stops) }
            standing = session.checked.standing(of: course, in: session.file.journal)
        }
        view.show(CourseView(standing, isWhole: path).document)
        guard !path else { return }
        guard let next = standing.next else {
            try sumUp(standing, session)
            return Output.write(
                "\nThis course has been taken. To begin it anew: \(session.command) --again\n")
        }
        let step = standing.steps[next]
        Output.write("\n\(step.exercise == nil ? "Lesson" : "Exercise") \(next + 1): \(step.plan.title)\n")
        var loop = try WalkLoop(
            try session.checked.plan(of: step), in: session.checked, session: session.file,
            pace: pace == .alone ? .alone : .inClass,
            command: session.command, view: view)
        try loop.run()
        guard loop.isOver else { return }
        standing = session.checked.standing(of: course, in: loop.session.journal)
        if let next = standing.next {
            Output.write("Next: \(standing.steps[next].plan.title). Go on with: \(session.command)\n")
        } else {
            session.file = loop.session
            Output.write("\n")
            try sumUp(standing, session)
        }
    }

    private func sumUp(_ standing: CourseStanding, _ session: Sitting) throws {
        let stops = try standing.steps.flatMap { try session.checked.plan(of: $0).stops }
        let walked = try stops.map { try session.checked.walked($0, session.file) }
        view.show(
            SummaryView(
                summary(of: walked, in: session.checked.advising), teaches: standing.course.teaches,
                of: "course",
                rules: session.checked.advising
            ).document)
    }

    /// A cluster made from a number: printed, or walked like a case.
    func take(made seed: Int) throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try refuseBroken(checked, [], [])
        let made = try checked.made(seed)
        if caseFile { return Output.write(String(decoding: made.text.bytes, as: UTF8.self)) }
        try take(WalkPlan(made.cluster), checked)
    }

    func showTeaching() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        view.show(TeachingView(checked.teaching).document, json: .null)
    }

    /// For the class or for the trainer, on paper.
    func sheet(_ plan: WalkPlan, _ checked: CheckedRules) -> Document {
        let view = WorksheetView(
            plan, plan.stops.map { checked.moment(of: $0.cluster, stage: $0.stage) })
        return worksheet ? view.sheet : view.key
    }

    /// All lessons of a course on paper, one behind the other.
    func sheets(_ course: Course, _ checked: CheckedRules) throws -> Document {
        var document = Document()
        for step in checked.standing(of: course, in: Journal()).steps {
            document.add(sheet(try checked.plan(of: step), checked).blocks)
        }
        return document
    }

    func refuseBroken(_ checked: CheckedRules, _ plans: [WalkPlan], _ origins: [Origin]) throws {
        try Session.refuse(checked, for: checked.errors(bearingOn: plans, origins))
    }
}
