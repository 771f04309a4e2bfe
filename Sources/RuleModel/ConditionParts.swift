extension Condition {
    /// The conditions it is made of, one level down, those inside its figures included.
    public var parts: [Condition] {
        switch self {
        case .holds(let expression), .lies(let expression, in: _, _), .rising(let expression),
            .falling(let expression):
            expression.parts
        case .compares(let left, _, let right): left.parts + right.parts
        case .not(let part), .previously(let part), .earlier(let part): [part]
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts): parts
        case .some(_, let body): body.map { [$0] } ?? []
        case .every(_, filter: let filter, let body): (filter.map { [$0] } ?? []) + [body]
        case .concept, .classification, .criterion, .lens, .recommended, .inForce: []
        }
    }

    /// Whether it, or a condition somewhere inside of it, is such a one.
    public func contains(where isWanted: (Condition) -> Bool) -> Bool {
        isWanted(self) || parts.contains { $0.contains(where: isWanted) }
    }
}

extension Expression {
    /// The conditions of its filters and lists.
    public var parts: [Condition] {
        switch self {
        case .count(_, where: let filter), .fold(_, _, _, where: let filter): filter.map { [$0] } ?? []
        case .countOf(let parts): parts
        case .proportion(_, where: let filter): [filter]
        case .timeSince(let date): date.parts
        case .diagnostic, .attribute, .packageAttribute, .literal: []
        }
    }
}
