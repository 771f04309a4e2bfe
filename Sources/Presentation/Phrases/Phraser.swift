import Inference
import RuleModel

/// Puts what the rules say into words, with the cluster's own names for its members.
struct Phraser: Sendable {
    let rules: RuleBase
    /// The situations that members are named from; the last is the one asked about.
    let history: [Situation]

    init(rules: RuleBase, history: [Situation]) {
        self.rules = rules
        self.history = history
    }

    /// A member as its file calls it; its number where the situation is not known.
    func name(of member: MemberID, stage: Int? = nil) -> String {
        let place = stage ?? history.count - 1
        let found =
            history.indices.contains(place) ? history[place][member]?.name : history.last?[member]?.name
        return found ?? "\(rules[member.collection].name) \(member.index + 1)"
    }

    /// A package by its title, or by its name where it has none.
    func title(of package: ID<Package>) -> String {
        let package = rules[package]
        return package.title.isEmpty ? package.name : package.title
    }

    /// Something concluded, as a statement: `recommend X`, `cluster-type is organized`.
    func phrase(_ fact: Fact) -> String {
        switch fact {
        case .concept(let concept, let member):
            return rules[concept].name + of(member)
        case .classification(let value, let member):
            let classification = rules[value.classification]
            return "\(classification.name)\(of(member)) is \(Self.name(classification.values, value.value))"
        case .recommended(let package): return "recommend \(rules[package].name)"
        case .recommendedFor(let package, let member):
            return "recommend \(rules[package].name) for \(name(of: member))"
        case .advisedAgainst(let package, let objection):
            return "advise against \(rules[package].name) as \(objection.word)"
        case .caution(let subject): return "caution \(phrase(subject))"
        case .required(let what, let package): return "require \(phrase(what)) before \(rules[package].name)"
        case .sequenced(let first, let second):
            return "sequence \(rules[first].name) before \(rules[second].name)"
        case .preferred(let first, let second):
            return "prefer \(rules[first].name) over \(rules[second].name)"
        case .choice(let comparison, let number, let options):
            let names = options.map { rules[$0].name }.joined(separator: "; ")
            return "choose \(comparison.words) \(number) of { \(names) }"
        case .withdrawn(let package, let partners):
            let joint = partners.isEmpty ? "" : " jointly with " + listed(partners.map { rules[$0].name })
            return "withdraw \(rules[package].name)\(joint)"
        case .assigned(let role, let package, let actor):
            return "assign \(rules[role].name) of \(rules[package].name) to \(rules[actor].name)"
        }
    }

    func phrase(_ subject: GroundCaution) -> String {
        switch subject {
        case .package(let package): rules[package].name
        case .measure(let measure): rules[measure].name
        case .concept(let concept): rules[concept].name
        case .classification(let classification, let value):
            rules[classification].name
                + (value.map { " is " + Self.name(rules[classification].values, $0) } ?? "")
        }
    }

    func phrase(_ subject: GroundPrerequisite) -> String {
        switch subject {
        case .package(let package): rules[package].name
        case .concept(let concept): rules[concept].name
        case .diagnostic(let diagnostic): rules[diagnostic].name
        }
    }

    static func name(_ values: [NamedValue], _ place: Int) -> String {
        values.indices.contains(place) ? values[place].name : "value \(place + 1)"
    }

    private func of(_ member: MemberID?) -> String { member.map { " of \(name(of: $0))" } ?? "" }
}

extension Objection {
    var word: String {
        switch self {
        case .notNeeded: "not-needed"
        case .harmful: "harmful"
        case .disputed: "disputed"
        }
    }
}

extension Comparison {
    var words: String {
        switch self {
        case .atLeast: "at least"
        case .atMost: "at most"
        case .above: "above"
        case .below: "below"
        case .exactly: "exactly"
        }
    }
}

extension Strength {
    var word: String {
        switch self {
        case .tentatively: "tentatively"
        case .plainly: "plainly"
        case .firmly: "firmly"
        }
    }
}

extension Claim.Firmness {
    var word: String {
        switch self {
        case .hypothesis: "hypothesis"
        case .qualified: "qualified"
        case .strong: "strong"
        }
    }
}
