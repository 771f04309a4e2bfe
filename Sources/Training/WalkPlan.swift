import RuleModel

/// What a class goes through on one walk: a case's stages in order of time, or those of a lesson with the
/// trainer's own words.
public struct WalkPlan: Sendable {
    /// A stage to stop at.
    public struct Stop: Sendable {
        /// The case, with the trainer's questions in the place of its own.
        public var cluster: ClusterCase
        /// Place in `cluster.stages`.
        public var stage: Int
        /// Told with the stage.
        public var notes: [String]
        /// Told when the answer has been shown.
        public var debriefs: [String]
        /// Whether the class meets the case here, so that it has to be told all that is known.
        public var beginsCase: Bool
        public var place: Journal.Stop
    }

    /// As the journal has it; `nil` for a case walked for itself.
    public var lesson: String?
    public var title: String
    /// What there is to learn, as the trainer or the case has it.
    public var teaches: [String]
    public var stops: [Stop]

    /// A case for itself, stage by stage.
    public init(_ cluster: ClusterCase) {
        title = cluster.title
        teaches = cluster.field("teaches").map { [$0] } ?? []
        stops = WalkPlan.stops(Lesson.Part(caseName: cluster.name), cluster, lesson: nil)
    }

    /// A lesson over the cases that it names; one that is not at hand is left out.
    public init(_ lesson: Lesson, cases: [ClusterCase]) {
        self.lesson = lesson.name
        title = lesson.title
        teaches = lesson.teaches
        stops = []
        for part in lesson.parts {
            guard let cluster = cases.first(where: { $0.name == part.caseName }) else { continue }
            var added = WalkPlan.stops(part, cluster, lesson: lesson.name)
            // Who comes back to a case remembers it.
            if stops.contains(where: { $0.cluster.name == cluster.name }), !added.isEmpty {
                added[0].beginsCase = false
            }
            stops += added
        }
        if !stops.isEmpty { stops[0].notes.insert(contentsOf: lesson.notes, at: 0) }
    }

    private static func stops(_ part: Lesson.Part, _ cluster: ClusterCase, lesson: String?) -> [Stop] {
        let all = cluster.stages.map { Lesson.Stop(stage: $0.name) }
        let told = (part.stops.isEmpty ? all : part.stops).compactMap { stop -> (Lesson.Stop, Int)? in
            cluster.stages.firstIndex { $0.name == stop.stage }.map { (stop, $0) }
        }
        return told.enumerated().map { number, item in
            let (stop, place) = item
            var own = cluster
            // What there is to learn is what the lesson says.
            if lesson != nil { own.fields.removeAll { $0.name == "teaches" } }
            if !stop.questions.isEmpty {
                own.stages[place].questions = stop.questions.map { .init(text: $0) }
            }
            return Stop(
                cluster: own, stage: place, notes: (number == 0 ? part.notes : []) + stop.notes,
                debriefs: stop.debriefs, beginsCase: number == 0 && place > 0,
                place: Journal.Stop(stop.stage, of: cluster.name, in: lesson))
        }
    }

    /// The cases that it goes through, each once, in order.
    public var cases: [ClusterCase] {
        var seen: Set<String> = []
        return stops.map(\.cluster).filter { seen.insert($0.name).inserted }
    }

    /// The place of the first stop whose answer has not been shown; `nil` once all have.
    public func firstOpen(in journal: Journal) -> Int? {
        stops.firstIndex { !journal.isRevealed($0.place) }
    }

    public func isBegun(in journal: Journal) -> Bool {
        stops.contains { !journal.lines(at: $0.place).isEmpty }
    }
}

extension Journal {
    /// Whether the answer has been shown there.
    public func isRevealed(_ stop: Stop) -> Bool {
        lines(at: stop).contains { $0.text.lowercased() == "reveal" }
    }
}
