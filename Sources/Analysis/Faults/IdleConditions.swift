import Inference
import RuleModel

// Conditions and exceptions without which their rule would be the same.

extension RuleAnalysis {
    func findIdleConditions(_ rule: ID<Rule>, _ report: inout FaultReport, _ life: Life) {
        guard !life.dead.contains(rule), isAsked(rule) else { return }
        let conjuncts = rules[rule].conjuncts
        for number in conjuncts.indices where !conjuncts[number].isDecidedByDeclarations {
            find(rule, .conjunct(number), &report)
        }
        for number in rules[rule].exceptions.indices { find(rule, .exception(number), &report) }
    }

    private enum Part {
        case conjunct(Int)
        case exception(Int)
    }

    private func find(_ rule: ID<Rule>, _ part: Part, _ report: inout FaultReport) {
        report.ask(.idleConditions)
        let layers: [CircuitSolver.Layer] = [.presumed, .firm]
        let answer = search.ask(
            layers.flatMap { layer in
                [CircuitSolver.Height.high, .low].map { (layer, matters(part, of: rule, at: $0)) }
            })
        switch answer {
        case .found: return
        case .undecided(let doubt): report.doubt(.idleConditions, [.rule(rule)], doubt)
        case .none(let scope):
            guard case .found(let sketch) = search.ask(.presumed, search.fires(rule)) else { return }
            let matter: RuleFault.Matter =
                switch part {
                case .conjunct(let number): .idleCondition(rule, number)
                case .exception(let number): .idleException(rule, number)
                }
            report.find(
                .idleConditions, matter, [.rule(rule)],
                maker.witness(sketch, facts: facts(of: rule)) { $0.verdict(of: rule).holds }, scope)
        }
    }

    /// In some application the rest of the rule reaches a height and the part does not.
    private func matters(_ part: Part, of rule: ID<Rule>, at height: CircuitSolver.Height)
        -> FaultSearch.Goal
    {
        { solver, circuit in
            let range = circuit.applicationsOfRule[rule.index]
            if range.isEmpty { return nil }
            var ways: [Literal] = []
            for place in range {
                let application = circuit.applications[place]
                var rest = Literal.yes
                var asked = Literal.yes
                for (number, wire) in application.conjuncts.enumerated() {
                    let literal = solver.literal(wire, height)
                    if case .conjunct(number) = part {
                        asked = literal
                    } else {
                        rest = solver.both(rest, literal)
                    }
                }
                for (number, wire) in application.absences.enumerated() {
                    let literal = solver.literal(wire, height)
                    if case .exception(number) = part {
                        asked = literal
                    } else {
                        rest = solver.both(rest, literal)
                    }
                }
                ways.append(solver.both(rest, !asked))
            }
            return [solver.any(ways)]
        }
    }
}
