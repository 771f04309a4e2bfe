import Inference
import RuleModel

/// Asks the circuits of growing clusters: of none, one and two members in every collection, and of as
/// many as rules count to.
///
/// What is found in a smaller one is not looked for in a larger one; what is in none is in none of these.
struct FaultSearch: Sendable {
    enum Answer: Sendable {
        case found(ClusterSketch)
        case none(SearchScope)
        case undecided(CircuitSolver.Doubt)
    }

    /// What is to hold, as literals of a circuit; `nil` where the circuit has no such thing.
    typealias Goal = (inout CircuitSolver, RuleCircuit) -> [Literal]?

    let compiled: CompiledRules
    let grounds: [Ground]
    var rules: RuleBase { compiled.rules }

    struct Ground: Sendable {
        var circuit: RuleCircuit
        var cells: InputCells
        /// Members in every collection.
        var members: Int
    }

    /// More make a circuit too large to be asked often.
    private static let mostMembers = 5

    init(_ compiled: CompiledRules) {
        self.compiled = compiled
        grounds = FaultSearch.memberCounts([compiled.rules]).map { count in
            let circuit = RuleCircuit(compiled, members: compiled.rules.each(count))
            return Ground(
                circuit: circuit, cells: InputCells([circuit], rules: compiled.rules), members: count)
        }
    }

    /// How many members of every collection there are in turn: as many as it takes to reach what rules
    /// count to.
    static func memberCounts(_ rules: [RuleBase]) -> [Int] {
        guard rules.contains(where: { !$0.collections.isEmpty }) else { return [0] }
        let counted = rules.flatMap(\.rules).flatMap(\.conjuncts).map(\.mostCounted).max() ?? 0
        let most = min(Int(clamping: counted), mostMembers)
        return [0, 1, 2] + (most > 2 ? [most] : [])
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

    /// Looks for a cluster for each of several goals that have much in common, which is written down once.
    func ask<Goal>(
        _ layer: CircuitSolver.Layer, _ goals: [Goal],
        _ write: (inout CircuitSolver, RuleCircuit) -> [[Literal]?]
    ) -> [Answer] {
        var answers = [Answer?](repeating: nil, count: goals.count)
        var doubts = [CircuitSolver.Doubt?](repeating: nil, count: goals.count)
        var scope = SearchScope()
        for ground in grounds {
            var solver = solver(ground, layer)
            let wanted = write(&solver, ground.circuit)
            for place in goals.indices where answers[place] == nil {
                guard let goal = wanted[place] else { continue }
                switch solver.solve(goal) {
                case .possible(let sketch): answers[place] = .found(sketch)
                case .impossible: break
                case .undecided(let why): doubts[place] = doubts[place] ?? why
                }
            }
            if solver.looksBack { scope.looksBack = true }
            let isAboutMembers = solver.asksAboutMembers || (ground.members == 0 && grounds.count > 1)
            guard isAboutMembers, answers.contains(where: { $0 == nil }) else { break }
            if ground.members > 0 { scope.membersAtMost = ground.members }
        }
        return goals.indices.map { place in
            answers[place] ?? doubts[place].map { .undecided($0) } ?? .none(scope)
        }
    }

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
