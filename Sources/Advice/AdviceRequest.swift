import Inference
import RuleModel

/// Works out the verdicts of a history under all rules but the excluded ones.
///
/// Advice knows evaluations through their protocol alone, so that the evaluator behind them can be
/// exchanged:
///
///     let evaluate: Evaluator = { ReferenceEvaluation(rules: rules, history: $0, excluding: $1) }
///     advise(request, evaluate(request.history, request.excludedRules))
public typealias Evaluator = @Sendable (_ history: [Situation], _ excluding: Set<ID<Rule>>) -> any Evaluation

/// What advice is asked for: one case at one stage, and how to look at it.
public struct AdviceRequest: Sendable {
    public var rules: RuleBase
    /// The case, for the headings of the answer; verdicts come from `history` alone.
    public var cluster: ClusterCase
    /// Place in `cluster.stages` of the stage asked about.
    public var stage: Int
    /// The situations up to the stage asked about, which is the last.
    public var history: [Situation]
    /// How many packages the adviser can take on; `nil` for no limit.
    public var atMost: Int?
    /// One school's advice alone: packages and rules that carry another value of the lens are left out.
    public var lens: LensChoice?
    /// Contested packages that the adviser takes in all the same.
    public var takingIn: Set<ID<Package>>
    /// What the adviser decides against the rules, or beside them. No verdict changes; what is rejected
    /// leaves the programme, and what is added stands beside it.
    public var overrides: [Stage.Override]
    /// Leaves out the rules drawn from this case's own story alone.
    public var leavesOutOwnRules: Bool
    /// Whether questions are worked out, for which each possible answer is supposed in turn.
    public var asksQuestions: Bool

    public init(
        rules: RuleBase, cluster: ClusterCase, stage: Int, history: [Situation], atMost: Int? = nil,
        lens: LensChoice? = nil, takingIn: Set<ID<Package>> = [], overrides: [Stage.Override] = [],
        leavesOutOwnRules: Bool = false,
        asksQuestions: Bool = true
    ) {
        self.rules = rules
        self.cluster = cluster
        self.stage = stage
        self.history = history
        self.atMost = atMost
        self.lens = lens
        self.takingIn = takingIn
        self.overrides = overrides
        self.leavesOutOwnRules = leavesOutOwnRules
        self.asksQuestions = asksQuestions
    }
}

/// One value of a lens.
public struct LensChoice: Hashable, Sendable {
    public var lens: ID<Lens>
    /// Place in `Lens.values`.
    public var value: Int
    public init(_ lens: ID<Lens>, value: Int) {
        self.lens = lens
        self.value = value
    }
}
