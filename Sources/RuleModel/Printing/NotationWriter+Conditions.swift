// Conditions and expressions in notation.

extension NotationWriter {
    /// A condition as it can stand behind `when`.
    func condition(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts):
            if let change = change(parts) { return change }
            return parts.map(unary).joined(separator: " and ")
        case .any(let parts):
            // `or` behind a value would go on with the values, so all but the last stand in parentheses.
            return parts.enumerated().map { place, part in
                place < parts.count - 1 && endsWithValue(part) ? "(\(self.condition(part)))" : unary(part)
            }.joined(separator: " or ")
        default: return unary(condition)
        }
    }

    private func endsWithValue(_ condition: Condition) -> Bool {
        switch condition {
        case .lies(_, in: _, let threshold): threshold.judgement == nil
        case .classification, .lens, .not, .some, .every, .earlier: true
        default: false
        }
    }

    /// A condition as it can stand behind `not` and `where`: in parentheses if it has joints.
    func unary(_ condition: Condition) -> String {
        switch condition {
        case .all, .any: return "(\(self.condition(condition)))"
        case .holds(let expression): return self.expression(expression)
        case .lies(let expression, in: let set, let threshold):
            return lies(expression, set, threshold, isNot: false)
        case .compares(let left, let comparison, let right):
            return "\(expression(left)) \(words(comparison)) \(expression(right))"
        case .concept(let concept, of: let bearer): return rules[concept].name + of(bearer)
        case .classification(let id, value: let value, of: let bearer):
            return "\(rules[id].name)\(of(bearer)) is \(rules[id].values[value].name)"
        case .criterion(let criterion, of: let package):
            return "\(rules[criterion].name) of \(self.package(package))"
        case .lens(let lens, values: let mask, of: let package):
            let values = members(mask, rules[lens].values.map(\.name), isOrdered: false)
            return "\(rules[lens].name) of \(self.package(package)) is \(values)"
        case .recommended(let package): return "\(self.package(package)) is recommended"
        case .inForce(let package): return "\(self.package(package)) is in force"
        case .not(let inner): return negated(inner)
        case .listed(let comparison, let number, of: let parts):
            return
                "\(words(comparison)) \(number) of { \(parts.map(self.condition).joined(separator: "; ")) }"
        case .some(let members, let inner): return "some \(self.members(members))\(filter(inner))"
        case .every(let members, filter: let filter, let inner):
            return "every \(self.members(members))\(self.filter(filter)) satisfies \(unary(inner))"
        case .rising(let expression): return "\(self.expression(expression)) rising"
        case .falling(let expression): return "\(self.expression(expression)) falling"
        case .previously(let inner): return "at the stage before (\(self.condition(inner)))"
        case .earlier(let inner): return "in an earlier stage \(unary(inner))"
        }
    }

    private func negated(_ condition: Condition) -> String {
        switch condition {
        case .lies(let expression, in: let set, let threshold) where !isBound(expression, set):
            lies(expression, set, threshold, isNot: true)
        case .classification(let id, value: let value, of: let bearer):
            "\(rules[id].name)\(of(bearer)) is not \(rules[id].values[value].name)"
        case .recommended(let package): "\(self.package(package)) is not recommended"
        case .inForce(let package): "\(self.package(package)) is not in force"
        case .some(let members, let inner): "no \(self.members(members))\(filter(inner))"
        default: "not \(unary(condition))"
        }
    }

    private func isBound(_ expression: Expression, _ set: ValueSet) -> Bool {
        !test(set, rules.type(of: expression), bounds: rules.bounds(of: expression)).hasPrefix("is ")
    }

    private func lies(_ expression: Expression, _ set: ValueSet, _ threshold: Threshold, isNot: Bool)
        -> String
    {
        let test = test(set, rules.type(of: expression), bounds: rules.bounds(of: expression), isNot: isNot)
        return joined(
            self.expression(expression, isBeforeIs: test.hasPrefix("is ")), test, judgement(threshold))
    }

    private func judgement(_ threshold: Threshold) -> String {
        threshold.judgement.map { "judgement \(quoted($0))" } ?? ""
    }

    /// `X was A and is B`, which is how a condition on the stage just before is said.
    private func change(_ parts: [Condition]) -> String? {
        guard parts.count == 2, case .previously(let before) = parts[0] else { return nil }
        switch (before, parts[1]) {
        case (.lies(let left, in: let was, let threshold), .lies(let right, in: let now, _))
        where left == right:
            let type = rules.type(of: left), bounds = rules.bounds(of: left)
            return joined(
                expression(left),
                "was \(values(was, type, bounds: bounds)) and is \(values(now, type, bounds: bounds))",
                judgement(threshold))
        default:
            guard let (name, was) = classified(before), let (other, now) = classified(parts[1]), name == other
            else {
                return nil
            }
            return "\(name) was \(was) and is \(now)"
        }
    }

    /// One or several values of a classification, or of a lens.
    private func classified(_ condition: Condition) -> (String, String)? {
        switch condition {
        case .classification(let id, value: let value, of: let bearer):
            return (rules[id].name + of(bearer), rules[id].values[value].name)
        case .lens(let lens, values: let mask, of: let package):
            let values = members(mask, rules[lens].values.map(\.name), isOrdered: false)
            return ("\(rules[lens].name) of \(self.package(package))", values)
        case .any(let parts):
            let all = parts.map(classified)
            guard let name = all.first??.0, all.allSatisfy({ $0?.0 == name }) else { return nil }
            return (name, all.compactMap { $0?.1 }.joined(separator: " or "))
        default: return nil
        }
    }

    func words(_ comparison: Comparison) -> String {
        switch comparison {
        case .atLeast: "at least"
        case .atMost: "at most"
        case .above: "above"
        case .below: "below"
        case .exactly: "exactly"
        }
    }

    private func word(_ fold: Expression.Fold) -> String {
        switch fold {
        case .sum: "sum"
        case .mean: "mean"
        case .largest: "largest"
        case .smallest: "smallest"
        }
    }

    private func of(_ bearer: Bearer) -> String {
        if case .member(let variable) = bearer { " of \(NotationWriter.letter(variable))" } else { "" }
    }

    private func members(_ members: Members) -> String {
        joined(
            rules[members.collection].name, NotationWriter.letter(members.variable),
            members.parent.map { "of \(NotationWriter.letter($0))" })
    }

    private func filter(_ condition: Condition?) -> String { condition.map { " where \(unary($0))" } ?? "" }

    // MARK: Expressions

    /// - Parameter isBeforeIs: `is` follows, which an aggregate's filter without parentheses would take.
    func expression(_ expression: Expression, isBeforeIs: Bool = false) -> String {
        switch expression {
        case .diagnostic(let id): return rules[id].name
        case .attribute(let id, of: let variable):
            return "\(rules[id].name) of \(NotationWriter.letter(variable))"
        case .packageAttribute(let id, of: let package):
            return "\(rules[id].name) of \(self.package(package))"
        case .literal(let typed): return values(typed.value, typed.type)
        case .count(let members, where: let condition):
            return "count of \(self.members(members))\(narrow(condition, isBeforeIs))"
        case .countOf(let parts): return "count of { \(parts.map(condition).joined(separator: "; ")) }"
        case .proportion(let members, where: let condition):
            return "proportion of \(self.members(members))\(narrow(condition, isBeforeIs))"
        case .fold(let fold, let attribute, let members, where: let condition):
            return
                "\(word(fold)) of \(rules[attribute].name) of \(self.members(members))\(narrow(condition, isBeforeIs))"
        case .timeSince(let date): return "time since \(self.expression(date))"
        }
    }

    /// The filter of an aggregate, which takes bounds in parentheses only.
    private func narrow(_ condition: Condition?, _ isBeforeIs: Bool) -> String {
        guard let condition else { return "" }
        switch condition {
        case .holds(.diagnostic) where !isBeforeIs, .holds(.attribute) where !isBeforeIs,
            .concept where !isBeforeIs:
            return " where \(unary(condition))"
        default: return " where (\(self.condition(condition)))"
        }
    }
}
