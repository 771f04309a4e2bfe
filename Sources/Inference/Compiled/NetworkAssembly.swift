import RuleModel

/// Turns what a builder collected into a network: only what is wanted, every gate after what it reads.
struct NetworkAssembly {
    private let builder: NetworkBuilder
    private let roots: [Signal]
    private var network = Network()
    /// For each of the builder's nodes the signal that it has become.
    private var placed: [Signal?]

    /// - Parameter wanted: The builder's signals that somebody will read.
    /// - Returns: The network, and for each wanted signal the one it has become.
    static func assembled(
        _ builder: NetworkBuilder, wanting wanted: [Signal]
    ) -> (Network, [Signal]) {
        var assembly = NetworkAssembly(builder, wanted)
        let order = assembly.order()
        assembly.placeInputs(of: order)
        assembly.placeGates(in: order)
        return (assembly.network, wanted.map { assembly.placed($0) })
    }

    private init(_ builder: NetworkBuilder, _ roots: [Signal]) {
        self.builder = builder
        self.roots = roots
        placed = Array(repeating: nil, count: builder.sources.count)
        placed[0] = Signal(node: 0)
        placed[1] = Signal(node: 1)
    }

    private func placed(_ signal: Signal) -> Signal {
        // Every node wanted is placed before it is read; the constant is for rule bases that are none.
        signal.reading(placed[signal.node] ?? .no)
    }

    // MARK: Order

    /// The wanted nodes in an order in which each stands after what it reads, those in a circle together.
    private func order() -> [[Int]] {
        let wanted = wanted()
        let hasLatches = wanted.contains { if case .latch = builder.sources[$0] { true } else { false } }
        // Without latches the order of making is such an order.
        guard hasLatches else { return wanted.map { [$0] } }
        return Circles(count: builder.sources.count, read: read).found(from: wanted)
    }

    private func wanted() -> [Int] {
        var isWanted = [Bool](repeating: false, count: builder.sources.count)
        var waiting = roots.map(\.node)
        while let node = waiting.popLast() {
            if isWanted[node] { continue }
            isWanted[node] = true
            // Most nodes are gates, for which no list need be made.
            if case .gate(let left, let right) = builder.sources[node] {
                waiting.append(left.node)
                waiting.append(right.node)
            } else {
                waiting += read(by: node)
            }
        }
        return isWanted.indices.filter { isWanted[$0] }
    }

    private func read(by node: Int) -> [Int] {
        switch builder.sources[node] {
        case .gate(let left, let right): [left.node, right.node]
        case .latch(let fact): builder.factSignals[fact].map { [$0.node] } ?? []
        case .figure(let figure): builder.figures.things[figure].signals.map(\.node)
        case .no, .open, .atom, .openEnd, .lower, .upper, .retrospect: []
        }
    }

    private func isReadByItself(_ node: Int) -> Bool {
        // A gate stands after what it reads.
        if case .gate = builder.sources[node] { return false }
        return read(by: node).contains(node)
    }

    // MARK: Inputs

    private mutating func placeInputs(of order: [[Int]]) {
        for (number, slot) in builder.slots.things.enumerated() { placeSlot(slot, number: number) }
        let nodes = order.flatMap { $0 }
        var atoms: [(node: Int, key: NetworkBuilder.AtomKey)] = []
        for node in nodes {
            if case .atom(let atom) = builder.sources[node] {
                atoms.append((node, builder.atoms.things[atom]))
            }
        }
        // Masks of one word first, reading by reading: the loop over them then has one shape.
        atoms.sort { left, right in
            if left.key.mask.count != right.key.mask.count {
                return left.key.mask.count < right.key.mask.count
            }
            return left.key.slot != right.key.slot ? left.key.slot < right.key.slot : left.node < right.node
        }
        for (node, key) in atoms {
            network.atoms.append(
                Network.Atom(
                    node: Int32(place(node)), firstWord: Int32(network.slots[key.slot].firstWord),
                    mask: Int32(network.maskWords.count), words: Int32(key.mask.count)))
            network.maskWords += key.mask
        }
        var statements: [Int: Network.Statement] = [:]
        for node in nodes {
            switch builder.sources[node] {
            case .openEnd(let number):
                let end = builder.openEnds.things[number]
                network.openEnds.append(
                    Network.OpenEnd(node: place(node), collection: end.collection, parent: end.parent))
            case .retrospect(let number):
                network.retrospects.append((place(node), builder.retrospects.things[number]))
            case .upper(let fact):
                statements[fact, default: blank(fact)].upper = place(node)
            case .lower(let fact):
                statements[fact, default: blank(fact)].lower = place(node)
            case .figure, .latch: _ = place(node)
            case .no, .open, .atom, .gate: break
            }
        }
        network.statements = statements.sorted { $0.key < $1.key }.map(\.value)
        for (number, statement) in network.statements.enumerated() {
            network.statementNumbers[statement.fact] = number
        }
    }

    private func blank(_ fact: Int) -> Network.Statement {
        Network.Statement(fact: builder.facts.things[fact])
    }

    private mutating func placeSlot(_ slot: Slot, number: Int) {
        let cells = builder.readings.cells(of: slot)
        let domain = builder.readings.domain(of: slot)
        network.slotNumbers[slot] = number
        network.slots.append(
            Network.SlotLayout(
                slot: slot, firstWord: network.readingWords, cells: cells, domain: domain,
                domainMask: cells.mask(of: domain), isReadWhole: false))
        network.readingWords += cells.wordCount
    }

    private mutating func place(_ node: Int) -> Int {
        let number = network.firstGate
        placed[node] = Signal(node: number)
        network.firstGate += 1
        return number
    }

    // MARK: Gates

    private mutating func placeGates(in order: [[Int]]) {
        var steps = StepList()
        for nodes in order { place(nodes, in: &steps) }
        network.steps = steps.list
    }

    private mutating func place(_ nodes: [Int], in steps: inout StepList) {
        let isCircle = nodes.count > 1 || isReadByItself(nodes[0])
        guard isCircle else { return place(nodes[0], in: &steps) }
        // In the order of their making only latches read what is made later.
        var inner = StepList()
        var latches: [Network.Latch] = []
        for node in nodes.sorted() {
            if case .latch = builder.sources[node] { continue }
            place(node, in: &inner)
        }
        for node in nodes.sorted() {
            guard case .latch(let fact) = builder.sources[node], let latch = placed[node],
                let source = builder.factSignals[fact]
            else { continue }
            latches.append(Network.Latch(node: latch.node, source: placed(source)))
        }
        steps.append(.loop(latches: latches, inner.list))
    }

    private mutating func place(_ node: Int, in steps: inout StepList) {
        switch builder.sources[node] {
        case .gate(let left, let right):
            placed[node] = Signal(node: network.nodeCount)
            network.gates.append(Network.Gate(left: placed(left), right: placed(right)))
            steps.append(gate: network.gates.count - 1)
        case .latch(let fact):
            // Nothing goes round: the fact is read where it stands.
            placed[node] = placedWhole(builder.factSignals[fact] ?? .no, in: &steps)
        case .figure(let number):
            guard let signal = placed[node] else { return }
            let test = builder.figures.things[number]
            for slot in test.slots {
                if let slot = builder.slots.known(slot) { network.slots[slot].isReadWhole = true }
            }
            for past in test.figures.flatMap(\.past) where network.pastFigures[past] == nil {
                network.pastFigures[past] = network.pastFigures.count
            }
            network.figures.append(Network.Figure(node: signal.node, test: placed(test)))
            steps.append(.figure(network.figures.count - 1))
        case .no, .open, .atom, .openEnd, .lower, .upper, .retrospect: break
        }
    }

    /// A signal of which every form can be read.
    private mutating func placedWhole(_ signal: Signal, in steps: inout StepList) -> Signal {
        let signal = placed(signal)
        guard signal.isPresumed else { return signal }
        network.gates.append(Network.Gate(left: signal, right: signal))
        steps.append(gate: network.gates.count - 1)
        return Signal(node: network.nodeCount - 1)
    }

    private func placed(_ test: NetworkBuilder.FigureTest) -> Network.Figure.Test {
        switch test {
        case .lies(let figure, in: let accepted): .lies(figure.mapped(placed), in: accepted)
        case .compares(let left, let comparison, let right):
            .compares(left.mapped(placed), comparison, right.mapped(placed))
        }
    }

    /// Steps in order, neighbouring gates as one run.
    private struct StepList {
        private var steps: [Network.Step] = []
        /// The gates appended last, not yet among the steps.
        private var run = 0..<0

        var list: [Network.Step] { run.isEmpty ? steps : steps + [.gates(run)] }

        mutating func append(_ step: Network.Step) {
            closeRun()
            steps.append(step)
        }

        mutating func append(gate: Int) {
            if run.upperBound != gate { closeRun() }
            run = (run.isEmpty ? gate : run.lowerBound)..<gate + 1
        }

        private mutating func closeRun() {
            if !run.isEmpty { steps.append(.gates(run)) }
            run = 0..<0
        }
    }
}

extension RuleBase {
    /// The verdict of a fact for which no rule speaks: not refuted where rules are only signs of it.
    func bottom(of fact: Fact) -> Verdict {
        guard case .concept(let concept, member: _) = fact, self[concept].isBySigns else { return .no }
        return .open
    }
}
