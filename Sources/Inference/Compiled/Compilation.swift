import RuleModel

/// Grounds the rules of a shape, stratum by stratum, and assembles their network.
struct Compilation {
    private let compiled: CompiledRules
    private let rules: RuleBase
    private var grounding: Grounding<NetworkBuilder>
    private var groundRules: [Program.GroundedRule] = []
    private var applications: [Signal?] = []
    /// By the builder's place of a fact.
    private var drawing: [[Int]] = []

    static func program(of compiled: CompiledRules, shape: Shape, excluding: Set<ID<Rule>>) -> Program {
        program(of: compiled, shape: shape, excluding: excluding, asking: []).program
    }

    /// - Parameter asked: Conditions whose verdicts are wanted besides, each with what its variables
    ///   stand for.
    /// - Returns: The program, and for each condition asked where it is read.
    static func program(
        of compiled: CompiledRules, shape: Shape, excluding: Set<ID<Rule>>, asking asked: [(PhraseID, Frame)]
    ) -> (program: Program, asked: [Signal]) {
        var compilation = Compilation(compiled, shape)
        for rule in compiled.rules.rules.indices where !excluding.contains(ID(rule)) {
            compilation.listApplications(of: ID(rule))
        }
        compilation.groundFacts()
        // A rule without a conclusion is there to be asked about.
        for application in compilation.applications.indices { _ = compilation.signal(of: application) }
        let signals = asked.map { phrase, frame in
            compilation.grounding.frame = frame
            return compilation.grounding.node(phrase)
        }
        return compilation.program(asked: signals)
    }

    private init(_ compiled: CompiledRules, _ shape: Shape) {
        self.compiled = compiled
        rules = compiled.rules
        grounding = Grounding(
            compiled: compiled, catalogue: compiled.catalogue, shape: shape,
            algebra: NetworkBuilder(compiled.rules, readings: compiled.readings))
    }

    // MARK: What rules could draw

    private mutating func listApplications(of rule: ID<Rule>) {
        for frame in frames(of: rule) {
            let application = groundRules.count
            groundRules.append(Program.GroundedRule(rule: rule, frame: frame))
            applications.append(nil)
            for conclusion in rules[rule].conclusions {
                for fact in conclusion.facts(under: frame, grounding.shape) { draw(fact, by: application) }
            }
        }
    }

    /// Everything the variables of a rule can stand for, less what declarations alone rule out.
    private mutating func frames(of rule: ID<Rule>) -> [Frame] {
        var frames = [Frame()]
        for (binding, filter) in zip(rules[rule].bindings, compiled.parts[rule.index].declaredFilters) {
            frames = frames.flatMap { frame -> [Frame] in
                values(of: binding.range, in: frame).compactMap { value in
                    var next = frame
                    next[binding.variable] = value
                    guard let filter else { return next }
                    grounding.frame = next
                    return grounding.node(filter) == .no ? nil : next
                }
            }
        }
        return frames
    }

    private func values(of range: Rule.Binding.Range, in frame: Frame) -> [Int32] {
        switch range {
        case .packages: return rules.packages.indices.map { Frame.value(of: ID($0)) }
        case .members(let collection, parent: nil): return grounding.shape.members(of: collection)
        case .members(let collection, parent: let variable?):
            guard let parent = frame.member(variable) else { return [] }
            return grounding.shape.members(of: collection, parent: parent)
        }
    }

    private mutating func draw(_ fact: Fact, by application: Int) {
        let place = grounding.algebra.place(of: fact)
        if place == drawing.count { drawing.append([]) }
        // A rule that draws the same thing twice draws it once.
        if drawing[place].last != application { drawing[place].append(application) }
    }

    // MARK: Verdicts

    private mutating func groundFacts() {
        grounding.algebra.finishDrawing()
        let facts = grounding.algebra.facts.things
        let strata = facts.map { compiled.strata.place(of: $0.derived) ?? 0 }
        for place in facts.indices.sorted(by: { (strata[$0], $0) < (strata[$1], $1) }) { ground(place) }
    }

    private mutating func ground(_ place: Int) {
        let fact = grounding.algebra.facts.things[place]
        var reasons = [grounding.algebra.constant(rules.bottom(of: fact))]
        for application in drawing[place] {
            reasons.append(signal(of: application))
        }
        var verdict = grounding.algebra.greatest(reasons)
        // What is not in force cannot be withdrawn.
        if case .withdrawn(let package, jointlyWith: _) = fact {
            verdict = grounding.algebra.both(verdict, grounding.algebra.lies(.inForce(package), in: .yes))
        }
        grounding.algebra.ground(place, byRules: verdict)
    }

    private mutating func signal(of application: Int) -> Signal {
        if let known = applications[application] { return known }
        var rule = groundRules[application]
        let parts = compiled.parts[rule.rule.index]
        grounding.frame = rule.frame
        grounding.algebra.startAsking()
        for requirement in parts.requirements { addConjuncts(requirement, to: &rule.conjuncts) }
        for exception in parts.exceptions {
            let exception = grounding.node(exception)
            rule.exceptions.append(exception)
            rule.absences.append(grounding.algebra.presumed(grounding.algebra.negated(exception)))
        }
        rule.verdict = grounding.algebra.least(rule.conjuncts + rule.absences)
        rule.reads = grounding.algebra.asked
        groundRules[application] = rule
        applications[application] = rule.verdict
        return rule.verdict
    }

    /// An "and" is as many parts as it has: each may hold the rule down on its own.
    private mutating func addConjuncts(_ phrase: PhraseID, to conjuncts: inout [Signal]) {
        guard case .all(let parts) = grounding.catalogue[phrase].form else {
            conjuncts.append(grounding.node(phrase))
            return
        }
        for part in parts { addConjuncts(part, to: &conjuncts) }
    }

    // MARK: The whole

    private mutating func program(asked: [Signal]) -> (program: Program, asked: [Signal]) {
        let builder = grounding.algebra
        let askedOnly = builder.facts.things.count - drawing.count
        drawing += Array(repeating: [], count: askedOnly)
        var wanted = builder.factSignals.map { $0 ?? .no }
        for rule in groundRules {
            wanted.append(rule.verdict)
            wanted += rule.conjuncts
            wanted += rule.absences
            wanted += rule.exceptions
        }
        wanted += asked
        let (network, placed) = NetworkAssembly.assembled(builder, wanting: wanted)
        let facts = builder.facts.things
        let drawn = facts.indices.filter { !drawing[$0].isEmpty }
        let inOrder = FactOrder.sorted(drawn.map { (facts[$0], $0) }).map(\.1)
        let order = inOrder + facts.indices.filter { drawing[$0].isEmpty }
        var newPlaces = Array(repeating: 0, count: facts.count)
        for (new, old) in order.enumerated() { newPlaces[old] = new }
        let names = applicationsByName()
        var next = facts.count
        func take(_ count: Int) -> [Signal] {
            defer { next += count }
            return Array(placed[next..<next + count])
        }
        let placedAsked = Array(placed.suffix(asked.count))
        let program = Program(
            shape: grounding.shape, network: network,
            groundRules: groundRules.map { rule in
                var rule = rule
                rule.reads = rule.reads.map { newPlaces[$0] }
                rule.verdict = placed[next]
                next += 1
                rule.conjuncts = take(rule.conjuncts.count)
                rule.absences = take(rule.absences.count)
                rule.exceptions = take(rule.exceptions.count)
                return rule
            },
            facts: order.map { facts[$0] }, drawnCount: drawn.count, signals: order.map { placed[$0] },
            drawing: order.map { place in drawing[place].sorted { names[$0] < names[$1] } })
        return (program, placedAsked)
    }

    /// Each application's place in the order of the rules' names, then of what their variables stand for.
    private func applicationsByName() -> [Int] {
        // Those of one rule stand together.
        var runs = [Range<Int>](repeating: 0..<0, count: rules.rules.count)
        for (place, application) in groundRules.enumerated() {
            let run = runs[application.rule.index]
            runs[application.rule.index] = (run.isEmpty ? place : run.lowerBound)..<place + 1
        }
        let byName = rules.rules.indices.sorted {
            (rules.rules[$0].name, $0) < (rules.rules[$1].name, $1)
        }
        var places = Array(repeating: 0, count: groundRules.count)
        var next = 0
        for rule in byName {
            for application in inOrder(runs[rule]) {
                places[application] = next
                next += 1
            }
        }
        return places
    }

    /// The applications of one rule in the order of what its variables stand for.
    private func inOrder(_ run: Range<Int>) -> [Int] {
        guard run.count > 1 else { return Array(run) }
        let keys = groundRules[run].map { $0.frame.sortKey(grounding.shape) }
        return run.sorted { left, right in
            keys[left - run.lowerBound].lexicographicallyPrecedes(keys[right - run.lowerBound])
        }
    }
}

extension Fact {
    /// Whether a case may say it itself.
    var isStatable: Bool {
        switch self {
        case .concept, .classification: true
        default: false
        }
    }

    var derived: Derived {
        switch self {
        case .concept(let concept, member: _): .concept(concept)
        case .classification(let value, member: _): .classification(value.classification)
        case .recommended(let package): .recommended(package)
        default: .unasked
        }
    }
}

extension Conclusion {
    /// The facts it names under a frame; none where a variable stands for nothing.
    func facts(under frame: Frame, _ shape: Shape) -> [Fact] {
        func about(_ bearer: Bearer, _ fact: (MemberID?) -> Fact) -> [Fact] {
            guard case .member(let variable) = bearer else { return [fact(nil)] }
            return frame.member(variable).map { [fact(shape.member($0))] } ?? []
        }
        func about(_ reference: PackageReference, _ fact: (ID<Package>) -> Fact) -> [Fact] {
            frame.package(reference).map { [fact($0)] } ?? []
        }
        switch self {
        case .concept(let concept, of: let bearer):
            return about(bearer) { .concept(concept, member: $0) }
        case .classification(let classification, value: let value, of: let bearer):
            return about(bearer) { .classification(ClassificationValue(classification, value), member: $0) }
        case .recommend(let reference, let recommendation):
            let targets =
                recommendation.targeting.flatMap { frame.member($0) }.map { [shape.member($0)] } ?? []
            return about(reference) { .recommended($0) }
                + targets.flatMap { target in about(reference) { .recommendedFor($0, target) } }
        case .adviseAgainst(let reference, let objection):
            return about(reference) { .advisedAgainst($0, objection) }
        case .caution(.package(let reference)): return about(reference) { .caution(.package($0)) }
        case .caution(.measure(let measure)): return [.caution(.measure(measure))]
        case .caution(.concept(let concept)): return [.caution(.concept(concept))]
        case .caution(.classification(let classification, value: let value)):
            return [.caution(.classification(classification, value: value))]
        case .require(let prerequisite, before: let reference):
            guard let subject = prerequisite.ground(under: frame) else { return [] }
            return about(reference) { .required(subject, before: $0) }
        case .sequence(let first, before: let second):
            return pair(first, second, frame) { .sequenced($0, before: $1) }
        case .prefer(let first, over: let second):
            return pair(first, second, frame) { .preferred($0, over: $1) }
        case .choose(let comparison, let number, of: let references):
            // Each option is recommended as an alternative to the others.
            let options = Set(references.compactMap { frame.package($0) }).sorted()
            return [.choice(comparison, number, of: options)] + options.map { .recommended($0) }
        case .withdraw(let reference, jointlyWith: let partners):
            let partners = Set(partners.compactMap { frame.package($0) }).sorted()
            return about(reference) { .withdrawn($0, jointlyWith: partners) }
        case .assign(let role, of: let reference, to: let actor):
            return about(reference) { .assigned(role, of: $0, to: actor) }
        }
    }

    private func pair(
        _ first: PackageReference, _ second: PackageReference, _ frame: Frame,
        _ fact: (ID<Package>, ID<Package>) -> Fact
    ) -> [Fact] {
        guard let first = frame.package(first), let second = frame.package(second) else { return [] }
        return [fact(first, second)]
    }
}

extension Prerequisite {
    fileprivate func ground(under frame: Frame) -> GroundPrerequisite? {
        switch self {
        case .package(let reference): frame.package(reference).map { .package($0) }
        case .concept(let concept): .concept(concept)
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        }
    }
}
