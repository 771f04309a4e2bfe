import Inference
import RuleModel

/// Two evaluations of the same rules side by side.
struct EvaluationComparison {
    let before: any Evaluation
    let after: any Evaluation
    private let facts: [Fact]
    private let factsByPackage: [ID<Package>: [Fact]]
    /// Members have come or gone, so that the same variables may stand for others.
    private let hasOtherMembers: Bool

    init(before: any Evaluation, after: any Evaluation) {
        self.before = before
        self.after = after
        let old = before.facts
        let known = Set(old)
        facts = old + after.facts.filter { !known.contains($0) }
        var factsByPackage: [ID<Package>: [Fact]] = [:]
        for fact in facts {
            for package in fact.packagesConcerned { factsByPackage[package, default: []].append(fact) }
        }
        self.factsByPackage = factsByPackage
        hasOtherMembers =
            before.history.last?.members.mapValues { $0.map(\.name) }
            != after.history.last?.members.mapValues { $0.map(\.name) }
    }

    /// Concepts and values of classifications, of the cluster or of members that are there before and after.
    func derived() -> [DerivedChange] {
        facts.compactMap { fact in
            switch fact {
            case .concept(_, let member), .classification(_, let member):
                if member != nil, hasOtherMembers { return nil }
            default: return nil
            }
            let (from, to) = (before.verdict(of: fact), after.verdict(of: fact))
            return from == to ? nil : DerivedChange(fact: fact, from: from, to: to)
        }
    }

    /// Rules whose verdict on the package is another one, and decides or decided what is said of it.
    func carriers(of change: PackageChange) -> [PackageChange.Carrier] {
        (factsByPackage[change.package] ?? []).flatMap { fact -> [PackageChange.Carrier] in
            let (from, to) = (before.verdict(of: fact), after.verdict(of: fact))
            // What other rules say as firmly keeps its verdict, and may all the same be said by fewer.
            if from == to, fact != .recommended(change.package) { return [] }
            return carriers(of: fact, from, to)
        }
    }

    private func carriers(of fact: Fact, _ from: Verdict, _ to: Verdict) -> [PackageChange.Carrier] {
        let (old, new) = (applications(of: fact, in: before), applications(of: fact, in: after))
        var keys = old.map(\.key)
        keys += new.map(\.key).filter { !keys.contains($0) }
        var carriers: [PackageChange.Carrier] = []
        for key in keys {
            let was = old.first { $0.key == key }?.verdict ?? .no
            let isNow = new.first { $0.key == key }?.verdict ?? .no
            guard was != isNow, was.holds != isNow.holds || isNow == to || was == from else { continue }
            let carrier = PackageChange.Carrier(fact: fact, rule: key.rule, from: was, to: isNow)
            if !carriers.contains(carrier) { carriers.append(carrier) }
        }
        return carriers
    }

    private struct Key: Hashable {
        var rule: ID<Rule>
        var assignment: Assignment
    }

    private func applications(
        of fact: Fact, in evaluation: any Evaluation
    ) -> [(key: Key, verdict: Verdict)] {
        var found: [(key: Key, verdict: Verdict)] = []
        for application in evaluation.applications(drawing: fact) {
            let key = Key(
                rule: application.rule, assignment: hasOtherMembers ? Assignment() : application.assignment)
            if let place = found.firstIndex(where: { $0.key == key }) {
                found[place].verdict = max(found[place].verdict, application.verdict)
            } else {
                found.append((key, application.verdict))
            }
        }
        return found
    }
}

extension Fact {
    /// Packages whose place in the advice it can change.
    var packagesConcerned: [ID<Package>] {
        switch self {
        case .recommended(let package), .advisedAgainst(let package, _), .required(_, before: let package):
            [package]
        case .sequenced(let first, before: let second): first == second ? [] : [first, second]
        case .preferred(_, over: let package): [package]
        case .choice(_, _, of: let options): options
        case .concept, .classification, .recommendedFor, .caution, .withdrawn, .assigned: []
        }
    }
}
