import RuleModel

extension Condition {
    /// Shows a condition and all that stand in it, down to those in counts and sums.
    func eachPart(_ see: (Condition) -> Void) {
        see(self)
        switch self {
        case .not(let part), .previously(let part), .earlier(let part): part.eachPart(see)
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            for part in parts { part.eachPart(see) }
        case .some(_, let body): body?.eachPart(see)
        case .every(_, filter: let filter, let body):
            filter?.eachPart(see)
            body.eachPart(see)
        case .holds(let value), .lies(let value, in: _, _), .rising(let value), .falling(let value):
            value.eachPart(see)
        case .compares(let left, _, let right):
            left.eachPart(see)
            right.eachPart(see)
        case .concept, .classification, .criterion, .lens, .recommended, .inForce: break
        }
    }
}

extension Expression {
    /// The conditions in a count, a sum and their like.
    func eachPart(_ see: (Condition) -> Void) {
        switch self {
        case .count(_, let filter), .fold(_, _, _, let filter): filter?.eachPart(see)
        case .countOf(let parts): for part in parts { part.eachPart(see) }
        case .proportion(_, let filter): filter.eachPart(see)
        case .timeSince(let date): date.eachPart(see)
        case .diagnostic, .attribute, .packageAttribute, .literal: break
        }
    }
}

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
