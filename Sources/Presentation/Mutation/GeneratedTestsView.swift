import Analysis
import RuleModel

/// Tests made for a rule, ready for its tests file, with what could not be shown as comments.
public struct GeneratedTestsView: Sendable {
    private let tests: GeneratedTests
    private let rules: RuleBase
    private let phraser: Phraser
    private var rule: Rule { rules[tests.rule] }

    public init(_ tests: GeneratedTests, rules: RuleBase) {
        self.tests = tests
        self.rules = rules
        phraser = Phraser(rules: rules, history: [])
    }

    /// As the file has it.
    public var text: String {
        var lines = ["language 1", ""] + about
        var titles: Set<String> = []
        for item in tests.items {
            lines.append("")
            lines += TestText(rules: rules).lines(
                TestText(rules: rules).titled(item.test, title(item.role, besides: &titles)))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var about: [String] {
        let count = counted(tests.items.count, "test")
        let shown = counted(tests.shown, "condition")
        var lines = ["# Shows that each condition of \(rule.name) matters: \(shown), \(count)."]
        if tests.shown > 0 {
            lines.append(
                tests.isSmallest
                    ? "# No smaller set does: each condition takes a pair of tests of its own."
                    : "# At least \(tests.shown + 1) are needed; whether so few are enough was not settled.")
        }
        for (place, reason) in tests.unshown { lines.append("# Not shown: \(asked(place)). \(why(reason))") }
        return lines
    }

    private func asked(_ place: Int) -> String { phraser.phrase(rule.askedConditions[place]) }

    private func why(_ reason: GeneratedTests.Reason) -> String {
        switch reason {
        case .neverDecides: "No small cluster was found in which it decides."
        case .tiedTo(let other): "What turns it round turns this round as well: \(asked(other))."
        case .tooMany: "There are too many ways to try."
        }
    }

    private func title(_ role: GeneratedTests.Role, besides titles: inout Set<String>) -> String {
        var title =
            switch role {
            case .applies: "\(rule.name) applies"
            case .without(let place): "\(rule.name) turns on \(asked(place).filter { $0 != "\"" })"
            }
        let bare = title
        var number = 2
        while !titles.insert(title).inserted {
            title = "\(bare), \(number)"
            number += 1
        }
        return title
    }
}
