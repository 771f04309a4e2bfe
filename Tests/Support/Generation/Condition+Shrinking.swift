import RuleModel

extension Condition {
    /// The variables a quantifier or aggregate directly here binds.
    private var bound: [Variable] {
        switch self {
        case .some(let members, _), .every(let members, _, _): [members.variable]
        case .lies(let expression, _, _), .holds(let expression), .rising(let expression),
            .falling(let expression):
            expression.bound
        case .compares(let left, _, let right): left.bound + right.bound
        default: []
        }
    }

    /// Variables used and not bound inside.
    public var freeVariables: Set<Variable> {
        var free = Set(parts.flatMap(\.freeVariables))
        switch self {
        case .concept(_, .member(let variable)), .classification(_, _, .member(let variable)):
            free.insert(variable)
        case .criterion(_, let package), .lens(_, _, let package), .recommended(let package),
            .inForce(let package):
            free.formUnion(package.variables)
        case .holds(let expression), .lies(let expression, _, _), .rising(let expression),
            .falling(let expression):
            free.formUnion(expression.ownVariables)
        case .compares(let left, _, let right): free.formUnion(left.ownVariables + right.ownVariables)
        case .some(let members, _), .every(let members, _, _): members.parent.map { _ = free.insert($0) }
        default: break
        }
        return free.subtracting(bound)
    }

    /// Simpler conditions over the same variables.
    func simpler() -> [Condition] {
        // A part in place of the whole, where it does not need a variable that the whole binds.
        var simpler = parts.filter { Set(bound).isDisjoint(with: $0.freeVariables) }
        switch self {
        case .all(let parts):
            simpler += shorter(parts).map { .all($0) } + parts.replacing { $0.simpler() }.map { .all($0) }
        case .any(let parts):
            simpler += shorter(parts).map { .any($0) } + parts.replacing { $0.simpler() }.map { .any($0) }
        case .listed(let comparison, let number, let parts):
            simpler += shorter(parts).map { .listed(comparison, number, of: $0) }
            simpler += parts.replacing { $0.simpler() }.map { .listed(comparison, number, of: $0) }
        case .not(let part): simpler += part.simpler().map { .not($0) }
        case .previously(let part): simpler += part.simpler().map { .previously($0) }
        case .earlier(let part): simpler += part.simpler().map { .earlier($0) }
        case .some(let members, let body?):
            simpler.append(.some(members, nil))
            simpler += body.simpler().map { .some(members, $0) }
        case .every(let members, let filter, let body):
            if let filter {
                simpler.append(.every(members, filter: nil, body))
                simpler += filter.simpler().map { .every(members, filter: $0, body) }
            }
            simpler += body.simpler().map { .every(members, filter: filter, $0) }
        case .lies(let expression, let values, let threshold):
            simpler += expression.simpler().map { .lies($0, in: values, threshold) }
        case .compares(let left, let comparison, let right):
            simpler += left.simpler().map { .compares($0, comparison, right) }
            simpler += right.simpler().map { .compares(left, comparison, $0) }
        default: break
        }
        return simpler
    }

    /// Lists of conditions have at least two.
    private func shorter(_ parts: [Condition]) -> [[Condition]] {
        parts.count > 2 ? parts.withoutParts().filter { $0.count >= 2 } : []
    }
}

extension Expression {
    var bound: [Variable] {
        switch self {
        case .count(let members, _), .proportion(let members, _), .fold(_, _, let members, _):
            [members.variable]
        default: []
        }
    }

    var ownVariables: [Variable] {
        switch self {
        case .attribute(_, let variable): [variable]
        case .packageAttribute(_, let package): package.variables
        case .count(let members, _), .proportion(let members, _), .fold(_, _, let members, _):
            members.parent.map { [$0] } ?? []
        case .timeSince(let date): date.ownVariables
        default: []
        }
    }

    func simpler() -> [Expression] {
        switch self {
        case .count(let members, let filter?):
            [.count(members, where: nil)] + filter.simpler().map { .count(members, where: $0) }
        case .fold(let fold, let attribute, let members, let filter?):
            [.fold(fold, attribute, members, where: nil)]
                + filter.simpler().map { .fold(fold, attribute, members, where: $0) }
        case .proportion(let members, let filter): filter.simpler().map { .proportion(members, where: $0) }
        case .countOf(let parts):
            (parts.count > 2 ? parts.withoutParts().filter { $0.count >= 2 } : []).map { .countOf($0) }
                + parts.replacing { $0.simpler() }.map { .countOf($0) }
        default: []
        }
    }
}

extension PackageReference {
    var variables: [Variable] {
        if case .variable(let variable) = self { [variable] } else { [] }
    }
}
