import RuleModel

/// Writes down everything a verdict rests on, each part once.
///
/// The verdict of every step is asked of the interpretation; only the shape of
/// the argument is made here. Facts wait in a queue for their turn, so that a
/// long chain of rules needs no deep stack, and may refer to each other in a circle.
struct ProofBuilder {
    private let interpretation: Interpretation
    private var steps: [ProofStep] = []
    private var factSteps: [FactAtStage: Int] = [:]
    private var conditionSteps: [ConditionInScope: Int] = [:]
    private var waiting: [FactAtStage] = []

    private struct FactAtStage: Hashable {
        var fact: Fact
        var stage: Int
    }

    private struct ConditionInScope: Hashable {
        var condition: Condition
        var scope: Scope
    }

    private init(_ interpretation: Interpretation) { self.interpretation = interpretation }

    static func proof(of fact: Fact, stage: Int, by interpretation: Interpretation) -> Proof {
        var builder = ProofBuilder(interpretation)
        let root = builder.step(for: fact, stage: stage)
        builder.finishFacts()
        return Proof(steps: builder.steps, root: root)
    }

    static func proof(of condition: Condition, in scope: Scope, by interpretation: Interpretation) -> Proof {
        var builder = ProofBuilder(interpretation)
        let root = builder.step(for: condition, in: scope)
        builder.finishFacts()
        return Proof(steps: builder.steps, root: root)
    }

    /// The place of a fact's step; its content follows in `finishFacts`.
    private mutating func step(for fact: Fact, stage: Int) -> Int {
        let key = FactAtStage(fact: fact, stage: stage)
        if let known = factSteps[key] { return known }
        let verdict = interpretation.verdict(of: fact, stage: stage)
        let blank = FactStep(fact: fact, verdictByRules: interpretation.bottom(of: fact))
        steps.append(ProofStep(verdict: verdict, content: .fact(blank)))
        factSteps[key] = steps.count - 1
        waiting.append(key)
        return steps.count - 1
    }

    private mutating func finishFacts() {
        var next = 0
        while next < waiting.count {
            let key = waiting[next]
            next += 1
            guard let place = factSteps[key] else { continue }
            let content = factStep(key.fact, stage: key.stage)
            steps[place].content = .fact(content)
        }
    }

    private mutating func factStep(_ fact: Fact, stage: Int) -> FactStep {
        guard let place = interpretation.tables[stage].places[fact] else {
            return FactStep(fact: fact, verdictByRules: interpretation.bottom(of: fact))
        }
        var applications: [RuleApplication] = []
        for attempt in interpretation.attempts(drawing: fact, stage: stage) {
            applications.append(application(attempt, drawing: fact, stage: stage))
        }
        return FactStep(
            fact: fact, statement: interpretation.statement(on: fact, stage: stage)?.reading,
            applications: applications, height: interpretation.height(of: fact, stage: stage),
            verdictByRules: interpretation.verdictByRules(place: place, stage: stage)
        )
    }

    private mutating func application(_ attempt: Attempt, drawing fact: Fact, stage: Int) -> RuleApplication {
        let rule = interpretation.rules[attempt.rule]
        let scope = Scope(stage: stage, assignment: attempt.assignment)
        var inForce: Int?
        if case .withdrawn(let package, _) = fact {
            inForce = step(for: .inForce(.package(package)), in: Scope(stage: stage))
        }
        return RuleApplication(
            rule: attempt.rule, assignment: attempt.assignment, verdict: attempt.verdict,
            conditions: rule.requirements.map { step(for: $0, in: scope) },
            exceptions: rule.exceptions.map { step(for: $0.condition, in: scope) },
            inForce: inForce
        )
    }

    private mutating func step(for condition: Condition, in scope: Scope) -> Int {
        let key = ConditionInScope(condition: condition, scope: scope)
        if let known = conditionSteps[key] { return known }
        let place = steps.count
        conditionSteps[key] = place
        var content = ConditionStep(
            condition: condition, assignment: scope.assignment, stage: scope.stage, grounds: .declaration
        )
        let verdict = interpretation.verdict(of: condition, in: scope)
        steps.append(ProofStep(verdict: verdict, content: .condition(content)))
        content.grounds = grounds(of: condition, in: scope)
        steps[place].content = .condition(content)
        return place
    }

    private mutating func grounds(of condition: Condition, in scope: Scope) -> ConditionStep.Grounds {
        switch condition {
        case .holds(let expression), .lies(let expression, _, _):
            return .figures([figure(of: expression, in: scope)])
        case .compares(let left, _, let right):
            return .figures([figure(of: left, in: scope), figure(of: right, in: scope)])
        case .rising(let expression), .falling(let expression):
            let scopes = [scope] + (interpretation.previous(scope).map { [$0] } ?? [])
            return .figures(scopes.map { figure(of: expression, in: $0) })
        case .concept, .classification, .recommended:
            guard let fact = interpretation.fact(askedBy: condition, in: scope) else { return .parts([]) }
            return .fact(step(for: fact, stage: scope.stage))
        case .criterion, .lens:
            return .declaration
        case .inForce(let reference):
            return .inForce(interpretation.inForce(reference, in: scope))
        case .not(let inner):
            return .parts([step(for: inner, in: scope)])
        case .all(let parts), .any(let parts), .listed(_, _, let parts):
            return .parts(parts.map { step(for: $0, in: scope) })
        case .some(let members, let asked):
            let range = interpretation.range(of: members, in: scope)
            return .members(
                memberSteps(members, filter: nil, asked: asked, in: scope), isOpenEnded: range.isOpenEnded
            )
        case .every(let members, let filter, let asked):
            let range = interpretation.range(of: members, in: scope)
            return .members(
                memberSteps(members, filter: filter, asked: asked, in: scope), isOpenEnded: range.isOpenEnded
            )
        case .previously(let inner):
            return .parts(interpretation.previous(scope).map { [step(for: inner, in: $0)] } ?? [])
        case .earlier(let inner):
            return .parts(interpretation.earlier(scope).map { step(for: inner, in: $0) })
        }
    }

    private mutating func memberSteps(
        _ members: Members, filter: Condition?, asked: Condition?, in scope: Scope
    ) -> [MemberStep] {
        interpretation.range(of: members, in: scope).members.map { member in
            let inner = scope.binding(members.variable, to: member)
            return MemberStep(
                member: member, filter: filter.map { step(for: $0, in: inner) },
                body: asked.map { step(for: $0, in: inner) }
            )
        }
    }

    private mutating func figure(of expression: Expression, in scope: Scope) -> Figure {
        let values = interpretation.values(of: expression, in: scope)
        var basis = interpretation.basis(of: expression, in: scope)
        switch (expression, basis) {
        case (.count(let members, let filter), .members(_, let readings, let isOpenEnded)),
            (.fold(_, _, let members, let filter), .members(_, let readings, let isOpenEnded)):
            let steps = memberSteps(members, filter: filter, asked: nil, in: scope)
            basis = .members(steps, readings: readings, isOpenEnded: isOpenEnded)
        case (.proportion(let members, let filter), .members(_, let readings, let isOpenEnded)):
            let steps = memberSteps(members, filter: filter, asked: nil, in: scope)
            basis = .members(steps, readings: readings, isOpenEnded: isOpenEnded)
        case (.countOf(let conditions), _):
            basis = .conditions(conditions.map { step(for: $0, in: scope) })
        default:
            break
        }
        return Figure(
            expression: expression, possible: values.possible, presumed: values.presumed, basis: basis
        )
    }
}

extension Interpretation {
    /// What a figure is worked out from, without the steps of conditions inside it.
    func basis(of expression: Expression, in scope: Scope) -> Figure.Basis {
        switch expression {
        case .diagnostic(let diagnostic):
            return .reading(history[scope.stage].readings[diagnostic])
        case .attribute(let attribute, let variable):
            return .reading(
                reading(of: attribute, of: scope.assignment.members[variable], stage: scope.stage)
            )
        case .packageAttribute, .literal:
            return .declaration
        case .count(let members, _), .proportion(let members, _):
            let range = range(of: members, in: scope)
            return .members(
                range.members.map { MemberStep(member: $0) }, readings: [], isOpenEnded: range.isOpenEnded)
        case .fold(_, let attribute, let members, _):
            let range = range(of: members, in: scope)
            return .members(
                range.members.map { MemberStep(member: $0) },
                readings: range.members.map { reading(of: attribute, of: $0, stage: scope.stage) },
                isOpenEnded: range.isOpenEnded
            )
        case .countOf:
            return .conditions([])
        case .timeSince(let date):
            var reading: Reading?
            if case .reading(let known) = basis(of: date, in: scope) { reading = known }
            return .date(reading, stageFrom: history[scope.stage].from)
        }
    }
}
