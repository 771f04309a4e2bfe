import RuleModel
import Training

/// A walk with all that can be answered at each of its stages: through a case, or through a lesson.
public struct WalkStory: Sendable {
    /// Whose stops have an answer each in `stages`.
    public let plan: WalkPlan
    public let stages: [StageTable]

    /// A case for itself.
    ///
    /// - Parameter stages: one for each of the case's.
    public init(_ cluster: ClusterCase, _ stages: [StageTable]) {
        plan = WalkPlan(cluster)
        self.stages = stages
    }

    /// A lesson over cases that have been worked out already.
    public init(_ lesson: WalkPlan, over cases: [WalkStory]) {
        let tables = Dictionary(cases.map { ($0.name, $0.stages) }) { first, _ in first }
        var plan = lesson
        plan.stops = lesson.stops.filter {
            tables[$0.cluster.name]?.indices.contains($0.stage) ?? false
        }
        self.plan = plan
        stages = plan.stops.compactMap { stop in
            tables[stop.cluster.name]?[stop.stage].retold(at: stop)
        }
    }

    /// That of the lesson, or of the case.
    var name: String { plan.lesson ?? plan.stops.first?.cluster.name ?? "" }

    /// Under which a browser keeps what was said. A case has no space in its name.
    var key: String { plan.lesson.map(WalkStory.key(ofLesson:)) ?? name }

    static func key(ofLesson name: String) -> String { "lesson \(name)" }

    /// A lesson's title, or a case's with its country.
    var title: String {
        guard plan.lesson == nil, let cluster else { return plan.title.isEmpty ? name : plan.title }
        return CaseHeading.title(of: cluster)
    }

    /// What is made and where; nothing for a lesson, whose cases say it each at its turn.
    var setting: [String] {
        plan.lesson == nil ? WalkStory.setting(of: cluster) : []
    }

    static func setting(of cluster: ClusterCase?) -> [String] {
        ["sector", "place"].compactMap { cluster?.field($0) }
    }

    /// The case, where it is walked for itself.
    var cluster: ClusterCase? { plan.lesson == nil ? plan.stops.first?.cluster : nil }

    var address: PageAddress { plan.lesson.map(WalkMap.lesson) ?? WalkMap.walk(name) }
    var worksheet: PageAddress { WalkMap.worksheet(name) }
    var paperKey: PageAddress { WalkMap.key(name) }
}
