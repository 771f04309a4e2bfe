import RuleModel

/// A network as a batch carries it out: for the facts asked for alone, with the nodes in few registers.
///
/// A register holds the four planes of a node for one block and is used again once nothing reads the
/// node any more, so that a block's work stays in the processor's nearest memory.
struct BatchPlan: Sendable {
    /// A gate with its nodes' registers.
    struct Gate: Sendable {
        var target: Int32
        var left: Int32
        var right: Int32
        var leftForm: UInt8
        var rightForm: UInt8
    }

    enum Step: Sendable {
        case gates(Range<Int>)
        case figure(Int)
        case loop(latches: [Network.Latch], [Step])
    }

    private(set) var gates: [Gate] = []
    private(set) var steps: [Step] = []
    private(set) var atoms: [BatchAtoms] = []
    private(set) var registerCount = 0
    /// For each node its register; -1 for nodes that are not worked out.
    private(set) var registers: [Int32]
    /// For each fact asked for, its signal; `nil` when no rule draws or asks about it.
    private(set) var signals: [Signal?] = []
    /// Nodes that another signal stands for.
    private let aliases: [Signal?]

    /// - Parameter isPlain: No case says more than readings: nothing stated, listed or looked back on.
    init(_ program: Program, facts: [Fact], isPlain: Bool) {
        let network = program.network
        registers = Array(repeating: -1, count: network.nodeCount)
        var folding = Folding(network, isPlain: isPlain)
        folding.fold(network.steps)
        aliases = folding.aliases
        signals = facts.map { fact in program.places[fact].map { folding.resolved(program.signals[$0]) } }
        let uses = Uses(network, folding, signals.compactMap { $0?.node })
        var free: [Int32] = []
        // Inputs first: they are worked out before everything else.
        for node in 0..<network.firstGate where uses.last[node] != nil || node < 2 {
            registers[node] = take(&free)
        }
        steps = place(network.steps, network, folding, uses, &free)
        atoms = BatchAtoms.groups(program, registers: registers)
    }

    /// The signal that is worked out in the place of another.
    func resolved(_ signal: Signal) -> Signal { aliases[signal.node].map { signal.reading($0) } ?? signal }

    private mutating func take(_ free: inout [Int32]) -> Int32 {
        if let register = free.popLast() { return register }
        registerCount += 1
        return Int32(registerCount - 1)
    }

    private mutating func place(
        _ list: [Network.Step], _ network: Network, _ folding: Folding, _ uses: Uses, _ free: inout [Int32]
    ) -> [Step] {
        var placed: [Step] = []
        for step in list {
            switch step {
            case .gates(let range):
                let first = gates.count
                for gate in range where uses.last[network.firstGate + gate] != nil {
                    place(gate, network, folding, uses, &free)
                }
                if gates.count > first { placed.append(.gates(first..<gates.count)) }
            case .figure(let figure):
                if uses.last[network.figures[figure].node] != nil { placed.append(.figure(figure)) }
            case .loop(let latches, let inner):
                let wanted = latches.contains { uses.last[$0.node] != nil }
                if wanted {
                    placed.append(
                        .loop(
                            latches: latches.map { folding.resolved($0) },
                            place(inner, network, folding, uses, &free)))
                }
            }
        }
        return placed
    }

    private mutating func place(
        _ gate: Int, _ network: Network, _ folding: Folding, _ uses: Uses, _ free: inout [Int32]
    ) {
        let node = network.firstGate + gate
        let left = folding.resolved(network.gates[gate].left)
        let right = folding.resolved(network.gates[gate].right)
        // Taken before those it reads are given back: a mirrored form reads planes in another order than
        // they are written in.
        let target = take(&free)
        registers[node] = target
        gates.append(
            Gate(
                target: target, left: registers[left.node], right: registers[right.node],
                leftForm: UInt8(left.form), rightForm: UInt8(right.form)))
        if uses.last[left.node] == .gate(gate) { free.append(registers[left.node]) }
        if right.node != left.node, uses.last[right.node] == .gate(gate) {
            free.append(registers[right.node])
        }
    }

    /// Nodes that are another signal's once it is known what no case says.
    private struct Folding {
        let network: Network
        private let isPlain: Bool
        private(set) var aliases: [Signal?]

        init(_ network: Network, isPlain: Bool) {
            self.network = network
            self.isPlain = isPlain
            aliases = Array(repeating: nil, count: network.nodeCount)
            guard isPlain else { return }
            for end in network.openEnds { aliases[end.node] = .yes }
            for (node, _) in network.retrospects { aliases[node] = .open }
            for statement in network.statements {
                if let lower = statement.lower { aliases[lower] = .no }
                if let upper = statement.upper { aliases[upper] = .yes }
            }
        }

        func resolved(_ signal: Signal) -> Signal {
            aliases[signal.node].map { signal.reading($0) } ?? signal
        }

        func resolved(_ latch: Network.Latch) -> Network.Latch {
            var latch = latch
            latch.source = resolved(latch.source)
            return latch
        }

        mutating func fold(_ steps: [Network.Step]) {
            let inputs = FigureInputs(network)
            for step in steps {
                switch step {
                case .gates(let range):
                    for gate in range { fold(gate) }
                case .figure(let figure):
                    if isPlain { fold(network.figures[figure], inputs) }
                case .loop: break
                }
            }
        }

        private mutating func fold(_ gate: Int) {
            let left = resolved(network.gates[gate].left)
            let right = resolved(network.gates[gate].right)
            let same: Signal? =
                left == .no || right == .no
                ? .no : left == .yes || left == right ? right : right == .yes ? left : nil
            // A presumed signal has no mirror image, so that nothing may stand for it.
            if let same, !same.isPresumed { aliases[network.firstGate + gate] = same }
        }

        /// What sums up members is the same in every case, where cases say nothing of members; what wants a
        /// reading is not.
        private mutating func fold(_ figure: Network.Figure, _ inputs: FigureInputs) {
            guard figure.test.slots.isEmpty, figure.test.signals.allSatisfy({ resolved($0).isConstant })
            else { return }
            let code = inputs.verdict(of: figure.test, network) { resolved($0).constant }
            if let same = [Signal.no, .open, .yes].first(where: { $0.constant == code }) {
                aliases[figure.node] = same
            }
        }
    }

    /// Where each wanted node is read last.
    private struct Uses {
        enum Last: Equatable {
            case gate(Int)
            /// At the end, in a loop or by a figure; or what it holds must outlast the block.
            case never
        }
        private(set) var last: [Last?]
        /// Inputs that are the same in block after block, and written once.
        private var isLasting: [Bool]

        init(_ network: Network, _ folding: Folding, _ facts: [Int]) {
            last = Array(repeating: nil, count: network.nodeCount)
            isLasting = network.isInput
            for atom in network.atoms { isLasting[Int(atom.node)] = false }
            for node in facts { last[node] = .never }
            mark(network.steps, network, folding, isLoop: false)
        }

        /// Backwards, so that the first use met is the last one made.
        private mutating func mark(
            _ steps: [Network.Step], _ network: Network, _ folding: Folding, isLoop: Bool
        ) {
            for step in steps.reversed() {
                switch step {
                case .gates(let range):
                    for gate in range.reversed() where isLoop || last[network.firstGate + gate] != nil {
                        if isLoop { last[network.firstGate + gate] = .never }
                        for signal in [network.gates[gate].left, network.gates[gate].right] {
                            use(folding.resolved(signal).node, isLoop ? .never : .gate(gate))
                        }
                    }
                case .figure(let figure):
                    guard isLoop || last[network.figures[figure].node] != nil else { continue }
                    last[network.figures[figure].node] = .never
                    for signal in network.figures[figure].test.signals {
                        use(folding.resolved(signal).node, .never)
                    }
                case .loop(let latches, let inner):
                    let written = latches.map(\.node) + network.nodesWritten(by: inner)
                    guard isLoop || written.contains(where: { last[$0] != nil }) else { continue }
                    for latch in latches {
                        last[latch.node] = .never
                        use(folding.resolved(latch.source).node, .never)
                    }
                    mark(inner, network, folding, isLoop: true)
                }
            }
        }

        private mutating func use(_ node: Int, _ use: Last) {
            if use == .never || isLasting[node] {
                last[node] = .never
            } else if last[node] == nil {
                last[node] = use
            }
        }
    }
}

extension Network {
    fileprivate var isInput: [Bool] { (0..<nodeCount).map { $0 < firstGate } }
}

extension Signal {
    /// Whether it reads one of the two nodes that never change.
    var isConstant: Bool { node < 2 }

    /// The verdict of a constant.
    fileprivate var constant: VerdictCode {
        var code: VerdictCode = node == 0 ? .no : .open
        if form & Signal.negatedForm != 0 { code = code.negated }
        return isPresumed ? code.presumed : code
    }
}
