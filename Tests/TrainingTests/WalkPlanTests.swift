import RuleModel
import Testing
import Training

/// What a class goes through, and how far it has come.
@Suite struct WalkPlanTests {
    private static func cluster(_ name: String) -> ClusterCase {
        ClusterCase(
            name: name, title: name.uppercased(), fields: [.init(name: "teaches", text: "the case's own")],
            stages: [
                Stage(name: "before", questions: [.init(text: "And now?")]),
                Stage(name: "now", previous: 0, questions: [.init(text: "What next?")]),
            ])
    }

    private static let cases = [cluster("valley"), cluster("hills")]

    private static func plan(_ parts: [Lesson.Part]) -> WalkPlan {
        WalkPlan(
            Lesson(name: "l", title: "L", teaches: ["t"], notes: ["first of all"], parts: parts), cases: cases
        )
    }

    @Test func `a case for itself is walked from its first stage to its last, as it asks itself`() {
        let plan = WalkPlan(Self.cases[0])
        #expect(plan.lesson == nil && plan.teaches == ["the case's own"])
        #expect(plan.stops.map(\.stage) == [0, 1])
        #expect(
            plan.stops.map { $0.cluster.stages[$0.stage].questions.map(\.text) } == [
                ["And now?"], ["What next?"],
            ])
        #expect(plan.stops.allSatisfy { !$0.beginsCase && $0.notes.isEmpty && $0.debriefs.isEmpty })
    }

    @Test func `a lesson asks in the place of the case where it has a question, and says its notes first`() {
        let plan = Self.plan([
            Lesson.Part(
                caseName: "valley", notes: ["of the case"],
                stops: [
                    Lesson.Stop(stage: "now", questions: ["Why?"], notes: ["of the stage"], debriefs: ["so"])
                ]),
            Lesson.Part(caseName: "hills"),
        ])
        #expect(plan.stops.map(\.place.caseName) == ["valley", "hills", "hills"])
        #expect(plan.stops.map(\.place.lesson) == ["l", "l", "l"])
        #expect(plan.stops[0].cluster.stages[1].questions.map(\.text) == ["Why?"])
        #expect(plan.stops[1].cluster.stages[0].questions.map(\.text) == ["And now?"])
        #expect(plan.stops[0].notes == ["first of all", "of the case", "of the stage"])
        #expect(plan.stops[0].debriefs == ["so"])
        #expect(plan.stops.allSatisfy { $0.cluster.field("teaches") == nil })
    }

    @Test func `a stage that is met first is told whole, and not when a class comes back to its case`() {
        let later = Lesson.Part(caseName: "valley", stops: [Lesson.Stop(stage: "now")])
        let earlier = Lesson.Part(caseName: "valley", stops: [Lesson.Stop(stage: "before")])
        #expect(Self.plan([later]).stops.map(\.beginsCase) == [true])
        #expect(Self.plan([earlier, Lesson.Part(caseName: "hills"), later]).stops.last?.beginsCase == false)
    }

    @Test func `a case that is not at hand, and a stage that is not there, are left out`() {
        let plan = Self.plan([
            Lesson.Part(caseName: "sea"),
            Lesson.Part(caseName: "valley", stops: [Lesson.Stop(stage: "never")]),
        ])
        #expect(plan.stops.isEmpty)
    }

    @Test func `a course stands at the first lesson that has not been walked to its end`() {
        let course = Course(
            name: "c", title: "C",
            steps: [Course.Step(lesson: "a"), Course.Step(lesson: "b", after: ["a"])], exercises: [7])
        let lessons = ["a", "b"].map { Lesson(name: $0, parts: [Lesson.Part(caseName: "valley")]) }
        func standing(_ journal: Journal) -> CourseStanding {
            CourseStanding(
                course,
                lessons: { name in
                    lessons.first { $0.name == name }.map { WalkPlan($0, cases: Self.cases) }
                }, in: journal)
        }
        var journal = Journal()
        #expect(standing(journal).next == 0 && standing(journal).walked == 0)
        journal.say("reveal", at: Journal.Stop("before", of: "valley", in: "a"))
        #expect(standing(journal).next == 0 && standing(journal).steps[0].isBegun)
        // The same case walked elsewhere is another walk.
        journal.say("reveal", at: Journal.Stop("now", of: "valley"))
        #expect(standing(journal).next == 0)
        journal.say("reveal", at: Journal.Stop("now", of: "valley", in: "a"))
        #expect(standing(journal).next == 1)
        for stage in ["before", "now"] {
            journal.say("reveal", at: Journal.Stop(stage, of: "valley", in: "b"))
        }
        #expect(standing(journal).next == 2 && standing(journal).steps[2].exercise == 7)
        journal.say("reveal", at: Journal.Stop("now", of: "unseen-7"))
        #expect(standing(journal).next == nil && standing(journal).walked == 3)
    }
}
