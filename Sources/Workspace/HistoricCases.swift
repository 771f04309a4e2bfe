import Advice
import RuleModel

extension CheckedRules {
    /// The historic cases most alike to a case consulted, in what mattered to its advice.
    ///
    /// Every stage of every other case is evaluated under the same rules, without those the request leaves out.
    public func similarCases(to consultation: Consultation, _ request: AdviceRequest) -> [SimilarCase] {
        let excluded = request.excludedRules
        let history = cases.filter { $0.name != request.cluster.name }.sorted { $0.name < $1.name }.flatMap {
            cluster in
            cluster.stages.indices.map { stage in
                let situations = advising.situations(of: cluster.stages, caseName: cluster.name, upTo: stage)
                return HistoricStage(
                    cluster: cluster, stage: stage,
                    reasons: evaluator(situations, excluded).rulesCarryingAdvice(for: request))
            }
        }
        return similarHistory(
            to: consultation.evaluation.rulesCarryingAdvice(for: request), of: request.cluster.name,
            among: history)
    }
}
