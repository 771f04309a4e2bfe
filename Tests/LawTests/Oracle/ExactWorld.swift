import Generation
import Inference
import RuleModel

/// What is true of one complete cluster, in plain two-valued logic.
///
/// It knows nothing of verdicts, possible sets, strata or proofs and shares no
/// code with the evaluators: a `yes` of theirs must be true, and a `no` false,
/// in every world that completes the case. Where the language leaves something
/// undefined (a mean of nothing, a trend without a stage before), a coin decides
/// for the whole world.
final class ExactWorld {
    let scenario: Scenario
    /// Facts drawn by rules, stage by stage.
    private(set) var drawn: [Set<Fact>] = []
    /// A comparison turned on how a fraction is rounded: such a world proves nothing.
    var isDoubtful = false
    let coin: UInt64

    var rules: RuleBase { scenario.rules }

    /// - Parameter scenario: a completion; see `Scenario.completed(_:)`.
    init(_ scenario: Scenario, coin: UInt64) {
        self.scenario = scenario
        self.coin = coin
        for stage in scenario.history.indices {
            drawn.append([])
            for level in Array(0...scenario.levels.highest) + [Levels.unasked] {
                draw(level: level, at: stage)
            }
        }
    }

    /// Draws every conclusion of a level, until nothing is new.
    private func draw(level: Int, at stage: Int) {
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for rule in rules.rules
            where rule.conclusions.contains(where: { scenario.levels.level(of: $0) == level }) {
                for assignment in assignments(rule.bindings[...], stage)
                where applies(rule, assignment, stage) {
                    for conclusion in rule.conclusions where scenario.levels.level(of: conclusion) == level {
                        for fact in facts(conclusion, assignment, stage)
                        where drawn[stage].insert(fact).inserted {
                            hasGrown = true
                        }
                    }
                }
            }
        }
    }

    private func applies(_ rule: Rule, _ assignment: Assignment, _ stage: Int) -> Bool {
        rule.bindings.allSatisfy { $0.filter.map { holds($0, assignment, stage) } ?? true }
            && (rule.condition.map { holds($0, assignment, stage) } ?? true)
            && !rule.exceptions.contains { holds($0.condition, assignment, stage) }
    }

    /// Every way to bind the variables; rules bind the members that the case names, and not those it is silent on.
    private func assignments(_ bindings: ArraySlice<Rule.Binding>, _ stage: Int) -> [Assignment] {
        guard let last = bindings.last else { return [Assignment()] }
        return assignments(bindings.dropLast(), stage).flatMap { before -> [Assignment] in
            switch last.range {
            case .packages:
                return rules.packages.indices.map { place in
                    var assignment = before
                    assignment.packages[last.variable] = ID(place)
                    return assignment
                }
            case .members(let collection, let parent):
                let members = Members(collection: collection, variable: last.variable, parent: parent)
                return each(members, before, stage).filter { assignment in
                    assignment.members[last.variable].map { !isUnmentioned($0, stage) } ?? false
                }
            }
        }
    }

    /// A member nobody mentioned, or a member of one.
    func isUnmentioned(_ member: MemberID, _ stage: Int) -> Bool {
        guard let told = scenario.history[stage][member] else { return true }
        return told.name.hasPrefix(Scenario.unmentioned)
            || (told.parent.map { isUnmentioned($0, stage) } ?? false)
    }

    /// Whether a fact is about a member nobody mentioned.
    func isAboutUnmentioned(_ fact: Fact, at stage: Int) -> Bool {
        switch fact {
        case .concept(_, let member?), .classification(_, let member?), .recommendedFor(_, let member):
            isUnmentioned(member, stage)
        default: false
        }
    }

    /// Whether a fact is true at a stage: as the case states it, as drawn, or by an unseen sign.
    func isTrue(_ fact: Fact, at stage: Int) -> Bool {
        switch fact {
        case .concept(let concept, let member):
            if let stated = statements(member, stage).concepts[concept] { return stated.possible == .yes }
            if drawn[stage].contains(fact) { return true }
            let isUnseen = member.map { isUnmentioned($0, stage) } ?? false
            return rules[concept].isBySigns || isUnseen ? flip(fact, stage) : false
        case .classification(let value, let member):
            let stated = statements(member, stage)
            if let reading = stated.classifications[value.classification] {
                return reading.possible == .members(1 << UInt64(value.value))
            }
            if let reading = stated.classificationValues[value] { return reading.possible == .yes }
            if drawn[stage].contains(fact) { return true }
            return member.map { isUnmentioned($0, stage) } == true && flip(fact, stage)
        default: return drawn[stage].contains(fact)
        }
    }

    private func statements(_ member: MemberID?, _ stage: Int) -> Statements {
        guard let member else { return scenario.history[stage].statements }
        return scenario.history[stage][member]?.statements ?? Statements()
    }

    /// A coin of its own for each fact and stage, the same on every run.
    private func flip(_ fact: Fact, _ stage: Int) -> Bool {
        var seed = coin ^ (UInt64(stage) << 32)
        switch fact {
        case .concept(let concept, let member):
            seed ^= UInt64(concept.index) << 40 ^ place(of: member)
        case .classification(let value, let member):
            seed ^= UInt64(value.classification.index) << 48 ^ UInt64(value.value) << 56 ^ place(of: member)
        default: break
        }
        var random = SeededGenerator(seed: seed)
        return random.chance(50)
    }

    private func place(of member: MemberID?) -> UInt64 {
        member.map { UInt64($0.collection.index + 1) << 16 ^ UInt64($0.index + 1) } ?? 0
    }

    /// The facts that a conclusion states under an assignment.
    private func facts(_ conclusion: Conclusion, _ assignment: Assignment, _ stage: Int) -> [Fact] {
        func plan(_ reference: PackageReference) -> ID<Package> { package(reference, assignment) }
        switch conclusion {
        case .concept(let concept, let bearer): return [.concept(concept, member: member(bearer, assignment))]
        case .classification(let classification, let value, let bearer):
            return [
                .classification(
                    ClassificationValue(classification, value), member: member(bearer, assignment))
            ]
        case .recommend(let reference, let how):
            let target = how.targeting.flatMap { assignment.members[$0] }
            return [.recommended(plan(reference))]
                + (target.map { [.recommendedFor(plan(reference), $0)] } ?? [])
        case .adviseAgainst(let reference, let objection):
            return [.advisedAgainst(plan(reference), objection)]
        case .caution(.package(let reference)): return [.caution(.package(plan(reference)))]
        case .caution(.measure(let measure)): return [.caution(.measure(measure))]
        case .caution(.concept(let concept)): return [.caution(.concept(concept))]
        case .caution(.classification(let classification, let value)):
            return [.caution(.classification(classification, value: value))]
        case .require(.package(let first), let second):
            return [.required(.package(plan(first)), before: plan(second))]
        case .require(.concept(let concept), let second):
            return [.required(.concept(concept), before: plan(second))]
        case .require(.diagnostic(let asked), let second):
            return [.required(.diagnostic(asked), before: plan(second))]
        case .sequence(let first, let second): return [.sequenced(plan(first), before: plan(second))]
        case .prefer(let first, let second): return [.preferred(plan(first), over: plan(second))]
        case .choose(let comparison, let number, let options):
            let plans = Set(options.map(plan)).sorted()
            return [.choice(comparison, number, of: plans)] + plans.map { .recommended($0) }
        case .withdraw(let reference, let partners):
            guard scenario.history[stage].inForce[plan(reference)]?.possible == .yes else { return [] }
            return [.withdrawn(plan(reference), jointlyWith: Set(partners.map(plan)).sorted())]
        case .assign(let role, let reference, let actor):
            return [.assigned(role, of: plan(reference), to: actor)]
        }
    }

    func package(_ reference: PackageReference, _ assignment: Assignment) -> ID<Package> {
        switch reference {
        case .package(let package): package
        case .variable(let variable): assignment.packages[variable] ?? ID(0)
        }
    }

    func member(_ bearer: Bearer, _ assignment: Assignment) -> MemberID? {
        if case .member(let variable) = bearer { assignment.members[variable] } else { nil }
    }
}
