import RuleModel

/// Why facts have the verdicts they have: a graph of steps in which shared parts stand once.
///
/// A proof names everything it rests on — readings, statements of the case,
/// applications of rules, the members a quantifier went through — so that a
/// checker that knows only the language's meaning can confirm it without
/// evaluating anything else.
public struct Proof: Hashable, Sendable {
    /// Steps refer to each other by place in this array. Facts that rest on
    /// each other (recursion without "not") may refer in a circle; `FactStep.height` breaks it.
    public var steps: [ProofStep]
    /// The step that was asked for.
    public var root: Int

    public init(steps: [ProofStep], root: Int) {
        self.steps = steps
        self.root = root
    }
}

/// One statement with its verdict and what gave it.
public struct ProofStep: Hashable, Sendable {
    public var verdict: Verdict
    public var content: Content

    public init(verdict: Verdict, content: Content) {
        self.verdict = verdict
        self.content = content
    }

    public enum Content: Hashable, Sendable {
        case fact(FactStep)
        case condition(ConditionStep)
    }
}

/// A fact and every rule application that could have drawn it.
public struct FactStep: Hashable, Sendable {
    public var fact: Fact
    /// A statement of the case that replaces the rules' verdict.
    public var statement: Reading?
    /// Deciding applications first, then the nearest miss.
    public var applications: [RuleApplication]
    /// In which round of its stratum the fact reached its verdict; 0 for a verdict that needs no support.
    /// A supporting application uses only facts of earlier strata, or of lower height. Rounds count on
    /// from those of the facts of earlier strata it rests on, so that theirs are lower as well.
    public var height: Int
    /// The verdict that the rules give, where a statement replaced it.
    public var verdictByRules: Verdict

    public init(
        fact: Fact, statement: Reading? = nil, applications: [RuleApplication] = [], height: Int = 0,
        verdictByRules: Verdict
    ) {
        self.fact = fact
        self.statement = statement
        self.applications = applications
        self.height = height
        self.verdictByRules = verdictByRules
    }
}

/// One rule tried on one assignment of its variables. Deciding ones come first, then the nearest miss.
public struct RuleApplication: Hashable, Sendable {
    public var rule: ID<Rule>
    public var assignment: Assignment
    /// The smaller of condition and exceptions.
    public var verdict: Verdict
    /// Steps of the bindings' filters and of `when`, in the order written.
    public var conditions: [Int]
    /// Steps of the exceptions' conditions, in the order written (their own verdicts, not yet mirrored).
    public var exceptions: [Int]
    /// For a withdrawal: the step that says whether the package is in force.
    public var inForce: Int?

    public init(
        rule: ID<Rule>, assignment: Assignment, verdict: Verdict, conditions: [Int], exceptions: [Int] = [],
        inForce: Int? = nil
    ) {
        self.rule = rule
        self.assignment = assignment
        self.verdict = verdict
        self.conditions = conditions
        self.exceptions = exceptions
        self.inForce = inForce
    }
}

/// A condition under an assignment, at a stage.
public struct ConditionStep: Hashable, Sendable {
    public var condition: Condition
    public var assignment: Assignment
    /// Place of the stage in the history given to the evaluator.
    public var stage: Int
    public var grounds: Grounds

    public init(condition: Condition, assignment: Assignment, stage: Int, grounds: Grounds) {
        self.condition = condition
        self.assignment = assignment
        self.stage = stage
        self.grounds = grounds
    }

    /// What the verdict was read off.
    public enum Grounds: Hashable, Sendable {
        /// A comparison: the figures of its one or two expressions.
        case figures([Figure])
        /// A concept, classification value or recommendation: the step of the fact. For a fact of an
        /// earlier stage, the proof of that stage is part of this one.
        case fact(Int)
        /// `not`, `and`, `or`, listed conditions, `previously`, `earlier`: the parts' steps in order.
        /// `earlier` has one for each earlier stage, latest first; `previously` none without a stage before.
        case parts([Int])
        /// `some` and `every`: what each member gave, and whether more members may exist.
        case members([MemberStep], isOpenEnded: Bool)
        /// Read off the declarations alone (criteria, lens values).
        case declaration
        /// Whether a package is in force: the case's reading; `nil` when it says nothing.
        case inForce(Reading?)
    }
}

/// One member that a quantifier or aggregate went through.
public struct MemberStep: Hashable, Sendable {
    public var member: MemberID
    /// Step of the filter (of an aggregate: its `where`); `nil` without one.
    public var filter: Int?
    /// Step of what is asked of the member; `nil` where nothing is.
    public var body: Int?
    public init(member: MemberID, filter: Int? = nil, body: Int? = nil) {
        self.member = member
        self.filter = filter
        self.body = body
    }
}

/// The possible and the presumed values of an expression, and what they were worked out from.
public struct Figure: Hashable, Sendable {
    public var expression: Expression
    public var possible: ValueSet
    public var presumed: ValueSet
    public var basis: Basis

    public init(expression: Expression, possible: ValueSet, presumed: ValueSet, basis: Basis) {
        self.expression = expression
        self.possible = possible
        self.presumed = presumed
        self.basis = basis
    }

    public enum Basis: Hashable, Sendable {
        /// The case's reading; `nil` when it says nothing.
        case reading(Reading?)
        /// A literal, or a package's declared attribute.
        case declaration
        /// An aggregate over members; for `sum` and its kin the member's own figure stands in `readings`.
        case members([MemberStep], readings: [Reading?], isOpenEnded: Bool)
        /// `count of { … }`: the conditions' steps.
        case conditions([Int])
        /// `time since`: the date's figure and the stage's beginning, or the stage has no date.
        case date(Reading?, stageFrom: TickRange?)
    }
}
