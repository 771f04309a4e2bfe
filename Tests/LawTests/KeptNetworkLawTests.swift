import Generation
import Inference
import RuleModel
import Testing

/// Networks put into bytes and taken out again are the networks that were put in.
@Suite struct KeptNetworkLawTests {
    private func kept(_ compiled: CompiledRules) -> CompiledRules.KeptNetworks {
        let networks = Dictionary(compiled.networks.map { ($0.name, $0.bytes) }) { first, _ in first }
        return { networks[$0] }
    }

    @Test func `a network that was kept gives the verdicts and proofs of the one that was made`() {
        LawRun.hold(sample: 300) { scenario in
            let making = CompiledRules(scenario.rules)
            let made = CompiledEvaluation(making, history: scenario.history)
            // Those of earlier stages are made when something looks back.
            let proofs = made.facts.map { made.proof(of: $0) }
            let kept = kept(making)
            let taking = CompiledRules(scenario.rules, kept: kept)
            let taken = CompiledEvaluation(taking, history: scenario.history)
            if made.facts != taken.facts { return "other facts" }
            for (fact, proof) in zip(made.facts, proofs) {
                if made.verdict(of: fact) != taken.verdict(of: fact) { return "another verdict of \(fact)" }
                if proof != taken.proof(of: fact) { return "another proof of \(fact)" }
                if made.applications(drawing: fact) != taken.applications(drawing: fact) {
                    return "other applications draw \(fact)"
                }
            }
            for expression in scenario.rules.reports.map(\.expression)
            where made.figure(of: expression) != taken.figure(of: expression) {
                return "another figure of \(expression)"
            }
            let couldBeTaken = taking.networks.contains { kept($0.name) != nil }
            return couldBeTaken ? "a network was made that could have been taken" : nil
        }
    }

    @Test func `a network cut short, or with something behind it, is made once more`() {
        LawRun.hold(sample: 40) { scenario in
            let making = CompiledRules(scenario.rules)
            let made = CompiledEvaluation(making, history: scenario.history)
            let whole = kept(making)
            let damages: [@Sendable ([UInt8]) -> [UInt8]] = [
                { $0 + [0] }, { Array($0.dropLast()) }, { Array($0.prefix($0.count / 2)) },
                { Array($0.prefix(17)) }, { _ in [] },
            ]
            for damage in damages {
                let taking = CompiledRules(scenario.rules) { name in whole(name).map(damage) }
                let taken = CompiledEvaluation(taking, history: scenario.history)
                if taking.networks.isEmpty { return "a damaged network was taken for one" }
                for fact in made.facts where made.verdict(of: fact) != taken.verdict(of: fact) {
                    return "another verdict of \(fact)"
                }
            }
            return nil
        }
    }
}
