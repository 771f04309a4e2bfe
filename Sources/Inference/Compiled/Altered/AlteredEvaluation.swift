import RuleModel

/// The verdicts of a case, had one rule been written otherwise.
///
/// They are those of evaluating the case under the altered rules, worked out from what the rules as
/// they stand came to. Proofs, and what rules ask one by one, are made anew when they are asked for.
public struct AlteredEvaluation: Evaluation {
    /// Whether nothing that could be asked has another answer.
    public let isSame: Bool
    public let altered: AlteredRule
    private let base: CompiledEvaluation
    private let last: AlteredStage
    private let anew: Deferred<CompiledEvaluation>

    /// - Parameter base: Of the rules as they were, without any left out.
    /// - Returns: `nil` where things rest on each other in a circle; see `anew`.
    public init?(_ base: CompiledEvaluation, _ altered: AlteredRule) {
        var chain: [StageEvaluation] = []
        var next: StageEvaluation? = base.stage
        while let stage = next {
            chain.append(stage)
            next = stage.earlier
        }
        var isSame = true
        var last: AlteredStage?
        for stage in chain.reversed() {
            guard let here = AlteredStage(stage, after: last, altered) else { return nil }
            isSame = isSame && here.isSame
            last = here
        }
        guard let last else { return nil }
        self.last = last
        self.base = base
        self.altered = altered
        self.isSame = isSame
        let history = base.history
        anew = Deferred { CompiledEvaluation(altered.anew.value, history: history) }
    }

    /// The same case under the altered rules, compiled for it.
    public static func anew(_ base: CompiledEvaluation, _ altered: AlteredRule) -> CompiledEvaluation {
        CompiledEvaluation(altered.anew.value, history: base.history)
    }

    public var rules: RuleBase { altered.rules }
    public var history: [Situation] { base.history }

    public var facts: [Fact] {
        let drawn = last.own.flatMap { attempt in
            altered.after.conclusions.flatMap { $0.facts(under: attempt.frame, last.stage.shape) }
        }
        let more = Set(drawn.filter { !base.includes($0) })
        return more.isEmpty ? base.facts : (base.facts + more).inOrder
    }

    public func verdict(of fact: Fact) -> Verdict { last.stage.code(of: fact).verdict }

    public func verdict(of condition: Condition) -> Verdict {
        let (catalogue, phrase) = altered.catalogue.including(condition)
        return last.stage.code(of: phrase, Frame(), catalogue).verdict
    }

    public func figure(of expression: Expression) -> Figure {
        let (catalogue, formula) = altered.catalogue.including(expression)
        var writer = ProofWriter(catalogue)
        return writer.figure(formula, Frame(), last.stage, withSteps: false)
    }

    public func applications(drawing fact: Fact) -> [AppliedRule] {
        let others = base.stage.attempts(drawing: fact).filter { $0.rule != altered.rule }
            .map { last.others[$0.application] ?? $0 }
        let own = last.own.filter { attempt in
            altered.after.conclusions.contains {
                $0.facts(under: attempt.frame, last.stage.shape).contains(fact)
            }
        }
        // Deciding ones first, then the nearest miss; equal ones in order of name, as everywhere.
        return (others + own).sorted { one, other in
            if one.code != other.code { return one.code.bits > other.code.bits }
            if one.hindrances != other.hindrances { return one.hindrances < other.hindrances }
            return (rules[one.rule].name, one.rule) < (rules[other.rule].name, other.rule)
        }.map(applied)
    }

    public func applications(of rule: ID<Rule>) -> [AppliedRule] {
        if rule == altered.rule { return last.own.map(applied) }
        return base.stage.attempts(of: rule).map { applied(last.others[$0.application] ?? $0) }
    }

    private func applied(_ attempt: RuleAttempt) -> AppliedRule {
        AppliedRule(
            rule: attempt.rule, assignment: attempt.frame.assignment(last.stage.shape),
            verdict: attempt.code.verdict,
            presumedAbsent: attempt.exceptions.indices.filter { attempt.exceptions[$0] == .open })
    }

    // MARK: Made anew

    public func proof(of fact: Fact) -> Proof { anew.value.proof(of: fact) }
    public func proof(of condition: Condition) -> Proof { anew.value.proof(of: condition) }
    public func tryRules(_ visit: (RuleTrial) -> Void) { anew.value.tryRules(visit) }

    public func replacingLastStage(with situation: Situation) -> AlteredEvaluation {
        AlteredEvaluation(base.replacingLastStage(with: situation), altered) ?? self
    }
}
