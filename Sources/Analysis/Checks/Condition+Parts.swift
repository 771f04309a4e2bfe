import RuleModel

extension Rule {
    /// All that the rule asks: of what it ranges over, its `when` and its exceptions.
    var conditions: [Condition] {
        bindings.compactMap(\.filter) + [condition].compactMap { $0 } + exceptions.map(\.condition)
    }
}

extension RuleBase {
    /// Shows every condition of rules, stop tests and reports, with all its parts.
    func eachCondition(_ see: (Condition) -> Void) {
        for rule in rules { for condition in rule.conditions { condition.eachPart(see) } }
        for stop in packages.flatMap(\.stops) { stop.condition.eachPart(see) }
        for report in reports { report.expression.eachPart(see) }
    }
}
