import RuleModel

/// The rules as a circuit of "the smaller of two verdicts", for whoever asks about all cases at once.
///
/// An evaluator answers for one case. An analysis asks whether there is any case at all in which a rule
/// fires, or two packages stand; for that it wants to see how verdicts hang together:
///
///     let circuit = RuleCircuit(compiled, members: [:])
///     circuit.wire(of: .recommended(package))                 // where its verdict is read
///     circuit.nodes[wire.node]                                // what it is worked out from
///     circuit.inputs                                          // down to what a case can say
///
/// It speaks of clusters with a fixed number of members in each collection, at a last stage that begins
/// on a fixed day and, where rules look back, at one stage before it. Each node reads earlier ones only:
/// rules that rest on each other in a circle are written out round by round.
public struct RuleCircuit: Sendable {
    /// Something a case can say: a reading, a statement, or that all members are listed.
    public struct Input: Hashable, Sendable {
        public var place: ReadingPlace
        /// Whether it is said of the stage before.
        public var isOfStageBefore: Bool
        /// What a case leaves possible that says nothing.
        public var domain: ValueSet

        public init(place: ReadingPlace, isOfStageBefore: Bool, domain: ValueSet) {
            self.place = place
            self.isOfStageBefore = isOfStageBefore
            self.domain = domain
        }

        // One place has one domain.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(place)
            hasher.combine(isOfStageBefore)
        }

        /// The same at the other of the two stages.
        public var atOtherStage: Input {
            Input(place: place, isOfStageBefore: !isOfStageBefore, domain: domain)
        }
    }

    /// A node's verdict as somebody reads it: negated first, then with open taken for presumably yes.
    public struct Wire: Hashable, Sendable {
        public var node: Int
        public var isNegated = false
        public var isPresumed = false

        public init(node: Int, isNegated: Bool = false, isPresumed: Bool = false) {
            self.node = node
            self.isNegated = isNegated
            self.isPresumed = isPresumed
        }

        /// The mirror image of a wire that presumes nothing.
        public var negated: Wire { Wire(node: node, isNegated: !isNegated, isPresumed: isPresumed) }

        public static let no = Wire(node: 0)
        public static let yes = Wire(node: 0, isNegated: true)
        public static let open = Wire(node: 1)
    }

    /// What a comparison compares.
    public enum Operand: Hashable, Sendable {
        case input(Int)
        case known(ValueSet)
    }

    public enum Node: Sendable {
        case no, open
        /// The reading is one of the accepted values.
        case lies(input: Int, accepted: ValueSet)
        /// Yes where the case says it, else no: that all members are listed.
        case isSaid(input: Int)
        /// No, unless the case states it; then its statement.
        case statedAtLeast(input: Int, accepted: ValueSet)
        /// Yes, unless the case states it; then its statement.
        case statedAtMost(input: Int, accepted: ValueSet)
        /// Yes where there is a stage before, else no.
        case hasStageBefore
        case smaller(Wire, Wire)
        /// Over all pairs of values of the two.
        case compares(Operand, Comparison, Operand)
        /// A figure with no simpler description; what it is worked out from is all there is to go by.
        ///
        /// `accepted` are the values it is compared with, where it is compared with some.
        case figure(readings: [Int], verdicts: [Wire], accepted: ValueSet?)
        /// Beyond this circuit; any verdict may be supposed, and nothing be proved by it.
        case beyond(Limit)
    }

    /// Why a circuit leaves something out.
    public enum Limit: Hashable, Sendable {
        /// Rules rest on each other in a circle too large to be written out.
        case largeCircle
        /// A figure of the stage before that is not simply read.
        case figureOfStageBefore
    }

    /// A rule and one thing its variables can stand for.
    public struct Application: Sendable {
        public var rule: ID<Rule>
        public var assignment: Assignment
        /// What it draws, in the order of the rule's conclusions.
        public var facts: [Fact]
        public var verdict: Wire
        /// What must hold, in the order of `Rule.conjuncts`.
        public var conjuncts: [Wire]
        /// What must not, in the order of `Rule.exceptions`, and how far each is absent.
        public var exceptions: [Wire]
        public var absences: [Wire]
    }

    public internal(set) var nodes: [Node] = []
    public internal(set) var inputs: [Input] = []
    public internal(set) var applications: [Application] = []
    /// The places in `applications` of each rule's.
    public internal(set) var applicationsOfRule: [Range<Int>] = []
    /// In a fixed order.
    public internal(set) var facts: [Fact] = []
    /// Facts that no rule draws, which only a case can state.
    public internal(set) var factsNoRuleDraws: Set<Fact> = []
    /// For each figure's node where its verdict stands in an evaluation of the last stage.
    var figureNodes: [Int: Int] = [:]
    /// For each figure's node how it is worked out, where that can be told outside of these rules.
    public internal(set) var figureForms: [Int: FigureForm] = [:]
    var wires: [Fact: Wire] = [:]
    let program: Program
    private let excluding: Set<ID<Rule>>
    /// The members that are there, of each collection, in order.
    public internal(set) var members: [ID<Collection>: [Member]]

    /// The day on which the last stage begins.
    public static let lastStageBegins: Int64 = 10_957
    /// The day on which the stage before begins.
    public static let stageBeforeBegins: Int64 = 9_131

    /// - Parameter members: How many members there are of each collection; of a nested one, in each
    ///   member it is nested in. None unless said.
    public init(
        _ compiled: CompiledRules, members counts: [ID<Collection>: Int], excluding: Set<ID<Rule>> = []
    ) {
        let members = RuleCircuit.members(counts, compiled.rules)
        let situation = Situation(members: members)
        let shape = Shape(situation, rules: compiled.rules)
        self.members = members
        self.excluding = excluding
        program =
            Compilation.program(
                of: compiled, shape: shape, excluding: excluding, asking: [], keepingSettledParts: true
            ).program
        CircuitWriter.write(&self, compiled, excluding)
    }

    /// Where the verdict of a fact is read; `nil` where no rule draws it and none asks about it.
    public func wire(of fact: Fact) -> Wire? { wires[fact] }

    /// Whether anything hangs on what was a stage before.
    public var readsStageBefore: Bool {
        nodes.contains { if case .hasStageBefore = $0 { true } else { false } }
    }

    /// The verdict that each figure's node comes to at the last stage of a history of these members; none
    /// where the history has other members.
    public func figures(of history: [Situation], in compiled: CompiledRules) -> [Int: Verdict] {
        let situation = history.last ?? Situation()
        let shape = Shape(situation, rules: compiled.rules)
        guard shape.parents == program.shape.parents else { return [:] }
        let earlier = history.dropLast().reduce(nil as StageEvaluation?) { earlier, situation in
            StageEvaluation(compiled, excluding: excluding, after: earlier, situation, isPast: true)
        }
        var state = NetworkState(program.network)
        SituationReader(compiled: compiled, shape: shape, situation: situation, earlier: earlier)
            .fill(&state, program.network)
        state.run(program.network)
        return figureNodes.mapValues { state[Signal(node: $0)].verdict }
    }

    private static func members(_ counts: [ID<Collection>: Int], _ rules: RuleBase)
        -> [ID<Collection>: [Member]]
    {
        var members: [ID<Collection>: [Member]] = [:]
        /// Those of a collection, after those of the one it is nested in.
        func add(_ collection: ID<Collection>, patience: Int) {
            guard members[collection] == nil, patience > 0 else { return }
            let declared = rules[collection]
            let count = counts[collection] ?? 0
            guard let parent = declared.parent else {
                members[collection] = (0..<count).map { Member(name: "\(declared.name)-\($0 + 1)") }
                return
            }
            add(parent, patience: patience - 1)
            members[collection] = (members[parent] ?? []).indices.flatMap { place in
                (0..<count).map {
                    Member(
                        name: "\(declared.name)-\(place + 1)-\($0 + 1)",
                        parent: MemberID(collection: parent, index: place))
                }
            }
        }
        for place in rules.collections.indices { add(ID(place), patience: rules.collections.count + 1) }
        return members.filter { !$0.value.isEmpty }
    }
}
