import Inference
import RuleModel

/// A choice that rules impose, with its options in order of rank.
public struct ImposedChoice: Hashable, Sendable {
    public var comparison: Comparison
    public var number: Int
    public var options: [Option]
    public var verdict: Verdict
    public var reasons: [Reason]

    public struct Option: Hashable, Sendable {
        public var package: ID<Package>
        public var standing: Standing
        public var isKept: Bool
    }
}

/// Something in force that should be withdrawn.
public struct Withdrawal: Hashable, Sendable {
    public var package: ID<Package>
    public var jointlyWith: [ID<Package>]
    public var verdict: Verdict
    public var reasons: [Reason]
}

/// A warning. Its sentences are those of its rules.
public struct CautionAnswer: Hashable, Sendable {
    public var subject: GroundCaution
    public var verdict: Verdict
    public var reasons: [Reason]
    /// What it waits for while it is open.
    public var asks: [ReadingPlace]
}

/// Something that must be there before a package.
public struct PrerequisiteAnswer: Hashable, Sendable {
    public var subject: GroundPrerequisite
    public var package: ID<Package>
    /// Whether it is required at all.
    public var requirement: Verdict
    /// Whether it is there (for a package: its own status).
    public var verdict: Verdict
    /// What it does to the package: the requirement counts only as far as it holds.
    public var effect: Verdict
    public var reasons: [Reason]
}

/// Packages each of which should come before another of them; they are left unordered.
public struct OrderCycle: Hashable, Sendable {
    /// All that hang together, in order of rank.
    public var packages: [ID<Package>]
    /// A shortest chain as a witness: each comes before the next, the last before the first.
    public var chain: [Link]

    public struct Link: Hashable, Sendable {
        public var package: ID<Package>
        public var before: ID<Package>
        public var kind: ProgrammeEntry.Precedence.Kind
        public var reasons: [Reason]
    }
}

/// A dispute of the literature some of whose claims the programme rests on.
public struct DisputeTouched: Hashable, Sendable {
    public var dispute: ID<Dispute>
    /// Places in `Dispute.sides` of the sides whose claims are used.
    public var sides: [Int]
    /// Packages of the programme that rest on such a claim, in order of name.
    public var packages: [ID<Package>]
    /// What it turns on, as read here.
    public var turnsOn: [TopicAnswer]

    public struct TopicAnswer: Hashable, Sendable {
        public var topic: Dispute.Topic
        /// For a diagnostic.
        public var figure: Figure?
        /// For a concept.
        public var verdict: Verdict?
        /// For a classification.
        public var classification: ClassificationAnswer?
    }
}

/// A figure of the rule base's reports.
public struct ReportAnswer: Hashable, Sendable {
    public var report: ID<Report>
    public var figure: Figure
}

/// A criterion over the whole programme.
public struct CriterionOverProgramme: Hashable, Sendable {
    public var criterion: ID<Criterion>
    /// Packages of the programme that meet it, in order of the programme.
    public var metBy: [ID<Package>]
    /// Packages of the programme that do not.
    public var missingIn: [ID<Package>]
    /// The claims that say why it matters.
    public var claims: [ID<Claim>]
    /// Nothing in a programme that is not empty meets it.
    public var isMissing: Bool { metBy.isEmpty && !missingIn.isEmpty }
}
