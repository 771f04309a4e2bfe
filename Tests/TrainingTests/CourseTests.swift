import RuleModel
import Testing
import Training
import Workspace

/// The course that is shipped can be taken, and leaves no wrong belief alone.
@Suite struct CourseTests {
    private static let teaching = Shipped.checked.teaching

    @Test func `there is a course of ten to fourteen lessons, with an exercise at its end`() {
        #expect(!Self.teaching.courses.isEmpty)
        for course in Self.teaching.courses {
            #expect((10...14).contains(course.steps.count), "\(course.name)")
            #expect(!course.exercises.isEmpty && !course.teaches.isEmpty)
        }
    }

    @Test func `every lesson says what it teaches and has stages, each with a question`() {
        for lesson in Self.teaching.lessons {
            let plan = Shipped.checked.plan(lesson)
            #expect(!lesson.teaches.isEmpty && !plan.stops.isEmpty, "\(lesson.name)")
            for stop in plan.stops {
                #expect(!stop.cluster.stages[stop.stage].questions.isEmpty, "\(stop.place)")
            }
        }
    }

    @Test
    func `every misconception is unsettled by a lesson of a course, with a case that speaks against it`() {
        let taken = Set(Self.teaching.courses.flatMap(\.steps).map(\.lesson))
        for belief in Shipped.checked.advising.misconceptions {
            let lessons = Self.teaching.lessons.filter {
                taken.contains($0.name) && $0.unsettles.contains(belief.name)
            }
            let cases = Set(lessons.flatMap(\.parts).map(\.caseName))
            #expect(!lessons.isEmpty, "\(belief.name)")
            #expect(!cases.isDisjoint(with: belief.unsettledBy), "\(belief.name): \(cases.sorted())")
        }
    }

    @Test func `a belief that a lesson would unsettle shows at one of its stages`() throws {
        let rules = Shipped.checked.advising
        for lesson in Self.teaching.lessons {
            let shown = Shipped.checked.plan(lesson).stops.flatMap { stop in
                Shipped.checked.moment(of: stop.cluster, stage: stop.stage).beliefs(Shipped.checked.believing)
            }.filter(\.shows).map { rules[$0.misconception].name }
            for belief in lesson.unsettles { #expect(shown.contains(belief), "\(lesson.name): \(belief)") }
        }
    }

    @Test func `what a lesson asks changes nothing of the answer`() {
        for lesson in Self.teaching.lessons {
            for stop in Shipped.checked.plan(lesson).stops {
                let moment = Shipped.checked.moment(of: stop.cluster, stage: stop.stage)
                let plain = Shipped.moments(of: stop.place.caseName)[stop.stage]
                #expect(moment.answer.entries == plain.answer.entries, "\(stop.place)")
                #expect(moment.answer.notAdvised == plain.answer.notAdvised, "\(stop.place)")
            }
        }
    }
}
