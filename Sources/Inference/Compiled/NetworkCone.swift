/// The part of a network that some nodes hang on.
struct NetworkCone: Sendable {
    private var isIn: [Bool]
    /// Readings that atoms or figures of the cone read, by number, and those that figures want whole.
    private(set) var slots: Set<Int> = []
    private(set) var wholeSlots: Set<Int> = []
    /// What writes each node that is no gate: a figure, or a loop as a whole.
    let composites: [Int: Int]
    private let slotsByAtom: [Int: Int]

    init(_ network: Network, roots: [Int]) {
        var composites: [Int: Int] = [:]
        for (place, step) in network.steps.enumerated() {
            if case .gates = step { continue }
            for node in network.nodesWritten(by: [step]) { composites[node] = place }
        }
        self.composites = composites
        var slotsByWord: [Int: Int] = [:]
        for (number, slot) in network.slots.enumerated() { slotsByWord[slot.firstWord] = number }
        var slotsByAtom: [Int: Int] = [:]
        for atom in network.atoms { slotsByAtom[Int(atom.node)] = slotsByWord[Int(atom.firstWord)] }
        self.slotsByAtom = slotsByAtom
        isIn = Array(repeating: false, count: network.nodeCount)
        grow(from: roots, network)
    }

    /// What other nodes of the same network hang on.
    func of(_ roots: [Int], _ network: Network) -> NetworkCone {
        var cone = self
        cone.isIn = Array(repeating: false, count: network.nodeCount)
        cone.slots = []
        cone.wholeSlots = []
        cone.grow(from: roots, network)
        return cone
    }

    private mutating func grow(from roots: [Int], _ network: Network) {
        var seenSteps: Set<Int> = []
        var waiting = roots
        while let node = waiting.popLast() {
            if isIn[node] { continue }
            isIn[node] = true
            if let slot = slotsByAtom[node] { slots.insert(slot) }
            if let place = composites[node], seenSteps.insert(place).inserted {
                let step = network.steps[place]
                waiting += network.nodesWritten(by: [step])
                for figure in network.figures(in: step) {
                    waiting += figure.test.signals.map(\.node)
                    for slot in figure.test.slots {
                        if let number = network.slotNumbers[slot] {
                            slots.insert(number)
                            wholeSlots.insert(number)
                        }
                    }
                }
                waiting += network.latchSources(in: step)
            }
            if node >= network.firstGate, node < network.nodeCount {
                let gate = network.gates[node - network.firstGate]
                waiting += [gate.left.node, gate.right.node]
            }
        }
    }

    func contains(_ node: Int) -> Bool { isIn[node] }
}

extension Network {
    func figures(in step: Step) -> [Figure] {
        switch step {
        case .gates: []
        case .figure(let number): [figures[number]]
        case .loop(_, let steps): steps.flatMap { figures(in: $0) }
        }
    }

    fileprivate func latchSources(in step: Step) -> [Int] {
        guard case .loop(let latches, let steps) = step else { return [] }
        return latches.map(\.source.node) + steps.flatMap { latchSources(in: $0) }
    }
}
