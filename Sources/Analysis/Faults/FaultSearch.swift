import Inference
import RuleModel

/// Asks the circuits of growing clusters: of none, one and two members in every collection, and of as
/// many as rules count to.
///
/// What is found in a smaller one is not looked for in a larger one; what is in none is in none of these.
struct FaultSearch {
    enum Answer {
        case found(ClusterSketch)
        case none(SearchScope)
        case undecided(CircuitSolver.Doubt)
    }

    /// What is to hold, as literals of a circuit; `nil` where the circuit has no such thing.
    typealias Goal = (inout CircuitSolver, RuleCircuit) -> [Literal]?

    let compiled: CompiledRules
    let grounds: [Ground]
    var rules: RuleBase { compiled.rules }

    struct Ground {
        var circuit: RuleCircuit
        var cells: InputCells
        /// Members in every collection.
        var members: Int
    }

    /// More make a circuit too large to be asked often.
    private static let mostMembers = 5

    init(_ compiled: CompiledRules) {
        self.compiled = compiled
        let collections = compiled.rules.collections.indices.map { ID<Collection>($0) }
        // As many as it takes to reach what rules count to.
        let counted = compiled.rules.rules.flatMap(\.conjuncts).map(\.mostCounted).max() ?? 0
        let most = min(Int(clamping: counted), FaultSearch.mostMembers)
        let counts = collections.isEmpty ? [0] : [0, 1, 2] + (most > 2 ? [most] : [])
        grounds = counts.map { count in
            let circuit = RuleCircuit(
                compiled, members: Dictionary(uniqueKeysWithValues: collections.map { ($0, count) }))
            return Ground(
                circuit: circuit, cells: InputCells([circuit], rules: compiled.rules), members: count)
        }
    }

    func solver(
        _ ground: Ground, _ layer: CircuitSolver.Layer,
        statements: CircuitSolver.Statements = .ofWhatNoRuleConcludes
    ) -> CircuitSolver {
        CircuitSolver(
            [(compiled, ground.circuit)], cells: ground.cells, layer: layer, statements: statements)
    }

    /// Looks for a cluster in which any of some goals comes true.
    func ask(_ goals: [(layer: CircuitSolver.Layer, goal: Goal)]) -> Answer {
        var doubt: CircuitSolver.Doubt?
        var scope = SearchScope()
        for ground in grounds {
            var asksAboutMembers = ground.members == 0 && grounds.count > 1
            for (layer, goal) in goals {
                var solver = solver(ground, layer)
                guard let wanted = goal(&solver, ground.circuit) else {
                    asksAboutMembers = true
                    continue
                }
                if solver.asksAboutMembers { asksAboutMembers = true }
                if solver.looksBack { scope.looksBack = true }
                switch solver.solve(wanted) {
                case .possible(let sketch): return .found(sketch)
                case .impossible: break
                case .undecided(let why): doubt = doubt ?? why
                }
            }
            if asksAboutMembers {
                // With none of any there is nothing to ask about; it takes one to see whether any is.
                if ground.members > 0 { scope.membersAtMost = ground.members }
            } else {
                break
            }
        }
        return doubt.map { .undecided($0) } ?? .none(scope)
    }

    func ask(_ layer: CircuitSolver.Layer, _ goal: @escaping Goal) -> Answer { ask([(layer, goal)]) }

    // MARK: Goals

    /// Any application of a rule fires.
    func fires(_ rule: ID<Rule>) -> Goal {
        { solver, circuit in
            let range = circuit.applicationsOfRule[rule.index]
            if range.isEmpty { return nil }
            return [solver.any(range.map { solver.literal(circuit.applications[$0].verdict, .high) })]
        }
    }

    /// A fact holds.
    func holds(_ fact: Fact) -> Goal {
        { solver, circuit in circuit.wire(of: fact).map { [solver.literal($0, .high)] } }
    }
}

extension Condition {
    /// The greatest number of members that it counts to.
    fileprivate var mostCounted: Int64 {
        switch self {
        case .lies(.count, in: .runs(let runs), _):
            runs.flatMap { [$0.lower, $0.upper == .max ? $0.lower : $0.upper + 1] }.max() ?? 0
        case .not(let part), .previously(let part), .earlier(let part): part.mostCounted
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            parts.map(\.mostCounted).max() ?? 0
        case .some(_, let body): body?.mostCounted ?? 0
        case .every(_, filter: let filter, let body): max(filter?.mostCounted ?? 0, body.mostCounted)
        default: 0
        }
    }
}
