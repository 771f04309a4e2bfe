import Notation
import RuleModel

extension Checks {
    /// Rules of which no rule test expects anything: neither that they apply or what they conclude, nor that
    /// it is not so.
    static func untestedRules(_ ground: CheckGround) -> [Finding] {
        var tried: Set<Tried> = []
        for expectation in ground.rules.tests.flatMap(\.stages).flatMap(\.expectations) {
            tried.formUnion(Tried.tried(by: expectation.claim))
        }
        return ground.rules.rules.enumerated().compactMap { place, rule in
            guard !tried.contains(.rule(place)), !rule.conclusions.contains(where: tried.contains),
                let found = ground.place(of: rule)
            else { return nil }
            return Finding(
                code: "untested-rule", severity: .hint,
                message: "no test expects anything of the rule `\(rule.name)`", place: found,
                label: "never tried",
                help: ["write tests in which it applies and does not: distretto new test \(rule.name)"])
        }
    }
}

/// What a test tries, as a rule concludes it; a package that a variable stands for is any.
private enum Tried: Hashable {
    case rule(Int)
    case concept(Int)
    case value(Int, Int)
    case package(Act, Int?)
    case caution(CautionSubject)
    case assign(Int)

    enum Act { case recommend, adviseAgainst, caution, require, sequence, prefer, choose, withdraw }

    static func tried(by expected: Expected) -> [Tried] {
        func of(_ act: Act, _ package: ID<Package>) -> [Tried] {
            [.package(act, package.index), .package(act, nil)]
        }
        switch expected {
        case .recommend(let package, through: _, targeting: _),
            .recommendAs(_, let package, through: _, targeting: _):
            return of(.recommend, package) + of(.choose, package)
        case .adviseAgainst(let package, _): return of(.adviseAgainst, package)
        case .caution(.package(.package(let package))): return of(.caution, package)
        case .caution(let subject): return [.caution(subject)]
        case .require(_, before: let package): return of(.require, package)
        case .sequence(let package, before: _): return of(.sequence, package)
        case .prefer(let package, over: _): return of(.prefer, package)
        case .withdraw(let package): return of(.withdraw, package)
        case .choose(let package): return of(.choose, package)
        case .assign(let role, of: _, to: _): return [.assign(role.index)]
        case .contested(let package): return of(.recommend, package) + of(.adviseAgainst, package)
        case .rule(let rule): return [.rule(rule.index)]
        case .first(let package): return of(.recommend, package)
        case .condition(let condition): return tried(by: condition)
        case .report: return []
        case .memberConcept(_, _, let concept): return [.concept(concept.index)]
        case .memberClassification(_, _, let value): return [.value(value.classification.index, value.value)]
        }
    }

    private static func tried(by condition: Condition) -> [Tried] {
        var found: [Tried] = []
        condition.eachPart { part in
            switch part {
            case .concept(let concept, of: _): found.append(.concept(concept.index))
            case .classification(let classification, let value, of: _):
                found.append(.value(classification.index, value))
            default: break
            }
        }
        return found
    }
}

extension Set<Tried> {
    fileprivate func contains(_ conclusion: Conclusion) -> Bool {
        switch conclusion {
        case .concept(let concept, of: _): contains(.concept(concept.index))
        case .classification(let classification, let value, of: _):
            contains(.value(classification.index, value))
        case .recommend(let package, _): contains(.recommend, package)
        case .adviseAgainst(let package, _): contains(.adviseAgainst, package)
        case .caution(.package(let package)): contains(.caution, package)
        case .caution(let subject): contains(Tried.caution(subject))
        case .require(_, before: let package): contains(.require, package)
        case .sequence(let package, before: _): contains(.sequence, package)
        case .prefer(let package, over: _): contains(.prefer, package)
        case .choose(_, _, of: let packages): packages.contains { contains(.choose, $0) }
        case .withdraw(let package, jointlyWith: _): contains(.withdraw, package)
        case .assign(let role, of: _, to: _): contains(.assign(role.index))
        }
    }

    private func contains(_ act: Tried.Act, _ package: PackageReference) -> Bool {
        switch package {
        case .package(let id): contains(.package(act, id.index))
        case .variable: contains(.package(act, nil))
        }
    }
}
