import RuleModel

/// A course with how far somebody has come in it: its lessons in order, then its exercises.
public struct CourseStanding: Sendable {
    public struct Step: Sendable {
        public var name: String
        public var plan: WalkPlan
        /// Lessons that it builds on.
        public var after: [String]
        /// Made up from a number, so that nobody has seen it.
        public var isExercise: Bool
        public var isWalked: Bool
        public var isBegun: Bool
    }

    public let course: Course
    public let steps: [Step]

    /// - Parameters:
    ///   - lessons: The plan of each lesson by name; one that has none is left out.
    ///   - exercises: The case of each exercise, in the course's order.
    public init(
        _ course: Course, lessons: (String) -> WalkPlan?, exercises: [ClusterCase], in journal: Journal
    ) {
        func step(_ name: String, _ plan: WalkPlan, after: [String], isExercise: Bool) -> Step {
            Step(
                name: name, plan: plan, after: after, isExercise: isExercise,
                isWalked: plan.firstOpen(in: journal) == nil, isBegun: plan.isBegun(in: journal))
        }
        self.course = course
        steps =
            course.steps.compactMap { item in
                lessons(item.lesson).map { step(item.lesson, $0, after: item.after, isExercise: false) }
            }
            + exercises.map { step($0.name, WalkPlan($0), after: [], isExercise: true) }
    }

    /// The first that has not been walked; `nil` at the end of the course.
    public var next: Int? { steps.firstIndex { !$0.isWalked } }

    public var walked: Int { steps.count { $0.isWalked } }
}
