/// One bit of a node's thermometer, and what it is to be.
private struct BitDemand: Hashable {
    var node: Int
    var bit: Int
    var wanted: Bool

    init(node: Int, bit: Int, wanted: Bool) {
        self.node = node
        self.bit = bit
        self.wanted = wanted
    }

    /// A bit of a signal, as one of the node behind it: see `SignalForms`.
    init(_ signal: Signal, bit: Int, wanted: Bool) {
        let isNegated = signal.form & Signal.negatedForm != 0
        // Where open is presumed, it passes for presumably yes.
        let read = signal.isPresumed && bit == 2 ? 1 : bit
        self.init(node: signal.node, bit: isNegated ? 3 - read : read, wanted: isNegated ? !wanted : wanted)
    }
}

extension Levers {
    /// Levers of which at least one has to be pulled before a verdict reaches a height, or no longer does.
    ///
    /// Whatever else is pulled, nothing is reached as long as these stay: each is a way in, and what
    /// must come together is asked for one part at a time.
    ///
    /// - Parameters:
    ///   - height: Above `no`.
    ///   - free: Levers that may be pulled; the others stay as they are.
    /// - Returns: `nil` when no pulling of free levers does it; empty when it is so already.
    public func needed(
        for subject: Subject, at height: Verdict, reached wanted: Bool, free: Set<Int>
    ) -> Set<Int>? {
        if (verdict(of: subject) >= height) == wanted { return [] }
        let program = live.stage.program
        guard case .fact(let fact) = subject, let place = program.places[fact] else {
            guard let lever = lever(told: subject), free.contains(lever),
                levers[lever].options.contains(wanted ? .yes : .no)
            else { return nil }
            return [lever]
        }
        var walk = Walk(levers: self, free: free)
        return walk.needed(BitDemand(program.signals[place], bit: height.rawValue + 1, wanted: wanted))
    }

    /// From a demand that is not met down to the readings that could meet it.
    private struct Walk {
        let levers: Levers
        let free: Set<Int>
        private var known: [BitDemand: Set<Int>?] = [:]

        init(levers: Levers, free: Set<Int>) {
            self.levers = levers
            self.free = free
        }

        private var network: Network { levers.live.stage.program.network }

        /// What is settled stays so when readings only narrow.
        private func isSettled(_ node: Int) -> Bool {
            guard levers.onlyNarrows else { return false }
            let code = levers.current.state[Signal(node: node)]
            return code == .yes || code == .no
        }

        private func isMet(_ demand: BitDemand) -> Bool {
            let bits = levers.current.state[Signal(node: demand.node)].bits
            return (bits >> UInt8(demand.bit) & 1 == 1) == demand.wanted
        }

        mutating func needed(_ demand: BitDemand) -> Set<Int>? {
            if let known = known[demand] { return known }
            let found = found(demand)
            known[demand] = .some(found)
            return found
        }

        private mutating func found(_ demand: BitDemand) -> Set<Int>? {
            let node = demand.node
            if isSettled(node) { return nil }
            if let lever = levers.leversByNode[node] {
                guard free.contains(lever) else { return nil }
                return levers.levers[lever].effects.contains { $0[node] == demand.wanted } ? [lever] : nil
            }
            if let place = levers.cone.composites[node] { return readBy(place) }
            guard node >= network.firstGate else { return nil }
            let gate = network.gates[node - network.firstGate]
            let sides = [gate.left, gate.right].map { BitDemand($0, bit: demand.bit, wanted: demand.wanted) }
            return demand.wanted ? all(of: sides) : any(of: sides)
        }

        /// Every part has to be met: it is enough to know one that is not, the narrowest.
        private mutating func all(of parts: [BitDemand]) -> Set<Int>? {
            var narrowest: Set<Int>?
            for part in parts where !isMet(part) {
                guard let needed = needed(part) else { return nil }
                if needed.count < narrowest?.count ?? .max { narrowest = needed }
            }
            return narrowest
        }

        private mutating func any(of parts: [BitDemand]) -> Set<Int>? {
            let ways = parts.compactMap { needed($0) }
            return ways.isEmpty ? nil : ways.reduce(into: []) { $0.formUnion($1) }
        }

        /// Of what counts, weighs or goes round in a circle every reading may be the one.
        private func readBy(_ step: Int) -> Set<Int>? {
            let found = levers.leversByStep[step]?.intersection(free) ?? []
            return found.isEmpty ? nil : found
        }
    }
}
