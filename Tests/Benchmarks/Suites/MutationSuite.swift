import Analysis
import Benchmark
import Foundation
import RuleModel
import Workspace

/// Changes of the shipped rules tried on everything that the shipped tests and cases expect, on all
/// cores, against trying all of that once on the rules as they are.
func mutationSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "mutation")
    let checked = CheckedRules(
        SourceSet(
            basis: .carried, texts: ShippedTexts.all.map { SourceText(name: $0.name, bytes: $0.bytes) }))
    let everything = "all tests and cases once"
    Subject(everything, in: suite, Amount(count: 1, unit: "runs"), baseline: nil) {
        _ = checked.trials(of: nil)
        return { checked.trials(of: nil).count }
    }
    let count = 500
    Subject("changed rules tried", in: suite, Amount(count: count, unit: "mutants"), baseline: everything) {
        let trial = checked.mutationTrial()
        let every = trial.rules.rules.indices.flatMap { trial.rules.mutants(of: ID($0)) }
        return {
            let groups = Array(Dictionary(grouping: every.sample(count, seed: 1), by: \.rule))
            return groups.concurrentMap { trial.fates(of: $0.value, $0.key).count }.reduce(0, +)
        }
    }
    return suite
}
