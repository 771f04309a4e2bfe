import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

/// Why-not is complete: what it names is enough.
@Suite struct BlockerRepairLawTests {
    @Test func `in shipped cases repairing what a why-not names makes the package recommended`() {
        let shipped = ShippedCases(everyStage: true)
        var tally: [WhyNotTrial.Outcome: Int] = [:]
        for number in LawRun.seeds(sample: 1).prefix(shipped.consultations.count) {
            let count = shipped.consultations.count
            let (request, evaluation) = shipped.consultations[Int(number * 11 % UInt64(count))]
            for package in request.rules.packages.indices.map({ ID<Package>($0) }) {
                let outcome = WhyNotTrial(rules: request.rules, compiled: shipped.compiled, package: package)
                    .outcome(evaluation)
                tally[outcome, default: 0] += 1
                if case .breach(let breach) = outcome {
                    Issue.record(
                        "\(request.cluster.name), stage \(request.stage + 1), \(request.rules[package].name): \(breach)"
                    )
                }
            }
        }
        LawRun.tell("why-not", tally)
    }

    @Test func `in made-up cases repairing what a why-not names makes the package recommended`() {
        var tally: [WhyNotTrial.Outcome: Int] = [:]
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let evaluation = CompiledEvaluation(compiled, history: scenario.history)
            for package in scenario.rules.packages.indices.map({ ID<Package>($0) }) {
                let outcome = WhyNotTrial(rules: scenario.rules, compiled: compiled, package: package)
                    .outcome(evaluation)
                tally[outcome, default: 0] += 1
                if case .breach(let breach) = outcome { return "package \(package): \(breach)" }
            }
            return nil
        }
        LawRun.tell("why-not, made up", tally)
    }
}
