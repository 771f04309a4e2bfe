import Inference
import Presentation
import RuleModel
import Workspace

extension Thing {
    /// What the view shows for it: facts to prove, or something declared.
    func subject(in evaluation: any Evaluation) -> ExplainView.Subject {
        let rules = evaluation.rules
        switch self {
        case .package(let package):
            let title = rules[package].title.isEmpty ? rules[package].name : rules[package].title
            return .facts(title: title, Thing.facts(about: package, in: evaluation))
        case .concept(let concept, let member):
            let declared = rules[concept]
            let members = Thing.members(of: declared.collection, named: member, in: evaluation)
            return .facts(title: declared.name, members.map { .concept(concept, member: $0) })
        case .classification(let classification, let value, let member):
            let declared = rules[classification]
            let members = Thing.members(of: declared.collection, named: member, in: evaluation)
            let values = value.map { [$0] } ?? Array(declared.values.indices)
            return .facts(
                title: declared.name,
                members.flatMap { member in
                    values.map { .classification(ClassificationValue(classification, $0), member: member) }
                })
        case .rule(let rule): return .rule(rule)
        case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
        case .claim(let claim): return .claim(claim)
        case .report(let report): return .declaration(.report(report))
        case .indicator(let indicator): return .declaration(.indicator(indicator))
        case .measure(let measure): return .declaration(.measure(measure))
        case .criterion(let criterion): return .declaration(.criterion(criterion))
        case .lens(let lens): return .declaration(.lens(lens))
        case .actor(let actor): return .declaration(.actor(actor))
        case .role(let role): return .declaration(.role(role))
        case .member(let member): return .member(member)
        }
    }

    /// What rules conclude about a package, its recommendation first.
    ///
    /// Why it is not recommended for a member, and why nothing speaks against it, are part of the
    /// answer; a caution or requirement that does not apply is not.
    private static func facts(about package: ID<Package>, in evaluation: any Evaluation) -> [Fact] {
        let others = evaluation.facts.filter { fact in
            switch fact {
            case .recommendedFor(package, _), .advisedAgainst(package, _): true
            case .required(_, before: package), .withdrawn(package, _), .assigned(_, of: package, _),
                .caution(.package(package)):
                !evaluation.verdict(of: fact).fails
            default: false
            }
        }
        return [.recommended(package)] + others
    }

    /// The members of a collection by name, or the cluster itself for what is said of it.
    private static func members(
        of collection: ID<Collection>?, named name: String?, in evaluation: any Evaluation
    ) -> [MemberID?] {
        guard let collection else { return name == nil ? [nil] : [] }
        let members = evaluation.history.last?.members[collection] ?? []
        return members.indices.filter { name == nil || members[$0].name == name }
            .map { MemberID(collection: collection, index: $0) }
    }
}
