import Inference
import RuleModel

/// A rule applied to one assignment of its variables: why something is advised, or nearly is.
///
/// The rule's sentence and claims are read from `answer.rules[reason.rule]`.
public struct Reason: Hashable, Sendable {
    public var rule: ID<Rule>
    public var assignment: Assignment
    public var verdict: Verdict
    public init(rule: ID<Rule>, assignment: Assignment, verdict: Verdict) {
        self.rule = rule
        self.assignment = assignment
        self.verdict = verdict
    }
}

/// An exception that nobody mentioned: the advice falls if it turns out to hold.
public struct PresumedException: Hashable, Sendable {
    public var rule: ID<Rule>
    public var assignment: Assignment
    /// Place in `Rule.exceptions`; its `presumption` says why it may be presumed absent.
    public var exception: Int
    public var condition: Condition
    public var presumption: String
}

/// How much, and how firm, the evidence behind a package is.
public struct Evidence: Hashable, Sendable {
    /// Claims of the rules that reach the package's verdict, in order of name.
    public var claims: [ID<Claim>]
    /// How many of them are told independently: restatements of one another count once.
    public var independent: Int
    /// The least and the most firmly asserted of them; `nil` when no claim says how firm it is.
    public var weakest: Claim.Firmness?
    public var strongest: Claim.Firmness?
    /// Every claim was drawn from this case's own story.
    public var isInSample: Bool
}

/// A condition that stands between a rule and its conclusion: a proof's blocker, standing by itself.
public struct Obstacle: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Refuted, or presumed to be false.
        case fails
        case unknown
        /// An exception holds, or is presumed to.
        case exception(presumption: String)
    }
    public var kind: Kind
    public var condition: Condition
    public var assignment: Assignment
    /// Place of the stage in the history.
    public var stage: Int
    /// The condition's own verdict (of an exception: not yet mirrored).
    public var verdict: Verdict
    /// What was read, where the condition is a comparison.
    public var figures: [Figure]
    /// What could be asked to settle it: readings it looks at that are not certain.
    public var asks: [ReadingPlace]
}

/// A rule that did not reach its conclusion, with everything that blocks it.
public struct Miss: Hashable, Sendable {
    public var reason: Reason
    public var obstacles: [Obstacle]
}
