/// A rule that concludes something about a package, and what.
public struct PackageMention: Hashable, Sendable {
    public var rule: ID<Rule>
    public var part: Part
    /// The other package or thing the conclusion names, if it is a package.
    public var other: ID<Package>?
    /// The rule speaks of all packages of a kind, this one among them.
    public var isGeneral: Bool

    /// The part that the package plays in a conclusion.
    public enum Part: Hashable, Sendable, CaseIterable {
        case recommended
        /// One of several to choose among.
        case offered
        case objected, cautioned
        /// It waits for something; something waits for it.
        case requiring, required
        case earlier, later
        case preferred, passedOver
        case withdrawn
        /// Somebody is given a part in it.
        case assigned
    }
}

extension Conclusion {
    /// The packages a conclusion names, each with the part it plays and the other one.
    public var mentions: [(package: PackageReference, part: PackageMention.Part, other: PackageReference?)] {
        switch self {
        case .concept, .classification, .caution(.measure), .caution(.concept), .caution(.classification): []
        case .recommend(let package, _): [(package, .recommended, nil)]
        case .adviseAgainst(let package, _): [(package, .objected, nil)]
        case .caution(.package(let package)): [(package, .cautioned, nil)]
        case .require(.package(let needed), before: let package):
            [(package, .requiring, needed), (needed, .required, package)]
        case .require(_, before: let package): [(package, .requiring, nil)]
        case .sequence(let first, before: let second):
            [(first, .earlier, second), (second, .later, first)]
        case .prefer(let first, over: let second):
            [(first, .preferred, second), (second, .passedOver, first)]
        case .choose(_, _, of: let options): options.map { ($0, .offered, nil) }
        case .withdraw(let package, jointlyWith: let partners):
            [(package, .withdrawn, nil)] + partners.map { ($0, .withdrawn, package) }
        case .assign(_, of: let package, to: _): [(package, .assigned, nil)]
        }
    }
}

extension RuleBase {
    /// The packages a variable of a rule can stand for, as far as its filter asks what packages declare.
    public func packages(for variable: Variable, in rule: Rule) -> [ID<Package>] {
        guard let binding = rule.bindings.first(where: { $0.variable == variable }) else { return [] }
        let all = packages.indices.map { ID<Package>($0) }
        guard let filter = binding.filter else { return all }
        return all.filter { mayMeet(filter, $0) }
    }

    /// What a reference can mean.
    public func packages(_ reference: PackageReference, in rule: Rule) -> [ID<Package>] {
        switch reference {
        case .package(let id): [id]
        case .variable(let variable): packages(for: variable, in: rule)
        }
    }

    /// Whether what a package declares meets a condition, or leaves it open.
    private func mayMeet(_ condition: Condition, _ package: ID<Package>) -> Bool {
        declared(condition, package) ?? true
    }

    /// What a package's declaration says of a condition; `nil` where it says nothing.
    private func declared(_ condition: Condition, _ package: ID<Package>) -> Bool? {
        switch condition {
        case .holds(.packageAttribute(let attribute, of: .variable)):
            return value(of: attribute, package).map { $0.isSubset(of: .yes) }
        case .lies(.packageAttribute(let attribute, of: .variable), in: let set, _):
            guard let value = value(of: attribute, package) else { return false }
            return value.isSubset(of: set) ? true : value.isDisjoint(with: set) ? false : nil
        case .criterion(let criterion, of: .variable):
            return self[package].criteria.contains { $0.criterion == criterion }
        case .lens(let lens, values: let mask, of: .variable):
            return self[package].lensValues.contains {
                $0.lens == lens && $0.value < 64 && mask & (1 << UInt64($0.value)) != 0
            }
        case .not(let part): return declared(part, package).map { !$0 }
        case .all(let parts):
            let answers = parts.map { declared($0, package) }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        case .any(let parts):
            let answers = parts.map { declared($0, package) }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        default: return nil
        }
    }

    private func value(of attribute: ID<PackageAttribute>, _ package: ID<Package>) -> ValueSet? {
        self[package].attributes.first { $0.attribute == attribute }?.value
    }
}
