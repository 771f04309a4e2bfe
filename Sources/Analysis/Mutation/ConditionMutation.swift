import RuleModel

/// The small changes of a condition.
struct ConditionMutation {
    let rules: RuleBase

    /// `nil` where nothing is left to ask.
    typealias Variant = (change: Mutant.Change, condition: Condition?)

    /// The whole condition with one thing changed, in every place of it.
    func variants(of condition: Condition) -> [Variant] {
        let isJoint =
            switch condition {
            case .all, .any: true
            default: false
            }
        return (isJoint ? [] : [(.conditionDropped(condition), nil)]) + inside(condition)
    }

    /// Everything but dropping it, which is for whoever holds it to do.
    private func inside(_ condition: Condition) -> [Variant] {
        switch condition {
        case .not(let part):
            // Its opposite is the part, which is what turning the part round would give as well.
            return [(.conditionTurned(condition, becomes: part), part)]
                + inside(part).filter { $0.condition != .not(part) }.map {
                    ($0.change, $0.condition.map { .not($0) })
                }
        case .all(let parts): return joint(parts, condition, other: .any(parts)) { .all($0) }
        case .any(let parts): return joint(parts, condition, other: .all(parts)) { .any($0) }
        case .listed(let comparison, let number, of: let parts):
            return counts(comparison, number, parts, condition)
                + members(of: parts, condition) { .listed(comparison, number, of: $0) }
        case .some(let members, let body):
            guard let body else { return [turned(condition)] }
            return [
                turned(condition),
                (
                    .quantifierSwapped(condition, becomes: .every(members, filter: nil, body)),
                    .every(members, filter: nil, body)
                ),
            ] + variants(of: body).map { ($0.change, .some(members, $0.condition)) }
        case .every(let members, filter: let filter, let body):
            let both = Condition.all([filter, body].compactMap(\.self))
            return [
                turned(condition),
                (.quantifierSwapped(condition, becomes: .some(members, both)), .some(members, both)),
            ]
                + (filter.map { variants(of: $0) } ?? []).map {
                    ($0.change, .every(members, filter: $0.condition, body))
                }
                + inside(body).map { variant in
                    (variant.change, variant.condition.map { .every(members, filter: filter, $0) })
                }
        case .previously(let part):
            return [
                (.quantifierSwapped(condition, becomes: part), part),
                (.quantifierSwapped(condition, becomes: .earlier(part)), .earlier(part)),
            ] + inside(part).map { ($0.change, $0.condition.map { .previously($0) }) }
        case .earlier(let part):
            return [
                (.quantifierSwapped(condition, becomes: part), part),
                (.quantifierSwapped(condition, becomes: .previously(part)), .previously(part)),
            ] + inside(part).map { ($0.change, $0.condition.map { .earlier($0) }) }
        case .rising(let expression):
            return [(.conditionTurned(condition, becomes: .falling(expression)), .falling(expression))]
        case .falling(let expression):
            return [(.conditionTurned(condition, becomes: .rising(expression)), .rising(expression))]
        case .compares(let left, let comparison, let right):
            let opposite = Condition.compares(left, comparison.opposite, right)
            return comparison == .exactly
                ? [turned(condition)] : [(.conditionTurned(condition, becomes: opposite), opposite)]
        case .lies(let expression, in: let set, let threshold):
            return [turned(condition)]
                + SetMutation(rules: rules, expression: expression, threshold: threshold).variants(of: set)
                + figures(expression, condition) { .lies($0, in: set, threshold) }
        case .classification(let id, value: let value, of: let bearer):
            let count = rules[id].values.count
            guard count > 1 else { return [turned(condition)] }
            let other = Condition.classification(id, value: (value + 1) % count, of: bearer)
            return [turned(condition), (.valueSwapped(condition, becomes: other), other)]
        case .holds(let expression):
            return [turned(condition)] + figures(expression, condition) { .holds($0) }
        case .concept, .criterion, .lens, .recommended, .inForce: return [turned(condition)]
        }
    }

    private func turned(_ condition: Condition) -> Variant {
        (.conditionTurned(condition, becomes: .not(condition)), .not(condition))
    }

    private func joint(
        _ parts: [Condition], _ condition: Condition, other: Condition, _ make: ([Condition]) -> Condition
    ) -> [Variant] {
        guard parts.count > 1 else { return members(of: parts, condition, make) }
        return [(.jointSwapped(condition, becomes: other), other)] + members(of: parts, condition, make)
    }

    /// Each part dropped, and each part changed.
    private func members(
        of parts: [Condition], _ condition: Condition, _ make: ([Condition]) -> Condition
    ) -> [Variant] {
        parts.indices.flatMap { place -> [Variant] in
            var fewer = parts
            fewer.remove(at: place)
            let isListed = if case .listed = condition { true } else { false }
            let rest: Condition? =
                fewer.isEmpty ? nil : fewer.count == 1 && !isListed ? fewer[0] : make(fewer)
            return [(.conditionDropped(parts[place]), rest)]
                + inside(parts[place]).map { variant in
                    var changed = parts
                    if let part = variant.condition {
                        changed[place] = part
                    } else {
                        changed.remove(at: place)
                    }
                    return (variant.change, make(changed))
                }
        }
    }

    /// One more or one fewer of the listed ones.
    private func counts(
        _ comparison: Comparison, _ number: Int, _ parts: [Condition], _ condition: Condition
    ) -> [Variant] {
        [number - 1, number + 1].filter { (1...max(1, parts.count)).contains($0) }.map { other in
            let other = Condition.listed(comparison, other, of: parts)
            return (.thresholdShifted(condition, becomes: other), other)
        }
    }

    /// What is asked of each thing that a figure is worked out from.
    private func figures(
        _ expression: Expression, _ condition: Condition, _ make: (Expression) -> Condition
    ) -> [Variant] {
        switch expression {
        case .count(let members, where: let filter?):
            variants(of: filter).map { ($0.change, make(.count(members, where: $0.condition))) }
        case .fold(let fold, let attribute, let members, where: let filter?):
            variants(of: filter).map {
                ($0.change, make(.fold(fold, attribute, members, where: $0.condition)))
            }
        case .proportion(let members, where: let filter):
            inside(filter).compactMap { variant in
                variant.condition.map { (variant.change, make(.proportion(members, where: $0))) }
            }
        case .countOf(let parts): self.members(of: parts, condition) { make(.countOf($0)) }
        default: []
        }
    }
}

extension Comparison {
    /// What holds where this does not.
    fileprivate var opposite: Comparison {
        switch self {
        case .atLeast: .below
        case .below: .atLeast
        case .atMost: .above
        case .above: .atMost
        case .exactly: .exactly
        }
    }
}
