import RuleModel

extension Scenario: Shrinkable {
    /// Fewer rules, then fewer stages, members and readings, then simpler conditions and readings.
    ///
    /// Tables other than rules keep their length, so that no place has to be renumbered.
    public func simplifications() -> [Scenario] {
        rules.rules.withoutParts().map { with(rules: $0) }
            + history.withoutParts().filter { !$0.isEmpty }.map { with(history: $0) }
            + rules.reports.withoutParts().map { reports in
                var copy = self
                copy.rules.reports = reports
                return copy
            }
            + rules.reports.replacing { $0.simpler }.map { reports in
                var copy = self
                copy.rules.reports = reports
                return copy
            }
            + withoutPackageDetails
            + withoutMembers
            + history.replacing { $0.barer() }.map { with(history: $0) }
            + rules.rules.replacing { $0.simpler() }.map { with(rules: $0) }
            + history.replacing { $0.plainer() }.map { with(history: $0) }
    }

    private func with(rules simpler: [Rule]) -> Scenario {
        var copy = self
        copy.rules.rules = simpler
        return copy
    }

    private func with(history: [Situation]) -> Scenario {
        var copy = self
        copy.history = history
        return copy
    }

    /// Without disputes, and with packages stripped of what a condition cannot ask about.
    private var withoutPackageDetails: [Scenario] {
        var copy = self
        copy.rules.disputes = []
        for place in copy.rules.packages.indices {
            let package = copy.rules.packages[place]
            copy.rules.packages[place] = Package(
                name: package.name, title: package.title, lensValues: package.lensValues,
                attributes: package.attributes, criteria: package.criteria, measures: package.measures)
        }
        return copy.rules == rules ? [] : [copy]
    }

    /// Without one member, at all stages at once: whoever is present at one only would look like news.
    private var withoutMembers: [Scenario] {
        let names = Set(
            history.flatMap { stage in
                stage.allMembers.compactMap { id in
                    stage[id].map { Path(collection: id.collection, name: $0.name) }
                }
            })
        return names.sorted().map { path in
            with(
                history: history.map { stage in
                    var stage = stage
                    for id in stage.allMembers.reversed()
                    where id.collection == path.collection && stage[id]?.name == path.name {
                        stage.remove(id)
                    }
                    return stage
                })
        }
    }

    private struct Path: Hashable, Comparable {
        var collection: ID<Collection>
        var name: String
        static func < (left: Path, right: Path) -> Bool {
            (left.collection, left.name) < (right.collection, right.name)
        }
    }
}

extension Rule {
    /// The rule without exceptions, conclusions, filters, bindings or parts of its condition.
    func simpler() -> [Rule] {
        var simpler: [Rule] = []
        func edit(_ change: (inout Rule) -> Void) {
            var copy = self
            change(&copy)
            simpler.append(copy)
        }
        if !claims.isEmpty || !lensValues.isEmpty || !title.isEmpty {
            edit { ($0.claims, $0.lensValues, $0.title) = ([], [], "") }
        }
        for fewer in exceptions.withoutParts() { edit { $0.exceptions = fewer } }
        for fewer in conclusions.withoutParts() where !fewer.isEmpty { edit { $0.conclusions = fewer } }
        for plainer in conclusions.replacing({ $0.simpler }) { edit { $0.conclusions = plainer } }
        if condition != nil { edit { $0.condition = nil } }
        for place in bindings.indices {
            if bindings[place].filter != nil { edit { $0.bindings[place].filter = nil } }
            if !usedVariables(besides: place).contains(bindings[place].variable) {
                edit { $0.bindings.remove(at: place) }
            }
            for filter in bindings[place].filter?.simpler() ?? [] {
                edit { $0.bindings[place].filter = filter }
            }
        }
        for condition in condition?.simpler() ?? [] { edit { $0.condition = condition } }
        for place in exceptions.indices {
            for condition in exceptions[place].condition.simpler() {
                edit { $0.exceptions[place].condition = condition }
            }
        }
        return simpler
    }

    /// The variables that the rule uses outside the binding at a place.
    private func usedVariables(besides place: Int) -> Set<Variable> {
        var used = condition?.freeVariables ?? []
        for exception in exceptions { used.formUnion(exception.condition.freeVariables) }
        for conclusion in conclusions { used.formUnion(conclusion.variables) }
        for (other, binding) in bindings.enumerated() where other != place {
            used.formUnion(binding.filter?.freeVariables ?? [])
            if case .members(_, let parent?) = binding.range { used.insert(parent) }
        }
        return used
    }
}

extension Conclusion {
    fileprivate var variables: [Variable] {
        switch self {
        case .concept(_, .member(let variable)), .classification(_, _, .member(let variable)): [variable]
        case .concept, .classification: []
        case .recommend(let package, let how): package.variables + (how.targeting.map { [$0] } ?? [])
        case .adviseAgainst(let package, _), .assign(_, let package, _): package.variables
        case .caution(.package(let package)): package.variables
        case .caution: []
        case .require(.package(let first), let package): first.variables + package.variables
        case .require(_, let package): package.variables
        case .sequence(let first, let second), .prefer(let first, let second):
            first.variables + second.variables
        case .choose(_, _, let options): options.flatMap(\.variables)
        case .withdraw(let package, let partners): package.variables + partners.flatMap(\.variables)
        }
    }

    fileprivate var simpler: [Conclusion] {
        if case .recommend(let package, let how) = self, how != Recommendation() {
            return [
                .recommend(package, Recommendation()),
                .recommend(package, Recommendation(targeting: how.targeting)),
            ]
            .filter { $0 != self }
        }
        return []
    }
}

extension Report {
    fileprivate var simpler: [Report] {
        expression.simpler().map { expression in
            var copy = self
            copy.expression = expression
            return copy
        }
    }
}
