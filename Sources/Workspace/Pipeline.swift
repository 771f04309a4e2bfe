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
    /// Works out verdicts under these rules, which it makes ready at the first asking.
    public let evaluator: Evaluator

    /// Parsing never fails, and building reports what it cannot use: broken files give findings.
    public init(_ sources: SourceSet) {
        let files = sources.texts.map { parse(fileName: $0.name, source: $0.bytes) }
        let built = build(files.filter { !$0.isOfUnknownVersion })
        self.sources = sources
        rules = built.rules
        cases = built.cases
        findings = allFindings(files, built)
        // Another evaluator is put in here, and nowhere else.
        let compiled = Deferred { CompiledRules(built.rules) }
        evaluator = { CompiledEvaluation(compiled.value, history: $0, excluding: $1) }
    }
}

/// One case at one stage: its verdicts, their proofs, and what is advised.
public struct Consultation: Sendable {
    public let evaluation: any Evaluation
    private let advice: Deferred<Answer>

    /// - Parameter evaluate: The evaluator of the request's rules.
    public init(_ request: AdviceRequest, evaluate: Evaluator) {
        // One evaluation for both, so that a proof never contradicts the answer.
        let evaluation = evaluate(request.history, request.excludedRules)
        self.evaluation = evaluation
        advice = Deferred { advise(request, evaluation) }
    }

    /// Worked out when it is first wanted.
    public var answer: Answer { advice.value }
}

extension CheckedRules {
    /// The request for a case at a stage: its situations up to there, inheritance resolved.
    public func request(_ cluster: ClusterCase, stage: Int) -> AdviceRequest {
        AdviceRequest(
            rules: rules, cluster: cluster, stage: stage,
            history: rules.situations(of: cluster.stages, caseName: cluster.name, upTo: stage))
    }
}
