/// The comparisons of one reading, by the registers that they are put in.
struct BatchAtoms: Sendable {
    var slot: Int
    var atoms: [(register: Int, mask: Cells)]

    /// What a comparison accepts.
    enum Cells: Sendable {
        /// All cells from one on.
        case from(Int)
        case cells(inside: [Int], outside: [Int])
    }

    /// Slot by slot those that are worked out.
    ///
    /// - Parameter registers: Of nodes; -1 for those that are not worked out.
    static func groups(_ program: Program, registers: [Int32]) -> [BatchAtoms] {
        let network = program.network
        return network.slots.indices.compactMap { slot -> BatchAtoms? in
            let atoms = program.dependents.atoms[slot].compactMap { place -> (register: Int, mask: Cells)? in
                let atom = network.atoms[place]
                let register = Int(registers[Int(atom.node)])
                guard register >= 0 else { return nil }
                let cells = network.slots[slot].cells.count
                let inside = (0..<cells).filter { cell in
                    network.maskWords[Int(atom.mask) + cell >> 6] >> UInt64(cell & 63) & 1 == 1
                }
                if let first = inside.first, inside.count == cells - first {
                    return (register, .from(first))
                }
                let outside = (0..<cells).filter { !inside.contains($0) }
                return (register, .cells(inside: inside, outside: outside))
            }
            return atoms.isEmpty ? nil : BatchAtoms(slot: slot, atoms: atoms)
        }
    }
}
