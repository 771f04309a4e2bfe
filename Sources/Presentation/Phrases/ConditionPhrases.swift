import Inference
import RuleModel

extension Phraser {
    /// A condition nearly as its author wrote it, with members in place of the variables that stand for them.
    func phrase(_ condition: Condition, _ assignment: Assignment = Assignment(), stage: Int? = nil) -> String
    {
        ConditionPhrase(phraser: self, assignment: assignment, stage: stage).words(condition)
    }

    func phrase(_ expression: Expression, _ assignment: Assignment = Assignment(), stage: Int? = nil)
        -> String
    {
        ConditionPhrase(phraser: self, assignment: assignment, stage: stage).words(expression)
    }

    /// The type of an expression's values; `nil` where a declaration is missing.
    func type(of expression: Expression) -> ValueType {
        switch expression {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, _): rules[attribute].measurement.type
        case .packageAttribute(let attribute, _): rules[attribute].measurement.type
        case .literal(let literal): literal.type
        case .count, .countOf: .count(of: nil)
        case .proportion: .percent(of: "")
        case .fold(_, let attribute, _, _): summed(rules[attribute].measurement.type)
        case .timeSince: .duration
        }
    }

    private func summed(_ type: ValueType) -> ValueType {
        // A sum of shares may pass 100 %, so its "unknown" is not the share's.
        if case .percent = type { .number(of: "%") } else { type }
    }
}

private struct ConditionPhrase {
    let phraser: Phraser
    let assignment: Assignment
    let stage: Int?
    private var rules: RuleBase { phraser.rules }

    init(phraser: Phraser, assignment: Assignment, stage: Int?) {
        self.phraser = phraser
        self.assignment = assignment
        self.stage = stage
    }

    func words(_ condition: Condition) -> String {
        switch condition {
        case .holds(let expression): return words(expression)
        case .lies(let expression, let set, let threshold):
            let test =
                threshold.wording.isEmpty
                ? "is \(rules.phrase(set, phraser.type(of: expression)))" : threshold.wording
            return "\(words(expression)) \(test)"
        case .compares(let left, let comparison, let right):
            return "\(words(left)) \(comparison.words) \(words(right))"
        case .concept(let concept, let bearer): return rules[concept].name + of(bearer)
        case .classification(let classification, let value, let bearer):
            let declared = rules[classification]
            return "\(declared.name)\(of(bearer)) is \(Phraser.name(declared.values, value))"
        case .criterion(let criterion, let package): return "\(name(package)) is \(rules[criterion].name)"
        case .lens(let lens, let values, let package):
            let names = rules[lens].values.indices.filter { $0 < 64 && values & (1 << UInt64($0)) != 0 }
                .map { rules[lens].values[$0].name }
            return "\(rules[lens].name) of \(name(package)) is \(listed(names, "or"))"
        case .recommended(let package): return "\(name(package)) is recommended"
        case .inForce(let package): return "\(name(package)) is in force"
        case .not(.some(let members, let body)): return quantified("no", members, body)
        case .not(let inner): return "not \(grouped(inner))"
        case .all(let parts): return parts.map(grouped).joined(separator: " and ")
        case .any(let parts): return parts.map(grouped).joined(separator: " or ")
        case .listed(let comparison, let number, let parts):
            return "\(comparison.words) \(number) of { \(parts.map(words).joined(separator: "; ")) }"
        case .some(let members, let body): return quantified("some", members, body)
        case .every(let members, let filter, let body):
            return quantified("every", members, filter) + " satisfies \(grouped(body))"
        case .rising(let expression): return "\(words(expression)) rising"
        case .falling(let expression): return "\(words(expression)) falling"
        case .previously(let inner): return "in the stage before, \(grouped(inner))"
        case .earlier(let inner): return "in an earlier stage \(grouped(inner))"
        }
    }

    func words(_ expression: Expression) -> String {
        switch expression {
        case .diagnostic(let diagnostic): return rules[diagnostic].name
        case .attribute(let attribute, let variable): return rules[attribute].name + of(.member(variable))
        case .packageAttribute(let attribute, let package):
            return "\(rules[attribute].name) of \(name(package))"
        case .literal(let literal): return rules.phrase(literal.value, literal.type)
        case .count(let members, let filter): return "count of \(plural(members, filter))"
        case .countOf(let parts): return "count of { \(parts.map(words).joined(separator: "; ")) }"
        case .proportion(let members, let filter): return "proportion of \(plural(members, filter))"
        case .fold(let fold, let attribute, let members, let filter):
            return "\(fold.word) of \(rules[attribute].name) of \(plural(members, filter))"
        case .timeSince(let date): return "time since \(words(date))"
        }
    }

    private func grouped(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1: "(\(words(condition)))"
        case .any(let parts) where parts.count > 1: "(\(words(condition)))"
        default: words(condition)
        }
    }

    private func quantified(_ quantifier: String, _ members: Members, _ filter: Condition?) -> String {
        "\(quantifier) \(rules[members.collection].name)\(parent(members))\(suffix(filter))"
    }

    private func plural(_ members: Members, _ filter: Condition?) -> String {
        rules[members.collection].plural + parent(members) + suffix(filter)
    }

    private func suffix(_ filter: Condition?) -> String { filter.map { " where \(grouped($0))" } ?? "" }

    private func parent(_ members: Members) -> String {
        members.parent.map { of(.member($0)) } ?? ""
    }

    /// ` of NAME` for a member that is known; nothing for one a quantifier goes through.
    private func of(_ bearer: Bearer) -> String {
        guard case .member(let variable) = bearer, let member = assignment.members[variable] else {
            return ""
        }
        return " of \(phraser.name(of: member, stage: stage))"
    }

    private func name(_ package: PackageReference) -> String {
        switch package {
        case .package(let id): rules[id].name
        case .variable(let variable): assignment.packages[variable].map { rules[$0].name } ?? "a package"
        }
    }
}

extension Expression.Fold {
    var word: String {
        switch self {
        case .sum: "sum"
        case .mean: "mean"
        case .largest: "largest"
        case .smallest: "smallest"
        }
    }
}
