import Advice
import Generation
import Inference
import Notation
import RuleModel

extension Scenario {
    /// What is advised at the scenario's last stage.
    var request: AdviceRequest {
        AdviceRequest(
            rules: rules, cluster: ClusterCase(name: "case-a", telling: history, rules: rules, inFull: false),
            stage: history.count - 1, history: history, asksQuestions: false)
    }
}

/// The shipped cases at their last stages, or at every stage, evaluated.
struct ShippedCases {
    let consultations: [(request: AdviceRequest, evaluation: CompiledEvaluation)]
    let compiled: CompiledRules

    init(everyStage: Bool = false) {
        let built = build(ShippedFiles.all.map { parse(fileName: $0.name, source: $0.bytes) })
        let compiled = CompiledRules(built.rules)
        self.compiled = compiled
        consultations = built.cases.flatMap { cluster in
            let last = cluster.stages.count - 1
            return (everyStage ? Array(0...last) : [last]).map { stage in
                let history = built.rules.situations(
                    of: cluster.stages, caseName: cluster.name, upTo: stage)
                let request = AdviceRequest(
                    rules: built.rules, cluster: cluster, stage: stage, history: history,
                    asksQuestions: false)
                return (request, CompiledEvaluation(compiled, history: history))
            }
        }
    }
}
