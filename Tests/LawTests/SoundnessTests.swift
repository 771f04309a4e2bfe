import Generation
import Inference
import RuleModel
import Testing

/// The evaluator against an oracle that knows two truth values and one cluster at a time.
@Suite struct SoundnessTests {
    @Test func `a yes is true and a no is false in every cluster the case could be about`() {
        LawRun.hold(sample: 150) { scenario in
            let evaluation = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let stage = scenario.history.count - 1
            var random = SeededGenerator(seed: scenario.seed)
            for _ in 0..<8 {
                let world = ExactWorld(scenario.completed(&random), coin: random.next())
                let truths = evaluation.facts.map { world.isTrue($0, at: stage) }
                let unlisted = world.drawn[stage].subtracting(evaluation.facts)
                if world.isDoubtful { continue }
                for (fact, isTrue) in zip(evaluation.facts, truths) {
                    let verdict = evaluation.verdict(of: fact)
                    if verdict == .yes, !isTrue { return "\(fact) is yes, yet false in a completion" }
                    if verdict == .no, isTrue { return "\(fact) is no, yet true in a completion" }
                }
                if let fact = unlisted.first(where: { !world.isAboutUnmentioned($0, at: stage) }) {
                    return "\(fact) is true in a completion and not among the facts"
                }
            }
            return nil
        }
    }

    @Test func `the possible values of a figure include the true one`() {
        LawRun.hold(sample: 150) { scenario in
            let evaluation = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            var random = SeededGenerator(seed: scenario.seed)
            for _ in 0..<8 {
                let world = ExactWorld(scenario.completed(&random), coin: random.next())
                for report in scenario.rules.reports {
                    let truth = world.value(report.expression, Assignment(), scenario.history.count - 1)
                    if world.isDoubtful { break }
                    let figure = evaluation.figure(of: report.expression)
                    if let truth, truth.isDisjoint(with: figure.possible) {
                        return "\(report.expression) is \(truth), which \(figure.possible) leaves out"
                    }
                    if !figure.presumed.isSubset(of: figure.possible) {
                        return "\(figure) presumes the impossible"
                    }
                }
            }
            return nil
        }
    }

    @Test func `where nothing is unknown every verdict is a yes or a no, and the true one`() {
        LawRun.hold(sample: 150) { scenario in
            var random = SeededGenerator(seed: scenario.seed)
            var settled = scenario.settled(&random)
            settled.rules.rules.removeAll { $0.conditions.contains { !$0.isAlwaysDefined } }
            let evaluation = ReferenceEvaluation(rules: settled.rules, history: settled.history)
            let world = ExactWorld(settled, coin: 0)
            for fact in evaluation.facts {
                let isTrue = world.isTrue(fact, at: 0), verdict = evaluation.verdict(of: fact)
                if verdict != (isTrue ? .yes : .no) { return "\(fact) is \(verdict.name) and \(isTrue)" }
            }
            return nil
        }
    }
}

extension Scenario {
    /// The first stage alone, completed, dated and closed, every concept decided by its rules.
    fileprivate func settled(_ random: inout SeededGenerator) -> Scenario {
        var settled = completed(&random)
        settled.history = Array(settled.history.prefix(1))
        for place in settled.history.indices {
            settled.history[place].from = TickRange(8_000, 8_000)
            settled.history[place].closed = Set(rules.collections.indices.map { ID($0) })
            for id in settled.history[place].allMembers {
                settled.history[place].members[id.collection]?[id.index].closed = Set(
                    rules.collections.indices.map { ID($0) })
                // Nobody is unmentioned any more.
                settled.history[place].members[id.collection]?[id.index].name = "m\(id.index)"
            }
        }
        for place in settled.rules.concepts.indices { settled.rules.concepts[place].isBySigns = false }
        return settled
    }
}

extension Rule {
    fileprivate var conditions: [Condition] {
        bindings.compactMap(\.filter) + [condition].compactMap { $0 } + exceptions.map(\.condition)
    }
}

extension Condition {
    /// Whether it is true or false of every settled cluster with one stage: no shares of nothing, no looking back,
    /// no fraction that two roundings could tell apart.
    fileprivate var isAlwaysDefined: Bool {
        switch self {
        case .rising, .falling, .previously, .earlier: false
        case .holds(let expression), .lies(let expression, _, _):
            expression.isAlwaysDefined && parts.allSatisfy(\.isAlwaysDefined)
        case .compares(let left, _, let right):
            left.isAlwaysDefined && right.isAlwaysDefined && parts.allSatisfy(\.isAlwaysDefined)
        default: parts.allSatisfy(\.isAlwaysDefined)
        }
    }
}

extension Expression {
    fileprivate var isAlwaysDefined: Bool {
        switch self {
        case .proportion: false
        case .fold(let fold, _, _, _): fold == .sum
        default: true
        }
    }
}
