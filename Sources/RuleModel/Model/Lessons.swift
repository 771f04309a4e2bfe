/// What a trainer makes of cases: which stages a class goes through, in which order, and what is asked and
/// said at each. It never feeds a verdict.
public struct Lesson: Hashable, Sendable {
    public var name: String
    public var title: String
    /// What a class learns from it.
    public var teaches: [String]
    /// Told before the first stage.
    public var notes: [String]
    /// Names of the misconceptions that it is meant to unsettle.
    public var unsettles: [String]
    /// In the order in which they are walked.
    public var parts: [Part]
    public var origin: Origin

    public init(
        name: String, title: String = "", teaches: [String] = [], notes: [String] = [],
        unsettles: [String] = [], parts: [Part], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.teaches = teaches
        self.notes = notes
        self.unsettles = unsettles
        self.parts = parts
        self.origin = origin
    }

    /// A case, or some of its stages.
    public struct Part: Hashable, Sendable {
        public var caseName: String
        /// Told before its first stage.
        public var notes: [String]
        /// In the order in which they are walked; all of the case where none is named.
        public var stops: [Stop]

        public init(caseName: String, notes: [String] = [], stops: [Stop] = []) {
            self.caseName = caseName
            self.notes = notes
            self.stops = stops
        }
    }

    /// A stage with the trainer's own words.
    public struct Stop: Hashable, Sendable {
        public var stage: String
        /// Asked in the place of the case's own; the case's where there is none.
        public var questions: [String]
        /// Told with the stage.
        public var notes: [String]
        /// Told when the answer has been shown.
        public var debriefs: [String]

        public init(
            stage: String, questions: [String] = [], notes: [String] = [], debriefs: [String] = []
        ) {
            self.stage = stage
            self.questions = questions
            self.notes = notes
            self.debriefs = debriefs
        }
    }
}

/// Lessons in the order in which they build on each other, and cases that nobody has seen at the end.
public struct Course: Hashable, Sendable {
    public var name: String
    public var title: String
    public var teaches: [String]
    /// Told before the first lesson.
    public var notes: [String]
    /// In the order in which they are taken.
    public var steps: [Step]
    /// Numbers that exercises are made from, which come behind the lessons.
    public var exercises: [Int]
    public var origin: Origin

    public init(
        name: String, title: String = "", teaches: [String] = [], notes: [String] = [], steps: [Step],
        exercises: [Int] = [], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.teaches = teaches
        self.notes = notes
        self.steps = steps
        self.exercises = exercises
        self.origin = origin
    }

    public struct Step: Hashable, Sendable {
        public var lesson: String
        /// Lessons of the same course that it builds on.
        public var after: [String]

        public init(lesson: String, after: [String] = []) {
            self.lesson = lesson
            self.after = after
        }
    }
}

/// The lessons and the courses of some files, each in order of name.
public struct Teaching: Hashable, Sendable {
    public var lessons: [Lesson]
    public var courses: [Course]

    public init(lessons: [Lesson] = [], courses: [Course] = []) {
        self.lessons = lessons
        self.courses = courses
    }

    public func lesson(_ name: String) -> Lesson? { lessons.first { $0.name == name } }
    public func course(_ name: String) -> Course? { courses.first { $0.name == name } }
}
