import Generation
import RuleModel
import Testing

/// What the laws are tried on: a law that never meets a form of the language says nothing about it.
@Suite struct GeneratorTests {
    /// Kept small enough to be quick and large enough for the rarest form.
    private static let scenarios = (0..<200).map { Scenario(seed: UInt64($0), size: .small) }

    @Test func `equal seeds give equal scenarios`() {
        for seed in UInt64(0)..<20 {
            let first = Scenario(seed: seed, size: .small), second = Scenario(seed: seed, size: .small)
            #expect(first.rules == second.rules)
            #expect(first.history == second.history)
        }
    }

    @Test func `every form of condition, expression, conclusion and reading is written`() {
        var seen: Set<String> = []
        for scenario in Self.scenarios {
            for rule in scenario.rules.rules {
                let filters = rule.bindings.compactMap(\.filter)
                for condition in filters + [rule.condition].compactMap({ $0 })
                    + rule.exceptions.map(\.condition)
                {
                    note(condition, in: &seen)
                }
                seen.formUnion(rule.conclusions.map { "conclusion " + label($0) })
                seen.formUnion(rule.bindings.map { "binding " + label($0.range) })
                seen.formUnion(rule.exceptions.map { _ in "exception" })
            }
            for reading in scenario.history.flatMap(\.readings.values) {
                seen.insert("reading \(reading.basis)")
            }
        }
        let missing = Set(Self.expected).subtracting(seen)
        #expect(missing.isEmpty, "\(missing.sorted())")
    }

    @Test func `every type of value is written`() {
        let types = Set(Self.scenarios[0].rules.diagnostics.map { label($0.measurement.type) })
            .union(Scenario(seed: 0, size: .medium).rules.diagnostics.map { label($0.measurement.type) })
        let all = [
            "yesNo", "count", "number", "percent", "money", "duration", "date", "scale", "choice", "text",
        ]
        #expect(Set(all).subtracting(types).isEmpty)
    }

    private func note(_ condition: Condition, in seen: inout Set<String>) {
        seen.insert("condition " + label(condition))
        switch condition {
        case .holds(let expression), .lies(let expression, _, _), .rising(let expression),
            .falling(let expression):
            note(expression, in: &seen)
        case .compares(let left, let comparison, let right):
            seen.insert("comparison \(comparison)")
            note(left, in: &seen)
            note(right, in: &seen)
        default: break
        }
        for part in condition.parts { note(part, in: &seen) }
    }

    private func note(_ expression: Expression, in seen: inout Set<String>) {
        seen.insert("expression " + label(expression))
        if case .fold(let fold, _, _, _) = expression { seen.insert("fold \(fold)") }
    }

    /// The name of an enumeration's case.
    private func label(_ value: Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }

    private static let expected = [
        "condition holds", "condition lies", "condition compares", "condition concept",
        "condition classification",
        "condition criterion", "condition lens", "condition recommended", "condition inForce",
        "condition not",
        "condition all", "condition any", "condition listed", "condition some", "condition every",
        "condition rising", "condition falling", "condition previously", "condition earlier",
        "expression diagnostic", "expression attribute", "expression packageAttribute", "expression count",
        "expression countOf", "expression proportion", "expression fold", "expression timeSince",
        "fold sum", "fold mean", "fold largest", "fold smallest",
        "comparison atLeast", "comparison atMost", "comparison above", "comparison below",
        "conclusion concept", "conclusion classification", "conclusion recommend", "conclusion adviseAgainst",
        "conclusion caution", "conclusion require", "conclusion sequence", "conclusion prefer",
        "conclusion choose",
        "conclusion withdraw", "conclusion assign", "binding members", "binding packages", "exception",
        "reading stated", "reading assumed", "reading disputed", "reading unknown",
    ]
}
