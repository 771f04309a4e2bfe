import RuleModel

/// Writes the network of a shape, and that of the stage before, down as one circuit.
struct CircuitWriter {
    private var circuit: RuleCircuit
    private let compiled: CompiledRules
    private var inputs = Numbering<InputKey>()
    private var gates: [GateKey: Int] = [:]

    private struct InputKey: Hashable {
        var place: ReadingPlace
        var isOfStageBefore: Bool
    }

    private struct GateKey: Hashable {
        var left: RuleCircuit.Wire
        var right: RuleCircuit.Wire
    }

    /// Gates that a circle of rules may take when it is written out.
    private static let mostGatesOfCircle = 40_000

    static func write(_ circuit: inout RuleCircuit, _ compiled: CompiledRules, _ excluding: Set<ID<Rule>>) {
        var writer = CircuitWriter(circuit: circuit, compiled: compiled)
        writer.write(excluding)
        circuit = writer.circuit
    }

    private init(circuit: RuleCircuit, compiled: CompiledRules) {
        self.circuit = circuit
        self.compiled = compiled
        self.circuit.nodes = [.no, .open]
    }

    private mutating func write(_ excluding: Set<ID<Rule>>) {
        let program = circuit.program
        let past = wiresOfStageBefore(program, excluding)
        var stage = StageWires(program.network, isBefore: false)
        stage.retrospects = past
        write(&stage, program)
        for rule in program.groundRules {
            let absences = rule.parts.suffix(rule.exceptions.count)
            circuit.applications.append(
                RuleCircuit.Application(
                    rule: rule.rule, assignment: rule.frame.assignment(program.shape),
                    facts: compiled.rules[rule.rule].conclusions.flatMap {
                        $0.facts(under: rule.frame, program.shape)
                    },
                    verdict: wire(rule.verdict, stage),
                    conjuncts: rule.parts.dropLast(absences.count).map { wire($0, stage) },
                    exceptions: rule.exceptions.map { wire($0, stage) },
                    absences: absences.map { wire($0, stage) }))
        }
        var next = 0
        for rule in compiled.rules.rules.indices {
            let start = next
            while next < circuit.applications.count, circuit.applications[next].rule.index == rule {
                next += 1
            }
            circuit.applicationsOfRule.append(start..<next)
        }
        circuit.facts = program.facts
        circuit.factsNoRuleDraws = Set(program.facts[program.drawnCount...])
        for (fact, signal) in zip(program.facts, program.signals) {
            circuit.wires[fact] = wire(signal, stage)
        }
    }

    /// What rules ask of the stage before, worked out there.
    private mutating func wiresOfStageBefore(_ program: Program, _ excluding: Set<ID<Rule>>)
        -> [Int: RuleCircuit.Wire]
    {
        let asked = program.network.retrospects
        if asked.isEmpty { return [:] }
        let (before, signals) = Compilation.program(
            of: compiled, shape: program.shape, excluding: excluding,
            asking: asked.map { ($0.retrospect.subject.phrase, $0.retrospect.frame) },
            keepingSettledParts: false)
        var stage = StageWires(before.network, isBefore: true)
        write(&stage, before)
        var wires: [Int: RuleCircuit.Wire] = [:]
        for ((node, retrospect), signal) in zip(asked, signals) {
            let told = whole(wire(signal, stage))
            switch retrospect.subject {
            case .previously: wires[node] = openUnlessThereIsAStageBefore(told)
            // What came before the first stage told is not told.
            case .earlier: wires[node] = openUnlessThereIsAStageBefore(either(told, .open))
            }
        }
        return wires
    }

    private mutating func openUnlessThereIsAStageBefore(_ wire: RuleCircuit.Wire) -> RuleCircuit.Wire {
        let isThere = add(.hasStageBefore, once: \.stageBefore)
        return either(both(isThere, wire), both(isThere.negated, .open))
    }

    private var stageBefore: RuleCircuit.Wire?

    private mutating func add(
        _ node: RuleCircuit.Node, once: WritableKeyPath<CircuitWriter, RuleCircuit.Wire?>
    )
        -> RuleCircuit.Wire
    {
        if let known = self[keyPath: once] { return known }
        let wire = add(node)
        self[keyPath: once] = wire
        return wire
    }

    // MARK: One stage

    /// What a stage's nodes have become.
    private struct StageWires {
        let isBefore: Bool
        /// For each node of the network, its verdict as it is.
        var wires: [RuleCircuit.Wire]
        /// What the stage before says, by node.
        var retrospects: [Int: RuleCircuit.Wire] = [:]

        init(_ network: Network, isBefore: Bool) {
            self.isBefore = isBefore
            wires = Array(repeating: .no, count: network.nodeCount)
            if wires.count > 1 { wires[1] = .open }
        }
    }

    private func wire(_ signal: Signal, _ stage: StageWires) -> RuleCircuit.Wire {
        var wire = stage.wires[signal.node]
        if signal.form & Signal.negatedForm != 0 { wire = wire.negated }
        wire.isPresumed = wire.isPresumed || signal.isPresumed
        return wire
    }

    private mutating func write(_ stage: inout StageWires, _ program: Program) {
        let network = program.network
        var slotsByWord: [Int: Network.SlotLayout] = [:]
        for slot in network.slots { slotsByWord[slot.firstWord] = slot }
        for atom in network.atoms {
            guard let slot = slotsByWord[Int(atom.firstWord)] else { continue }
            let mask = Array(network.maskWords[Int(atom.mask)..<Int(atom.mask + atom.words)])
            stage.wires[Int(atom.node)] = lies(slot, mask, program, stage.isBefore)
        }
        for end in network.openEnds {
            let parent = end.parent.map { program.shape.member($0) }
            stage.wires[end.node] = isListed(end.collection, parent, stage.isBefore).negated
        }
        for statement in network.statements { write(statement, &stage) }
        for (node, _) in network.retrospects { stage.wires[node] = stage.retrospects[node] ?? .open }
        for step in network.steps { write(step, &stage, program, isInCircle: false) }
    }

    private mutating func write(
        _ step: Network.Step, _ stage: inout StageWires, _ program: Program, isInCircle: Bool
    ) {
        let network = program.network
        switch step {
        case .gates(let range):
            for place in range {
                let gate = network.gates[place]
                stage.wires[network.firstGate + place] = both(wire(gate.left, stage), wire(gate.right, stage))
            }
        case .figure(let number):
            let figure = network.figures[number]
            stage.wires[figure.node] =
                isInCircle
                ? add(.beyond(.largeCircle)) : write(figure, stage, program)
        case .loop(let latches, let steps):
            for latch in latches { stage.wires[latch.node] = .no }
            let size = network.nodesWritten(by: steps).count
            guard (latches.count + 1) * size <= CircuitWriter.mostGatesOfCircle else {
                let unknown = add(.beyond(.largeCircle))
                for node in network.nodesWritten(by: steps) { stage.wires[node] = unknown }
                for latch in latches { stage.wires[latch.node] = unknown }
                return
            }
            // Each round raises some latch in each bit that is not settled yet, so that as many rounds as
            // latches settle all of them; the last one carries what came of it to the other nodes.
            for round in 0...latches.count {
                for step in steps { write(step, &stage, program, isInCircle: true) }
                guard round < latches.count else { break }
                let sources = latches.map { whole(wire($0.source, stage)) }
                for (latch, source) in zip(latches, sources) { stage.wires[latch.node] = source }
            }
        }
    }

    // MARK: Inputs

    private mutating func input(_ place: ReadingPlace, _ domain: ValueSet, _ isBefore: Bool) -> Int {
        let number = inputs.number(of: InputKey(place: place, isOfStageBefore: isBefore))
        if number == circuit.inputs.count {
            circuit.inputs.append(
                RuleCircuit.Input(place: place, isOfStageBefore: isBefore, domain: domain))
        }
        return number
    }

    private mutating func input(_ slot: Slot, _ domain: ValueSet, _ shape: Shape, _ isBefore: Bool) -> Int {
        let place: ReadingPlace =
            switch slot {
            case .diagnostic(let diagnostic): .diagnostic(diagnostic)
            case .attribute(let attribute, of: let member): .attribute(attribute, shape.member(member))
            case .inForce(let package): .inForce(package)
            }
        return input(place, domain, isBefore)
    }

    private mutating func lies(
        _ slot: Network.SlotLayout, _ mask: [UInt64], _ program: Program, _ isBefore: Bool
    ) -> RuleCircuit.Wire {
        let input = input(slot.slot, slot.domain, program.shape, isBefore)
        let (accepted, isComplement) = slot.cells.values(of: mask)
        let wire = add(.lies(input: input, accepted: accepted.within(slot.domain)))
        return isComplement ? wire.negated : wire
    }

    /// Whether the case says that all members are listed: of the collection itself, or of all parents and
    /// in each of them.
    private mutating func isListed(_ collection: ID<Collection>, _ parent: MemberID?, _ isBefore: Bool)
        -> RuleCircuit.Wire
    {
        let input = input(.allListed(collection, of: parent), .yesOrNo, isBefore)
        let said = add(.isSaid(input: input))
        guard parent == nil, let owner = compiled.rules[collection].parent else { return said }
        var throughout = isListed(owner, nil, isBefore)
        for index in (circuit.members[owner] ?? []).indices {
            let member = MemberID(collection: owner, index: index)
            throughout = both(throughout, isListed(collection, member, isBefore))
        }
        return either(said, throughout)
    }

    private mutating func write(_ statement: Network.Statement, _ stage: inout StageWires) {
        let place: ReadingPlace
        let domain: ValueSet
        let accepted: ValueSet
        switch statement.fact {
        case .concept(let concept, let member):
            (place, domain, accepted) = (.concept(concept, member), .yesOrNo, .yes)
        case .classification(let value, let member):
            let classification = compiled.rules[value.classification]
            if classification.isSeveral {
                place = .classification(value.classification, value: value.value, member)
                (domain, accepted) = (.yesOrNo, .yes)
            } else {
                place = .classification(value.classification, value: nil, member)
                domain = .members(RuleBase.mask(count: classification.values.count))
                accepted = .members(1 << UInt64(value.value))
            }
        default: return
        }
        let input = input(place, domain, stage.isBefore)
        if let lower = statement.lower {
            stage.wires[lower] = add(.statedAtLeast(input: input, accepted: accepted))
        }
        if let upper = statement.upper {
            stage.wires[upper] = add(.statedAtMost(input: input, accepted: accepted))
        }
    }

    // MARK: Figures

    private mutating func write(_ figure: Network.Figure, _ stage: StageWires, _ program: Program)
        -> RuleCircuit.Wire
    {
        switch figure.test {
        case .lies(.timeSince(.reading(let slot)), in: let accepted):
            let domain = compiled.readings.domain(of: slot)
            let begins = stage.isBefore ? RuleCircuit.stageBeforeBegins : RuleCircuit.lastStageBegins
            guard let dates = accepted.dates(sinceWhich: begins) else { break }
            let input = input(slot, domain, program.shape, stage.isBefore)
            return add(.lies(input: input, accepted: dates))
        case .compares(let left, let comparison, let right):
            guard let one = operand(left, stage, program), let other = operand(right, stage, program) else {
                break
            }
            let wire = add(.compares(one.operand, comparison, other.operand))
            return one.isPast || other.isPast ? openUnlessThereIsAStageBefore(wire) : wire
        default: break
        }
        if stage.isBefore || figure.test.isOfPast { return add(.beyond(.figureOfStageBefore)) }
        let readings = figure.test.slots.map {
            input($0, compiled.readings.domain(of: $0), program.shape, stage.isBefore)
        }
        var compared: ValueSet?
        if case .lies(_, in: let accepted) = figure.test { compared = accepted }
        let wire = add(
            .figure(
                readings: readings.sorted(), verdicts: figure.test.signals.map { self.wire($0, stage) },
                accepted: compared))
        circuit.figureNodes[wire.node] = figure.node
        circuit.figureForms[wire.node] = FigureForm(figure.test) {
            input($0, compiled.readings.domain(of: $0), program.shape, stage.isBefore)
        } wire: {
            self.wire($0, stage)
        }
        return wire
    }

    private mutating func operand(
        _ figure: GroundFigure<Signal>, _ stage: StageWires, _ program: Program
    ) -> (operand: RuleCircuit.Operand, isPast: Bool)? {
        switch figure {
        case .reading(let slot):
            let domain = compiled.readings.domain(of: slot)
            return (.input(input(slot, domain, program.shape, stage.isBefore)), false)
        case .known(let values): return (.known(values), false)
        case .before(let formula, let frame):
            // Before the stage before nothing is told, so that comparing with it is open.
            guard !stage.isBefore else { return nil }
            let slot: Slot
            switch compiled.catalogue[formula].form {
            case .diagnostic(let diagnostic): slot = .diagnostic(diagnostic)
            case .attribute(let attribute, of: let variable):
                guard let member = frame.member(variable) else { return nil }
                slot = .attribute(attribute, of: member)
            default: return nil
            }
            return (.input(input(slot, compiled.readings.domain(of: slot), program.shape, true)), true)
        case .count, .proportion, .fold, .timeSince: return nil
        }
    }

    // MARK: Gates

    private mutating func add(_ node: RuleCircuit.Node) -> RuleCircuit.Wire {
        circuit.nodes.append(node)
        return RuleCircuit.Wire(node: circuit.nodes.count - 1)
    }

    /// A wire that can be negated: what is presumed gets a node of its own.
    private mutating func whole(_ wire: RuleCircuit.Wire) -> RuleCircuit.Wire {
        wire.isPresumed ? gate(wire, wire) : wire
    }

    private mutating func both(_ left: RuleCircuit.Wire, _ right: RuleCircuit.Wire) -> RuleCircuit.Wire {
        if left == .no || right == .no { return .no }
        if left == .yes { return whole(right) }
        if right == .yes { return whole(left) }
        if left == right { return whole(left) }
        return gate(left, right)
    }

    private mutating func gate(_ left: RuleCircuit.Wire, _ right: RuleCircuit.Wire) -> RuleCircuit.Wire {
        let key = GateKey(left: left, right: right)
        if let known = gates[key] { return RuleCircuit.Wire(node: known) }
        let wire = add(.smaller(left, right))
        gates[key] = wire.node
        return wire
    }

    private mutating func either(_ left: RuleCircuit.Wire, _ right: RuleCircuit.Wire) -> RuleCircuit.Wire {
        both(whole(left).negated, whole(right).negated).negated
    }
}

extension Retrospect.Subject {
    var phrase: PhraseID {
        switch self {
        case .previously(let phrase), .earlier(let phrase): phrase
        }
    }
}

extension Network.Figure.Test {
    /// Whether it wants something of the stage before.
    fileprivate var isOfPast: Bool {
        switch self {
        case .lies(let figure, in: _): !figure.past.isEmpty
        case .compares(let left, _, let right): !left.past.isEmpty || !right.past.isEmpty
        }
    }
}

extension ValueSet {
    fileprivate func within(_ domain: ValueSet) -> ValueSet {
        if case .texts = self { return self }
        return intersection(domain)
    }

    /// The dates from which to a day it is as long as the set says; `nil` where that is not one bound,
    /// since then what dates are possible does not tell what lengths are.
    fileprivate func dates(sinceWhich day: Int64) -> ValueSet? {
        guard case .runs(let runs) = self, runs.count == 1 else { return nil }
        let perDay = ValueType.duration.ticksPerUnit
        let run = runs[0]
        if run.lower > 0, run.upper == .max {
            let days = FigureArithmetic.ceiling(run.lower, perDay)
            let (last, isFar) = day.subtractingReportingOverflow(days)
            return isFar ? nil : .runs([TickRange(.min, last)])
        }
        if run.lower <= 0, run.upper >= 0, run.upper < .max {
            let days = FigureArithmetic.floor(run.upper, perDay)
            let (first, isFar) = day.subtractingReportingOverflow(days)
            return isFar ? nil : .runs([TickRange(first, .max)])
        }
        return nil
    }
}
