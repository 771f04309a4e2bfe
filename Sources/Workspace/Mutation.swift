import Advice
import Analysis
import Inference
import RuleModel
import Synchronization

extension CheckedRules {
    /// Every stage that expects something, worked out and ready to try changed rules on.
    ///
    /// - Parameter alone: without any stage, for whoever makes up clusters of their own.
    public func mutationTrial(alone: Bool = false) -> MutationTrial {
        let compiled = compiled
        let stages = (alone ? [] : stagesWithExpectations(of: nil)).concurrentMap { cluster, stage in
            TriedStage(
                cluster, stage: stage, isRuleTest: cluster.isRuleTest,
                evaluation: CompiledEvaluation(compiled, history: request(cluster, stage: stage).history))
        }
        return MutationTrial(compiled, stages, verdict: expectedVerdict)
    }

    /// The verdict an expectation speaks of, under whatever rules the evaluation was made.
    var expectedVerdict: ExpectedVerdict {
        let evidence = EvidenceCounted(advising)
        return { expected, evaluation, cluster, stage in
            var request = AdviceRequest(
                rules: evaluation.rules, cluster: cluster, stage: stage, history: evaluation.history)
            request.asksQuestions = false
            let outcome = outcome(
                of: Expectation(manner: .holds, expected), request: request, evaluation: evaluation,
                evidence: evidence)
            let isMissing = outcome.grounds.contains { if case .noSuchMember = $0 { true } else { false } }
            return isMissing ? nil : outcome.verdict
        }
    }
}

extension CheckedRules {
    /// Tries mutants on all cores.
    ///
    /// - Parameter progress: told, from any thread, how many mutants are done.
    public func mutationReport(
        of rules: [ID<Rule>], sample: Int?, seed: UInt64, progress: @escaping @Sendable (Int, Int) -> Void
    ) -> MutationReport {
        let trial = mutationTrial()
        let every = rules.flatMap { advising.mutants(of: $0) }
        let chosen = sample.map { every.sample($0, seed: seed) } ?? every
        let groups = Dictionary(grouping: chosen, by: \.rule).sorted { $0.key < $1.key }
        let done = Counter()
        let results = groups.concurrentMap { group in
            let results = trial.fates(of: group.value, group.key).map { mutant, fate in
                MutationReport.Result(
                    mutant: mutant, fate: fate,
                    survival: fate == .survived ? trial.survival(of: mutant) : nil)
            }
            progress(done.add(results.count), chosen.count)
            return results
        }.flatMap { $0 }
        let inOrder = results.enumerated().sorted { one, other in
            let (left, right) = (
                advising[one.element.mutant.rule].origin, advising[other.element.mutant.rule].origin
            )
            return (left.file, left.line, one.offset) < (right.file, right.line, other.offset)
        }.map(\.element)
        return MutationReport(advising, inOrder, sampledFrom: sample == nil ? nil : every.count)
    }
}

/// Counts up from several threads.
private final class Counter: Sendable {
    private let count = Mutex(0)

    func add(_ more: Int) -> Int {
        count.withLock { count in
            count += more
            return count
        }
    }
}
