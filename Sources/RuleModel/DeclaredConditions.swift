extension Condition {
    /// Whether what packages declare decides it, in every case alike.
    ///
    /// A rule that ranges over packages is tried on those that such filters let through; the others are
    /// no applications of it.
    public var isDecidedByDeclarations: Bool {
        switch self {
        case .holds(let expression), .lies(let expression, in: _, _): expression.isDeclared
        case .compares(let left, _, let right): left.isDeclared && right.isDeclared
        case .criterion, .lens: true
        case .not(let part): part.isDecidedByDeclarations
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isDecidedByDeclarations)
        case .listed, .concept, .classification, .recommended, .inForce, .some, .every, .rising, .falling,
            .previously, .earlier:
            false
        }
    }
}

extension Expression {
    fileprivate var isDeclared: Bool {
        switch self {
        case .packageAttribute, .literal: true
        case .diagnostic, .attribute, .count, .countOf, .proportion, .fold, .timeSince: false
        }
    }
}
