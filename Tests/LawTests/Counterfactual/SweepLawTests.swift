import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

/// Trying a value for itself gives the programme that a sweep says it gives.
@Suite struct SweepLawTests {
    @Test func `in made-up cases every value has the programme that a sweep says`() {
        LawRun.hold(sample: 15) { scenario in
            let reference = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            return breach(
                scenario.request,
                CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history),
                against: reference, seed: scenario.seed)
        }
    }

    @Test func `in shipped cases there is no flip within an interval, and one just outside of it`() {
        let cases = ShippedCases().consultations
        // A few of them, others each time the laws are asked for more.
        for seed in LawRun.seeds(sample: 1) {
            let (request, evaluation) = cases[Int(seed % UInt64(cases.count))]
            let found = breach(request, evaluation, against: evaluation, seed: seed)
            #expect(found == nil, "\(request.cluster.name): \(found ?? "")")
        }
    }

    private func breach(
        _ request: AdviceRequest, _ evaluation: CompiledEvaluation, against oracle: any Evaluation,
        seed: UInt64
    ) -> String? {
        var random = SeededGenerator(seed: seed ^ 0x53EE9)
        var sweeping = Sweeping(request, evaluation)
        let outlining = Outlining(request)
        for place in sweeping.places {
            guard let sweep = sweeping.sweep(place) else { continue }
            for outcome in sweep.outcomes {
                for value in outcome.values.samples(&random) {
                    var otherwise = request.history.last ?? Situation()
                    otherwise.tell(Reading(possible: value), at: place)
                    let tried = outlining.outline(of: oracle.replacingLastStage(with: otherwise))
                    if !tried.hasProgramme(of: outcome.outline) {
                        return "\(place) at \(value) gives another programme than \(outcome.values)"
                    }
                }
            }
            // Neighbours in different outcomes differ by the oracle too, since the samples hold the ends.
            let all = sweep.outcomes.map(\.values)
            for (one, values) in all.enumerated() {
                for other in all[(one + 1)...] where !values.isDisjoint(with: other) {
                    return "\(place): \(values) and \(other) overlap"
                }
            }
        }
        return nil
    }
}

extension ValueSet {
    /// Exact values of the set: all of a list; of quantities the ends of each run and some between them.
    fileprivate func samples(_ random: inout SeededGenerator) -> [ValueSet] {
        switch self {
        case .members(let mask):
            return (0..<64).map { UInt64(1) << $0 }.filter { mask & $0 != 0 }.map { .members($0) }
        case .texts(let texts): return (texts ?? []).map { .texts([$0]) }
        case .runs(let runs):
            return runs.flatMap { run -> [ValueSet] in
                let lower = max(run.lower, -2_000_000_000)
                let upper = min(run.upper, 2_000_000_000)
                guard lower <= upper else { return [] }
                let width = Int(upper - lower) + 1
                let between = (0..<3).map { _ in lower + Int64(random.below(width)) }
                return Set([lower, upper] + between).sorted().map { .ticks($0, $0) }
            }
        }
    }
}
