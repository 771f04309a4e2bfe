import Analysis
import Generation
import Inference
import RuleModel
import Testing

/// The circuit and its solver against the reference evaluator.
@Suite struct CircuitLawTests {
    @Test func `a cluster that is found makes the verdict come out as wanted`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledRules(scenario.rules)
            for members in [0, 1] {
                let circuit = RuleCircuit(compiled, members: scenario.rules.each(members))
                let cells = InputCells([circuit], rules: scenario.rules)
                for layer in [CircuitSolver.Layer.firm, .presumed] {
                    for fact in circuit.facts {
                        if let breach = breach(fact, layer, compiled, circuit, cells) { return breach }
                    }
                }
            }
            return nil
        }
    }

    private func breach(
        _ fact: Fact, _ layer: CircuitSolver.Layer, _ compiled: CompiledRules, _ circuit: RuleCircuit,
        _ cells: InputCells
    ) -> String? {
        guard let wire = circuit.wire(of: fact) else { return "no wire of \(fact)" }
        var solver = CircuitSolver([(compiled, circuit)], cells: cells, layer: layer, statements: .all)
        for (height, wanted) in [
            (CircuitSolver.Height.high, true), (.low, true), (.low, false), (.high, false),
        ] {
            let literal = solver.literal(wire, height)
            guard case .possible(let sketch) = solver.solve([wanted ? literal : !literal]) else { continue }
            // What is beyond the circuit has been supposed, and may not come true.
            if solver.supposition != nil { continue }
            let history = sketch.situations(in: compiled.rules)
            let verdict = ReferenceEvaluation(rules: compiled.rules, history: history).verdict(of: fact)
            let (low, high) = layer.heights(of: verdict)
            if (height == .high ? high : low) != wanted {
                return "\(fact) is \(verdict) in the \(layer) layer, where \(height) is \(wanted)"
            }
        }
        return nil
    }

    @Test func `every figure of a circuit comes out for a cluster of its members`() {
        LawRun.hold(sample: 60) { scenario in
            let compiled = CompiledRules(scenario.rules)
            let circuit = RuleCircuit(compiled, members: scenario.rules.each(1))
            let history = ClusterSketch(members: circuit.members).situations(in: scenario.rules)
            let figures = circuit.figures(of: history, in: compiled).keys.sorted()
            let nodes = circuit.nodes.indices.filter {
                if case .figure = circuit.nodes[$0] { true } else { false }
            }
            return figures == nodes ? nil : "figures \(nodes) are there and \(figures) come out"
        }
    }

    @Test func `what is impossible no combination of readings brings about`() {
        var tried = 0
        for seed in LawRun.seeds(sample: 600) {
            let generated = RuleBaseGenerator(seed: seed, size: .tiny).generate()
            let rules = generated.rules
            let compiled = CompiledRules(rules)
            let circuit = RuleCircuit(compiled, members: rules.each(seed % 3 == 0 ? 1 : 0))
            let cells = InputCells([circuit], rules: rules)
            guard let clusters = AllClusters(circuit, cells, atMost: 1_500) else { continue }
            tried += 1
            var seen: [Fact: Set<Verdict>] = [:]
            for sketch in clusters.sketches {
                let evaluation = CompiledEvaluation(compiled, history: sketch.situations(in: rules))
                for fact in circuit.facts { seen[fact, default: []].insert(evaluation.verdict(of: fact)) }
            }
            for fact in circuit.facts {
                guard let wire = circuit.wire(of: fact) else { continue }
                for layer in [CircuitSolver.Layer.firm, .presumed] {
                    var solver = CircuitSolver([(compiled, circuit)], cells: cells, layer: layer)
                    for (height, wanted) in [
                        (CircuitSolver.Height.high, true), (.low, true), (.low, false), (.high, false),
                    ] {
                        let literal = solver.literal(wire, height)
                        let isSeen = (seen[fact] ?? []).contains {
                            let (low, high) = layer.heights(of: $0)
                            return (height == .high ? high : low) == wanted
                        }
                        switch solver.solve([wanted ? literal : !literal]) {
                        case .possible(let sketch) where !isSeen && solver.supposition == nil:
                            Issue.record(
                                "seed \(seed): \(fact), \(layer), \(height) \(wanted) only in \(sketch.told)")
                            return
                        case .impossible where isSeen:
                            Issue.record(
                                "seed \(seed): \(fact), \(layer), \(height) \(wanted) was seen and is called impossible"
                            )
                            return
                        default: break
                        }
                    }
                }
            }
        }
        // Most are small enough; a law that tries none would hold of anything.
        if LawRun.asked == nil { #expect(tried > 300) }
    }
}

extension GenerationSize {
    /// Small enough for every combination of readings to be tried.
    static let tiny = GenerationSize(
        diagnostics: 2, collections: 1, concepts: 3, classifications: 1, packages: 2, rules: 4, members: 1,
        stages: 1, depth: 1)
}

extension RuleBase {
    /// So many members of every collection.
    func each(_ count: Int) -> [ID<Collection>: Int] {
        Dictionary(uniqueKeysWithValues: collections.indices.map { (ID($0), count) })
    }
}

/// Every cluster that can be told of a circuit's inputs, cell by cell.
struct AllClusters {
    private(set) var sketches: [ClusterSketch]

    /// `nil` where there are more than so many.
    init?(_ circuit: RuleCircuit, _ cells: InputCells, atMost limit: Int) {
        var all = [ClusterSketch(members: circuit.members)]
        if circuit.readsStageBefore {
            var withBefore = all[0]
            withBefore.hasStageBefore = true
            all.append(withBefore)
        }
        for input in circuit.inputs where input.isOfStageBefore == false || circuit.readsStageBefore {
            // Of more cells than these not every set could be tried.
            guard cells.cells(of: input).count <= 6 else { return nil }
            let options = cells.tellings(of: input)
            guard all.count * (options.count + 1) <= limit else { return nil }
            all = all.flatMap { sketch in
                if input.isOfStageBefore, !sketch.hasStageBefore { return [sketch] }
                return [sketch]
                    + options.map { option in
                        var told = sketch
                        told.tell(input, cells: option)
                        return told
                    }
            }
        }
        sketches = all
    }
}

extension InputCells {
    /// Every set of cells that says something; one empty one for that all members are listed.
    fileprivate func tellings(of input: RuleCircuit.Input) -> [[Cell]] {
        if case .allListed = input.place { return [[]] }
        let cells = cells(of: input)
        if isDrawn(input.place) { return [] }
        let isStatement =
            switch input.place {
            case .concept, .classification: true
            default: false
            }
        return (1..<(1 << cells.count)).filter { mask in
            let told = cells.indices.filter { mask >> $0 & 1 == 1 }
            if told.count == cells.count { return isStatement }
            // The lack of a bound goes with the last cell on its side.
            return told.allSatisfy { place in
                !cells[place].isEnd
                    || told.contains(place == 0 ? 1 : place - 1) && told.contains { !cells[$0].isEnd }
            }
        }.map { mask in cells.indices.filter { mask >> $0 & 1 == 1 }.map { cells[$0] } }
    }
}
