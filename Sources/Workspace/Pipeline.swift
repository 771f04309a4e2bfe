import Advice
import Analysis
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
    /// The rules without their tests: what advice is worked out from.
    public let advising: RuleBase
    /// Works out verdicts under these rules, which it makes ready at the first asking.
    public let evaluator: Evaluator
    /// The same with the misconceptions among the rules.
    public let believing: Evaluator
    /// Whether nothing is wrong, unless it be with a test of rules.
    public let isSoundButForTests: Bool
    /// Cases built already, and whether these are all.
    let casesAtHand: [ClusterCase]
    /// Whether all of it is known to be sound.
    public let isAttested: Bool
    let whole: Deferred<Whole>
    private let deferredDigest: Deferred<Digest>
    private let deferredCompiled: Deferred<CompiledRules>
    private let deferredReview: Deferred<[Finding]>

    /// What takes all files and the tests of rules to know.
    struct Whole {
        var files: [ParsedFile]
        var rules: RuleBase
        var cases: [ClusterCase]
        var teaching: Teaching
        var findings: [Finding]
    }

    /// Parsing never fails, and building reports what it cannot use: broken files give findings.
    public init(_ sources: SourceSet) {
        let files = sources.texts.parsed
        let begun = BegunRuleBase(files.filter { !$0.isOfUnknownVersion }, sharing: AllCores())
        let whole = Deferred {
            let built = begun.finished()
            return Whole(
                files: files, rules: built.rules, cases: built.cases, teaching: built.teaching,
                findings: allFindings(files, built, sharing: AllCores()))
        }
        self.init(
            sources, begun, casesAtHand: begun.cases, whole,
            Deferred { RuleModel.digest(of: whole.value.rules) },
            isSoundButForTests: !begun.hasErrors
                && !files.contains { $0.findings.contains { $0.severity == .error } })
    }

    /// - Parameters:
    ///   - isAttested: Whether all of it is known to be sound, so that the whole need not be read for it.
    ///   - compiled: The rules made ready, where that has been begun.
    init(
        _ sources: SourceSet, _ begun: BegunRuleBase, casesAtHand: [ClusterCase], _ whole: Deferred<Whole>,
        _ digest: Deferred<Digest>, isSoundButForTests: Bool, isAttested: Bool = false,
        compiled: CompiledRules? = nil
    ) {
        self.sources = sources
        self.casesAtHand = casesAtHand
        advising = begun.rules
        self.isSoundButForTests = isSoundButForTests
        self.isAttested = isAttested
        self.whole = whole
        deferredDigest = digest
        deferredReview = Deferred {
            let all = whole.value
            return Checks.reviewed(all.findings, rules: all.rules, cases: all.cases, files: all.files)
        }
        // Another evaluator is put in here, and nowhere else.
        let ready = Deferred { compiled ?? CompiledRules(begun.rules) }
        deferredCompiled = ready
        evaluator = { CompiledEvaluation(ready.value, history: $0, excluding: $1) }
        let believing = Deferred { CompiledRules(begun.rules.believing) }
        self.believing = { CompiledEvaluation(believing.value, history: $0, excluding: $1) }
    }

    public var rules: RuleBase { whole.value.rules }
    public var cases: [ClusterCase] { isAttested ? whole.value.cases : casesAtHand }
    /// The lessons and the courses.
    public var teaching: Teaching { whole.value.teaching }
    /// All files as the parser left them, in the order of the sources.
    var files: [ParsedFile] { whole.value.files }
    /// The advising rules, ready for many cases.
    public var compiled: CompiledRules { deferredCompiled.value }
    /// Of grammar and of meaning, in order of place; those without a place come last.
    public var findings: [Finding] { whole.value.findings }
    /// The findings with those of all checks, and without what the files allow.
    public var reviewedFindings: [Finding] { deferredReview.value }
    /// What the files let stand of what an analysis finds.
    public var faultAllowances: FaultAllowances { FaultAllowances(files) }
    /// Of the rules, tests and all.
    public var digest: Digest { deferredDigest.value }

    /// Of each case, in their order.
    public var caseDigests: [Digest] {
        cases.concurrentMap { RuleModel.digest(of: $0, in: advising) }
    }

    /// Has the tests built and the digest made on another core, while this one goes on to an answer.
    public func finishMeanwhile(withDigest: Bool) {
        if isAttested { return }
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
        advice = Deferred { advise(request, evaluation, sharing: AllCores()) }
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
