import RuleModel

/// What a network reads of one case, and the verdicts it came to.
///
/// A value of flat arrays: copying one is a few kilobytes, and changing a copy leaves the other alone.
struct NetworkState: Sendable {
    /// Masks of cells, slot after slot.
    var possible: [UInt64]
    var presumed: [UInt64]
    /// What figures read besides verdicts.
    var figures: FigureInputs
    /// The four forms of each node's verdict.
    var words: [UInt32]

    subscript(signal: Signal) -> VerdictCode {
        VerdictCode(bits: UInt8(truncatingIfNeeded: words[signal.node] >> (8 * signal.form)))
    }

    mutating func set(_ node: Int, _ code: VerdictCode) { words[node] = SignalForms.word(code) }

    // MARK: Reading a case

    /// Nothing said of anything.
    init(_ network: Network) {
        possible = []
        possible.reserveCapacity(network.readingWords)
        for slot in network.slots { possible += slot.domainMask }
        presumed = possible
        figures = FigureInputs(network)
        words = Array(repeating: SignalForms.word(.no), count: network.nodeCount)
        set(1, .open)
        for end in network.openEnds { set(end.node, .yes) }
        for retrospect in network.retrospects { set(retrospect.node, .open) }
        for statement in network.statements { state(statement, nil) }
    }

    /// Takes in a reading; `nil` when the case says nothing.
    mutating func set(_ slot: Int, _ reading: Reading?, in network: Network) {
        guard let reading else {
            let layout = network.slots[slot]
            for (word, mask) in layout.domainMask.enumerated() {
                possible[layout.firstWord + word] = mask
                presumed[layout.firstWord + word] = mask
            }
            if layout.isReadWhole { figures.whole[slot] = Estimate(known: layout.domain) }
            return
        }
        // Most readings are of lists, whose masks are the cells as they stand.
        if case .members(let mask) = reading.possible, case .members(let presumedMask) = reading.presumed {
            possible[network.slots[slot].firstWord] = mask
            presumed[network.slots[slot].firstWord] = presumedMask
        } else {
            possible.mark(reading.possible, network.slots[slot])
            presumed.mark(reading.presumed, network.slots[slot])
        }
        if network.slots[slot].isReadWhole { figures.whole[slot] = Estimate(reading) }
    }

    /// Takes in what the case says of a fact itself; `nil` when it leaves it to the rules.
    mutating func state(_ statement: Network.Statement, _ verdict: Verdict?) {
        if let lower = statement.lower { set(lower, verdict.map { VerdictCode($0) } ?? .no) }
        if let upper = statement.upper { set(upper, verdict.map { VerdictCode($0) } ?? .yes) }
    }

    // MARK: Working out

    /// Works out every node anew.
    mutating func run(_ network: Network) {
        compareReadings(network)
        for step in network.steps { run(step, network) }
    }

    private mutating func compareReadings(_ network: Network) {
        network.atoms.withUnsafeBufferPointer { atoms in
            network.maskWords.withUnsafeBufferPointer { masks in
                possible.withUnsafeBufferPointer { possible in
                    presumed.withUnsafeBufferPointer { presumed in
                        SignalForms.ofComparison.withUnsafeBufferPointer { forms in
                            words.withUnsafeMutableBufferPointer { words in
                                for atom in atoms {
                                    words[Int(atom.node)] =
                                        forms[
                                            NetworkState.findings(atom, masks, possible, presumed)]
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Works out one atom, and tells whether it has changed.
    mutating func compare(_ place: Int, _ network: Network) -> Bool {
        let atom = network.atoms[place]
        let findings = network.maskWords.withUnsafeBufferPointer { masks in
            possible.withUnsafeBufferPointer { possible in
                presumed.withUnsafeBufferPointer { presumed in
                    NetworkState.findings(atom, masks, possible, presumed)
                }
            }
        }
        let word = SignalForms.ofComparison[findings]
        defer { words[Int(atom.node)] = word }
        return words[Int(atom.node)] != word
    }

    /// See `SignalForms.ofComparison`.
    @inline(__always)
    private static func findings(
        _ atom: Network.Atom, _ masks: UnsafeBufferPointer<UInt64>,
        _ possible: UnsafeBufferPointer<UInt64>, _ presumed: UnsafeBufferPointer<UInt64>
    ) -> Int {
        var outside: UInt64 = 0
        var inside: UInt64 = 0
        var presumedOutside: UInt64 = 0
        var presumedInside: UInt64 = 0
        for word in 0..<Int(atom.words) {
            let mask = masks[Int(atom.mask) + word]
            let possible = possible[Int(atom.firstWord) + word]
            let presumed = presumed[Int(atom.firstWord) + word]
            outside |= possible & ~mask
            inside |= possible & mask
            presumedOutside |= presumed & ~mask
            presumedInside |= presumed & mask
        }
        return (outside == 0 ? 1 : 0) | (inside == 0 ? 2 : 0) | (presumedOutside == 0 ? 4 : 0)
            | (presumedInside == 0 ? 8 : 0)
    }

    mutating func run(_ step: Network.Step, _ network: Network) {
        switch step {
        case .gates(let range): run(range, network)
        case .figure(let figure): work(out: network.figures[figure], network)
        case .loop(let latches, let steps): run(latches, steps, network)
        }
    }

    private mutating func work(out figure: Network.Figure, _ network: Network) {
        set(figure.node, figures.verdict(of: figure.test, network) { self[$0] })
    }

    mutating func run(_ range: Range<Int>, _ network: Network) {
        network.gates.withUnsafeBufferPointer { gates in
            SignalForms.ofBits.withUnsafeBufferPointer { forms in
                words.withUnsafeMutableBytes { bytes in
                    guard let base = bytes.baseAddress else { return }
                    let nodes = base.assumingMemoryBound(to: UInt32.self) + network.firstGate
                    let codes = UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
                    for place in range {
                        let gate = gates[place]
                        nodes[place] = forms[Int(codes[gate.left.byte] & codes[gate.right.byte])]
                    }
                }
            }
        }
    }

    /// From "no", round after round, until no latch changes.
    ///
    /// Even what is open where no rule speaks for it begins so: the case may state less, and what was
    /// too high in the first round would hold itself up for ever.
    ///
    /// Verdicts only rise, four times at most. Rules in a loop through "not" and its like have no
    /// meaning and are refused when rules are checked; the bound ends such a loop all the same.
    mutating func run(_ latches: [Network.Latch], _ steps: [Network.Step], _ network: Network) {
        for latch in latches { set(latch.node, .no) }
        for _ in 0...4 * latches.count {
            for step in steps { run(step, network) }
            var isSettled = true
            for latch in latches {
                let code = self[latch.source]
                if self[Signal(node: latch.node)] == code { continue }
                set(latch.node, code)
                isSettled = false
            }
            if isSettled { return }
        }
    }
}

extension Signal {
    /// Where its code stands among the bytes of all nodes.
    var byte: Int { Int(raw) }
}

extension [UInt64] {
    fileprivate mutating func mark(_ values: ValueSet, _ layout: Network.SlotLayout) {
        withUnsafeMutableBufferPointer { all in
            let words = layout.firstWord..<layout.firstWord + layout.domainMask.count
            let mine = UnsafeMutableBufferPointer(rebasing: all[words])
            mine.update(repeating: 0)
            layout.cells.mark(values, in: mine)
        }
    }
}
