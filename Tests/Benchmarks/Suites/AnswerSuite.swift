import Advice
import Benchmark
import Inference
import RuleModel

/// What follows on a recommendation, on the shipped rules and one shipped case after the other: each
/// against one evaluation with the answer made of it.
func answerSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "answers")
    let one = Amount(count: 1, unit: "answers")
    func add(_ name: String, baseline: String?, _ work: @escaping (Consulted, Int) -> Int) {
        Subject(name, in: suite, one, baseline: baseline) {
            let cases = Consulted.all()
            var round = 0
            return {
                round += 1
                return work(cases[round % cases.count], round)
            }
        }
    }
    let evaluation = "evaluate and rank"
    add(evaluation, baseline: nil) { consulted, _ in
        let anew = consulted.evaluation.replacingLastStage(with: consulted.now)
        return advise(consulted.request, anew).entries.count
    }
    add("what-if", baseline: evaluation) { consulted, round in
        let diagnostic = ID<Diagnostic>(round % consulted.request.rules.diagnostics.count)
        var otherwise = consulted.now
        otherwise.readings[diagnostic] = nil
        let after = consulted.evaluation.replacingLastStage(with: otherwise)
        return whatIf(consulted.request, before: consulted.evaluation, after: after).packages.count
    }
    add("repair one package", baseline: evaluation) { consulted, round in
        let package = ID<Package>(round % consulted.request.rules.packages.count)
        return repair(consulted.request, consulted.evaluation, package, toStand: true).evaluations
    }
    add("stability of all readings", baseline: evaluation) { consulted, _ in
        stability(consulted.request, consulted.evaluation).evaluations
    }
    add("bounds", baseline: evaluation) { consulted, _ in
        bounds(consulted.request, consulted.evaluation).packages.count
    }
    add("next question of ask", baseline: evaluation) { consulted, _ in
        Interview(consulted.request, consulted.evaluation).next() == nil ? 0 : 1
    }
    Subject("compare two cases", in: suite, one, baseline: evaluation) {
        let sides = Consulted.all().map {
            ComparedSide($0.request, answer: advise($0.request, $0.evaluation), evaluation: $0.evaluation)
        }
        var round = 0
        return {
            round += 1
            let both = [sides[round % sides.count], sides[(round + 1) % sides.count]]
            return compare(both).answers.count
        }
    }
    return suite
}

/// A shipped case at its last stage.
private struct Consulted {
    let request: AdviceRequest
    let evaluation: CompiledEvaluation
    var now: Situation { request.history.last ?? Situation() }

    static func all() -> [Consulted] {
        let built = build(ShippedTexts.all.map(parsed))
        let compiled = CompiledRules(built.rules)
        return built.cases.map { cluster in
            let stage = cluster.stages.count - 1
            let history = built.rules.situations(of: cluster.stages, caseName: cluster.name, upTo: stage)
            let request = AdviceRequest(
                rules: built.rules, cluster: cluster, stage: stage, history: history, asksQuestions: false)
            return Consulted(
                request: request, evaluation: CompiledEvaluation(compiled, history: history))
        }
    }
}
