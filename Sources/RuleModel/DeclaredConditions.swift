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

    /// Whether declarations decide it, and it asks of no other package that varies than one variable's.
    public func isDecided(by variable: Variable) -> Bool {
        switch self {
        case .holds(let expression), .lies(let expression, in: _, _): expression.isDeclared(of: variable)
        case .compares(let left, _, let right):
            left.isDeclared(of: variable) && right.isDeclared(of: variable)
        case .criterion(_, of: let package), .lens(_, values: _, of: let package):
            package.isFixed(by: variable)
        case .not(let part): part.isDecided(by: variable)
        case .all(let parts), .any(let parts): parts.allSatisfy { $0.isDecided(by: variable) }
        case .listed, .concept, .classification, .recommended, .inForce, .some, .every, .rising, .falling,
            .previously, .earlier:
            false
        }
    }
}

extension PackageReference {
    fileprivate func isFixed(by variable: Variable) -> Bool {
        switch self {
        case .package: true
        case .variable(let mine): mine == variable
        }
    }
}

extension Expression {
    fileprivate func isDeclared(of variable: Variable) -> Bool {
        switch self {
        case .packageAttribute(_, of: let package): package.isFixed(by: variable)
        case .literal: true
        case .diagnostic, .attribute, .count, .countOf, .proportion, .fold, .timeSince: false
        }
    }

    fileprivate var isDeclared: Bool {
        switch self {
        case .packageAttribute, .literal: true
        case .diagnostic, .attribute, .count, .countOf, .proportion, .fold, .timeSince: false
        }
    }
}
