import Notation
import RuleModel
import Training

/// What can be walked.
public enum WalkSubject: Sendable {
    case plan(WalkPlan)
    case course(Course)
}

/// What a site of walks is to have: every case that a lesson of it goes through, and every lesson that a
/// course of it has.
public struct Walkable: Sendable {
    /// In order of name, like the others.
    public var clusters: [ClusterCase]
    public var lessons: [Lesson]
    public var courses: [Course]

    /// Where its lessons and courses are written.
    public var origins: [Origin] { lessons.map(\.origin) + courses.map(\.origin) }
}

extension Array {
    fileprivate func onceByName(_ name: (Element) -> String) -> [Element] {
        var seen: Set<String> = []
        return filter { seen.insert(name($0)).inserted }.sorted { name($0) < name($1) }
    }
}

extension CheckedRules {
    /// The case, the lesson or the course that a person means by a name, or by the path of its file.
    ///
    /// Of a file that holds several things a case is meant before a course, and that before a lesson.
    public func walkSubject(_ name: String) throws(SourceError) -> WalkSubject {
        try walkSubject(name, inFile: sources.named.first)
    }

    private func walkSubject(_ name: String, inFile file: String?) throws(SourceError) -> WalkSubject {
        if SourceFinder.isPath(name) {
            let isThere = { (origin: Origin) in origin.file == file }
            guard !cases.contains(where: { isThere($0.origin) }) else {
                return .plan(WalkPlan(try cluster(name, inFile: file)))
            }
            if let course = teaching.courses.first(where: { isThere($0.origin) }) { return .course(course) }
            let lessons = teaching.lessons.filter { isThere($0.origin) }
            guard let first = lessons.min(by: { $0.origin.line < $1.origin.line }) else {
                throw .noCaseIn(name)
            }
            return .plan(plan(first))
        }
        if let found = cases.first(where: { $0.name == name }) { return .plan(WalkPlan(found)) }
        if let course = teaching.course(name) { return .course(course) }
        if let lesson = teaching.lesson(name) { return .plan(plan(lesson)) }
        let near = NearNames.of(name, among: walkNames)
        throw near.isEmpty || near.allSatisfy({ near in cases.contains { $0.name == near } })
            ? .noSuchCase(name, near: near, all: cases.map(\.name).sorted())
            : .nothingToWalk(name, near: near)
    }

    /// What is meant by some names: the cases, lessons and courses, with the lessons that the courses have
    /// and the cases that the lessons go through; all there is where nothing is named.
    public func walkable(_ names: [String]) throws(SourceError) -> Walkable {
        guard !names.isEmpty else {
            return Walkable(clusters: try clusters([]), lessons: teaching.lessons, courses: teaching.courses)
        }
        var clusters: [ClusterCase] = [], lessons: [Lesson] = [], courses: [Course] = []
        var files = sources.named[...]
        for name in names {
            let file = SourceFinder.isPath(name) ? files.popFirst() : nil
            switch try walkSubject(name, inFile: file) {
            case .plan(let plan):
                if let lesson = plan.lesson.flatMap(teaching.lesson) {
                    lessons.append(lesson)
                } else {
                    clusters += try self.clusters(plan.cases.map(\.name))
                }
            case .course(let course): courses.append(course)
            }
        }
        lessons += courses.flatMap(\.steps).compactMap { teaching.lesson($0.lesson) }
        clusters += lessons.flatMap(\.parts).compactMap { part in cases.first { $0.name == part.caseName } }
        return Walkable(
            clusters: clusters.onceByName(\.name), lessons: lessons.onceByName(\.name),
            courses: courses.onceByName(\.name))
    }

    /// The names of all that can be walked.
    public var walkNames: [String] {
        (cases.map(\.name) + teaching.lessons.map(\.name) + teaching.courses.map(\.name)).sorted()
    }

    public func plan(_ lesson: Lesson) -> WalkPlan { WalkPlan(lesson, cases: cases) }

    /// A course with how far a journal has come in it.
    public func standing(of course: Course, in journal: Journal) -> CourseStanding {
        CourseStanding(course, lessons: { teaching.lesson($0).map(plan) }, in: journal)
    }

    /// What is walked at a step; an exercise is made here.
    public func plan(of step: CourseStanding.Step) throws(SourceError) -> WalkPlan {
        guard let seed = step.exercise else { return step.plan }
        return WalkPlan(try made(seed).cluster)
    }

    /// Errors that make a walk untrustworthy: those in rules, in the cases walked, and in the lessons' own files.
    public func errors(bearingOn plans: [WalkPlan], _ origins: [Origin]) -> [Finding] {
        let files = Set(plans.flatMap(\.cases).map(\.origin.file) + origins.map(\.file))
        return errors(bearingOn: files)
    }
}
