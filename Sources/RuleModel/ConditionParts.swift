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

extension Condition {
    /// The same condition with its parts, one level down, replaced.
    ///
    ///     condition.mappingParts { $0 == old ? new : $0 }
    public func mappingParts(_ change: (Condition) -> Condition) -> Condition {
        switch self {
        case .holds(let expression): .holds(expression.mappingParts(change))
        case .lies(let expression, in: let set, let threshold):
            .lies(expression.mappingParts(change), in: set, threshold)
        case .compares(let left, let comparison, let right):
            .compares(left.mappingParts(change), comparison, right.mappingParts(change))
        case .rising(let expression): .rising(expression.mappingParts(change))
        case .falling(let expression): .falling(expression.mappingParts(change))
        case .not(let part): .not(change(part))
        case .previously(let part): .previously(change(part))
        case .earlier(let part): .earlier(change(part))
        case .all(let parts): .all(parts.map(change))
        case .any(let parts): .any(parts.map(change))
        case .listed(let comparison, let number, of: let parts):
            .listed(comparison, number, of: parts.map(change))
        case .some(let members, let body): .some(members, body.map(change))
        case .every(let members, filter: let filter, let body):
            .every(members, filter: filter.map(change), change(body))
        case .concept, .classification, .criterion, .lens, .recommended, .inForce: self
        }
    }

    /// With every occurrence of a part replaced, wherever it stands.
    public func replacing(_ part: Condition, by other: Condition) -> Condition {
        self == part ? other : mappingParts { $0.replacing(part, by: other) }
    }
}

extension Expression {
    fileprivate func mappingParts(_ change: (Condition) -> Condition) -> Expression {
        switch self {
        case .count(let members, where: let filter): .count(members, where: filter.map(change))
        case .fold(let fold, let attribute, let members, where: let filter):
            .fold(fold, attribute, members, where: filter.map(change))
        case .countOf(let parts): .countOf(parts.map(change))
        case .proportion(let members, where: let filter): .proportion(members, where: change(filter))
        case .timeSince(let date): .timeSince(date.mappingParts(change))
        case .diagnostic, .attribute, .packageAttribute, .literal: self
        }
    }
}

extension Condition {
    /// Shows a condition and all that stand in it, down to those in counts and sums.
    public func eachPart(_ see: (Condition) -> Void) {
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
    public func eachPart(_ see: (Condition) -> Void) {
        switch self {
        case .count(_, let filter), .fold(_, _, _, let filter): filter?.eachPart(see)
        case .countOf(let parts): for part in parts { part.eachPart(see) }
        case .proportion(_, let filter): filter.eachPart(see)
        case .timeSince(let date): date.eachPart(see)
        case .diagnostic, .attribute, .packageAttribute, .literal: break
        }
    }
}
