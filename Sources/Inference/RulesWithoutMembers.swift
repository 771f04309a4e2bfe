import RuleModel

/// A rule that could draw a fact and has nothing to be tried on: it goes through the members of a
/// collection, and the case names none.
public struct RuleWithoutMembers: Hashable, Sendable {
    public var rule: ID<Rule>
    public var collection: ID<Collection>
    /// The case says that there are none; otherwise there may be some.
    public var isAllListed: Bool
}

extension RuleBase {
    /// Rules that could draw a fact if the case named a member for them; in order of rule.
    ///
    /// They have no application, so that no proof speaks of them, and yet a member is all they may lack.
    /// Rules that say it of packages in general are not among them.
    public func rulesWithoutMembers(drawing fact: Fact, in situation: Situation) -> [RuleWithoutMembers] {
        rules.indices.compactMap { place in
            let rule = rules[place]
            guard rule.conclusions.contains(where: { $0.draws(fact) }) else { return nil }
            for binding in rule.bindings {
                guard case .members(let collection, _) = binding.range,
                    (situation.members[collection] ?? []).isEmpty
                else { continue }
                // Of what is within another member, the cluster's own list tells nothing.
                let isAllListed = self[collection].parent == nil && situation.closed.contains(collection)
                return RuleWithoutMembers(rule: ID(place), collection: collection, isAllListed: isAllListed)
            }
            return nil
        }
    }
}

extension Conclusion {
    /// Whether it says this of the cluster, or of a package by name.
    fileprivate func draws(_ fact: Fact) -> Bool {
        switch (self, fact) {
        case (.recommend(.package(let package), _), .recommended(let other)): package == other
        case (.adviseAgainst(.package(let package), let objection), .advisedAgainst(let other, let one)):
            package == other && objection == one
        case (.concept(let concept, of: .cluster), .concept(let other, member: nil)): concept == other
        case (.classification(let classification, let value, of: .cluster), .classification(let other, nil)):
            other == ClassificationValue(classification, value)
        default: false
        }
    }
}
