import Advice
import Analysis
import Inference
import RuleModel

/// The expectations of one stage of a case or rule test, tried.
public struct Trial: Sendable {
    public let title: String
    /// Of a rule test, not of a case.
    public let isRuleTest: Bool
    /// Empty where there is only one.
    public let stage: String
    public let evaluation: any Evaluation
    public let outcomes: [ExpectationOutcome]
    /// How many rules were left out, because they were drawn from the case's own story alone.
    public let leftOut: Int
}

extension CheckedRules {
    /// Tries every expectation, stage by stage.
    ///
    /// - Parameter clusters: the cases to try; `nil` for all of them and the rule tests.
    public func trials(of clusters: [ClusterCase]?, withoutOwnRules: Bool = false) -> [Trial] {
        stagesWithExpectations(of: clusters).map { cluster, stage in
            trial(of: cluster, stage: stage, withoutOwnRules: withoutOwnRules)
        }
    }

    /// What advisers decided in cases, with what the rules say of it.
    public func overrides(
        of clusters: [ClusterCase]?, withoutOwnRules: Bool = false
    ) -> [(cluster: ClusterCase, stage: Int, answers: [OverrideAnswer])] {
        let cases = clusters ?? self.cases.sorted { $0.name < $1.name }
        return cases.flatMap { cluster in
            cluster.stages.indices.filter { !cluster.stages[$0].overrides.isEmpty }.map { stage in
                var request = request(cluster, stage: stage)
                request.asksQuestions = false
                request.leavesOutOwnRules = withoutOwnRules
                return (cluster, stage, Consultation(request, evaluate: evaluator).answer.overrides)
            }
        }
    }

    /// What the stages that expect something show of the rules.
    public func coverage() -> Coverage {
        var coverage = Coverage(rules)
        for (cluster, stage) in stagesWithExpectations(of: nil) {
            let evaluation = evaluator(request(cluster, stage: stage).history, [])
            coverage.note(evaluation, of: cluster.isRuleTest ? .tests : .cases)
        }
        return coverage
    }

    /// Which tests and cases try which rule.
    public func ruleTries() -> RuleTries {
        var tries = RuleTries(rules)
        for (place, test) in rules.tests.enumerated() {
            for (stage, told) in test.stages.enumerated() where !told.expectations.isEmpty {
                let evaluation = evaluator(request(ClusterCase(test), stage: stage).history, [])
                tries.note(evaluation, of: .test(place), expecting: told.expectations)
            }
        }
        for (place, cluster) in cases.enumerated() {
            for (stage, told) in cluster.stages.enumerated() where !told.expectations.isEmpty {
                let evaluation = evaluator(request(cluster, stage: stage).history, [])
                tries.note(
                    evaluation, of: .stage(RuleTries.CaseStage(cluster: place, stage: stage)),
                    expecting: told.expectations)
            }
        }
        return tries
    }

    func stagesWithExpectations(
        of clusters: [ClusterCase]?
    ) -> [(cluster: ClusterCase, stage: Int)] {
        let cases = clusters ?? self.cases.sorted { $0.name < $1.name }
        let tests = clusters == nil ? rules.tests.map(ClusterCase.init) : []
        return (cases + tests).flatMap { cluster in
            cluster.stages.indices.filter { !cluster.stages[$0].expectations.isEmpty }.map { (cluster, $0) }
        }
    }

    private func trial(of cluster: ClusterCase, stage: Int, withoutOwnRules: Bool) -> Trial {
        var request = request(cluster, stage: stage)
        request.asksQuestions = false
        request.leavesOutOwnRules = withoutOwnRules
        // What is expected is expected of the rules; what an adviser decides is told beside it.
        request.overrides = []
        let consultation = Consultation(request, evaluate: evaluator)
        return Trial(
            title: cluster.isRuleTest ? cluster.title : cluster.name, isRuleTest: cluster.isRuleTest,
            stage: cluster.stages.count > 1 ? cluster.stages[stage].name : "",
            evaluation: consultation.evaluation,
            outcomes: cluster.stages[stage].expectations.map {
                outcome(of: $0, answer: consultation.answer, evaluation: consultation.evaluation)
            }, leftOut: withoutOwnRules ? request.excludedRules.count : 0)
    }
}

extension ClusterCase {
    /// A rule test is a small case without a name.
    init(_ test: RuleTest) {
        self.init(name: "", title: test.title, stages: test.stages, origin: test.origin)
    }

    var isRuleTest: Bool { name.isEmpty }
}
