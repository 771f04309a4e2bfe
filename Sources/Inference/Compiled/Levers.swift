import RuleModel

/// Readings of a case that could be otherwise, and which of them some facts hang on.
///
///     let advised = Levers.Subject.fact(.recommended(package))
///     var levers = Levers(evaluation, bearingOn: [advised]) { target in cells(of: target) }
///     levers.pull(3, to: 0)                                   // the fourth lever to its first option
///     levers.verdict(of: advised)
///     levers.needed(for: advised, at: .presumablyYes, reached: true, free: levers.all)
///
/// It is a value on the network of the case: pulling a lever redoes what depends on it.
public struct Levers: Sendable {
    /// What a lever changes.
    public enum Target: Hashable, Sendable {
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>, MemberID)
        case inForce(ID<Package>)
        /// What the case itself says of a concept.
        case concept(ID<Concept>, MemberID?)
        /// What the case itself says of a classification, or of one value of a `several` one.
        case classification(ID<Classification>, value: Int?, MemberID?)
    }

    /// What has a verdict: a fact, or a yes-or-no diagnostic.
    public enum Subject: Hashable, Sendable {
        case fact(Fact)
        case diagnostic(ID<Diagnostic>)
    }

    public struct Lever: Sendable {
        public var target: Target
        /// Values that the facts tell apart, each a set within which they do not.
        public var options: [ValueSet]
        /// Some figure wants the value itself, so that values within one option may differ after all.
        public var isReadWhole: Bool
        /// How the case has it.
        var reading: Reading?
        /// For each option and each node it decides, whether it makes it yes.
        var effects: [[Int: Bool]]
    }

    public let levers: [Lever]
    let live: LiveEvaluation
    var current: LiveEvaluation
    let cone: NetworkCone
    /// The lever that decides an input node.
    let leversByNode: [Int: Int]
    private let leversByTarget: [Target: Int]
    /// The levers that each figure or loop of the cone hangs on, by its step.
    let leversByStep: [Int: Set<Int>]
    /// Levers are only ever pulled to some of what is possible already: what is settled stays so.
    let onlyNarrows: Bool

    /// - Parameters:
    ///   - subjects: Only what these hang on is of interest.
    ///   - onlyNarrows: Every option is some of what is possible already.
    ///   - options: The values that a target could have, none where it is to stay as it is.
    public init(
        _ evaluation: CompiledEvaluation, bearingOn subjects: [Subject], onlyNarrows: Bool = false,
        options: (Target) -> [ValueSet]
    ) {
        self.onlyNarrows = onlyNarrows
        live = LiveEvaluation(evaluation)
        current = live
        let stage = evaluation.stage
        let program = stage.program
        let network = program.network
        let roots = subjects.compactMap { subject -> Int? in
            guard case .fact(let fact) = subject else { return nil }
            return program.places[fact].map { program.signals[$0].node }
        }
        let cone = NetworkCone(network, roots: roots)
        self.cone = cone
        var levers: [Lever] = []
        var byNode: [Int: Int] = [:]
        var bySlot: [Slot: Int] = [:]
        for number in cone.slots.sorted() {
            let slot = network.slots[number].slot
            let atoms = program.dependents.atoms[number].filter { cone.contains(Int(network.atoms[$0].node)) }
            let target = Target(slot, stage.shape)
            let lever = Levers.lever(
                target, options(target), stage.situation.reading(at: target),
                atoms: atoms.map { network.atoms[$0] }, network, isReadWhole: cone.wholeSlots.contains(number)
            )
            guard let lever else { continue }
            bySlot[slot] = levers.count
            for atom in atoms { byNode[Int(network.atoms[atom].node)] = levers.count }
            levers.append(lever)
        }
        for (target, accepted) in Levers.statements(network, cone, stage.situation) {
            let values = options(target)
            if values.isEmpty { continue }
            for node in accepted.keys { byNode[node] = levers.count }
            levers.append(
                Lever(
                    target: target, options: values, isReadWhole: false,
                    reading: stage.situation.reading(at: target),
                    effects: values.map { value in accepted.mapValues { value.isSubset(of: $0) } }))
        }
        for target in subjects.compactMap({ Levers.told($0, program) })
        where !levers.contains(where: { $0.target == target }) {
            let values = options(target)
            if values.isEmpty { continue }
            levers.append(
                Lever(
                    target: target, options: values, isReadWhole: false,
                    reading: stage.situation.reading(at: target), effects: values.map { _ in [:] }))
        }
        self.levers = levers
        leversByNode = byNode
        leversByTarget = Dictionary(levers.enumerated().map { ($1.target, $0) }) { first, _ in first }
        leversByStep = Levers.byStep(network, stage.state.figures, cone, byNode, bySlot)
    }

    /// What is no rule's to say, so that it is as the case tells it: a diagnostic, or a concept that
    /// rules neither draw nor ask about.
    private static func told(_ subject: Subject, _ program: Program) -> Target? {
        switch subject {
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        case .fact(.concept(let concept, member: let member)):
            program.places[.concept(concept, member: member)] == nil ? .concept(concept, member) : nil
        case .fact: nil
        }
    }

    /// The lever of a subject that is as the case tells it; `nil` where it cannot be told otherwise.
    func lever(told subject: Subject) -> Int? {
        Levers.told(subject, live.stage.program).flatMap { leversByTarget[$0] }
    }

    /// What a case may state of concepts and classifications: for each of its nodes the values that make
    /// it yes.
    private static func statements(
        _ network: Network, _ cone: NetworkCone, _ situation: Situation
    ) -> [(target: Target, accepted: [Int: ValueSet])] {
        var found: [(target: Target, accepted: [Int: ValueSet])] = []
        for statement in network.statements {
            let nodes = [statement.lower, statement.upper].compactMap(\.self).filter(cone.contains)
            guard !nodes.isEmpty, let (target, accepted) = target(of: statement.fact, situation) else {
                continue
            }
            let effects = Dictionary(nodes.map { ($0, accepted) }) { first, _ in first }
            // The values of one classification are told together.
            if let known = found.firstIndex(where: { $0.target == target }) {
                found[known].accepted.merge(effects) { first, _ in first }
            } else {
                found.append((target, effects))
            }
        }
        return found
    }

    private static func target(of fact: Fact, _ situation: Situation) -> (Target, accepted: ValueSet)? {
        switch fact {
        case .concept(let concept, let member): return (.concept(concept, member), .yes)
        case .classification(let value, let member):
            let ofValue = Target.classification(value.classification, value: value.value, member)
            if situation.reading(at: ofValue) != nil { return (ofValue, .yes) }
            let accepted = ValueSet.members(1 << UInt64(value.value))
            return (.classification(value.classification, value: nil, member), accepted)
        default: return nil
        }
    }

    /// Every lever that a figure or a loop hangs on may be the one, unless none can say anything.
    private static func byStep(
        _ network: Network, _ figures: FigureInputs, _ cone: NetworkCone, _ byNode: [Int: Int],
        _ bySlot: [Slot: Int]
    ) -> [Int: Set<Int>] {
        let steps = Set(cone.composites.filter { cone.contains($0.key) }.values)
        return Dictionary(
            uniqueKeysWithValues: steps.map { step in
                if case .figure(let number) = network.steps[step],
                    figures.isBeyondTelling(network.figures[number], network)
                {
                    return (step, [])
                }
                let inner = cone.of(network.nodesWritten(by: [network.steps[step]]), network)
                var found = Set(byNode.filter { inner.contains($0.key) }.values)
                for slot in inner.wholeSlots {
                    if let lever = bySlot[network.slots[slot].slot] { found.insert(lever) }
                }
                return (step, found)
            })
    }

    /// All of them, by number.
    public var all: Set<Int> { Set(levers.indices) }

    public func verdict(of subject: Subject) -> Verdict {
        switch subject {
        case .fact(let fact): return current.verdict(of: fact)
        case .diagnostic(let diagnostic):
            let reading = current.situation.readings[diagnostic]
            return reading.map { Estimate($0).isAmong(.yes) } ?? .open
        }
    }

    /// The case with the levers as they stand.
    public var situation: Situation { current.situation }

    /// Puts a lever to one of its options; `nil` puts it back to what the case says.
    public mutating func pull(_ number: Int, to option: Int?) {
        set(number, to: option.map { levers[number].options[$0] })
    }

    /// Puts a lever to any values, a part of one of its options or several of them; `nil` puts it back.
    public mutating func set(_ number: Int, to values: ValueSet?) {
        let lever = levers[number]
        let reading = values.map { Reading(possible: $0) } ?? lever.reading
        switch lever.target {
        case .diagnostic(let diagnostic): current.change(diagnostic, to: reading)
        case .attribute(let attribute, let member): current.change(attribute, of: member, to: reading)
        case .inForce(let package): current.change(inForce: package, to: reading)
        case .concept(let concept, let member): current.change(concept, of: member, to: reading)
        case .classification(let classification, let value, let member):
            current.change(classification, value: value, of: member, to: reading)
        }
    }

    /// Options that the atoms tell apart; `nil` where there are none that change anything.
    private static func lever(
        _ target: Target, _ values: [ValueSet], _ reading: Reading?, atoms: [Network.Atom],
        _ network: Network, isReadWhole: Bool
    ) -> Lever? {
        var options: [ValueSet] = []
        var effects: [[Int: Bool]] = []
        let possible =
            reading?.possible ?? values.dropFirst().reduce(values.first ?? .members(0)) { $0.union($1) }
        for value in values {
            let effect = Dictionary(
                atoms.map { atom in (Int(atom.node), network.accepts(value, atom)) }
            ) { first, _ in first }
            // What is possible now and what is not are never one option.
            let same = options.indices.first { place in
                effects[place] == effect
                    && options[place].isDisjoint(with: possible) == value.isDisjoint(with: possible)
            }
            if !isReadWhole, let same {
                options[same] = options[same].union(value)
            } else {
                options.append(value)
                effects.append(effect)
            }
        }
        return options.isEmpty
            ? nil
            : Lever(
                target: target, options: options, isReadWhole: isReadWhole, reading: reading,
                effects: effects)
    }
}

extension Levers.Target {
    init(_ slot: Slot, _ shape: Shape) {
        self =
            switch slot {
            case .diagnostic(let diagnostic): .diagnostic(diagnostic)
            case .attribute(let attribute, of: let number): .attribute(attribute, shape.member(number))
            case .inForce(let package): .inForce(package)
            }
    }
}

extension Situation {
    fileprivate func reading(at target: Levers.Target) -> Reading? {
        switch target {
        case .diagnostic(let diagnostic): readings[diagnostic]
        case .attribute(let attribute, let member): self[member]?.attributes[attribute]
        case .inForce(let package): inForce[package]
        case .concept(let concept, let member):
            reading(at: ReadingPlace.concept(concept, member))
        case .classification(let classification, let value, let member):
            reading(at: ReadingPlace.classification(classification, value: value, member))
        }
    }
}

extension Network {
    /// Whether an atom is met by every value of a set that lies within one of its cells.
    fileprivate func accepts(_ values: ValueSet, _ atom: Atom) -> Bool {
        guard let slot = slots.first(where: { $0.firstWord == Int(atom.firstWord) }) else { return false }
        let mask = slot.cells.mask(of: values)
        return mask.indices.allSatisfy { mask[$0] & ~maskWords[Int(atom.mask) + $0] == 0 }
    }
}
