import Inference
import RuleModel

extension Phraser {
    /// An expectation as its author wrote it.
    func phrase(_ expectation: Expectation) -> String {
        let claim = phrase(expectation.claim)
        switch expectation.manner {
        case .holds: return claim
        case .fails: return "not \(claim)"
        case .isOpen: return "open \(claim)"
        case .exactly(let verdict): return "\(claim) as \(Verdict(rawValue: verdict)?.name ?? "?")"
        }
    }

    private func phrase(_ expected: Expected) -> String {
        switch expected {
        case .recommend(let package, let actor, let targets): return phrase(package, "", actor, targets)
        case .recommendAs(let strength, let package, let actor, let targets):
            return phrase(package, " \(strength.word)", actor, targets)
        case .adviseAgainst(let package, let objection):
            return "advise against \(rules[package].name)" + (objection.map { " as \($0.word)" } ?? "")
        case .caution(let subject): return "caution \(phrase(subject))"
        case .require(let what, let package): return "require \(phrase(what)) before \(rules[package].name)"
        case .sequence(let first, let second):
            return "sequence \(rules[first].name) before \(rules[second].name)"
        case .prefer(let first, let second): return "prefer \(rules[first].name) over \(rules[second].name)"
        case .withdraw(let package): return "withdraw \(rules[package].name)"
        case .choose(let package): return "choose \(rules[package].name)"
        case .assign(let role, let package, let actor):
            return "assign \(rules[role].name) of \(rules[package].name) to \(rules[actor].name)"
        case .contested(let package): return "contested \(rules[package].name)"
        case .first(let package): return "first \(rules[package].name)"
        case .rule(let rule): return "rule \(rules[rule].name) applies"
        case .condition(let condition): return phrase(condition)
        case .report(let report, let comparison, let set):
            let type = type(of: rules[report].expression)
            return "report \(rules[report].name) \(comparison.words) \(rules.phrase(set, type))"
        case .memberConcept(let collection, let member, let concept):
            return "\(rules[collection].name) \(member) \(rules[concept].name)"
        case .memberClassification(let collection, let member, let value):
            let declared = rules[value.classification]
            return
                "\(rules[collection].name) \(member) \(declared.name) is \(Self.name(declared.values, value.value))"
        }
    }

    private func phrase(
        _ package: ID<Package>, _ strength: String, _ actor: ID<Actor>?, _ targets: [String]
    ) -> String {
        let through = actor.map { " through \(rules[$0].name)" } ?? ""
        let targeting = targets.isEmpty ? "" : " targeting \(targets.joined(separator: ", "))"
        return "recommend \(rules[package].name)\(strength)\(through)\(targeting)"
    }

    private func phrase(_ subject: CautionSubject) -> String {
        switch subject {
        case .package(.package(let package)): rules[package].name
        case .package(.variable): "a package"
        case .measure(let measure): rules[measure].name
        case .concept(let concept): rules[concept].name
        case .classification(let classification, let value):
            phrase(GroundCaution.classification(classification, value: value))
        }
    }

    private func phrase(_ subject: Prerequisite) -> String {
        switch subject {
        case .package(.package(let package)): rules[package].name
        case .package(.variable): "a package"
        case .concept(let concept): rules[concept].name
        case .diagnostic(let diagnostic): rules[diagnostic].name
        }
    }
}
