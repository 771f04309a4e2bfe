import Notation
import RuleModel

extension Checks {
    /// Concepts that nothing asks about: rules conclude them, and no advice depends on it.
    static func unreadConcepts(_ ground: CheckGround) -> [Finding] {
        let read = ConceptUse(ground.rules).read
        return ground.rules.concepts.enumerated().compactMap { place, concept in
            guard !read.contains(place), let found = ground.place(.concept, concept.name) else { return nil }
            return Finding(
                code: "unread-concept", severity: .hint,
                message: "nothing asks about the concept `\(concept.name)`", place: found,
                label: "no advice depends on it",
                help: ["ask about it in a rule, or take it out if nobody wants to be told of it"])
        }
    }

    /// Concepts that rules ask about and none concludes: they hold only where a case says so itself.
    static func undecidedThings(_ ground: CheckGround) -> [Finding] {
        let use = ConceptUse(ground.rules)
        return ground.rules.concepts.enumerated().compactMap { place, concept in
            guard use.read.contains(place), !use.concluded.contains(place),
                let found = ground.place(.concept, concept.name)
            else { return nil }
            return Finding(
                code: "undecided-concept", severity: .warning,
                message: "no rule concludes the concept `\(concept.name)`, and rules ask about it",
                place: found, label: "open in every case that does not state it",
                help: ["write a rule that concludes it, or declare a yes/no diagnostic with a question"])
        }
    }
}

/// Which concepts are concluded, and which asked about.
private struct ConceptUse {
    var concluded: Set<Int> = []
    var read: Set<Int> = []

    init(_ rules: RuleBase) {
        var read: Set<Int> = []
        rules.eachCondition { part in
            if case .concept(let concept, of: _) = part { read.insert(concept.index) }
        }
        for conclusion in rules.rules.flatMap(\.conclusions) {
            switch conclusion {
            case .concept(let concept, of: _): concluded.insert(concept.index)
            case .require(.concept(let concept), before: _), .caution(.concept(let concept)):
                read.insert(concept.index)
            default: break
            }
        }
        for case .concept(let concept) in rules.disputes.flatMap(\.turnsOn) { read.insert(concept.index) }
        self.read = read
    }
}
