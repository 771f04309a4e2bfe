import RuleModel

/// One application of a rule as it came out, with what each of its conditions came to: what coverage counts.
public struct RuleTrial: Hashable, Sendable {
    public var rule: ID<Rule>
    /// The smaller of filters, `when` and exceptions.
    public var verdict: Verdict
    public var answers: [ConditionAnswer]

    public init(rule: ID<Rule>, verdict: Verdict, answers: [ConditionAnswer]) {
        self.rule = rule
        self.verdict = verdict
        self.answers = answers
    }
}

/// What one of a rule's conditions came to, in one application and, inside a quantifier, of one member.
public struct ConditionAnswer: Hashable, Sendable {
    /// Place in `Rule.askedConditions`.
    public var condition: Int
    public var verdict: Verdict
    /// The presumed values of what is compared with a set; of listed conditions how many of them hold.
    public var presumed: ValueSet?

    public init(condition: Int, verdict: Verdict, presumed: ValueSet? = nil) {
        self.condition = condition
        self.verdict = verdict
        self.presumed = presumed
    }
}

extension ValueSet {
    /// How many of some conditions hold, as far as their verdicts settle it.
    static func count(holding verdicts: [Verdict]) -> ValueSet {
        .ticks(Int64(verdicts.count(where: \.holds)), Int64(verdicts.count { !$0.fails }))
    }
}
