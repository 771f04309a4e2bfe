import Advice
import Inference
import RuleModel

/// A stage of a case as a class meets it: what was known then, and what the rules make of it.
///
/// It is made from the case cut off behind the stage, so that nothing from a later one can leak into it.
public struct Moment: Sendable {
    /// The case up to this stage.
    public private(set) var cluster: ClusterCase
    /// Place in `cluster.stages`: the last.
    public let stage: Int
    public let evaluation: any Evaluation
    /// The rules' own advice, whatever an adviser decided otherwise.
    public let answer: Answer

    /// - Parameter stage: Place in `whole.stages`; a place beyond them gives the last.
    public init(of whole: ClusterCase, stage: Int, rules: RuleBase, evaluate: Evaluator) {
        let place = max(0, min(stage, whole.stages.count - 1))
        var cluster = whole
        cluster.stages = Array(whole.stages.prefix(place + 1))
        self.cluster = cluster
        self.stage = place
        var request = AdviceRequest(
            rules: rules, cluster: cluster, stage: place,
            history: rules.situations(of: cluster.stages, caseName: cluster.name, upTo: place))
        request.asksQuestions = false
        evaluation = evaluate(request.history, request.excludedRules)
        answer = advise(request, evaluation)
    }

    public var rules: RuleBase { answer.rules }
    public var history: [Situation] { evaluation.history }
    public var now: Situation { history.last ?? Situation() }
    /// The stage as its file tells it; `nil` for a case without any.
    public var told: Stage? { cluster.stages.last }

    /// The same moment in the words that a lesson has for it; they feed no verdict.
    public func retold(at stop: WalkPlan.Stop) -> Moment {
        var moment = self
        moment.cluster.fields = stop.cluster.fields
        for place in moment.cluster.stages.indices where stop.cluster.stages.indices.contains(place) {
            moment.cluster.stages[place].questions = stop.cluster.stages[place].questions
        }
        return moment
    }

    /// What the rules' recommendation of a package rests on.
    public func grounds(of package: ID<Package>) -> [Ground] {
        evaluation.grounds(of: .recommended(package))
    }

    /// Concepts and classifications that hold and carry the rules' programme, each with the condition
    /// that first rests on it, in the programme's order.
    public var bearingDiagnoses: [(fact: Fact, ground: Ground)] {
        var found: [(Fact, Ground)] = []
        for entry in answer.entries {
            for ground in grounds(of: entry.package) {
                // What carries a "not" by failing, or held in the past, is no diagnosis of this moment.
                for fact in ground.facts
                where evaluation.verdict(of: fact).holds && !found.contains(where: { $0.0 == fact }) {
                    found.append((fact, ground))
                }
            }
        }
        return found
    }
}
