import RuleModel

/// How a condition is wished to come out in a cluster that is being made up.
struct Wish {
    enum Outcome: Hashable {
        case yes, no
        /// Nothing is told that would settle it.
        case open

        var mirrored: Outcome {
            switch self {
            case .yes: .no
            case .no: .yes
            case .open: .open
            }
        }
    }

    var condition: Condition
    var outcome: Outcome
    var scope = Scope()
    /// How many stages back.
    var back = 0
    /// How many rules lead from the first wish to this one.
    var depth = 0

    /// What variables stand for: members by their number in the draft.
    struct Scope: Hashable {
        var members: [Variable: Int] = [:]
        var packages: [Variable: ID<Package>] = [:]

        func package(_ reference: PackageReference) -> ID<Package>? {
            switch reference {
            case .package(let package): package
            case .variable(let variable): packages[variable]
            }
        }
    }

    func with(_ condition: Condition, _ outcome: Outcome) -> Wish {
        var wish = self
        wish.condition = condition
        wish.outcome = outcome
        return wish
    }

    /// Whether there is more than one way to meet it, so that others should be met first.
    var branches: Bool {
        switch (condition, outcome) {
        case (.not(let part), _): with(part, outcome.mirrored).branches
        case (.any(let parts), .yes), (.all(let parts), .no): parts.count > 1
        case (.all, .open), (.any, .open), (.listed, _), (.compares, _), (.recommended, _): true
        default: false
        }
    }
}

extension Rule {
    /// That the rule applies, to whatever its member variables stand for; packages stay as they are.
    ///
    /// - Parameter exception: The place of an exception that is left out.
    func firing(without exception: Int? = nil) -> Condition {
        let inner =
            [condition].compactMap(\.self)
            + exceptions.indices.filter { $0 != exception }.map { .not(exceptions[$0].condition) }
        return bindings.reversed().reduce(Condition.all(inner)) { body, binding in
            let filtered = Condition.all([binding.filter].compactMap(\.self) + [body])
            guard case .members(let collection, parent: let parent) = binding.range else { return filtered }
            return .some(
                Members(collection: collection, variable: binding.variable, parent: parent), filtered)
        }
    }
}
