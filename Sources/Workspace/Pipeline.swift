import Advice
import Inference
import Notation
import RuleModel

// The whole of Distretto on one page. Every command goes through it.
//
//     sources → parse → build → checked rules + findings                 CheckedRules
//     readings + checked rules → verdicts → proofs → programme           Consultation

/// Rules and cases read, with everything that is wrong with them.
public struct CheckedRules: Sendable {
    public let sources: SourceSet
    public let rules: RuleBase
    public let cases: [ClusterCase]
    /// Of grammar and of meaning, in order of place; those without a place come last.
    public let findings: [Finding]

    /// Parsing never fails, and building reports what it cannot use: broken files give findings.
    public init(_ sources: SourceSet) {
        let files = sources.texts.map { parse(fileName: $0.name, source: $0.bytes) }
        let built = build(files.filter { !$0.isOfUnknownVersion })
        self.sources = sources
        rules = built.rules
        cases = built.cases
        findings = allFindings(files, built)
    }
}

/// One case at one stage: its verdicts, their proofs, and what is advised.
public struct Consultation: Sendable {
    public let evaluation: any Evaluation
    public let answer: Answer

    public init(_ request: AdviceRequest, evaluator: EvaluatorMaker = Consultation.evaluator) {
        let evaluate = evaluator(request.rules)
        answer = advise(request, evaluate: evaluate)
        // The same rules as the answer's, so that a proof never contradicts it.
        evaluation = evaluate(request.history, request.excludedRules)
    }

    /// Makes what works out verdicts under a rule base.
    public typealias EvaluatorMaker = @Sendable (RuleBase) -> Evaluator

    /// The evaluator in use. Another one is put in here, and nowhere else.
    public static let evaluator: EvaluatorMaker = { rules in
        { history, excluding in ReferenceEvaluation(rules: rules, history: history, excluding: excluding) }
    }
}

extension CheckedRules {
    /// The request for a case at a stage: its situations up to there, inheritance resolved.
    public func request(_ cluster: ClusterCase, stage: Int) -> AdviceRequest {
        AdviceRequest(
            rules: rules, cluster: cluster, stage: stage,
            history: rules.situations(of: cluster.stages, caseName: cluster.name, upTo: stage))
    }
}
