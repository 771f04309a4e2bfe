import RuleModel

/// The evaluator that follows the language's meaning word for word.
///
/// It is kept as the oracle for every faster one: each sentence of the meaning
/// has one place here, and nothing is skipped, shared or short-cut that a reader
/// would have to justify.
///
///     let evaluation = ReferenceEvaluation(rules: rules, history: [before, now])
///     evaluation.verdict(of: .recommended(package))   // at the last stage
///     evaluation.proof(of: .recommended(package))     // and why
///
/// Making one applies every rule to every assignment of its variables, at each
/// stage of the history once; asking afterwards is cheap, except for proofs,
/// which are built anew each time. Rules that range over members or packages in
/// `k` variables cost the `k`-th power of their number.
///
/// Rules in a loop through "not" and its like have no meaning and are refused
/// when rules are checked. Given some nevertheless, evaluation still ends, and
/// with the same verdicts every time.
public struct ReferenceEvaluation: Evaluation {
    public let facts: [Fact]
    private let interpretation: Interpretation

    /// Evaluates the last stage of a history, and the earlier ones for the rules that look back.
    ///
    /// - Parameters:
    ///   - rules: A checked rule base: every ID in it is in range of its table.
    ///   - history: The stages in order of time. Without one, a cluster of which nothing is told.
    ///   - excluding: Rules left out, as if they had not been written.
    public init(rules: RuleBase, history: [Situation], excluding: Set<ID<Rule>> = []) {
        let history = history.isEmpty ? [Situation()] : history
        self.init(Interpretation(rules: rules, history: history, excluding: excluding))
    }

    private init(_ interpretation: Interpretation) {
        self.interpretation = interpretation
        facts = interpretation.tables[interpretation.lastStage].facts.inOrder
    }

    public func replacingLastStage(with situation: Situation) -> ReferenceEvaluation {
        ReferenceEvaluation(Interpretation(interpretation, lastStage: situation))
    }

    public var rules: RuleBase { interpretation.rules }
    public var history: [Situation] { interpretation.history }

    public func verdict(of fact: Fact) -> Verdict {
        interpretation.verdict(of: fact, stage: interpretation.lastStage)
    }

    public func verdict(of condition: Condition) -> Verdict {
        interpretation.verdict(of: condition, in: now)
    }

    /// The figure's basis names the members gone through; their steps stand in a proof only.
    public func figure(of expression: Expression) -> Figure {
        let values = interpretation.values(of: expression, in: now)
        return Figure(
            expression: expression, possible: values.possible, presumed: values.presumed,
            basis: interpretation.basis(of: expression, in: now)
        )
    }

    public func proof(of fact: Fact) -> Proof {
        ProofBuilder.proof(of: fact, stage: interpretation.lastStage, by: interpretation)
    }

    public func proof(of condition: Condition) -> Proof {
        ProofBuilder.proof(of: condition, in: now, by: interpretation)
    }

    public func applications(drawing fact: Fact) -> [AppliedRule] {
        interpretation.attempts(drawing: fact, stage: interpretation.lastStage).map(applied)
    }

    public func applications(of rule: ID<Rule>) -> [AppliedRule] {
        interpretation.tables[interpretation.lastStage].groundRules.filter { $0.rule == rule }
            .map { applied(Attempt($0, stage: interpretation.lastStage, by: interpretation)) }
    }

    private func applied(_ attempt: Attempt) -> AppliedRule {
        AppliedRule(
            rule: attempt.rule, assignment: attempt.assignment, verdict: attempt.verdict,
            presumedAbsent: attempt.exceptions.indices.filter { attempt.exceptions[$0] == .open })
    }

    public func tryRules(_ visit: (RuleTrial) -> Void) {
        for groundRule in interpretation.tables[interpretation.lastStage].groundRules {
            visit(interpretation.trial(of: groundRule, stage: interpretation.lastStage))
        }
    }

    private var now: Scope { Scope(stage: interpretation.lastStage) }
}
