import RuleModel

/// Two tests of a rule, one in which it applies and one in which it does not, with the words it reads.
public struct TestSkeleton: Sendable {
    private let phraser: Phraser
    private let rule: Rule

    public init(_ rules: RuleBase, rule: Rule) {
        phraser = Phraser(rules: rules, history: [])
        self.rule = rule
    }

    public var titles: [String] { ["\(rule.name) applies", "\(rule.name) does not apply"] }

    public var text: String {
        let applies = test(
            titles[0], "Tell of a cluster in which it applies; of a number, try the one in the rule itself.",
            expects: "rule \(rule.name) applies")
        let fails = test(
            titles[1], "Tell of one that lacks a single condition, or has an exception.",
            expects: "not rule \(rule.name) applies")
        return applies + "\n" + fails
    }

    private func test(_ title: String, _ about: String, expects expected: String) -> String {
        var lines = ["# \(about)", "test \"\(title)\" {"]
        lines += asked("", rule.bindings.compactMap(\.filter) + [rule.condition].compactMap { $0 })
        lines += asked("unless ", rule.exceptions.map(\.condition))
        lines += ["  expect { \(expected) }", "}"]
        return lines.map { $0 + "\n" }.joined()
    }

    /// What the rule asks, as comments; the words of the rule are nearly those of a case.
    private func asked(_ mark: String, _ conditions: [Condition]) -> [String] {
        conditions.flatMap(\.askedConditions).map { "  # \(mark)\(phraser.phrase($0))" }
    }
}
