import RuleModel
import Testing

/// A lesson names cases and stages that there are, and a course can be taken from the top.
@Suite struct LessonTests {
    private static let valley = """
        case valley "A valley" {
          stage before "Before" { open-market at DOC "1" }
          stage now "Now" after before { open-market at DOC "1" }
        }
        """

    private static func findings(_ text: String) -> [String] {
        Sample.findings(valley + text).map { "\($0.code): \($0.message)" }
    }

    private static func teaching(_ text: String) -> Teaching { Sample.build(valley + text).teaching }

    @Test func `a lesson has the trainer's words where they stand`() {
        let lesson = Self.teaching(
            """
            lesson l "L" { teaches "t" note "n" case valley {
              note "c" stage now { question "q" question "r" note "s" debrief "d" } stage before } case valley }
            """
        ).lesson("l")
        #expect(lesson?.title == "L" && lesson?.teaches == ["t"] && lesson?.notes == ["n"])
        #expect(lesson?.parts.map(\.caseName) == ["valley", "valley"])
        #expect(lesson?.parts.first?.notes == ["c"])
        #expect(
            lesson?.parts.first?.stops == [
                Lesson.Stop(stage: "now", questions: ["q", "r"], notes: ["s"], debriefs: ["d"]),
                Lesson.Stop(stage: "before"),
            ])
        #expect(lesson?.parts.last?.stops.isEmpty == true)
    }

    @Test func `a case, a stage and a misconception that are not there are told with what comes close`() {
        let belief = "misconception money-first { recommend loans because \"so\" from C1 }"
        let findings = Sample.findings(
            Self.valley + belief
                + "lesson l \"L\" { unsettles mony-first case valley { stage befor } case vally }")
        #expect(
            findings.map(\.message) == [
                "no misconception is called `mony-first`", "the case `valley` has no stage called `befor`",
                "no case is called `vally`",
            ])
        #expect(findings.compactMap(\.suggestion?.replacement) == ["money-first", "before", "valley"])
    }

    @Test func `a stage behind one that came later is pointed out, and a stage walked twice refused`() {
        #expect(
            Self.findings("lesson l \"L\" { case valley { stage now stage before } }") == [
                "later-stage-first: the lesson walks `before` after `now`, which came later"
            ])
        #expect(
            Self.findings("lesson l \"L\" { case valley { stage now stage now } }") == [
                "duplicate-name: the lesson walks the stage `now` twice"
            ])
    }

    @Test func `a lesson without a case has nothing to walk`() {
        #expect(
            Self.findings("lesson l \"L\" { teaches \"t\" }") == [
                "lesson-without-case: the lesson `l` goes through no case"
            ])
    }

    @Test func `one name does not stand for a case, a lesson and a course`() {
        #expect(
            Self.findings("lesson valley \"L\" { case valley }") == [
                "duplicate-name: `valley` is declared twice"
            ])
    }

    @Test func `a course has what a lesson builds on above it`() {
        let lessons = "lesson a \"A\" { case valley } lesson b \"B\" { case valley }"
        let course = Self.teaching("\(lessons) course c \"C\" { lesson a lesson b after a exercise 7 }")
            .course("c")
        #expect(
            course?.steps == [Course.Step(lesson: "a"), Course.Step(lesson: "b", after: ["a"])])
        #expect(course?.exercises == [7])
        let mistakes = [
            (
                "lesson b after a lesson a",
                "lesson-order: `a` has to come first, and comes later in the course"
            ),
            ("lesson a after a", "lesson-order: `a` would have to come before itself"),
            ("lesson b after a", "lesson-order: `a` has to come first, and the course does not have it"),
            ("lesson a lesson a", "duplicate-name: the course has the lesson `a` twice"),
            ("lesson aa", "unknown-name: no lesson is called `aa`"),
            (
                "lesson a exercise 1.5",
                "number-too-precise: an exercise is made from a whole number, and `1.5` is none"
            ),
        ]
        for (text, finding) in mistakes {
            #expect(Self.findings("\(lessons) course c \"C\" { \(text) }") == [finding])
        }
    }

    @Test func `lessons and courses are printed so that they read the same again`() {
        let text = """
            lesson a "A \\"so\\"" { teaches "t" note "n" case valley { note "c" stage now { question "q" debrief "d" } } }
            lesson b "B" { case valley }
            course c "C" { teaches "t" note "n" lesson a lesson b after a exercise 1 exercise 2 }
            """
        let teaching = Self.teaching(text)
        let again = Self.teaching(String(print(teaching).dropFirst("language 1".count)))
        #expect(print(again) == print(teaching))
        #expect(again.lessons.map(\.parts) == teaching.lessons.map(\.parts))
        #expect(again.courses.map(\.steps) == teaching.courses.map(\.steps))
    }

    @Test func `a lesson changes neither the digest of the rules nor that of its case`() {
        let with = Sample.build(Self.valley + "lesson l \"L\" { case valley }")
        let without = Sample.build(Self.valley)
        #expect(digest(of: with.rules) == digest(of: without.rules))
        #expect(
            with.cases.map { digest(of: $0, in: with.rules) }
                == without.cases.map { digest(of: $0, in: without.rules) })
    }
}
