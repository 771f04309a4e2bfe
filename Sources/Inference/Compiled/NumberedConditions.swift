import RuleModel

/// The conditions of a rule base, taken apart and numbered, and where each rule's are.
final class NumberedConditions: Sendable {
    let catalogue: Catalogue
    /// Rule by rule.
    let parts: [RuleParts]
    /// For each package the condition that it is in force, which withdrawing it asks.
    let inForce: [PhraseID]

    /// The conditions of a rule by number.
    struct RuleParts: Sendable {
        /// The bindings' filters and `when`, in the order written: all of them must hold.
        var requirements: [PhraseID]
        var exceptions: [PhraseID]
        /// For each binding its filter, where declarations alone decide it.
        var declaredFilters: [PhraseID?]
    }

    init(_ rules: RuleBase) {
        var catalogue = CatalogueDraft()
        parts = rules.rules.map { rule in
            var requirements = rule.bindings.compactMap(\.filter).map { catalogue.number(of: $0) }
            if let condition = rule.condition { requirements.append(catalogue.number(of: condition)) }
            return RuleParts(
                requirements: requirements,
                exceptions: rule.exceptions.map { catalogue.number(of: $0.condition) },
                declaredFilters: rule.bindings.map { binding in
                    guard let filter = binding.filter, filter.isDecidedByDeclarations else { return nil }
                    return catalogue.number(of: filter)
                })
        }
        // Asked of many cases, though no rule's condition.
        for report in rules.reports { _ = catalogue.number(of: report.expression) }
        for rule in rules.rules {
            for case .require(.diagnostic(let diagnostic), before: _) in rule.conclusions {
                _ = catalogue.number(of: .holds(.diagnostic(diagnostic)))
            }
        }
        inForce = rules.packages.indices.map { catalogue.number(of: .inForce(.package(ID($0)))) }
        self.catalogue = Catalogue(catalogue)
    }
}
