import Inference
import RuleModel

/// Whether an expectation is met, and what to show when it is not.
public struct ExpectationOutcome: Hashable, Sendable {
    public var expectation: Expectation
    public var isMet: Bool
    /// The verdict found for what is expected.
    public var verdict: Verdict
    /// Whose proofs to print; empty when the verdict was read off the programme.
    public var grounds: [Ground]

    public enum Ground: Hashable, Sendable {
        case fact(Fact)
        case condition(Condition)
        case report(ID<Report>, Figure)
        /// Every fact that the rule could draw.
        case rule(ID<Rule>)
        /// The expectation names a member that the case does not have.
        case noSuchMember(String)
    }
}

/// Tries an expectation on an answer and the evaluation it was made from.
///
/// Verdicts are those of the conclusions themselves: `recommend` reads a package's
/// recommendation before objections, choices and ranking. Only `first` looks at the programme, so
/// that without one the answer is not worked out.
public func outcome(
    of expectation: Expectation, answer: @escaping @autoclosure () -> Answer, evaluation: any Evaluation
) -> ExpectationOutcome {
    outcome(
        of: expectation,
        ExpectationTrial(
            firstPhase: {
                let entries = answer().programme.first?.entries ?? []
                return Dictionary(entries.map { ($0.package, $0.standing) }) { first, _ in first }
            }, evaluation: evaluation))
}

/// The same without an answer at hand, of which it works out what stands first alone.
public func outcome(
    of expectation: Expectation, request: AdviceRequest, evaluation: any Evaluation,
    evidence: EvidenceCounted
) -> ExpectationOutcome {
    outcome(
        of: expectation,
        ExpectationTrial(
            firstPhase: {
                Deliberation(request, Scope(request), evaluation, evidence: evidence.evidence).firstPhase()
            }, evaluation: evaluation))
}

/// The evidence of a rule base, counted once for whoever deliberates often.
///
/// It serves every rule base whose rules cite the same claims.
public struct EvidenceCounted: Sendable {
    let evidence: IndependentEvidence
    public init(_ rules: RuleBase) { evidence = IndependentEvidence(rules) }
}

private func outcome(of expectation: Expectation, _ trial: ExpectationTrial) -> ExpectationOutcome {
    let (verdict, grounds) = trial.verdict(of: expectation.claim)
    let isMet =
        switch expectation.manner {
        case .holds: verdict.holds
        case .fails: verdict.fails
        case .isOpen: verdict == .open
        case .exactly(let expected): verdict.rawValue == expected
        }
    // What cannot be found meets nothing: "not" of a misspelt member would otherwise pass unseen.
    let isFound = !grounds.contains { if case .noSuchMember = $0 { true } else { false } }
    return ExpectationOutcome(
        expectation: expectation, isMet: isMet && isFound, verdict: verdict, grounds: grounds)
}
