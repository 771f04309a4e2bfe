extension RuleBase {
    /// The type of an expression's values.
    public func type(of expression: Expression) -> ValueType {
        switch expression {
        case .diagnostic(let id): self[id].measurement.type
        case .attribute(let id, of: _), .fold(_, let id, _, where: _): self[id].measurement.type
        case .packageAttribute(let id, of: _): self[id].measurement.type
        case .literal(let value): value.type
        case .count, .countOf: .count(of: nil)
        case .proportion(let members, where: _): .percent(of: self[members.collection].plural)
        case .timeSince: .duration
        }
    }

    /// The bounds of what an expression of a quantity can come to; a sum of shares may exceed 100 %.
    func bounds(of expression: Expression) -> TickRange {
        guard case .runs(let runs) = domain(of: type(of: expression)), let run = runs.first else {
            return .unbounded
        }
        if case .fold(.sum, _, _, where: _) = expression { return TickRange(run.lower, .max) }
        return run
    }
}
