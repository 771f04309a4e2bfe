import RuleModel

/// What in a network must be looked at again when something changes.
///
/// A unit is what is redone as a whole: a gate, a figure, or a loop with all that is in it. Units are
/// numbered in the order of the network's steps, so that going through changed ones in ascending
/// order meets each after all it reads.
final class Dependents: Sendable {
    /// A figure, or a loop with all that is in it.
    struct CompositeUnit: Sendable {
        var step: Network.Step
        var nodesWritten: [Int]
    }

    /// For each unit its gate; where it is no gate, the complement of its place in `steps`.
    let gates: [Int32]
    let steps: [CompositeUnit]
    /// The units that read a node: `readers[starts[node]..<starts[node + 1]]`.
    let starts: [Int32]
    let readers: [Int32]
    /// The atoms of each slot, and the units that read it whole.
    let atoms: [Range<Int>]
    let wholeReaders: [[Int32]]
    init(_ network: Network) {
        var draft = DependentsDraft(network)
        for step in network.steps { draft.add(step) }
        let (starts, readers) = draft.readersByNode()
        gates = draft.gates
        steps = draft.steps
        self.starts = starts
        self.readers = readers
        atoms = network.atomsBySlot()
        wholeReaders = draft.wholeReaders
    }

    @inline(__always)
    func readers(of node: Int) -> ArraySlice<Int32> {
        readers[Int(starts[node])..<Int(starts[node + 1])]
    }
}

/// The units of a network while they are being listed.
private struct DependentsDraft {
    let network: Network
    var gates: [Int32] = []
    var steps: [Dependents.CompositeUnit] = []
    var wholeReaders: [[Int32]]
    private var edges: [(node: Int, unit: Int32)] = []

    init(_ network: Network) {
        self.network = network
        wholeReaders = Array(repeating: [], count: network.slots.count)
    }

    mutating func add(_ step: Network.Step) {
        if case .gates(let range) = step {
            for gate in range {
                for node in network.gates[gate].nodesRead { edges.append((node, Int32(gates.count))) }
                gates.append(Int32(gate))
            }
            return
        }
        let unit = Int32(gates.count)
        for node in network.nodesRead(by: [step]) { edges.append((node, unit)) }
        for slot in network.slotsReadWhole(by: [step]) {
            if let slot = network.slotNumbers[slot] { wholeReaders[slot].append(unit) }
        }
        gates.append(~Int32(steps.count))
        steps.append(Dependents.CompositeUnit(step: step, nodesWritten: network.nodesWritten(by: [step])))
    }

    func readersByNode() -> (starts: [Int32], readers: [Int32]) {
        var starts = [Int32](repeating: 0, count: network.nodeCount + 1)
        for edge in edges { starts[edge.node + 1] += 1 }
        for node in 0..<network.nodeCount { starts[node + 1] += starts[node] }
        var readers = [Int32](repeating: 0, count: edges.count)
        var next = starts
        for edge in edges {
            readers[Int(next[edge.node])] = edge.unit
            next[edge.node] += 1
        }
        return (starts, readers)
    }
}

extension Network.Gate {
    fileprivate var nodesRead: [Int] {
        left.node == right.node ? [left.node] : [left.node, right.node]
    }
}

extension Network.Figure.Test {
    fileprivate var figures: [GroundFigure<Signal>] {
        switch self {
        case .lies(let figure, in: _): [figure]
        case .compares(let left, _, let right): [left, right]
        }
    }

    /// The verdicts it counts or weighs.
    var signals: [Signal] { figures.flatMap(\.nodes) }
    fileprivate var nodesRead: Set<Int> { Set(signals.map(\.node)) }
    /// The readings it wants whole.
    var slots: Set<Slot> { Set(figures.flatMap(\.slots)) }
}

extension Network {
    /// The atoms of each slot, which stand together.
    fileprivate func atomsBySlot() -> [Range<Int>] {
        var slotsByWord: [Int: Int] = [:]
        for (number, slot) in slots.enumerated() { slotsByWord[slot.firstWord] = number }
        var found = [Range<Int>](repeating: 0..<0, count: slots.count)
        for (place, atom) in atoms.enumerated() {
            guard let slot = slotsByWord[Int(atom.firstWord)] else { continue }
            found[slot] = (found[slot].isEmpty ? place : found[slot].lowerBound)..<place + 1
        }
        return found
    }

    fileprivate func nodesRead(by steps: [Step]) -> Set<Int> {
        Set(
            steps.flatMap { step -> [Int] in
                switch step {
                case .gates(let range): range.flatMap { gates[$0].nodesRead }
                case .figure(let figure): Array(figures[figure].test.nodesRead)
                case .loop(_, let steps): Array(nodesRead(by: steps))
                }
            }
        ).subtracting(nodesWritten(by: steps))
    }

    func nodesWritten(by steps: [Step]) -> [Int] {
        steps.flatMap { step -> [Int] in
            switch step {
            case .gates(let range): range.map { firstGate + $0 }
            case .figure(let figure): [figures[figure].node]
            case .loop(let latches, let steps): latches.map(\.node) + nodesWritten(by: steps)
            }
        }
    }

    fileprivate func slotsReadWhole(by steps: [Step]) -> Set<Slot> {
        Set(
            steps.flatMap { step -> [Slot] in
                switch step {
                case .gates: []
                case .figure(let figure): Array(figures[figure].test.slots)
                case .loop(_, let steps): Array(slotsReadWhole(by: steps))
                }
            })
    }
}
