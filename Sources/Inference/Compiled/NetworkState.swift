import RuleModel

/// What a network reads of one case, and the verdicts it came to.
///
/// A value of flat arrays: copying one is a few kilobytes, and changing a copy leaves the other alone.
struct NetworkState: Sendable {
    /// Masks of cells, slot after slot.
    var possible: [UInt64]
    var presumed: [UInt64]
    /// For slots that figures read whole.
    var whole: [Estimate?]
    /// What figures want of the stage before; `nil` without one.
    var past: [Estimate?]
    var stageFrom: TickRange?
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
        whole = network.slots.map { $0.isReadWhole ? Estimate(known: $0.domain) : nil }
        past = Array(repeating: nil, count: network.pastFigures.count)
        words = Array(repeating: SignalForms.word(.no), count: network.nodeCount)
        set(1, .open)
        for end in network.openEnds { set(end.node, .yes) }
        for retrospect in network.retrospects { set(retrospect.node, .open) }
        for statement in network.statements { state(statement, nil) }
    }

    /// Takes in a reading; `nil` when the case says nothing.
    mutating func set(_ slot: Int, _ reading: Reading?, in network: Network) {
        let layout = network.slots[slot]
        let words = layout.firstWord..<layout.firstWord + layout.domainMask.count
        guard let reading else {
            possible.replaceSubrange(words, with: layout.domainMask)
            presumed.replaceSubrange(words, with: layout.domainMask)
            if layout.isReadWhole { whole[slot] = Estimate(known: layout.domain) }
            return
        }
        possible.mark(reading.possible, layout.cells, words)
        presumed.mark(reading.presumed, layout.cells, words)
        if layout.isReadWhole { whole[slot] = Estimate(reading) }
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

    mutating func compareReadings(_ network: Network) {
        network.maskWords.withUnsafeBufferPointer { masks in
            possible.withUnsafeBufferPointer { possible in
                presumed.withUnsafeBufferPointer { presumed in
                    words.withUnsafeMutableBufferPointer { words in
                        SignalForms.ofComparison.withUnsafeBufferPointer { forms in
                            for atom in network.atoms {
                                words[atom.node] =
                                    forms[
                                        NetworkState.answers(atom, network, masks, possible, presumed)]
                            }
                        }
                    }
                }
            }
        }
    }

    /// Which of the four answers of `SignalForms.ofComparison` hold.
    @inline(__always)
    static func answers(
        _ atom: Network.Atom, _ network: Network, _ masks: UnsafeBufferPointer<UInt64>,
        _ possible: UnsafeBufferPointer<UInt64>, _ presumed: UnsafeBufferPointer<UInt64>
    ) -> Int {
        var outside: UInt64 = 0
        var inside: UInt64 = 0
        var presumedOutside: UInt64 = 0
        var presumedInside: UInt64 = 0
        for word in 0..<atom.words {
            let mask = masks[atom.mask + word]
            let possible = possible[atom.slot + word]
            let presumed = presumed[atom.slot + word]
            outside |= possible & ~mask
            inside |= possible & mask
            presumedOutside |= presumed & ~mask
            presumedInside |= presumed & mask
        }
        return (outside == 0 ? 1 : 0) | (inside == 0 ? 2 : 0) | (presumedOutside == 0 ? 4 : 0)
            | (presumedInside == 0 ? 8 : 0)
    }

    private mutating func run(_ step: Network.Step, _ network: Network) {
        switch step {
        case .gates(let range): run(range, network)
        case .figure(let figure):
            set(network.figures[figure].node, verdict(of: network.figures[figure].test, network))
        case .loop(let latches, let steps): run(latches, steps, network)
        }
    }

    private mutating func run(_ range: Range<Int>, _ network: Network) {
        network.gates.withUnsafeBufferPointer { gates in
            SignalForms.words.withUnsafeBufferPointer { forms in
                words.withUnsafeMutableBytes { bytes in
                    guard let base = bytes.baseAddress, let gate = gates.baseAddress,
                        let form = forms.baseAddress
                    else { return }
                    let nodes = base.assumingMemoryBound(to: UInt32.self) + network.firstGate
                    let codes = base.assumingMemoryBound(to: UInt8.self)
                    for place in range {
                        let code = codes[gate[place].left.byte] & codes[gate[place].right.byte]
                        nodes[place] = form[Int(code)]
                    }
                }
            }
        }
    }

    /// From the bottom, round after round, until no latch changes.
    ///
    /// Verdicts only rise, four times at most. Rules in a loop through "not" and its like have no
    /// meaning and are refused when rules are checked; the bound ends such a loop all the same.
    private mutating func run(_ latches: [Network.Latch], _ steps: [Network.Step], _ network: Network) {
        for latch in latches { set(latch.node, latch.bottom) }
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

    // MARK: Figures

    func verdict(of test: Network.Figure.Test, _ network: Network) -> VerdictCode {
        let verdict: Verdict =
            switch test {
            case .lies(let figure, in: let accepted):
                estimate(of: figure, network)?.isAmong(accepted) ?? .open
            case .compares(let left, let comparison, let right):
                compared(estimate(of: left, network), comparison, estimate(of: right, network))
            }
        return VerdictCode(verdict)
    }

    private func compared(_ left: Estimate?, _ comparison: Comparison, _ right: Estimate?) -> Verdict {
        guard let left, let right else { return .open }
        return left.compared(comparison, right)
    }

    private func estimate(of figure: GroundFigure<Signal>, _ network: Network) -> Estimate? {
        figure.estimate(
            stageFrom: stageFrom, code: { self[$0] },
            reading: { slot in
                network.slotNumbers[slot].flatMap { whole[$0] } ?? Estimate(known: .texts(nil))
            },
            before: { formula, frame in
                network.pastFigures[Network.PastFigure(formula: formula, frame: frame)].flatMap { past[$0] }
            })
    }
}

extension Signal {
    /// Where its code stands among the bytes of all nodes.
    var byte: Int { Int(raw) }
}

extension [UInt64] {
    fileprivate mutating func mark(_ values: ValueSet, _ cells: Cells, _ words: Range<Int>) {
        withUnsafeMutableBufferPointer { all in
            let mine = UnsafeMutableBufferPointer(rebasing: all[words])
            mine.update(repeating: 0)
            cells.mark(values, in: mine)
        }
    }
}

extension GroundFigure {
    /// Its possible and presumed values; `nil` when it wants a stage that is not there.
    func estimate(
        stageFrom: TickRange?, code: (Node) -> VerdictCode, reading: (Slot) -> Estimate,
        before: (FormulaID, Frame) -> Estimate?
    ) -> Estimate? {
        /// The figure worked out from what is possible, and from what is presumed.
        func both(_ values: (Bool) -> ValueSet) -> Estimate {
            Estimate(possible: values(false), presumed: values(true))
        }
        func belonging(_ nodes: [Node], _ presuming: Bool) -> [FigureArithmetic.Belonging] {
            nodes.map { FigureArithmetic.Belonging(code($0), presuming: presuming) }
        }
        switch self {
        case .reading(let slot):
            return reading(slot)
        case .known(let values):
            return Estimate(known: values)
        case .before(let formula, let frame):
            return before(formula, frame)
        case .count(let members, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { FigureArithmetic.count(belonging(members, $0), isOpenEnded: mayBeMore) }
        case .proportion(let members, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { FigureArithmetic.proportion(belonging(members, $0), isOpenEnded: mayBeMore) }
        case .fold(let fold, let domain, let addends, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { presuming in
                let members = addends.map { addend in
                    let estimate = reading(addend.value)
                    let values = presuming ? estimate.presumed : estimate.possible
                    return (
                        FigureArithmetic.Belonging(code(addend.belongs), presuming: presuming),
                        values.extent ?? domain
                    )
                }
                return .runs([FoldRange(members, domain: domain, isOpenEnded: mayBeMore).of(fold)])
            }
        case .timeSince(let date):
            return date.estimate(stageFrom: stageFrom, code: code, reading: reading, before: before).map {
                dates in
                both {
                    FigureArithmetic.timeSince($0 ? dates.presumed : dates.possible, stageFrom: stageFrom)
                }
            }
        }
    }
}
