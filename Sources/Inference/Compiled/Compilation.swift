import RuleModel

/// Grounds the rules of a shape, stratum by stratum, and assembles their network.
struct Compilation {
    private let compiled: CompiledRules
    private let numbered: NumberedConditions
    private let rules: RuleBase
    private var grounding: Grounding<NetworkBuilder>
    private var groundRules: [Program.GroundedRule] = []
    private var applications: [Signal?] = []
    /// By the builder's place of a fact.
    private var drawing: [[Int]] = []
    private var keepsSettledParts = false

    static func program(of compiled: CompiledRules, shape: Shape, excluding: Set<ID<Rule>>) -> Program {
        program(of: compiled, shape: shape, excluding: excluding, asking: [], keepingSettledParts: false)
            .program
    }

    /// - Parameter asked: Conditions whose verdicts are wanted besides, each with what its variables
    ///   stand for.
    /// - Parameter keepingSettledParts: Whether each conjunct of a rule has its part, also one that holds
    ///   by declaration.
    /// - Returns: The program, and for each condition asked where it is read.
    static func program(
        of compiled: CompiledRules, shape: Shape, excluding: Set<ID<Rule>>, asking asked: [(PhraseID, Frame)],
        keepingSettledParts: Bool
    ) -> (program: Program, asked: [Signal]) {
        var compilation = Compilation(compiled, shape)
        compilation.keepsSettledParts = keepingSettledParts
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
        numbered = compiled.numbered
        grounding = Grounding(
            compiled: compiled, catalogue: numbered.catalogue, shape: shape,
            algebra: NetworkBuilder(compiled.rules, readings: compiled.readings))
    }

    // MARK: What rules could draw

    private mutating func listApplications(of rule: ID<Rule>) {
        for frame in frames(of: rule) {
            let application = groundRules.count
            groundRules.append(Program.GroundedRule(rule: rule, frame: frame))
            applications.append(nil)
            for conclusion in rules[rule].conclusions {
                conclusion.forEachFact(under: frame, grounding.shape) { draw($0, by: application) }
            }
        }
    }

    /// Everything the variables of a rule can stand for, less what declarations alone rule out.
    private mutating func frames(of rule: ID<Rule>) -> [Frame] {
        var frames = [Frame()]
        for (binding, filter) in zip(rules[rule].bindings, numbered.parts[rule.index].declaredFilters) {
            // Most filters ask of their own variable alone: what passes is then the same in all frames.
            let isAlone = frames.count > 1 && binding.filter?.isDecided(by: binding.variable) ?? true
            var shared = isAlone ? passing(filter, binding, in: Frame()) : nil
            if case .members(_, parent: .some) = binding.range { shared = nil }
            frames = frames.flatMap { frame in
                (shared ?? passing(filter, binding, in: frame)).map {
                    frame.binding(binding.variable, to: $0)
                }
            }
        }
        return frames
    }

    /// What a variable can stand for in a frame.
    private mutating func passing(_ filter: PhraseID?, _ binding: Rule.Binding, in frame: Frame) -> [Int32] {
        let values = values(of: binding.range, in: frame)
        guard let filter else { return values }
        return values.filter { value in
            grounding.frame = frame.binding(binding.variable, to: value)
            return grounding.node(filter) != .no
        }
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
        let strata = compiled.strata
        var places = [[Int]](repeating: [], count: max(1, strata.strata.count))
        for place in facts.indices {
            places[strata.place(of: facts[place].derived) ?? 0].append(place)
        }
        for stratum in places {
            for place in stratum { ground(place) }
        }
    }

    private mutating func ground(_ place: Int) {
        let fact = grounding.algebra.facts.things[place]
        let bottom = grounding.algebra.constant(rules.bottom(of: fact))
        var reasons: [Signal] = []
        for application in drawing[place] { reasons.append(signal(of: application)) }
        // Most facts have one rule, which is the verdict.
        let isPlain = bottom == .no && reasons.count == 1 && !reasons[0].isPresumed
        var verdict = isPlain ? reasons[0] : grounding.algebra.greatest([bottom] + reasons)
        // What is not in force cannot be withdrawn.
        if case .withdrawn(let package, jointlyWith: _) = fact {
            verdict = grounding.algebra.both(verdict, grounding.algebra.lies(.inForce(package), in: .yes))
        }
        grounding.algebra.ground(place, byRules: verdict)
    }

    private mutating func signal(of application: Int) -> Signal {
        if let known = applications[application] { return known }
        var rule = groundRules[application]
        let parts = numbered.parts[rule.rule.index]
        grounding.frame = rule.frame
        grounding.algebra.startAsking()
        for requirement in parts.requirements { addConjuncts(requirement, to: &rule.parts) }
        for exception in parts.exceptions {
            let exception = grounding.node(exception)
            rule.exceptions.append(exception)
            rule.parts.append(grounding.algebra.presumed(grounding.algebra.negated(exception)))
        }
        rule.verdict = grounding.algebra.least(rule.parts)
        rule.reads = grounding.algebra.asked
        groundRules[application] = rule
        applications[application] = rule.verdict
        return rule.verdict
    }

    /// An "and" is as many parts as it has: each may hold the rule down on its own.
    private mutating func addConjuncts(_ phrase: PhraseID, to conjuncts: inout [Signal]) {
        guard case .all(let parts) = grounding.catalogue[phrase].form else {
            let conjunct = grounding.node(phrase)
            // What holds by declaration holds nothing down.
            if keepsSettledParts || conjunct != .yes { conjuncts.append(conjunct) }
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
            wanted += rule.parts
            wanted += rule.exceptions
        }
        wanted += asked
        let (network, placed) = NetworkAssembly.assembled(builder, wanting: wanted)
        let facts = builder.facts.things
        let drawn = facts.indices.filter { !drawing[$0].isEmpty }
        let order = FactOrder.sorted(drawn, of: facts) + facts.indices.filter { drawing[$0].isEmpty }
        var newPlaces = Array(repeating: 0, count: facts.count)
        for (new, old) in order.enumerated() { newPlaces[old] = new }
        let names = applicationsByName()
        var next = facts.count
        func take(_ count: Int) -> [Signal] {
            defer { next += count }
            return count == 0 ? [] : Array(placed[next..<next + count])
        }
        for place in groundRules.indices {
            groundRules[place].verdict = placed[next]
            next += 1
            groundRules[place].parts = take(groundRules[place].parts.count)
            groundRules[place].exceptions = take(groundRules[place].exceptions.count)
            for number in groundRules[place].reads.indices {
                groundRules[place].reads[number] = newPlaces[groundRules[place].reads[number]]
            }
        }
        let placedAsked = Array(placed.suffix(asked.count))
        let program = Program(
            shape: grounding.shape, network: network, groundRules: groundRules,
            facts: order.map { facts[$0] }, drawnCount: drawn.count,
            places: builder.facts.numbers.mapValues { newPlaces[$0] }, signals: order.map { placed[$0] },
            drawing: order.map { place in
                let drawing = drawing[place]
                return drawing.count < 2 ? drawing : drawing.sorted { names[$0] < names[$1] }
            })
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
            for application in inOrder(runs[rule], of: rules.rules[rule]) {
                places[application] = next
                next += 1
            }
        }
        return places
    }

    /// The applications of one rule in the order of what its variables stand for.
    private func inOrder(_ run: Range<Int>, of rule: Rule) -> [Int] {
        // They were listed in the order of their variables.
        guard run.count > 1, rule.bindings.count > 1, !rule.rangesOverPackagesInOrder else {
            return Array(run)
        }
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

extension Rule {
    /// Whether all that it ranges over is packages, in the order of its variables.
    fileprivate var rangesOverPackagesInOrder: Bool {
        bindings.allSatisfy { if case .packages = $0.range { true } else { false } }
            && zip(bindings, bindings.dropFirst()).allSatisfy { $0.variable.number < $1.variable.number }
    }
}

extension Conclusion {
    /// The facts it names under a frame.
    func facts(under frame: Frame, _ shape: Shape) -> [Fact] {
        var facts: [Fact] = []
        forEachFact(under: frame, shape) { facts.append($0) }
        return facts
    }

    /// Visits the facts it names under a frame; none where a variable stands for nothing.
    func forEachFact(under frame: Frame, _ shape: Shape, _ visit: (Fact) -> Void) {
        func about(_ bearer: Bearer, _ fact: (MemberID?) -> Fact) {
            guard case .member(let variable) = bearer else { return visit(fact(nil)) }
            if let member = frame.member(variable) { visit(fact(shape.member(member))) }
        }
        func about(_ reference: PackageReference, _ fact: (ID<Package>) -> Fact) {
            if let package = frame.package(reference) { visit(fact(package)) }
        }
        func pair(
            _ first: PackageReference, _ second: PackageReference, _ fact: (ID<Package>, ID<Package>) -> Fact
        ) {
            if let first = frame.package(first), let second = frame.package(second) {
                visit(fact(first, second))
            }
        }
        switch self {
        case .concept(let concept, of: let bearer):
            about(bearer) { .concept(concept, member: $0) }
        case .classification(let classification, value: let value, of: let bearer):
            about(bearer) { .classification(ClassificationValue(classification, value), member: $0) }
        case .recommend(let reference, let recommendation):
            about(reference) { .recommended($0) }
            guard let target = recommendation.targeting.flatMap({ frame.member($0) }) else { return }
            about(reference) { .recommendedFor($0, shape.member(target)) }
        case .adviseAgainst(let reference, let objection):
            about(reference) { .advisedAgainst($0, objection) }
        case .caution(.package(let reference)): about(reference) { .caution(.package($0)) }
        case .caution(.measure(let measure)): visit(.caution(.measure(measure)))
        case .caution(.concept(let concept)): visit(.caution(.concept(concept)))
        case .caution(.classification(let classification, value: let value)):
            visit(.caution(.classification(classification, value: value)))
        case .require(let prerequisite, before: let reference):
            guard let subject = prerequisite.ground(under: frame) else { return }
            about(reference) { .required(subject, before: $0) }
        case .sequence(let first, before: let second): pair(first, second) { .sequenced($0, before: $1) }
        case .prefer(let first, over: let second): pair(first, second) { .preferred($0, over: $1) }
        case .choose(let comparison, let number, of: let references):
            // Each option is recommended as an alternative to the others.
            let options = Set(references.compactMap { frame.package($0) }).sorted()
            visit(.choice(comparison, number, of: options))
            for option in options { visit(.recommended(option)) }
        case .withdraw(let reference, jointlyWith: let partners):
            let partners = Set(partners.compactMap { frame.package($0) }).sorted()
            about(reference) { .withdrawn($0, jointlyWith: partners) }
        case .assign(let role, of: let reference, to: let actor):
            about(reference) { .assigned(role, of: $0, to: actor) }
        }
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
