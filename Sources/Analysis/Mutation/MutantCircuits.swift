import Inference
import RuleModel

/// Asks of all clusters of a few members whether a rule in other words comes to anything else in any of them.
///
/// It is asked where neither a search for little clusters nor trying all readings came to an end: it costs
/// a circuit of all rules for each mutant.
struct MutantCircuits: Sendable {
    enum Answer {
        case same(SearchScope)
        /// The verdict that the rule comes to differs on this cluster.
        case differs([Stage], Verdict)
        case undecided
    }

    private let compiled: CompiledRules
    private let search: Deferred<FaultSearch>

    init(_ compiled: CompiledRules) {
        self.compiled = compiled
        search = Deferred { FaultSearch(compiled) }
    }

    func answer(_ rule: ID<Rule>, _ altered: AlteredRule) -> Answer {
        let other = CompiledRules(altered.rules)
        var scope = SearchScope()
        for ground in search.value.grounds {
            let circuit = RuleCircuit(other, members: compiled.rules.each(ground.members))
            let before = ground.circuit.applicationsOfRule[rule.index]
            let after = circuit.applicationsOfRule[rule.index]
            guard before.count == after.count else { return .undecided }
            let cells = InputCells([ground.circuit, circuit], rules: compiled.rules)
            var asksAboutMembers = ground.members == 0 && search.value.grounds.count > 1
            for layer in [CircuitSolver.Layer.presumed, .firm] {
                var solver = CircuitSolver(
                    [(compiled, ground.circuit), (other, circuit)], cells: cells, layer: layer)
                var ways: [Literal] = []
                for (one, two) in zip(before, after) {
                    for height in [CircuitSolver.Height.high, .low] {
                        let was = solver.literal(ground.circuit.applications[one].verdict, height)
                        let isNow = solver.literal(circuit.applications[two].verdict, height, part: 1)
                        if was != isNow { ways += [solver.both(was, !isNow), solver.both(!was, isNow)] }
                    }
                }
                if solver.asksAboutMembers { asksAboutMembers = true }
                if solver.looksBack { scope.looksBack = true }
                switch solver.solve([solver.any(ways)]) {
                case .impossible: continue
                case .undecided: return .undecided
                case .possible(let sketch): return differing(sketch, rule, other) ?? .undecided
                }
            }
            guard asksAboutMembers else { break }
            if ground.members > 0 { scope.membersAtMost = ground.members }
        }
        return .same(scope)
    }

    private func differing(_ sketch: ClusterSketch, _ rule: ID<Rule>, _ changed: CompiledRules) -> Answer? {
        func verdicts(_ sketch: ClusterSketch) -> (before: Verdict, after: Verdict) {
            let history = sketch.situations(in: compiled.rules)
            return (
                CompiledEvaluation(compiled, history: history).verdict(of: rule),
                CompiledEvaluation(changed, history: history).verdict(of: rule)
            )
        }
        let smallest = sketch.smallest {
            let (before, after) = verdicts($0)
            return before != after
        }
        guard let smallest else { return nil }
        return .differs(smallest.stages(in: compiled.rules), verdicts(smallest).before)
    }
}
