extension Rule {
    /// What the rule asks of a cluster, one by one and in the order written: what its filters, its
    /// `when` and its exceptions join by "and", "or" and "not".
    ///
    /// A count and a quantifier are asked themselves, and so is what they ask of each thing counted.
    /// What packages declare is not asked of a cluster, and left out.
    public var askedConditions: [Condition] {
        (bindings.compactMap(\.filter) + [condition].compactMap { $0 } + exceptions.map(\.condition))
            .flatMap(\.askedConditions)
    }
}

extension Condition {
    /// See `Rule.askedConditions`.
    public var askedConditions: [Condition] {
        if isDecidedByDeclarations { return [] }
        switch self {
        case .not(let part): return part.askedConditions
        case .all(let parts), .any(let parts): return parts.flatMap(\.askedConditions)
        case .listed(_, _, of: let parts): return [self] + parts.flatMap(\.askedConditions)
        case .some(_, let body): return [self] + (body?.askedConditions ?? [])
        case .every(_, filter: let filter, let body):
            return [self] + (filter?.askedConditions ?? []) + body.askedConditions
        default: return [self]
        }
    }
}

extension Rule {
    /// The conditions that must all hold for the rule to fire: its filters and `when`, each "and" as many
    /// as it joins.
    public var conjuncts: [Condition] {
        (bindings.compactMap(\.filter) + [condition].compactMap { $0 }).flatMap(\.conjuncts)
    }
}

extension Condition {
    fileprivate var conjuncts: [Condition] {
        guard case .all(let parts) = self else { return [self] }
        return parts.flatMap(\.conjuncts)
    }
}
