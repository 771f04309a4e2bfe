import Inference
import RuleModel

/// Everything that is advised for one case at one stage, as data; views make sentences of it.
///
/// It names what it speaks of by ID and carries the rule base the IDs belong to,
/// so that a view needs nothing else: a package's phases, payments, measures,
/// monitors and known failures are read from `answer.rules[entry.package]`.
///
/// Every package of the rule base that the lens lets through stands in exactly
/// one of `programme`, `contested`, `waiting`, `withheld`, `notAdvised` and `leftOut`
/// (a contested package that was taken in stands in `programme` and `contested`).
public struct Answer: Hashable, Sendable {
    public var rules: RuleBase
    public var header: Header
    public var lens: LensChoice?
    public var atMost: Int?
    /// Packages to take on, phase after phase.
    public var programme: [ProgrammePhase]
    /// Recommended and advised against at once.
    public var contested: [ContestedPackage]
    /// Packages whose status is open: they need a fact.
    public var waiting: [WaitingPackage]
    /// Held down only by exceptions that are presumed to hold, named.
    public var withheld: [WithheldPackage]
    /// What is not advised, for four reasons that are kept apart.
    public var notAdvised: [RefusedPackage]
    /// Advised, yet given up for a choice, a preference or the limit on places.
    public var leftOut: [LeftOutPackage]
    /// What the adviser decided, with what the rules say of it: never the rules' own advice.
    public var overrides: [OverrideAnswer]
    public var choices: [ImposedChoice]
    public var withdrawals: [Withdrawal]
    /// Warnings that hold or are open, the holding ones first.
    public var cautions: [CautionAnswer]
    /// What must be there before packages of the programme, met or not.
    public var prerequisites: [PrerequisiteAnswer]
    public var cycles: [OrderCycle]
    /// Disputes of the literature that touch claims the programme rests on.
    public var disputes: [DisputeTouched]
    public var reports: [ReportAnswer]
    /// Each criterion over the whole programme; one that nothing meets is a warning.
    public var criteria: [CriterionOverProgramme]
    /// What could be asked, the most telling question first.
    public var questions: [Question]

    /// The single question that would settle most.
    public var bestQuestion: Question? { questions.first }

    /// The programme's packages in order, without the phases.
    public var entries: [ProgrammeEntry] { programme.flatMap(\.entries) }
}

/// What the answer is about and what it rests on.
public struct Header: Hashable, Sendable {
    public var caseName: String
    public var caseTitle: String
    public var fields: [ClusterCase.Field]
    public var stage: StagePlace
    /// Classifications of the cluster with a value that holds or is open, in order of name.
    public var classifications: [ClassificationAnswer]
    /// Concepts of the cluster that hold, in order of name.
    public var concepts: [ConceptAnswer]
    public var readings: ReadingsUsed
    /// Whether rules drawn from this case's own story were left out.
    public var leavesOutOwnRules: Bool

    public struct StagePlace: Hashable, Sendable {
        public var name: String
        public var title: String
        /// Counted from 1.
        public var number: Int
        public var count: Int
        /// In days since 1970-01-01; a month or year is the run of its days.
        public var from: TickRange?
        public var to: TickRange?
    }
}

/// The values of one classification that are not refuted.
public struct ClassificationAnswer: Hashable, Sendable {
    public var classification: ID<Classification>
    public var values: [ValueAnswer]
    /// Two values of a single-valued classification hold at least presumably.
    public var isContested: Bool

    public struct ValueAnswer: Hashable, Sendable {
        /// Place in `Classification.values`.
        public var value: Int
        public var verdict: Verdict
        /// Whether the case itself says so.
        public var isStated: Bool
        /// What the rules say where the case's statement contradicts them: one holds and the other fails.
        public var contradictedByRules: Verdict?
    }
}

/// A concept of the cluster with its verdict.
public struct ConceptAnswer: Hashable, Sendable {
    public var concept: ID<Concept>
    public var verdict: Verdict
    public var isStated: Bool
    /// What the rules say where the case's statement contradicts them: one holds and the other fails.
    public var contradictedByRules: Verdict?
}

/// The readings that the programme's verdicts rest on: not those that were read in vain.
public struct ReadingsUsed: Hashable, Sendable {
    /// All of them, each once, in a fixed order.
    public var all: [ReadingPlace]
    public var assumed: [ReadingPlace]
    public var disputed: [ReadingPlace]
    public var carriedOver: [ReadingPlace]
}
