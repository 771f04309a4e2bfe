import RuleModel

/// A case that is changed reading by reading, its verdicts kept up with what is known.
///
///     var live = LiveEvaluation(evaluation)
///     live.change(diagnostic, to: Reading(possible: .yes))
///     live.verdict(of: .recommended(package))
///     live.change(diagnostic, to: nil)                       // as if it had not been said
///
/// A change redoes what depends on it and what in turn has changed, and nothing else. The verdicts
/// are those of evaluating the changed situation anew. Members that come or go change the network, so
/// that everything is worked out once more on the network of the new shape.
///
/// It is a value: a copy goes its own way. One evaluation more is in it, of the stage it began with.
public struct LiveEvaluation: Sendable {
    let stage: StageEvaluation
    private(set) var state: NetworkState
    private let dependents: Dependents
    /// What the case says, but for the readings that have been changed since.
    private var told: Situation
    /// Those readings, by slot; `nil` where nothing has been changed.
    private var changed: [Reading??]
    /// The same of what no rule reads.
    private var unread: [Slot: Reading?] = [:]
    /// Units to be looked at again, a bit each; all clear between changes.
    private var pending: [UInt64]

    /// Begins with the last stage of an evaluation.
    public init(_ evaluation: CompiledEvaluation) {
        stage = evaluation.stage
        told = stage.situation
        state = stage.state
        dependents = stage.program.dependents
        changed = Array(repeating: nil, count: stage.program.network.slots.count)
        pending = Array(repeating: 0, count: (dependents.gates.count + 63) / 64)
    }

    // MARK: Asking

    public func verdict(of fact: Fact) -> Verdict {
        if let place = stage.program.places[fact] { return state[stage.program.signals[place]].verdict }
        return told.statement(on: fact)?.verdict ?? stage.rules.bottom(of: fact)
    }

    func place(of fact: Fact) -> FactPlace {
        if let place = stage.program.places[fact] { return .signal(stage.program.signals[place]) }
        return fact.isStatable ? .toldOnly(fact) : .fixed(stage.rules.bottom(of: fact))
    }

    func verdicts(at places: [FactPlace]) -> [Verdict] {
        places.map { place in
            switch place {
            case .signal(let signal): state[signal].verdict
            case .fixed(let verdict): verdict
            case .toldOnly(let fact): verdict(of: fact)
            }
        }
    }

    /// The sum of all facts' verdicts, each counted from 0 for no to 4 for yes: cheap to compare.
    public var verdictSum: Int {
        stage.program.signals.prefix(stage.program.drawnCount).reduce(0) {
            $0 + state[$1].bits.nonzeroBitCount
        }
    }

    /// The last stage as it is now.
    public var situation: Situation {
        var situation = told
        for (slot, reading) in unread { situation.set(slot, reading, stage.shape) }
        for (number, reading) in changed.enumerated() {
            guard let reading else { continue }
            situation.set(stage.program.network.slots[number].slot, reading, stage.shape)
        }
        return situation
    }

    /// The evaluation of the situation as it is now, for proofs and whatever else is wanted.
    public var evaluation: CompiledEvaluation {
        CompiledEvaluation(StageEvaluation(continuing: stage, situation: situation, state: state))
    }

    // MARK: Changing

    /// What is known of a diagnostic from now on; `nil` when nothing is said.
    public mutating func change(_ diagnostic: ID<Diagnostic>, to reading: Reading?) {
        change(.diagnostic(diagnostic), to: reading)
    }

    /// What is known of a member's attribute from now on. A member that is not there is left alone.
    public mutating func change(_ attribute: ID<Attribute>, of member: MemberID, to reading: Reading?) {
        guard let number = stage.shape.number(of: member) else { return }
        change(.attribute(attribute, of: number), to: reading)
    }

    /// Whether a package is in force: a reading over yes and no.
    public mutating func change(inForce package: ID<Package>, to reading: Reading?) {
        change(.inForce(package), to: reading)
    }

    /// What has been learnt at a place takes the place of what was known there.
    public mutating func learn(_ value: ValueSet, at place: ReadingPlace) {
        let reading = Reading(possible: value)
        switch place {
        case .diagnostic(let diagnostic): change(diagnostic, to: reading)
        case .attribute(let attribute, let member): change(attribute, of: member, to: reading)
        case .inForce(let package): change(inForce: package, to: reading)
        case .concept(let concept, let member): change(concept, of: member, to: reading)
        case .classification(let classification, value: let of, let member):
            change(classification, value: of, of: member, to: reading)
        case .allListed:
            told.learn(value, at: place)
            closeEnds()
            settle()
        }
    }

    /// Goes back to what the stage that it began with says at a place.
    ///
    /// - Returns: Whether it could be done: of statements and lists more is known than one reading.
    mutating func unlearn(_ place: ReadingPlace) -> Bool {
        switch place {
        case .diagnostic(let diagnostic):
            change(diagnostic, to: stage.situation.readings[diagnostic])
        case .attribute(let attribute, let member):
            change(attribute, of: member, to: stage.situation[member]?.attributes[attribute])
        case .inForce(let package):
            change(inForce: package, to: stage.situation.inForce[package])
        case .concept, .classification, .allListed:
            return false
        }
        return true
    }

    /// What the case itself says of a concept from now on; `nil` when it leaves it to the rules.
    public mutating func change(_ concept: ID<Concept>, of member: MemberID?, to reading: Reading?) {
        if let member, stage.shape.number(of: member) == nil { return }
        told.tell(reading, at: .concept(concept, member))
        restate(.concept(concept, member: member))
        settle()
    }

    /// What the case itself says of a classification, or of one value of a `several` one.
    public mutating func change(
        _ classification: ID<Classification>, value: Int?, of member: MemberID?, to reading: Reading?
    ) {
        if let member, stage.shape.number(of: member) == nil { return }
        told.tell(reading, at: .classification(classification, value: value, member))
        for value in value.map({ [$0] }) ?? Array(stage.rules[classification].values.indices) {
            restate(.classification(ClassificationValue(classification, value), member: member))
        }
        settle()
    }

    /// Everything else that a situation says, members that come and go included.
    ///
    /// Costs a whole evaluation, and the making of a network if the shape is a new one.
    public mutating func replace(with situation: Situation) {
        self = LiveEvaluation(CompiledEvaluation(stage).replacingLastStage(with: situation))
    }

    /// Works everything out anew: for measuring what changing by and by saves.
    public mutating func evaluateAnew() { state.run(stage.program.network) }

    private mutating func change(_ slot: Slot, to reading: Reading?) {
        let program = stage.program
        guard let number = program.network.slotNumbers[slot] else {
            unread[slot] = .some(reading)
            return
        }
        changed[number] = .some(reading)
        state.set(number, reading, in: program.network)
        for unit in dependents.wholeReaders[number] { mark(unit) }
        for place in dependents.atoms[number] where state.compare(place, program.network) {
            for unit in dependents.readers(of: Int(program.network.atoms[place].node)) { mark(unit) }
        }
        settle()
    }

    /// Takes in what the case says of a fact itself.
    private mutating func restate(_ fact: Fact) {
        let network = stage.program.network
        guard let number = network.statementNumbers[fact] else { return }
        let statement = network.statements[number]
        let nodes = [statement.lower, statement.upper].compactMap { $0 }
        let verdict = told.statement(on: fact)?.verdict
        changing(nodes) { $0.state(statement, verdict) }
    }

    /// Takes in of which collections the case lists all members.
    private mutating func closeEnds() {
        let reader = SituationReader(
            compiled: stage.compiled, shape: stage.shape, situation: told, earlier: stage.earlier)
        for end in stage.program.network.openEnds {
            let isOpen = reader.isOpenEnded(end.collection, parent: end.parent)
            changing([end.node]) { $0.set(end.node, isOpen ? .yes : .no) }
        }
    }

    /// Changes nodes, and marks the readers of those that come out otherwise.
    private mutating func changing(_ nodes: [Int], _ change: (inout NetworkState) -> Void) {
        let before = nodes.map { state.words[$0] }
        change(&state)
        for (node, word) in zip(nodes, before) where state.words[node] != word {
            for unit in dependents.readers(of: node) { mark(unit) }
        }
    }

    /// Redoes what has been marked and what depends on it.
    ///
    /// Readers always stand behind what they read, so that one way through is enough.
    private mutating func settle() {
        let program = stage.program
        var unit = redoGates(from: 0, program)
        while let composite = unit {
            redo(dependents.steps[~Int(dependents.gates[composite])], program)
            unit = redoGates(from: composite, program)
        }
    }

    private mutating func mark(_ unit: Int32) {
        pending[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
    }

    /// Redoes pending gates in order.
    ///
    /// - Returns: The unit it stopped at because it is not a gate, already taken off; `nil` at the end.
    private mutating func redoGates(from unit: Int, _ program: Program) -> Int? {
        let dependents = dependents
        return pending.withUnsafeMutableBufferPointer { pending in
            state.words.withUnsafeMutableBytes { bytes in
                program.network.gates.withUnsafeBufferPointer { gates in
                    SignalForms.ofBits.withUnsafeBufferPointer { forms in
                        dependents.redo(pending, from: unit) { place in
                            let gate = gates[place]
                            let bits = bytes[gate.left.byte] & bytes[gate.right.byte]
                            let node = program.network.firstGate + place
                            if bytes[node << 2] == bits { return nil }
                            bytes.storeBytes(of: forms[Int(bits)], toByteOffset: node << 2, as: UInt32.self)
                            return node
                        }
                    }
                }
            }
        }
    }

    private mutating func redo(_ unit: Dependents.CompositeUnit, _ program: Program) {
        changing(unit.nodesWritten) { $0.run(unit.step, program.network) }
    }
}

extension Situation {
    fileprivate mutating func set(_ slot: Slot, _ reading: Reading?, _ shape: Shape) {
        switch slot {
        case .diagnostic(let diagnostic): readings[diagnostic] = reading
        case .inForce(let package): inForce[package] = reading
        case .attribute(let attribute, of: let number):
            let member = shape.member(number)
            members[member.collection]?[member.index].attributes[attribute] = reading
        }
    }
}

extension Dependents {
    /// Goes through pending gates in ascending order, and on to the readers of those that change.
    ///
    /// - Parameters:
    ///   - pending: The units to redo, a bit each; those gone through are taken off.
    ///   - redo: Works out a gate by place; gives its node if it has changed.
    /// - Returns: The first unit that is no gate, taken off but not gone through; `nil` at the end.
    @inline(__always)
    fileprivate func redo(
        _ pending: UnsafeMutableBufferPointer<UInt64>, from unit: Int, _ redo: (Int) -> Int?
    ) -> Int? {
        gates.withUnsafeBufferPointer { gates in
            starts.withUnsafeBufferPointer { starts in
                readers.withUnsafeBufferPointer { readers in
                    for word in unit >> 6..<pending.count {
                        while pending[word] != 0 {
                            let unit = word << 6 + pending[word].trailingZeroBitCount
                            pending[word] &= pending[word] - 1
                            guard gates[unit] >= 0 else { return unit }
                            guard let node = redo(Int(gates[unit])) else { continue }
                            for reader in starts[node]..<starts[node + 1] {
                                let unit = readers[Int(reader)]
                                pending[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
                            }
                        }
                    }
                    return nil
                }
            }
        }
    }
}
