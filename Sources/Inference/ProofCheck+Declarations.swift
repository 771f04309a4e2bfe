import RuleModel

extension RuleBase {
    /// The verdict of a condition that what packages declare decides; of any other, open.
    func verdict(declared condition: Condition, _ assignment: Assignment) -> Verdict {
        switch condition {
        case .holds(let expression): return value(expression, assignment).verdict(in: .members(0b10))
        case .lies(let expression, in: let accepted, _):
            return value(expression, assignment).verdict(in: accepted)
        case .compares(let left, let comparison, let right):
            return value(left, assignment).verdict(comparison, value(right, assignment))
        case .criterion(let criterion, of: let reference):
            guard let package = package(reference, assignment) else { return .open }
            return package.criteria.contains { $0.criterion == criterion } ? .yes : .no
        case .lens(let lens, values: let values, of: let reference):
            guard let held = package(reference, assignment)?.lensValues.first(where: { $0.lens == lens }),
                (0..<64).contains(held.value)
            else { return .open }
            return values & (UInt64(1) << UInt64(held.value)) != 0 ? .yes : .no
        case .not(let part): return verdict(declared: part, assignment).negated
        case .all(let parts): return parts.map { verdict(declared: $0, assignment) }.min() ?? .yes
        case .any(let parts): return parts.map { verdict(declared: $0, assignment) }.max() ?? .no
        default: return .open
        }
    }

    private func value(_ expression: Expression, _ assignment: Assignment) -> SetCheck {
        switch expression {
        case .literal(let literal):
            return SetCheck(literal.value)
        case .packageAttribute(let attribute, of: let reference):
            let stated = package(reference, assignment)?.attributes.first { $0.attribute == attribute }
            return SetCheck(stated?.value ?? domain(of: self[attribute].measurement.type))
        default:
            return SetCheck(.texts(nil))
        }
    }

    private func package(_ reference: PackageReference, _ assignment: Assignment) -> Package? {
        let id: ID<Package>? =
            switch reference {
            case .package(let package): package
            case .variable(let variable): assignment.packages[variable]
            }
        return id.flatMap { packages.indices.contains($0.index) ? self[$0] : nil }
    }
}
