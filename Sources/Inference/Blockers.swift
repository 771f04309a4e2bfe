import RuleModel

/// Why one application of a rule does not hold: everything that would have to change for it to hold.
public struct BlockedApplication: Hashable, Sendable {
    public var rule: ID<Rule>
    public var assignment: Assignment
    /// Open or less.
    public var verdict: Verdict
    /// All of these hold the rule down; were they repaired, and nothing else, it would hold.
    public var blockers: [Blocker]
    public init(rule: ID<Rule>, assignment: Assignment, verdict: Verdict, blockers: [Blocker]) {
        self.rule = rule
        self.assignment = assignment
        self.verdict = verdict
        self.blockers = blockers
    }
}

/// A smallest condition that holds a rule down.
///
/// A concept is a smallest condition of the rule that asks for it: what blocks
/// the concept in turn is asked of its own step, `Proof.blockedApplications(of:)`.
public struct Blocker: Hashable, Sendable {
    /// The condition's place in `Proof.steps`.
    public var step: Int
    /// Whether the rule needs the condition to hold or, under "not" or as an exception, to fail.
    public var mustHold: Bool
    public var hindrance: Hindrance
    /// Where any of several repairs would do ("or"): each list is one way. Empty for a single condition.
    public var alternatives: [[Blocker]]

    public init(step: Int, mustHold: Bool, hindrance: Hindrance, alternatives: [[Blocker]] = []) {
        self.step = step
        self.mustHold = mustHold
        self.hindrance = hindrance
        self.alternatives = alternatives
    }

    public enum Hindrance: Hashable, Sendable {
        /// It is settled, and the wrong way.
        case isFalse
        /// The case does not say enough: a question could settle it.
        case unknown
        /// It goes the wrong way only if these readings are as presumed (assumed, carried over);
        /// none where the presumption lies further down, in a fact's own proof.
        case presumed(on: [Reading])
        /// An exception holds.
        case defeatedByException(Int)
        /// An exception presumably holds. Both name the place in `Rule.exceptions`.
        case presumablyDefeated(Int)
    }
}

extension Proof {
    /// Every application that fails or is open, of a fact that the proof contains; nearest miss first.
    ///
    /// None for conditions, and none for a fact that the case states: there the rules decide nothing.
    ///
    /// - Parameter step: The place of the fact's step; without it the proof's root.
    public func blockedApplications(of step: Int? = nil) -> [BlockedApplication] {
        let place = step ?? root
        guard steps.indices.contains(place), case .fact(let fact) = steps[place].content,
            fact.statement == nil
        else { return [] }
        return fact.applications.compactMap { application in
            var verdict = application.verdict
            var blockers = application.conditions.flatMap { self.blockers(at: $0, mustHold: true) }
            for (number, exception) in application.exceptions.enumerated() {
                blockers += self.blockers(atException: exception, number: number)
            }
            if let inForce = application.inForce, steps.indices.contains(inForce) {
                verdict = min(verdict, steps[inForce].verdict)
                blockers += self.blockers(at: inForce, mustHold: true)
            }
            guard !verdict.holds else { return nil }
            return BlockedApplication(
                rule: application.rule, assignment: application.assignment, verdict: verdict,
                blockers: blockers
            )
        }
    }

    /// An exception that is open is presumed absent, and blocks nothing.
    private func blockers(atException place: Int, number: Int) -> [Blocker] {
        guard steps.indices.contains(place), steps[place].verdict.holds else { return [] }
        let inside = blockers(at: place, mustHold: false)
        let isPlain = inside.count == 1 && inside[0].step == place
        return [
            Blocker(
                step: place, mustHold: false,
                hindrance: steps[place].verdict == .yes
                    ? .defeatedByException(number) : .presumablyDefeated(number),
                alternatives: isPlain ? inside[0].alternatives : [inside]
            )
        ]
    }

    /// The conditions that keep the one at `place` from holding (or from failing).
    private func blockers(at place: Int, mustHold: Bool) -> [Blocker] {
        guard steps.indices.contains(place), case .condition(let step) = steps[place].content else {
            return []
        }
        let verdict = mustHold ? steps[place].verdict : steps[place].verdict.negated
        if verdict.holds { return [] }
        var alternatives: [[Blocker]] = []
        if case .parts(let parts) = step.grounds {
            switch (step.condition, mustHold) {
            case (.not, _):
                return parts.flatMap { blockers(at: $0, mustHold: !mustHold) }
            case (.all, true), (.any, false):
                return parts.flatMap { blockers(at: $0, mustHold: mustHold) }
            case (.previously, _) where !parts.isEmpty:
                return parts.flatMap { blockers(at: $0, mustHold: mustHold) }
            case (.any, true), (.all, false):
                alternatives = parts.map { blockers(at: $0, mustHold: mustHold) }
            default:
                break
            }
        }
        if alternatives.count == 1 { return alternatives[0] }
        let hindrance: Blocker.Hindrance =
            switch verdict {
            case .no: .isFalse
            case .presumablyNo: .presumed(on: presumptions(step.grounds))
            case .open, .presumablyYes, .yes: .unknown
            }
        return [Blocker(step: place, mustHold: mustHold, hindrance: hindrance, alternatives: alternatives)]
    }

    /// The readings of a comparison that presume more than they leave possible.
    private func presumptions(_ grounds: ConditionStep.Grounds) -> [Reading] {
        let readings: [Reading?] =
            switch grounds {
            case .figures(let figures): figures.flatMap(\.readings)
            case .inForce(let reading): [reading]
            case .fact, .parts, .members, .declaration: []
            }
        return readings.compactMap { $0 }.filter { $0.presumed != $0.possible }
    }
}

extension Figure {
    fileprivate var readings: [Reading?] {
        switch basis {
        case .reading(let reading), .date(let reading, _): [reading]
        case .members(_, let readings, _): readings
        case .declaration, .conditions: []
        }
    }
}
