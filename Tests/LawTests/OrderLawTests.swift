import Generation
import Inference
import RuleModel
import Testing

@Suite struct OrderLawTests {
    @Test func `the order of rules, conclusions, conjuncts and alternatives changes no verdict`() {
        LawRun.hold(sample: 120) { scenario in
            var random = SeededGenerator(seed: scenario.seed)
            var shuffled = scenario.rules
            shuffled.rules = random.shuffled(shuffled.rules).map { rule in
                var rule = rule
                rule.conclusions = random.shuffled(rule.conclusions)
                rule.exceptions = random.shuffled(rule.exceptions)
                rule.condition = rule.condition.map { shuffle($0, &random) }
                return rule
            }
            let first = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let second = ReferenceEvaluation(rules: shuffled, history: scenario.history)
            if first.facts != second.facts { return "the facts differ" }
            return first.facts.first { first.verdict(of: $0) != second.verdict(of: $0) }.map {
                "\($0) differs"
            }
        }
    }

    private func shuffle(_ condition: Condition, _ random: inout SeededGenerator) -> Condition {
        switch condition {
        case .all(let parts): .all(random.shuffled(parts).map { shuffle($0, &random) })
        case .any(let parts): .any(random.shuffled(parts).map { shuffle($0, &random) })
        case .listed(let comparison, let number, let parts):
            .listed(comparison, number, of: random.shuffled(parts))
        case .not(let part): .not(shuffle(part, &random))
        default: condition
        }
    }
}
