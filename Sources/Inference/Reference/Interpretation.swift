import RuleModel

/// Where a condition is asked: a stage of the history, and what the variables in scope stand for.
struct Scope: Hashable, Sendable {
    var stage: Int
    var assignment = Assignment()

    func binding(_ variable: Variable, to member: MemberID) -> Scope {
        var inner = self
        inner.assignment.members[variable] = member
        return inner
    }

    func binding(_ variable: Variable, to package: ID<Package>) -> Scope {
        var inner = self
        inner.assignment.packages[variable] = package
        return inner
    }

    func package(_ reference: PackageReference) -> ID<Package>? {
        switch reference {
        case .package(let package): package
        case .variable(let variable): assignment.packages[variable]
        }
    }
}

/// A rule and one thing its variables can stand for.
struct GroundRule: Hashable, Sendable {
    var rule: ID<Rule>
    var assignment: Assignment
}

/// The facts of one stage with the rules that could draw them and the verdicts they came to.
struct FactTable: Sendable {
    var facts: [Fact] = []
    var places: [Fact: Int] = [:]
    var groundRules: [GroundRule] = []
    /// For each fact, places in `groundRules`.
    var drawing: [[Int]] = []
    /// The case states the fact itself.
    var isStated: [Bool] = []
    /// Of the facts that conditions can ask about; the others are worked out when wanted.
    var verdicts: [Verdict] = []
    /// See `FactStep.height`; as for `verdicts`.
    var heights: [Int] = []
}

/// A verdict for every fact at every stage of a history: what conditions are read off.
struct Interpretation: Sendable {
    let rules: RuleBase
    let history: [Situation]
    let excluded: Set<ID<Rule>>
    /// One for each stage that has been evaluated.
    var tables: [FactTable] = []

    init(rules: RuleBase, history: [Situation], excluding excluded: Set<ID<Rule>>) {
        self.rules = rules
        self.history = history
        self.excluded = excluded
        for stage in history.indices { evaluate(stage: stage) }
    }

    /// The same history with another last stage; what came before is not worked out anew.
    init(_ other: Interpretation, lastStage: Situation) {
        rules = other.rules
        excluded = other.excluded
        history = other.history.dropLast() + [lastStage]
        tables = other.tables.dropLast()
        evaluate(stage: self.lastStage)
    }

    /// Rules look back only, so that the earlier stages are complete when a stage asks them.
    private mutating func evaluate(stage: Int) {
        tables.append(factTable(stage: stage))
        settleFacts(stage: stage)
    }

    var lastStage: Int { history.count - 1 }

    func verdict(of fact: Fact, stage: Int) -> Verdict {
        guard let place = tables[stage].places[fact] else { return bottom(of: fact) }
        return fact.canBeAsked ? tables[stage].verdicts[place] : verdictByRules(place: place, stage: stage)
    }

    /// See `FactStep.height`. On what no condition can ask about nothing rests: it is above everything.
    func height(of fact: Fact, stage: Int) -> Int {
        guard let place = tables[stage].places[fact] else { return 0 }
        if fact.canBeAsked { return tables[stage].heights[place] }
        return verdict(of: fact, stage: stage) == .no ? 0 : (tables[stage].heights.max() ?? 0) + 1
    }

    /// The verdict of a fact for which no rule speaks: not refuted if rules are only signs of it.
    func bottom(of fact: Fact) -> Verdict {
        guard case .concept(let concept, _) = fact else { return .no }
        return rules.concepts[concept.index].isBySigns ? .open : .no
    }

    /// What the case itself says of a fact, and the verdict that this gives.
    func statement(on fact: Fact, stage: Int) -> (reading: Reading, verdict: Verdict)? {
        func statements(_ member: MemberID?) -> Statements? {
            guard let member else { return history[stage].statements }
            return history[stage][member]?.statements
        }
        switch fact {
        case .concept(let concept, let member):
            guard let reading = statements(member)?.concepts[concept] else { return nil }
            return (reading, Values(reading).lie(in: .yes))
        case .classification(let asked, let member):
            if let reading = statements(member)?.classificationValues[asked] {
                return (reading, Values(reading).lie(in: .yes))
            }
            guard let reading = statements(member)?.classifications[asked.classification] else { return nil }
            return (reading, Values(reading).lie(in: .oneMember(asked.value)))
        default:
            return nil
        }
    }

    /// The same scope at another stage: members are matched by collection, parent and name.
    ///
    /// A member that the other stage does not have is left out, and what is asked of it is unknown.
    func scope(_ scope: Scope, at stage: Int) -> Scope {
        var moved = Scope(stage: stage, assignment: Assignment(packages: scope.assignment.packages))
        for (variable, member) in scope.assignment.members {
            moved.assignment.members[variable] = counterpart(of: member, from: scope.stage, at: stage)
        }
        return moved
    }

    private func counterpart(of member: MemberID, from: Int, at stage: Int) -> MemberID? {
        guard let known = history[from][member] else { return nil }
        let parent = known.parent.flatMap { counterpart(of: $0, from: from, at: stage) }
        if known.parent != nil && parent == nil { return nil }
        let candidates = history[stage].members[member.collection] ?? []
        return candidates.firstIndex { $0.name == known.name && $0.parent == parent }
            .map { MemberID(collection: member.collection, index: $0) }
    }
}

extension Fact {
    /// Whether a condition can ask about it; advice against, cautions and the like are for people only.
    var canBeAsked: Bool {
        switch self {
        case .concept, .classification, .recommended: true
        case .recommendedFor, .advisedAgainst, .caution, .required, .sequenced, .preferred, .choice,
            .withdrawn,
            .assigned:
            false
        }
    }
}
