import RuleModel

extension RuleBaseGenerator {
    /// A condition of at most the given depth over what is in scope.
    mutating func condition(depth: Int, _ reach: Reach, _ scope: Scope) -> Condition {
        guard depth > 0 else { return simple(reach, scope) }
        switch random.below(20) {
        case 0...2: return .all(several(depth, reach, scope))
        case 3...5: return .any(several(depth, reach, scope))
        case 6...7: return .not(condition(depth: depth - 1, reach.strictly, scope))
        case 8:
            let comparison: Comparison = random.pick(of: .atLeast, .atMost, .exactly)
            return .listed(comparison, random.below(4), of: several(depth, reach.strictly, scope))
        case 9...10:
            guard let members = members(scope) else { return simple(reach, scope) }
            let body = random.chance(85) ? condition(depth: depth - 1, reach, scope.adding(members)) : nil
            return .some(members, body)
        case 11:
            guard let members = members(scope) else { return simple(reach, scope) }
            let inner = scope.adding(members)
            let filter = random.chance(50) ? condition(depth: depth - 1, reach.strictly, inner) : nil
            return .every(members, filter: filter, condition(depth: depth - 1, reach.strictly, inner))
        case 12: return .earlier(condition(depth: depth - 1, reach.strictly, scope))
        case 13...14:
            let (expression, type) = aggregate(depth: depth, reach.strictly, scope)
            return .lies(expression, in: values(type), Threshold())
        case 15: return comparison(depth: depth, reach.strictly, scope)
        default: return simple(reach, scope)
        }
    }

    private mutating func several(_ depth: Int, _ reach: Reach, _ scope: Scope) -> [Condition] {
        (0..<random.number(in: 2...3)).map { _ in condition(depth: depth - 1, reach, scope) }
    }

    mutating func members(_ scope: Scope) -> Members? {
        guard let collection = random.pick(ids(rules.collections)) else { return nil }
        return Members(
            collection: collection, variable: freshVariable(), parent: parent(of: collection, scope))
    }

    /// A condition that contains no other.
    private mutating func simple(_ reach: Reach, _ scope: Scope) -> Condition {
        switch random.below(20) {
        case 0...5: return derived(reach, scope) ?? tested(scope)
        case 6: return .criterion(ID(random.below(rules.criteria.count)), of: package(scope))
        case 7: return .lens(ID(0), values: random.pick(of: 0b001, 0b010, 0b011, 0b101), of: package(scope))
        case 8:
            guard reach.strictly.allows(levels.recommendation) else { return tested(scope) }
            return .recommended(package(scope))
        case 9: return .inForce(package(scope))
        case 10: return trend(scope)
        case 11:
            let (expression, type) = read(scope) { _ in true }
            return .all([
                .previously(test(expression, type)), test(expression, type),
            ])
        default: return tested(scope)
        }
    }

    private mutating func derived(_ reach: Reach, _ scope: Scope) -> Condition? {
        let concepts = askable(scope).filter { reach.allows(levels.concepts[$0.0.index]) }
        let kinds = classifiable(scope).filter { reach.allows(levels.classifications[$0.0.index]) }
        if let (kind, bearer) = random.pick(kinds), random.chance(25) || concepts.isEmpty {
            return .classification(kind, value: random.below(rules[kind].values.count), of: bearer)
        }
        return random.pick(concepts).map { .concept($0.0, of: $0.1) }
    }

    private mutating func tested(_ scope: Scope) -> Condition {
        let (expression, type) = read(scope) { _ in true }
        return type == .yesNo ? .holds(expression) : test(expression, type)
    }

    private mutating func test(_ expression: Expression, _ type: ValueType) -> Condition {
        .lies(expression, in: type == .yesNo ? exact(type) : values(type), Threshold())
    }

    private mutating func trend(_ scope: Scope) -> Condition {
        let (expression, _) = read(scope) { $0.isOrdered }
        return random.chance(50) ? .rising(expression) : .falling(expression)
    }

    /// Two things of one type compared with each other.
    private mutating func comparison(depth: Int, _ reach: Reach, _ scope: Scope) -> Condition {
        let comparison: Comparison = random.pick(of: .atLeast, .atMost, .above, .below)
        let (left, type) = read(scope) { $0.isOrdered }
        let (right, other) = read(scope) { $0 == type }
        if left != right, type == other { return .compares(left, comparison, right) }
        guard let first = members(scope), let second = members(scope) else { return tested(scope) }
        return .compares(
            .count(first, where: narrowed(depth, reach, scope.adding(first))), comparison,
            .count(second, where: narrowed(depth, reach, scope.adding(second))))
    }

    private mutating func narrowed(_ depth: Int, _ reach: Reach, _ scope: Scope) -> Condition? {
        random.chance(60) ? condition(depth: depth - 1, reach, scope) : nil
    }
}

extension RuleBaseGenerator {
    /// Something read directly, of a type that is wanted where there is one.
    mutating func read(_ scope: Scope, _ isWanted: (ValueType) -> Bool) -> (Expression, ValueType) {
        var found: [(Expression, ValueType)] = []
        for (variable, collection) in scope.members {
            for attribute in ids(rules.attributes) where rules[attribute].collection == collection {
                found.append((.attribute(attribute, of: variable), rules[attribute].measurement.type))
            }
        }
        if !found.contains(where: { isWanted($0.1) }) || random.chance(50) {
            found += ids(rules.diagnostics).map { (.diagnostic($0), rules[$0].measurement.type) }
        }
        let plan = package(scope)
        for attribute in ids(rules.packageAttributes) where random.chance(30) {
            found.append((.packageAttribute(attribute, of: plan), rules[attribute].measurement.type))
        }
        for diagnostic in ids(rules.diagnostics)
        where rules[diagnostic].measurement.type == .date && random.chance(30) {
            found.append((.timeSince(.diagnostic(diagnostic)), .duration))
        }
        let wanted = found.filter { isWanted($0.1) }
        return random.pick(wanted.isEmpty ? found : wanted) ?? (
            .diagnostic(ID(0)), rules.diagnostics[0].measurement.type
        )
    }

    /// A figure worked out from members or conditions.
    mutating func aggregate(depth: Int, _ reach: Reach, _ scope: Scope) -> (Expression, ValueType) {
        let list = (0..<random.number(in: 2...3)).map { _ in condition(depth: depth - 1, reach, scope) }
        guard random.chance(75), let members = members(scope) else {
            return (.countOf(list), .count(of: nil))
        }
        let inner = scope.adding(members)
        let filter = narrowed(depth, reach, inner)
        switch random.below(4) {
        case 0: return (.count(members, where: filter), .count(of: nil))
        case 1:
            let share = condition(depth: depth - 1, reach, inner)
            return (.proportion(members, where: share), .percent(of: "members"))
        default:
            let attributes = ids(rules.attributes).filter {
                rules[$0].collection == members.collection && rules[$0].measurement.type.isQuantity
            }
            guard let attribute = random.pick(attributes) else {
                return (.count(members, where: filter), .count(of: nil))
            }
            let type = rules[attribute].measurement.type
            return (.fold(fold(over: type), attribute, members, where: filter), type)
        }
    }

    /// Dates have no sum, and counts no mean that is a count.
    private mutating func fold(over type: ValueType) -> Expression.Fold {
        switch type {
        case .date: random.pick(of: .largest, .smallest)
        case .count: random.pick(of: .sum, .largest, .smallest)
        default: random.pick(Expression.Fold.allCases) ?? .sum
        }
    }
}

extension ValueType {
    /// Whether "more" means anything of values of the type.
    var isOrdered: Bool {
        if case .scale = self { true } else { isQuantity }
    }
}
