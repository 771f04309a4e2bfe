import RuleModel

/// One stage of a history under compiled rules: its situation, and the verdicts it came to.
///
/// Stages look back only, so that each holds on to the one before it.
final class StageEvaluation: Sendable {
    let compiled: CompiledRules
    let excluding: Set<ID<Rule>>
    let earlier: StageEvaluation?
    /// Place in the history.
    let place: Int
    let situation: Situation
    let shape: Shape
    private let work: Work
    /// Facts whose verdict is another than the network's, because a rule is taken in other words.
    let otherwise: [Fact: VerdictCode]

    private enum Work: Sendable {
        case done(Verdicts)
        case deferred(Deferred<Verdicts>)
    }

    /// A network and what has come out of it.
    private final class Verdicts: Sendable {
        let program: Program
        let state: NetworkState

        init(_ program: Program, _ state: NetworkState) {
            self.program = program
            self.state = state
        }
    }

    /// - Parameter isPast: Whether it is only looked back at. Most that is asked of such a stage is what
    ///   was read there, so that its verdicts wait until one is wanted.
    init(
        _ compiled: CompiledRules, excluding: Set<ID<Rule>>, after earlier: StageEvaluation?,
        _ situation: Situation, isPast: Bool = false
    ) {
        self.compiled = compiled
        self.excluding = excluding
        self.earlier = earlier
        self.situation = situation
        place = earlier.map { $0.place + 1 } ?? 0
        let shape = Shape(situation, rules: compiled.rules)
        self.shape = shape
        let evaluate: @Sendable () -> Verdicts = {
            let program = compiled.program(for: shape, excluding: excluding)
            let reader = SituationReader(
                compiled: compiled, shape: shape, situation: situation, earlier: earlier)
            var state = NetworkState(program.network)
            reader.fill(&state, program.network)
            state.run(program.network)
            return Verdicts(program, state)
        }
        work = isPast ? .deferred(Deferred(evaluate)) : .done(evaluate())
        otherwise = [:]
    }

    /// The same stage with another situation of the same shape, already worked out.
    convenience init(continuing stage: StageEvaluation, situation: Situation, state: NetworkState) {
        self.init(
            stage, after: stage.earlier, situation: situation, work: .done(Verdicts(stage.program, state)),
            otherwise: [:])
    }

    private init(
        _ stage: StageEvaluation, after earlier: StageEvaluation?, situation: Situation, work: Work,
        otherwise: [Fact: VerdictCode]
    ) {
        compiled = stage.compiled
        excluding = stage.excluding
        place = stage.place
        shape = stage.shape
        self.earlier = earlier
        self.situation = situation
        self.work = work
        self.otherwise = otherwise
    }

    /// The same stage after another one, its own verdicts left as they are.
    func following(_ earlier: StageEvaluation?) -> StageEvaluation {
        StageEvaluation(self, after: earlier, situation: situation, work: work, otherwise: otherwise)
    }

    /// The same stage with other verdicts of some facts.
    func with(otherwise: [Fact: VerdictCode]) -> StageEvaluation {
        StageEvaluation(self, after: earlier, situation: situation, work: work, otherwise: otherwise)
    }

    private var verdicts: Verdicts {
        switch work {
        case .done(let verdicts): verdicts
        case .deferred(let verdicts): verdicts.value
        }
    }

    var program: Program { verdicts.program }
    var state: NetworkState { verdicts.state }
    var rules: RuleBase { compiled.rules }

    /// The verdict of a fact; the bottom where no rule speaks for it and the case does not state it.
    func code(of fact: Fact) -> VerdictCode {
        if !otherwise.isEmpty, let code = otherwise[fact] { return code }
        if let place = program.places[fact] { return state[program.signals[place]] }
        return VerdictCode(situation.statement(on: fact)?.verdict ?? rules.bottom(of: fact))
    }
}

/// Puts what a situation says into a network's inputs.
struct SituationReader {
    let compiled: CompiledRules
    let shape: Shape
    let situation: Situation
    let earlier: StageEvaluation?

    func fill(_ state: inout NetworkState, _ network: Network) {
        state.figures.stageFrom = situation.from
        for (diagnostic, reading) in situation.readings {
            if let slot = network.slotNumbers[.diagnostic(diagnostic)] {
                state.set(slot, reading, in: network)
            }
        }
        for (package, reading) in situation.inForce {
            if let slot = network.slotNumbers[.inForce(package)] { state.set(slot, reading, in: network) }
        }
        tell(of: nil, situation.statements, &state, network)
        for (collection, members) in situation.members {
            for (index, member) in members.enumerated() {
                fillMember(member, MemberID(collection: collection, index: index), &state, network)
            }
        }
        for end in network.openEnds {
            state.set(end.node, isOpenEnded(end.collection, parent: end.parent) ? .yes : .no)
        }
        guard let earlier else { return }
        for (node, retrospect) in network.retrospects {
            state.set(node, earlier.code(of: retrospect, shape, situation, compiled.catalogue))
        }
        for (past, number) in network.pastFigures {
            state.figures.past[number] = earlier.estimate(of: past, shape, situation, compiled.catalogue)
        }
    }

    private func fillMember(_ member: Member, _ id: MemberID, _ state: inout NetworkState, _ network: Network)
    {
        guard let number = shape.number(of: id) else { return }
        for (attribute, reading) in member.attributes {
            if let slot = network.slotNumbers[.attribute(attribute, of: number)] {
                state.set(slot, reading, in: network)
            }
        }
        tell(of: id, member.statements, &state, network)
    }

    private func tell(
        of member: MemberID?, _ statements: Statements, _ state: inout NetworkState, _ network: Network
    ) {
        for fact in statements.facts(of: member, compiled.rules) {
            if let number = network.statementNumbers[fact] {
                state.state(network.statements[number], situation.statement(on: fact)?.verdict)
            }
        }
    }

    /// Whether there may be members that the case does not tell.
    func isOpenEnded(_ collection: ID<Collection>, parent: Int32?) -> Bool {
        guard let parent else { return !isListed(collection, patience: compiled.rules.collections.count) }
        return !(situation[shape.member(parent)]?.closed.contains(collection) ?? false)
    }

    /// The case says that it lists all members, or it lists all parents and in each of them all members.
    private func isListed(_ collection: ID<Collection>, patience: Int) -> Bool {
        if situation.closed.contains(collection) { return true }
        // A collection that contains itself is no collection; patience keeps even that one finite.
        guard let parent = compiled.rules[collection].parent, patience > 0 else { return false }
        return isListed(parent, patience: patience - 1)
            && (situation.members[parent] ?? []).allSatisfy { $0.closed.contains(collection) }
    }
}

extension Statements {
    /// The facts that a case states, of the cluster or of a member.
    func facts(of member: MemberID?, _ rules: RuleBase) -> [Fact] {
        concepts.keys.map { .concept($0, member: member) }
            + classificationValues.keys.map { .classification($0, member: member) }
            + classifications.keys.flatMap { classification in
                rules[classification].values.indices.map {
                    .classification(ClassificationValue(classification, $0), member: member)
                }
            }
    }
}

extension Situation {
    /// What the case itself says of a fact, and the verdict that this gives.
    func statement(on fact: Fact) -> (reading: Reading, verdict: Verdict)? {
        func told(_ member: MemberID?) -> Statements? {
            guard let member else { return statements }
            return self[member]?.statements
        }
        switch fact {
        case .concept(let concept, let member):
            return told(member)?.concepts[concept].map { ($0, Estimate($0).isAmong(.yes)) }
        case .classification(let value, let member):
            guard let told = told(member) else { return nil }
            if let reading = told.classificationValues[value] {
                return (reading, Estimate(reading).isAmong(.yes))
            }
            let accepted: UInt64 = (0..<64).contains(value.value) ? 1 << UInt64(value.value) : 0
            return told.classifications[value.classification].map {
                ($0, Estimate($0).isAmong(.members(accepted)))
            }
        default:
            return nil
        }
    }

    /// The facts it states, in no order that counts.
    func factsStated(_ rules: RuleBase) -> Set<Fact> {
        var stated = Set(statements.facts(of: nil, rules))
        for (collection, members) in members {
            for index in members.indices {
                let member = MemberID(collection: collection, index: index)
                stated.formUnion(members[index].statements.facts(of: member, rules))
            }
        }
        return stated
    }
}
