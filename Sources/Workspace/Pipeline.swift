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
    public let cases: [ClusterCase]
    /// The rules without their tests: what advice is worked out from.
    public let advising: RuleBase
    /// Works out verdicts under these rules, which it makes ready at the first asking.
    public let evaluator: Evaluator
    /// The same with the misconceptions among the rules.
    public let believing: Evaluator
    /// Whether nothing is wrong, unless it be with a test of rules.
    public let isSoundButForTests: Bool
    private let whole: Deferred<Whole>
    private let deferredDigest: Deferred<Digest>

    /// What takes the tests of rules to know.
    private struct Whole {
        var rules: RuleBase
        var findings: [Finding]
    }

    /// Parsing never fails, and building reports what it cannot use: broken files give findings.
    public init(_ sources: SourceSet) {
        let files = sources.texts.concurrentMap { parse(fileName: $0.name, source: $0.bytes) }
        let begun = BegunRuleBase(files.filter { !$0.isOfUnknownVersion })
        let whole = Deferred {
            let built = begun.finished()
            return Whole(rules: built.rules, findings: allFindings(files, built))
        }
        self.sources = sources
        cases = begun.cases
        advising = begun.rules
        isSoundButForTests =
            !begun.hasErrors && !files.contains { $0.findings.contains { $0.severity == .error } }
        self.whole = whole
        deferredDigest = Deferred { RuleModel.digest(of: whole.value.rules) }
        // Another evaluator is put in here, and nowhere else.
        let compiled = Deferred { CompiledRules(begun.rules) }
        evaluator = { CompiledEvaluation(compiled.value, history: $0, excluding: $1) }
        let believing = Deferred { CompiledRules(begun.rules.believing) }
        self.believing = { CompiledEvaluation(believing.value, history: $0, excluding: $1) }
    }

    public var rules: RuleBase { whole.value.rules }
    /// Of grammar and of meaning, in order of place; those without a place come last.
    public var findings: [Finding] { whole.value.findings }
    /// Of the rules, tests and all.
    public var digest: Digest { deferredDigest.value }

    /// Of each case, in their order.
    public var caseDigests: [Digest] {
        cases.concurrentMap { RuleModel.digest(of: $0, in: advising) }
    }

    /// Has the tests built and the digest made on another core, while this one goes on to an answer.
    public func finishMeanwhile(withDigest: Bool) {
        if withDigest { deferredDigest.begin() } else { whole.begin() }
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
        guard request.asksQuestions else {
            advice = Deferred { advise(request, evaluation) }
            return
        }
        var unasking = request
        unasking.asksQuestions = false
        let rest = Deferred { [unasking] in advise(unasking, evaluation) }
        advice = Deferred {
            rest.begin()
            let asked = questions(request, evaluation)
            var answer = rest.value
            answer.questions = asked
            return answer
        }
    }

    /// Worked out when it is first wanted.
    public var answer: Answer { advice.value }
}

extension CheckedRules {
    /// The request for a case at a stage: its situations up to there, inheritance resolved.
    public func request(_ cluster: ClusterCase, stage: Int) -> AdviceRequest {
        AdviceRequest(
            rules: advising, cluster: cluster, stage: stage,
            history: advising.situations(of: cluster.stages, caseName: cluster.name, upTo: stage),
            overrides: cluster.stages.indices.contains(stage) ? cluster.stages[stage].overrides : [])
    }
}
