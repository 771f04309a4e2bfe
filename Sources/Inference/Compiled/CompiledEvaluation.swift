import RuleModel

/// The verdicts of a case under compiled rules.
///
///     let compiled = CompiledRules(rules)                       // once
///     let evaluation = CompiledEvaluation(compiled, history: [before, now])
///     evaluation.verdict(of: .recommended(package))             // read off a network
///     evaluation.proof(of: .recommended(package))               // written when asked for
///
/// It gives the same verdicts, figures, applications and proofs as `ReferenceEvaluation`, which is
/// the oracle it is tried against.
public struct CompiledEvaluation: Evaluation {
    let stage: StageEvaluation

    /// Evaluates the last stage of a history, and the earlier ones for the rules that look back.
    ///
    /// - Parameters:
    ///   - history: The stages in order of time. Without one, a cluster of which nothing is told.
    ///   - excluding: Rules left out, as if they had not been written.
    public init(_ compiled: CompiledRules, history: [Situation], excluding: Set<ID<Rule>> = []) {
        var earlier: StageEvaluation?
        for situation in history.dropLast() {
            earlier = StageEvaluation(
                compiled, excluding: excluding, after: earlier, situation, isPast: true)
        }
        stage = StageEvaluation(
            compiled, excluding: excluding, after: earlier, history.last ?? Situation())
    }

    init(_ stage: StageEvaluation) { self.stage = stage }

    public func replacingLastStage(with situation: Situation) -> CompiledEvaluation {
        CompiledEvaluation(
            StageEvaluation(stage.compiled, excluding: stage.excluding, after: stage.earlier, situation))
    }

    public var rules: RuleBase { stage.rules }

    public var history: [Situation] {
        var history: [Situation] = []
        var next: StageEvaluation? = stage
        while let stage = next {
            history.append(stage.situation)
            next = stage.earlier
        }
        return history.reversed()
    }

    public var facts: [Fact] {
        let program = stage.program
        let statedOnly = stage.situation.factsStated(rules).filter {
            (program.places[$0] ?? Int.max) >= program.drawnCount
        }
        return statedOnly.isEmpty ? program.drawnFacts : (program.drawnFacts + statedOnly).inOrder
    }

    /// Whether it is one of `facts`.
    func includes(_ fact: Fact) -> Bool {
        let program = stage.program
        return (program.places[fact] ?? Int.max) < program.drawnCount
            || stage.situation.statement(on: fact) != nil
    }

    public func verdict(of fact: Fact) -> Verdict { stage.code(of: fact).verdict }

    public func verdict(of condition: Condition) -> Verdict {
        let (catalogue, phrase) = Catalogue.alone(condition)
        return stage.code(of: phrase, Frame(), catalogue).verdict
    }

    public func figure(of expression: Expression) -> Figure {
        let (catalogue, formula) = Catalogue.alone(expression)
        var writer = ProofWriter(catalogue)
        return writer.figure(formula, Frame(), stage, withSteps: false)
    }

    public func proof(of fact: Fact) -> Proof {
        var writer = ProofWriter(stage.compiled.catalogue)
        return writer.proof(of: fact, at: stage)
    }

    public func proofs(of facts: [Fact]) -> [Proof] {
        var writer = ProofWriter(stage.compiled.catalogue)
        return writer.proofs(of: facts, at: stage)
    }

    public func openProofs(of facts: [Fact]) -> [Proof] {
        var writer = ProofWriter(stage.compiled.catalogue, explainsCertainFacts: false)
        return writer.proofs(of: facts, at: stage)
    }

    public func proof(of condition: Condition) -> Proof {
        let (catalogue, phrase) = stage.compiled.catalogue.including(condition)
        var writer = ProofWriter(catalogue)
        return writer.proof(of: phrase, at: stage)
    }

    public func applications(drawing fact: Fact) -> [AppliedRule] {
        stage.attempts(drawing: fact).map(applied)
    }

    public func applications(of rule: ID<Rule>) -> [AppliedRule] {
        stage.attempts(of: rule).map(applied)
    }

    private func applied(_ attempt: RuleAttempt) -> AppliedRule {
        AppliedRule(
            rule: attempt.rule, assignment: attempt.frame.assignment(stage.shape),
            verdict: attempt.code.verdict,
            presumedAbsent: attempt.exceptions.indices.filter { attempt.exceptions[$0] == .open })
    }

    public func tryRules(_ visit: (RuleTrial) -> Void) { stage.tryRules(visit) }
}
