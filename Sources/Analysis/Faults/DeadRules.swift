import Inference
import RuleModel

// Rules that can never fire; and those that only their own exceptions keep from it.

extension RuleAnalysis {
    /// - Returns: Whether the rule was shown to be dead.
    func findDeadRule(_ rule: ID<Rule>, _ report: inout FaultReport, isTold: Set<FaultQuestion>) -> Bool {
        // Of others it is only a short cut to know which of them are dead.
        guard isAsked(rule) else { return false }
        report.ask(.deadRules)
        switch search.ask(.presumed, search.fires(rule)) {
        case .found:
            if isTold.contains(.swallowedRules) { findSwallowing(rule, &report) }
            return false
        case .undecided(let doubt):
            report.doubt(.deadRules, [.rule(rule)], doubt)
            return false
        case .none(let scope):
            tell(dead: rule, scope, &report, isTold: isTold)
            return true
        }
    }

    private func tell(
        dead rule: ID<Rule>, _ scope: SearchScope, _ report: inout FaultReport, isTold: Set<FaultQuestion>
    ) {
        if !rules[rule].exceptions.isEmpty,
            case .found(let sketch) = search.ask(.presumed, conditionsHold(rule, exceptions: []))
        {
            guard isTold.contains(.swallowedRules) else { return }
            report.ask(.swallowedRules)
            let facts = facts(of: rule)
            report.find(
                .swallowedRules,
                .swallowedRule(rule, by: swallower(of: rule), whileUnknown: false), [.rule(rule)],
                maker.witness(sketch, facts: facts) { conditionsHold(rule, in: $0) }, scope)
            return
        }
        guard isTold.contains(.deadRules) else { return }
        let together = conditionsThatExclude(rule)
        report.find(
            .deadRules, .deadRule(rule, together: together), [.rule(rule)],
            witness(ofDead: rule, together), scope)
    }

    // MARK: Why a rule is dead

    /// Conditions that cannot hold together, none of which could be left out.
    private func conditionsThatExclude(_ rule: ID<Rule>) -> [Int] {
        var kept = Array(rules[rule].conjuncts.indices)
        for place in kept.reversed() {
            let fewer = kept.filter { $0 != place }
            if case .none = search.ask(.presumed, conditionsHold(rule, conjuncts: fewer, exceptions: [])) {
                kept = fewer
            }
        }
        return kept
    }

    /// A cluster in which all is met but one condition of those that exclude each other.
    private func witness(ofDead rule: ID<Rule>, _ together: [Int]) -> FaultWitness? {
        let all = Array(rules[rule].conjuncts.indices)
        let rest = together.last.map { last in all.filter { $0 != last } } ?? all
        for wanted in [rest, Array(together.dropLast()), []] {
            guard
                case .found(let sketch) = search.ask(
                    .presumed, conditionsHold(rule, conjuncts: wanted, exceptions: []))
            else { continue }
            let conditions = wanted.map { rules[rule].conjuncts[$0] }
            let isClosed = rules[rule].bindings.isEmpty
            let witness = maker.witness(sketch, facts: facts(of: rule)) { evaluation in
                !evaluation.verdict(of: rule).holds && (!isClosed || evaluation.holds(conditions))
            }
            if let witness { return witness }
        }
        return nil
    }

    /// What the rule draws, as far as it names it.
    func facts(of rule: ID<Rule>) -> [Fact] {
        for ground in search.grounds {
            let range = ground.circuit.applicationsOfRule[rule.index]
            if let application = range.first.map({ ground.circuit.applications[$0] }) {
                return application.facts
            }
        }
        return []
    }

    // MARK: Exceptions

    /// The exception that by itself defeats the rule whenever its conditions hold.
    private func swallower(of rule: ID<Rule>) -> Int? {
        let exceptions = rules[rule].exceptions
        if exceptions.count == 1 { return 0 }
        return exceptions.indices.first { place in
            if case .none = search.ask(.presumed, conditionsHold(rule, exceptions: [place])) { return true }
            return false
        }
    }

    /// Whether the rule fires only as long as something is not known of its exceptions.
    private func findSwallowing(_ rule: ID<Rule>, _ report: inout FaultReport) {
        let exceptions = rules[rule].exceptions
        guard !exceptions.isEmpty else { return }
        report.ask(.swallowedRules)
        let certain = conditionsHold(rule, exceptions: Array(exceptions.indices))
        switch search.ask(.firm, certain) {
        case .found: return
        case .undecided(let doubt): return report.doubt(.swallowedRules, [.rule(rule)], doubt)
        case .none(let scope):
            let place = exceptions.indices.first { place in
                // What is known by signs alone is never refuted, conditions or no conditions.
                guard
                    case .found = search.ask(
                        .firm, conditionsHold(rule, conjuncts: [], exceptions: [place]))
                else { return false }
                if case .none = search.ask(.firm, conditionsHold(rule, exceptions: [place])) { return true }
                return false
            }
            guard let place, case .found(let sketch) = search.ask(.firm, conditionsHold(rule, exceptions: []))
            else { return }
            report.find(
                .swallowedRules, .swallowedRule(rule, by: place, whileUnknown: true), [.rule(rule)],
                maker.witness(sketch, facts: facts(of: rule)) { conditionsHold(rule, in: $0, firmly: true) },
                scope)
        }
    }

    // MARK: Parts of a rule

    /// In some application of a rule some of its conditions hold, and some of its exceptions are absent.
    ///
    /// - Parameter conjuncts: Places of the conditions; all unless said.
    func conditionsHold(_ rule: ID<Rule>, conjuncts: [Int]? = nil, exceptions: [Int]) -> FaultSearch.Goal {
        { solver, circuit in
            let range = circuit.applicationsOfRule[rule.index]
            if range.isEmpty { return nil }
            var ways: [Literal] = []
            for place in range {
                let application = circuit.applications[place]
                var way = Literal.yes
                for number in conjuncts ?? Array(application.conjuncts.indices) {
                    guard application.conjuncts.indices.contains(number) else { continue }
                    way = solver.both(way, solver.literal(application.conjuncts[number], .high))
                }
                for number in exceptions where application.absences.indices.contains(number) {
                    way = solver.both(way, solver.literal(application.absences[number], .high))
                }
                ways.append(way)
            }
            return [solver.any(ways)]
        }
    }

    /// Whether a rule's conditions hold in an evaluation, and its exceptions keep it from firing.
    private func conditionsHold(_ rule: ID<Rule>, in evaluation: any Evaluation, firmly: Bool = false) -> Bool
    {
        let least = firmly ? Verdict.yes : .presumablyYes
        if evaluation.verdict(of: rule) >= least { return false }
        guard rules[rule].bindings.isEmpty else { return true }
        return rules[rule].conjuncts.allSatisfy { evaluation.verdict(of: $0) >= least }
    }
}
