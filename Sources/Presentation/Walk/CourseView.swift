import RuleModel
import Training

/// The path of a course: what each lesson teaches, what it builds on, and where somebody stands.
public struct CourseView: Sendable {
    private let standing: CourseStanding

    /// Whether it is told of each lesson what it teaches, and not only of the next.
    private let isWhole: Bool

    public init(_ standing: CourseStanding, isWhole: Bool) {
        self.standing = standing
        self.isWhole = isWhole
    }

    public var document: Document {
        let course = standing.course
        var document = Document([
            .title(
                Prose(course.title), aside: .faint("\(standing.walked) of \(standing.steps.count) walked"))
        ])
        if isWhole || standing.walked == 0 {
            document.add(course.teaches.map { .paragraph(.faint("What it teaches: ") + .told($0)) })
            document.add(course.notes.map { .paragraph(.told($0)) })
        }
        document.add(.heading("THE PATH"))
        document.add(standing.steps.indices.map(step))
        return document
    }

    private func step(_ place: Int) -> Document.Block {
        let step = standing.steps[place]
        let isNext = place == standing.next
        let title = Prose("\(place + 1)  ") + (isNext ? .strong(step.plan.title) : Prose(step.plan.title))
        guard isWhole || isNext else {
            return .item(step.isWalked ? "✓" : "·", title, aside: .name(step.name))
        }
        var below: [Document.Block] = step.plan.teaches.map { .paragraph(.told($0)) }
        if step.exercise != nil {
            below.append(.paragraph(.faint("made from the rules; no case of history is like it")))
        } else {
            let cases = step.plan.cases.map(\.name).joined(separator: ", ")
            let after = step.after.isEmpty ? "" : " · builds on \(listed(step.after))"
            below.append(.paragraph(.faint("with \(cases)\(after)")))
        }
        if isNext, step.isBegun { below.append(.paragraph(.doubtful("begun, and not ended"))) }
        return .item(
            step.isWalked ? "✓" : isNext ? "→" : "·", title, aside: .name(step.name), below: below)
    }
}

/// The lessons and the courses that there are.
public struct TeachingView: Sendable {
    private let teaching: Teaching

    public init(_ teaching: Teaching) { self.teaching = teaching }

    public var document: Document {
        var document = Document()
        if !teaching.courses.isEmpty {
            document.add(
                [.heading("COURSES")]
                    + teaching.courses.map { course in
                        .item(
                            "·", Prose(course.title), aside: .name(course.name),
                            below: course.teaches.map { .paragraph(.told($0)) })
                    })
        }
        document.add(.heading("LESSONS"))
        if teaching.lessons.isEmpty { document.add(.paragraph("There are none.")) }
        document.add(
            teaching.lessons.map { lesson in
                .item(
                    "·", Prose(lesson.title), aside: .name(lesson.name),
                    below: lesson.teaches.map { .paragraph(.told($0)) })
            })
        return document
    }
}
