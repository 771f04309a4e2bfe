import Inference
import RuleModel

/// Which nodes of several circuits are the same, word for word: what need not be looked at any closer.
struct CommonNodes: Sendable {
    /// For each circuit and node the number of what it is; equal numbers for equal nodes.
    private var numbers: [[Int]] = []
    private var known: [Key: Int] = [:]
    private var next = 0

    private struct Side: Hashable, Comparable {
        var number: Int
        var isNegated: Bool
        var isPresumed: Bool
        static func < (left: Side, right: Side) -> Bool {
            (left.number, left.isNegated ? 1 : 0, left.isPresumed ? 1 : 0)
                < (right.number, right.isNegated ? 1 : 0, right.isPresumed ? 1 : 0)
        }
    }

    private enum Operand: Hashable {
        case input(RuleCircuit.Input)
        case known(ValueSet)
    }

    private enum Key: Hashable {
        case no, open, hasStageBefore
        case lies(RuleCircuit.Input, ValueSet)
        case isSaid(RuleCircuit.Input)
        case statedAtLeast(RuleCircuit.Input, ValueSet)
        case statedAtMost(RuleCircuit.Input, ValueSet)
        case smaller(Side, Side)
        case compares(Operand, Comparison, Operand)
        case figure(String, [RuleCircuit.Input], [Side])
    }

    init(_ circuits: [RuleCircuit]) {
        for circuit in circuits {
            var numbers: [Int] = []
            numbers.reserveCapacity(circuit.nodes.count)
            for (place, node) in circuit.nodes.enumerated() {
                numbers.append(number(of: key(of: node, at: place, circuit, numbers)))
            }
            self.numbers.append(numbers)
        }
    }

    /// Something that stands for a wire of a circuit: equal for equal wires.
    func side(_ wire: RuleCircuit.Wire, _ circuit: Int) -> some Hashable { side(wire, numbers[circuit]) }

    private func side(_ wire: RuleCircuit.Wire, _ numbers: [Int]) -> Side {
        Side(number: numbers[wire.node], isNegated: wire.isNegated, isPresumed: wire.isPresumed)
    }

    /// What has no key is like nothing else.
    private mutating func number(of key: Key?) -> Int {
        if let key, let number = known[key] { return number }
        if let key { known[key] = next }
        next += 1
        return next - 1
    }

    private func key(
        of node: RuleCircuit.Node, at place: Int, _ circuit: RuleCircuit, _ numbers: [Int]
    ) -> Key? {
        let inputs = circuit.inputs
        func operand(_ operand: RuleCircuit.Operand) -> Operand {
            switch operand {
            case .input(let input): .input(inputs[input])
            case .known(let values): .known(values)
            }
        }
        switch node {
        case .no: return .no
        case .open: return .open
        case .hasStageBefore: return .hasStageBefore
        case .lies(input: let input, accepted: let values): return .lies(inputs[input], values)
        case .isSaid(input: let input): return .isSaid(inputs[input])
        case .statedAtLeast(input: let input, accepted: let values):
            return .statedAtLeast(inputs[input], values)
        case .statedAtMost(input: let input, accepted: let values):
            return .statedAtMost(inputs[input], values)
        case .smaller(let left, let right):
            let (left, right) = (side(left, numbers), side(right, numbers))
            return .smaller(min(left, right), max(left, right))
        case .compares(let left, let comparison, let right):
            return .compares(operand(left), comparison, operand(right))
        case .figure:
            guard let form = circuit.figureForms[place] else { return nil }
            return .figure(
                form.text, form.readings.map { inputs[$0] }, form.verdicts.map { side($0, numbers) })
        case .beyond: return nil
        }
    }
}
