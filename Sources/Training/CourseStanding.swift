import RuleModel

/// A course with how far somebody has come in it: its lessons in order, then its exercises.
public struct CourseStanding: Sendable {
    public struct Step: Sendable {
        public var name: String
        public var plan: WalkPlan
        /// Lessons that it builds on.
        public var after: [String]
        /// The number that it is made from, where it is an exercise. Its plan then tells only where it is
        /// walked, for it takes a while to make.
        public var exercise: Int?
        public var isWalked: Bool
        public var isBegun: Bool
    }

    public let course: Course
    public let steps: [Step]

    /// - Parameters:
    ///   - lessons: The plan of each lesson by name; one that has none is left out.
    public init(_ course: Course, lessons: (String) -> WalkPlan?, in journal: Journal) {
        func step(_ name: String, _ plan: WalkPlan, after: [String] = [], exercise: Int? = nil) -> Step {
            Step(
                name: name, plan: plan, after: after, exercise: exercise,
                isWalked: plan.firstOpen(in: journal) == nil, isBegun: plan.isBegun(in: journal))
        }
        self.course = course
        steps =
            course.steps.compactMap { item in
                lessons(item.lesson).map { step(item.lesson, $0, after: item.after) }
            }
            + course.exercises.map { seed in
                let blank = MadeCluster.blank(seed)
                return step(blank.name, WalkPlan(blank), exercise: seed)
            }
    }

    /// The first that has not been walked; `nil` at the end of the course.
    public var next: Int? { steps.firstIndex { !$0.isWalked } }

    public var walked: Int { steps.count { $0.isWalked } }
}
