import Notation
import RuleModel

extension Checks {
    /// Comparisons that every value passes: they ask for a reading and then let anything pass.
    static func alwaysTrueConditions(_ ground: CheckGround) -> [Finding] {
        ground.declared[.rule].flatMap { declaration -> [Finding] in
            guard let rule = ground.rules.rules.first(named: declaration.name) else { return [] }
            var found: [Finding] = []
            for condition in rule.conditions {
                condition.eachPart { part in
                    guard case .lies(let value, in: let set, let threshold) = part,
                        let type = ground.type(of: value),
                        ground.rules.domain(of: type).isSubset(of: set)
                    else { return }
                    let place = declaration.node.below(.comparison).first { comparison in
                        comparison.children.contains { $0.dense == threshold.wording }
                    }
                    found.append(
                        Finding(
                            code: "always-true", severity: .warning,
                            message:
                                "the rule `\(rule.name)` asks for something that every value passes",
                            place: place?.place ?? declaration.place, label: "nothing fails this",
                            help: ["take it out, or write the bound that was meant"]))
                }
            }
            return found
        }
    }
}

extension CheckGround {
    /// The kind of values of what is read directly; what is counted or added up has bounds of its own.
    func type(of expression: Expression) -> ValueType? {
        switch expression {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, of: _): rules[attribute].measurement.type
        case .packageAttribute(let attribute, of: _): rules[attribute].measurement.type
        case .count, .countOf: .count(of: nil)
        case .literal, .proportion, .fold, .timeSince: nil
        }
    }
}

extension [Rule] {
    /// Rules are in order of name.
    func first(named name: String) -> Rule? {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].name == name { return self[middle] }
            if self[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return first { $0.name == name }
    }
}
