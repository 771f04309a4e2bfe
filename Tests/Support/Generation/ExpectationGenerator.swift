import RuleModel

/// Writes what a case says besides its readings: expectations of every kind, questions, deeds, outcomes.
struct ExpectationGenerator {
    let rules: RuleBase
    var random: SeededGenerator

    /// Adds to every stage of a case or test.
    ///
    /// - Parameter isTest: Tests only have expectations, and no document to cite.
    mutating func add(to stages: inout [Stage], isTest: Bool) {
        for place in stages.indices {
            let names = memberNames(in: stages[place].statements)
            stages[place].expectations = (0..<random.number(in: 1...4)).compactMap { _ in
                expected(names).map { claim in
                    Expectation(
                        manner: manner(), claim, claims: random.chance(30) ? [ID(0)] : [],
                        citations: isTest ? [] : cited(100))
                }
            }
            guard !isTest else { continue }
            if random.chance(40) { stages[place].questions = [Stage.Question(text: "What would you do?")] }
            if random.chance(40) {
                stages[place].deeds = [
                    Stage.Deed(
                        text: "something was done", by: random.chance(50) ? rules.actors.first?.name : nil,
                        package: random.chance(50) ? ID(0) : nil, citations: cited(70))
                ]
            }
            if random.chance(40) {
                stages[place].outcomes = [Stage.Outcome(text: "it helped", citations: cited(70))]
            }
            if random.chance(30) {
                stages[place].overrides = [
                    Stage.Override(
                        random.chance(50) ? .add : .reject, ID(random.below(rules.packages.count)),
                        reason: "it was promised", by: "an adviser")
                ]
            }
        }
    }

    private mutating func cited(_ percent: Int) -> [Citation] {
        random.chance(percent) ? [Citation(source: ID(0), location: "Box 1")] : []
    }

    private mutating func manner() -> Expectation.Manner {
        switch random.below(6) {
        case 0...1: .holds
        case 2: .fails
        case 3: .isOpen
        default: .exactly(random.number(in: -2...2))
        }
    }

    private func memberNames(in statements: [Statement]) -> [(ID<Collection>, String)] {
        statements.compactMap { statement in
            if case .member(let collection, let name, _, _, _) = statement { (collection, name) } else { nil }
        }
    }

    private mutating func expected(_ members: [(ID<Collection>, String)]) -> Expected? {
        let plan = ID<Package>(random.below(rules.packages.count)),
            other = ID<Package>(random.below(rules.packages.count))
        switch random.below(16) {
        case 0:
            return .recommendAs(
                random.pick(Strength.allCases) ?? .plainly, plan, through: random.chance(30) ? ID(0) : nil,
                targeting: [])
        case 1...2:
            return .recommend(
                plan, through: random.chance(30) ? ID(0) : nil,
                targeting: random.chance(30) ? random.pick(members).map { [$0.1] } ?? [] : [])
        case 3: return .adviseAgainst(plan, random.chance(50) ? random.pick(Objection.allCases) : nil)
        case 4: return .caution(.package(.package(plan)))
        case 5: return .require(.package(.package(plan)), before: other)
        case 6: return .sequence(plan, before: other)
        case 7: return .prefer(plan, over: other)
        case 8: return .withdraw(plan)
        case 9: return .choose(plan)
        case 10: return .assign(ID(0), of: plan, to: ID(0))
        case 11: return .contested(plan)
        case 12: return .first(plan)
        case 13: return ofMember(members)
        case 14: return random.pick(rules.rules.indices.map { ID<Rule>($0) }).map { .rule($0) }
        default: return ofCluster()
        }
    }

    private mutating func ofMember(_ members: [(ID<Collection>, String)]) -> Expected? {
        guard let (collection, name) = random.pick(members) else { return nil }
        let concepts = rules.concepts.indices.filter { rules.concepts[$0].collection == collection }
        return random.pick(concepts).map { .memberConcept(collection, name, ID($0)) }
    }

    private mutating func ofCluster() -> Expected? {
        let concepts = rules.concepts.indices.filter { rules.concepts[$0].collection == nil }
        if let concept = random.pick(concepts), random.chance(60) {
            return .condition(.concept(ID(concept), of: .cluster))
        }
        let kinds = rules.classifications.indices.filter { rules.classifications[$0].collection == nil }
        return random.pick(kinds).map { kind in
            let value = random.below(rules.classifications[kind].values.count)
            return .condition(.classification(ID(kind), value: value, of: .cluster))
        }
    }
}
