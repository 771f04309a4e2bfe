import Inference
import RuleModel

/// What a learner says, in the words that a journal keeps it in.
public struct SayingWords: Sendable {
    private let rules: RuleBase
    private let now: Situation

    public init(rules: RuleBase, now: Situation) {
        self.rules = rules
        self.now = now
    }

    public func text(_ saying: Saying) -> String {
        switch saying {
        case .holds(let fact): "holds \(name(fact))"
        case .matters(let topic): "matters \(name(topic))"
        case .propose(let package): "propose \(rules[package].name)"
        case .dropDiagnosis(let fact): "drop \(name(fact))"
        case .dropTopic(let topic): "drop \(name(topic))"
        case .dropPackage(let package): "drop \(rules[package].name)"
        case .ask(let topic): "fact \(name(topic))"
        case .hint: "hint"
        case .check: "check"
        case .reveal: "reveal"
        }
    }

    public func name(_ topic: Topic) -> String {
        switch topic {
        case .diagnostic(let id): rules[id].name
        case .attribute(let id): rules[id].name
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .collection(let id): rules[id].name
        case .inForce(let id): rules[id].name
        }
    }

    public func name(_ fact: Fact) -> String {
        switch fact {
        case .concept(let id, member: let member): rules[id].name + of(member)
        case .classification(let value, member: let member):
            "\(rules[value.classification].name) is \(rules[value.classification].values[value.value].name)"
                + of(member)
        default: ""
        }
    }

    private func of(_ member: MemberID?) -> String {
        member.flatMap { now[$0]?.name }.map { " of \($0)" } ?? ""
    }
}
