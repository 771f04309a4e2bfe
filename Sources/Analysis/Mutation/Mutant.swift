import RuleModel

/// A rule with one small thing changed, to see whether any test would notice.
public struct Mutant: Hashable, Sendable {
    public var rule: ID<Rule>
    public var change: Change
    public var after: Rule

    public init(rule: ID<Rule>, change: Change, after: Rule) {
        self.rule = rule
        self.change = change
        self.after = after
    }

    /// What was changed, as an author would point at it.
    public enum Change: Hashable, Sendable {
        /// A condition is not asked any more.
        case conditionDropped(Condition)
        /// A condition asks for its opposite.
        case conditionTurned(Condition, becomes: Condition)
        case thresholdShifted(Condition, becomes: Condition)
        case valueSwapped(Condition, becomes: Condition)
        /// "and" is "or", or the other way round.
        case jointSwapped(Condition, becomes: Condition)
        /// "some" is "every", or the other way round; a stage before is an earlier stage, or now.
        case quantifierSwapped(Condition, becomes: Condition)
        case exceptionDropped(Condition)
        /// An exception nobody knows of holds the rule down, as a condition would.
        case presumptionDropped(Condition)
        case conclusionDropped(Conclusion)
        case strengthChanged(Conclusion, becomes: Conclusion)
        case packageSwapped(Conclusion, becomes: Conclusion)
        case orderReversed(Conclusion, becomes: Conclusion)
        /// How something is advised: as what, through whom, for whom, how many.
        case termsChanged(Conclusion, becomes: Conclusion)
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case conditionDropped = "condition dropped"
        case conditionTurned = "condition turned round"
        case thresholdShifted = "threshold shifted"
        case valueSwapped = "value swapped"
        case jointSwapped = "and for or"
        case quantifierSwapped = "some for every"
        case exceptionDropped = "exception dropped"
        case presumptionDropped = "presumption dropped"
        case conclusionDropped = "conclusion dropped"
        case strengthChanged = "strength changed"
        case packageSwapped = "package swapped"
        case orderReversed = "order reversed"
        case termsChanged = "terms changed"
    }

    public var kind: Kind {
        switch change {
        case .conditionDropped: .conditionDropped
        case .conditionTurned: .conditionTurned
        case .thresholdShifted: .thresholdShifted
        case .valueSwapped: .valueSwapped
        case .jointSwapped: .jointSwapped
        case .quantifierSwapped: .quantifierSwapped
        case .exceptionDropped: .exceptionDropped
        case .presumptionDropped: .presumptionDropped
        case .conclusionDropped: .conclusionDropped
        case .strengthChanged: .strengthChanged
        case .packageSwapped: .packageSwapped
        case .orderReversed: .orderReversed
        case .termsChanged: .termsChanged
        }
    }
}

extension RuleBase {
    /// Every mutant of a rule, in the order of the rule's text: filters, `when`, exceptions, conclusions.
    public func mutants(of id: ID<Rule>) -> [Mutant] {
        let rule = self[id]
        let maker = ConditionMutation(rules: self)
        var found: [Mutant] = []
        func add(_ change: Mutant.Change, _ edit: (inout Rule) -> Void) {
            var after = rule
            edit(&after)
            guard after != rule, !found.contains(where: { $0.after == after }) else { return }
            found.append(Mutant(rule: id, change: change, after: after))
        }
        for place in rule.bindings.indices {
            guard let filter = rule.bindings[place].filter else { continue }
            for variant in maker.variants(of: filter) {
                add(variant.change) { $0.bindings[place].filter = variant.condition }
            }
        }
        if let condition = rule.condition {
            for variant in maker.variants(of: condition) {
                add(variant.change) { $0.condition = variant.condition }
            }
        }
        for (place, exception) in rule.exceptions.enumerated() {
            add(.exceptionDropped(exception.condition)) { $0.exceptions.remove(at: place) }
            add(.presumptionDropped(exception.condition)) {
                $0.exceptions.remove(at: place)
                $0.condition = .all([$0.condition, .not(exception.condition)].compactMap(\.self))
            }
            for variant in maker.variants(of: exception.condition) {
                // An exception that asks nothing would be one that always holds.
                guard let condition = variant.condition else { continue }
                add(variant.change) { $0.exceptions[place].condition = condition }
            }
        }
        for (place, conclusion) in rule.conclusions.enumerated() {
            for variant in variants(of: conclusion) {
                add(variant.change) {
                    if let other = variant.conclusion {
                        $0.conclusions[place] = other
                    } else {
                        $0.conclusions.remove(at: place)
                    }
                }
            }
        }
        return found
    }
}
