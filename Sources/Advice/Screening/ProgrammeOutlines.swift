import Inference
import RuleModel

/// Makes outlines of many cases under the same rules; what depends on the rules alone is worked out once.
public struct ProgrammeOutlines: Sendable {
    private let evidence: IndependentEvidence

    public init(_ rules: RuleBase) { evidence = IndependentEvidence(rules) }

    /// - Parameter evaluation: Of the request's history, without the request's `excludedRules`.
    public func outline(of request: AdviceRequest, _ evaluation: any Evaluation) -> Outline {
        Deliberation(request, Scope(request), evaluation, evidence: evidence).outline()
    }
}
