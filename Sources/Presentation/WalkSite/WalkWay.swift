import RuleModel
import Training

/// How the pages of a walk's site hang together: above which a page stands, and where one goes on from it.
struct WalkWay {
    private let contents: WalkSite.Contents

    init(_ contents: WalkSite.Contents) { self.contents = contents }

    /// A course and the place of a walk in it: the first that has it.
    private func step(_ story: WalkStory) -> (course: CourseStanding, place: Int)? {
        for course in contents.courses {
            if let place = course.steps.firstIndex(where: { $0.key == story.key }) { return (course, place) }
        }
        return nil
    }

    /// What stands above a page.
    func path(to story: WalkStory) -> [SitePage.Step] {
        guard let (course, _) = step(story) else {
            return [SitePage.Step(title: "Cases", address: WalkMap.home)]
        }
        return [
            SitePage.Step(
                title: WalkCoursePage.title(of: course.course), address: WalkMap.course(course.course.name))
        ]
    }

    /// Where to go once a walk is over: the next step of its course, or lessons that go through the case.
    func onward(from story: WalkStory) -> [Prose] {
        var ways: [Prose] = []
        if let (course, place) = step(story) {
            if course.steps.indices.contains(place + 1) {
                let next = course.steps[place + 1]
                ways.append(
                    Prose("Next in the course: ") + Prose.told(next.title).linked(to: next.address))
            }
            ways.append(
                Prose("The course: ")
                    + Prose.told(WalkCoursePage.title(of: course.course)).linked(
                        to: WalkMap.course(course.course.name)))
        }
        let lessons = contents.lessons.filter { lesson in
            story.plan.lesson == nil && lesson.plan.cases.contains { $0.name == story.name }
        }
        if !lessons.isEmpty {
            ways.append(
                Prose("The case is walked in \(lessons.count == 1 ? "a lesson" : "lessons"): ")
                    + lessons.map { Prose.told($0.title).linked(to: $0.address) }.joined(by: "; "))
        }
        return ways
    }
}

extension CourseStanding.Step {
    /// Under which a browser keeps what was said at it.
    var key: String { exercise == nil ? WalkStory.key(ofLesson: name) : name }

    var address: PageAddress { exercise == nil ? WalkMap.lesson(name) : WalkMap.walk(name) }

    var title: String { plan.title.isEmpty ? name : plan.title }
}
