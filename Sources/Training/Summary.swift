import Advice
import Inference
import RuleModel

/// A stage that was walked, with the answer given at it.
public struct WalkedStage: Sendable {
    public var moment: Moment
    public var learner: LearnerAnswer

    public init(_ moment: Moment, _ learner: LearnerAnswer) {
        self.moment = moment
        self.learner = learner
    }
}

/// What was seen over a walk and what was missed, by subject, and what to read about it.
public struct WalkSummary: Hashable, Sendable {
    /// Conditions that the advice rested on, by the heading of the vocabulary they belong to.
    public struct Subject: Hashable, Sendable {
        /// `nil` for words under no heading.
        public var section: ID<Section>?
        public var seen: [Topic]
        public var missed: [Topic]
    }
    /// Packages of the rules' programmes, by the criterion that they meet.
    public struct CriterionTally: Hashable, Sendable {
        public var criterion: ID<Criterion>
        public var found: Int
        public var missed: Int
    }
    /// How often each mark was given.
    public struct Counts: Hashable, Sendable {
        public var advised = 0
        public var found = 0
        public var byLuck = 0
        public var afterHints = 0
        public var missed = 0
        public var wrong = 0
        public var unsettled = 0
        public var diagnosesRight = 0
        public var diagnosesWrong = 0
        public var diagnosesUnsettled = 0
        public var diagnosesMissed = 0
    }
    public var stages: Int
    public var counts: Counts
    /// Those with something missed first, and of these the most missed.
    public var subjects: [Subject]
    public var criteria: [CriterionTally]
    /// What the rules cite for all that was missed, wrong or right by luck, in order of name.
    public var literature: [ID<Claim>]
}

/// Sums a walk up.
public func summary(of walked: [WalkedStage], in rules: RuleBase) -> WalkSummary {
    var tally = SummaryTally(rules: rules)
    for stage in walked { tally.add(stage) }
    return tally.summary(stages: walked.count)
}

private struct SummaryTally {
    let rules: RuleBase
    var counts = WalkSummary.Counts()
    var seen: [Topic] = []
    var missed: [Topic] = []
    var criteria: [ID<Criterion>: (found: Int, missed: Int)] = [:]
    var claims: Set<ID<Claim>> = []

    mutating func add(_ walked: WalkedStage) {
        let marks = walked.moment.marks(for: walked.learner)
        for mark in marks.packages { add(mark) }
        for mark in marks.diagnoses { add(mark) }
    }

    private mutating func add(_ mark: PackageMark) {
        if mark.judgement.isAdvised {
            counts.advised += 1
            let isFound = mark.kind != .missed
            for met in rules[mark.package].criteria {
                criteria[met.criterion, default: (0, 0)].found += isFound ? 1 : 0
                criteria[met.criterion, default: (0, 0)].missed += isFound ? 0 : 1
            }
            note(mark.seen, in: \.seen)
            note(mark.unseen, in: \.missed)
        }
        switch mark.kind {
        case .found: counts.found += 1
        case .byLuck: counts.byLuck += 1
        case .afterHints: counts.afterHints += 1
        case .missed: counts.missed += 1
        case .unsettled: counts.unsettled += 1
        case .wrong, .wrongAndDropped: counts.wrong += 1
        }
        if mark.kind != .found { read(mark.judgement.feedback) }
    }

    private mutating func add(_ mark: DiagnosisMark) {
        switch mark.kind {
        case .right: counts.diagnosesRight += 1
        case .missed: counts.diagnosesMissed += 1
        case .unsettled: counts.diagnosesUnsettled += 1
        case .wrong: counts.diagnosesWrong += 1
        }
        if mark.kind != .right { read(mark.feedback) }
    }

    private mutating func note(_ grounds: [Ground], in list: WritableKeyPath<SummaryTally, [Topic]>) {
        for topic in grounds.compactMap(\.topic) where !self[keyPath: list].contains(topic) {
            self[keyPath: list].append(topic)
        }
    }

    private mutating func read(_ feedback: [Feedback]) {
        for told in feedback { claims.formUnion(rules[told.rule].claims) }
    }

    func summary(stages: Int) -> WalkSummary {
        // What was seen once and missed once is still to be learnt.
        let seen = seen.filter { !missed.contains($0) }
        let sections: [ID<Section>?] = rules.sections.indices.map { ID($0) } + [nil]
        let subjects = sections.map { section in
            WalkSummary.Subject(
                section: section, seen: seen.filter { rules.section(of: $0) == section },
                missed: missed.filter { rules.section(of: $0) == section })
        }.filter { !$0.seen.isEmpty || !$0.missed.isEmpty }
        return WalkSummary(
            stages: stages, counts: counts,
            subjects: subjects.enumerated().sorted { one, other in
                // What stands under no heading comes last.
                let isBeside = (one.element.section == nil, other.element.section == nil)
                if isBeside.0 != isBeside.1 { return isBeside.1 }
                return one.element.missed.count == other.element.missed.count
                    ? one.offset < other.offset : one.element.missed.count > other.element.missed.count
            }.map(\.element),
            criteria: criteria.keys.sorted().map { criterion in
                WalkSummary.CriterionTally(
                    criterion: criterion, found: criteria[criterion]?.found ?? 0,
                    missed: criteria[criterion]?.missed ?? 0)
            },
            literature: claims.sorted())
    }
}

extension Ground {
    /// What it is about: the concept or classification asked for, else the first reading behind it.
    public var topic: Topic? { facts.first.flatMap(Topic.init) ?? places.first.map(Topic.init) }
}

extension RuleBase {
    /// The heading of the vocabulary that a word stands under.
    public func section(of topic: Topic) -> ID<Section>? {
        switch topic {
        case .diagnostic(let id): self[id].section
        case .attribute(let id): self[self[id].collection].section
        case .concept(let id): self[id].section
        case .classification(let id): self[id].section
        case .collection(let id): self[id].section
        case .inForce: nil
        }
    }
}
