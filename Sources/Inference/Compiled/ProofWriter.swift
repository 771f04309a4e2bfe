import RuleModel

/// Writes proofs down from compiled verdicts: each part once, and only what the fact asked for rests on.
///
/// Facts wait in a queue for their turn, so that a long chain of rules needs no deep stack.
struct ProofWriter {
    let catalogue: Catalogue
    private let explainsCertainFacts: Bool
    var steps: [ProofStep] = []
    private var factPlaces: [FactKey: Int] = [:]
    private var conditionPlaces: [ConditionKey: Int] = [:]
    private var waiting: [(fact: Fact, stage: StageEvaluation, place: Int)] = []

    private struct FactKey: Hashable {
        var fact: Fact
        var stage: Int
    }

    private struct ConditionKey: Hashable {
        var meaning: PhraseID
        var stage: Int
        var frame: Frame
    }

    /// - Parameter explainsCertainFacts: Whether facts that others rest on are explained also where they are
    ///   certainly so or certainly not; without, they have no applications.
    init(_ catalogue: Catalogue, explainsCertainFacts: Bool = true) {
        self.catalogue = catalogue
        self.explainsCertainFacts = explainsCertainFacts
    }

    mutating func proof(of fact: Fact, at stage: StageEvaluation) -> Proof {
        let root = step(for: fact, at: stage, isRoot: true)
        finishFacts()
        return Proof(steps: steps, root: root)
    }

    mutating func proofs(of facts: [Fact], at stage: StageEvaluation) -> [Proof] {
        let roots = facts.map { step(for: $0, at: stage, isRoot: true) }
        finishFacts()
        return roots.map { Proof(steps: steps, root: $0) }
    }

    mutating func proof(of phrase: PhraseID, at stage: StageEvaluation) -> Proof {
        let root = step(for: phrase, Frame(), stage)
        finishFacts()
        return Proof(steps: steps, root: root)
    }

    // MARK: Facts

    /// The place of a fact's step; its content follows in `finishFacts`.
    ///
    /// - Parameter isRoot: Whether the fact is asked about itself; what is asked about comes first.
    mutating func step(for fact: Fact, at stage: StageEvaluation, isRoot: Bool = false) -> Int {
        let key = FactKey(fact: fact, stage: stage.place)
        if let known = factPlaces[key] { return known }
        let blank = FactStep(fact: fact, verdictByRules: stage.rules.bottom(of: fact))
        let verdict = stage.code(of: fact).verdict
        let place = steps.count
        steps.append(ProofStep(verdict: verdict, content: .fact(blank)))
        factPlaces[key] = place
        let isCertain = verdict == .yes || verdict == .no
        if isRoot || explainsCertainFacts || !isCertain { waiting.append((fact, stage, place)) }
        return place
    }

    private mutating func finishFacts() {
        var next = 0
        while next < waiting.count {
            let (fact, stage, place) = waiting[next]
            next += 1
            let content = factStep(fact, stage)
            steps[place].content = .fact(content)
        }
    }

    private mutating func factStep(_ fact: Fact, _ stage: StageEvaluation) -> FactStep {
        var step = FactStep(
            fact: fact, statement: stage.situation.statement(on: fact)?.reading,
            height: stage.height(of: fact), verdictByRules: stage.rules.bottom(of: fact))
        let numbered = stage.compiled.numbered
        for attempt in stage.attempts(drawing: fact) {
            var code = attempt.code
            let application = application(attempt, drawing: fact, stage, numbered)
            if let inForce = application.inForce { code.bits &= VerdictCode(steps[inForce].verdict).bits }
            step.verdictByRules = max(step.verdictByRules, code.verdict)
            step.applications.append(application)
        }
        return step
    }

    private mutating func application(
        _ attempt: RuleAttempt, drawing fact: Fact, _ stage: StageEvaluation, _ numbered: NumberedConditions
    ) -> RuleApplication {
        let parts = numbered.parts[attempt.rule.index]
        var inForce: Int?
        if case .withdrawn(let package, jointlyWith: _) = fact {
            inForce = step(for: numbered.inForce[package.index], Frame(), stage)
        }
        var application = RuleApplication(
            rule: attempt.rule, assignment: attempt.frame.assignment(stage.shape),
            verdict: attempt.code.verdict, conditions: [], inForce: inForce)
        for requirement in parts.requirements {
            application.conditions.append(step(for: requirement, attempt.frame, stage))
        }
        for exception in parts.exceptions {
            application.exceptions.append(step(for: exception, attempt.frame, stage))
        }
        return application
    }

    // MARK: Conditions

    mutating func step(for phrase: PhraseID, _ frame: Frame, _ stage: StageEvaluation) -> Int {
        let key = ConditionKey(meaning: catalogue[phrase].meaning, stage: stage.place, frame: frame)
        if let known = conditionPlaces[key] { return known }
        let place = steps.count
        conditionPlaces[key] = place
        var content = ConditionStep(
            condition: catalogue[phrase].condition, assignment: frame.assignment(stage.shape),
            stage: stage.place, grounds: .declaration)
        steps.append(ProofStep(verdict: .open, content: .condition(content)))
        content.grounds = grounds(of: phrase, frame, stage)
        let verdict = verdict(of: phrase, frame, stage, content.grounds)
        steps[place] = ProofStep(verdict: verdict, content: .condition(content))
        return place
    }

    private mutating func steps(
        for phrases: [PhraseID], _ frame: Frame, _ stage: StageEvaluation
    ) -> [Int] {
        phrases.map { step(for: $0, frame, stage) }
    }

    /// Wherever it can be it is read off what is there already: parts, facts, figures.
    private func verdict(
        of phrase: PhraseID, _ frame: Frame, _ stage: StageEvaluation, _ grounds: ConditionStep.Grounds
    ) -> Verdict {
        switch (catalogue[phrase].form, grounds) {
        case (.not, .parts(let parts)): parts.first.map { steps[$0].verdict.negated } ?? .open
        case (.all, .parts(let parts)): parts.map { steps[$0].verdict }.min() ?? .yes
        case (.any, .parts(let parts)): parts.map { steps[$0].verdict }.max() ?? .no
        case (_, .fact(let fact)): steps[fact].verdict
        case (.lies(_, in: let accepted), .figures(let figures)) where figures.count == 1:
            figures[0].estimate.isAmong(accepted)
        case (.compares(_, let comparison, _), .figures(let figures)) where figures.count == 2,
            (.trend(_, let comparison), .figures(let figures)) where figures.count == 2:
            figures[0].estimate.compared(comparison, figures[1].estimate)
        default: stage.code(of: phrase, frame, catalogue).verdict
        }
    }

    private mutating func grounds(
        of phrase: PhraseID, _ frame: Frame, _ stage: StageEvaluation
    ) -> ConditionStep.Grounds {
        switch catalogue[phrase].form {
        case .lies(let formula, in: _):
            return .figures([figure(formula, frame, stage)])
        case .compares(let left, _, let right):
            let figures = [figure(left, frame, stage), figure(right, frame, stage)]
            return .figures(figures)
        case .trend(let formula, _):
            var figures = [figure(formula, frame, stage)]
            if let before = stage.earlier {
                let there = before.moved(frame, from: stage.shape, stage.situation)
                figures.append(figure(formula, there, before))
            }
            return .figures(figures)
        case .concept, .classification, .recommended:
            guard let fact = stage.grounding(catalogue, frame).fact(askedBy: phrase) else {
                return .parts([])
            }
            return .fact(step(for: fact, at: stage))
        case .criterion, .lens:
            return .declaration
        case .inForce(let reference):
            return .inForce(frame.package(reference).flatMap { stage.situation.inForce[$0] })
        case .not(let part):
            return .parts([step(for: part, frame, stage)])
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            return .parts(steps(for: parts, frame, stage))
        case .some(let members, let body):
            let range = stage.range(of: members, frame)
            return .members(
                memberSteps(members, range, filter: nil, body: body, frame, stage),
                isOpenEnded: range.isOpenEnded)
        case .every(let members, filter: let filter, let body):
            let range = stage.range(of: members, frame)
            return .members(
                memberSteps(members, range, filter: filter, body: body, frame, stage),
                isOpenEnded: range.isOpenEnded)
        case .previously(let part):
            guard let before = stage.earlier else { return .parts([]) }
            let there = before.moved(frame, from: stage.shape, stage.situation)
            return .parts([step(for: part, there, before)])
        case .earlier(let part):
            var parts: [Int] = []
            var next = stage.earlier
            while let before = next {
                let there = before.moved(frame, from: stage.shape, stage.situation)
                parts.append(step(for: part, there, before))
                next = before.earlier
            }
            return .parts(parts)
        }
    }

    // MARK: Members and figures

    private mutating func memberSteps(
        _ members: Members, _ range: StageEvaluation.MemberRange, filter: PhraseID?, body: PhraseID?,
        _ frame: Frame, _ stage: StageEvaluation
    ) -> [MemberStep] {
        range.members.map { member in
            var inner = frame
            inner[members.variable] = member
            return MemberStep(
                member: stage.shape.member(member), filter: filter.map { step(for: $0, inner, stage) },
                body: body.map { step(for: $0, inner, stage) })
        }
    }

    /// - Parameter withSteps: Whether the conditions inside get steps of their own.
    mutating func figure(
        _ formula: FormulaID, _ frame: Frame, _ stage: StageEvaluation, withSteps: Bool = true
    ) -> Figure {
        let basis = basis(of: formula, frame, stage, withSteps)
        let values: Estimate
        if case .reading(let reading?) = basis {
            values = Estimate(reading)
        } else {
            values = stage.estimate(of: formula, frame, catalogue) ?? Estimate(known: .texts(nil))
        }
        return Figure(
            expression: catalogue[formula].expression, possible: values.possible, presumed: values.presumed,
            basis: basis)
    }

    private mutating func basis(
        of formula: FormulaID, _ frame: Frame, _ stage: StageEvaluation, _ withSteps: Bool
    ) -> Figure.Basis {
        func members(_ members: Members, _ filter: PhraseID?, _ attribute: ID<Attribute>?) -> Figure.Basis {
            let range = stage.range(of: members, frame)
            let steps = memberSteps(
                members, range, filter: withSteps ? filter : nil, body: nil, frame, stage)
            let readings = attribute.map { attribute in
                range.members.map { stage.situation[stage.shape.member($0)]?.attributes[attribute] }
            }
            return .members(steps, readings: readings ?? [], isOpenEnded: range.isOpenEnded)
        }
        switch catalogue[formula].form {
        case .diagnostic(let diagnostic):
            return .reading(stage.situation.readings[diagnostic])
        case .attribute(let attribute, of: let variable):
            return .reading(
                frame.member(variable).flatMap {
                    stage.situation[stage.shape.member($0)]?.attributes[attribute]
                })
        case .packageAttribute, .literal:
            return .declaration
        case .count(let range, where: let filter):
            return members(range, filter, nil)
        case .proportion(let range, where: let filter):
            return members(range, filter, nil)
        case .fold(_, let attribute, let range, where: let filter):
            return members(range, filter, attribute)
        case .countOf(let parts):
            return .conditions(withSteps ? steps(for: parts, frame, stage) : [])
        case .timeSince(let date):
            var reading: Reading?
            if case .reading(let known) = basis(of: date, frame, stage, withSteps) { reading = known }
            return .date(reading, stageFrom: stage.situation.from)
        }
    }
}

extension Figure {
    fileprivate var estimate: Estimate { Estimate(possible: possible, presumed: presumed) }
}

extension StageEvaluation {
    typealias MemberRange = (members: [Int32], isOpenEnded: Bool)

    func range(of members: Members, _ frame: Frame) -> MemberRange {
        let reader = StageReader(stage: self, catalogue: compiled.catalogue)
        guard let variable = members.parent else {
            return (
                shape.members(of: members.collection),
                reader.isOpenEnded(members.collection, parent: nil) == .yes
            )
        }
        guard let parent = frame.member(variable) else { return ([], true) }
        return (
            shape.members(of: members.collection, parent: parent),
            reader.isOpenEnded(members.collection, parent: parent) == .yes
        )
    }

    /// See `FactStep.height`: facts are established after everything their rules read; those in a
    /// circle one after the other, each from those established before it.
    func height(of fact: Fact) -> Int {
        guard let place = program.places[fact], place < program.drawnCount,
            situation.statement(on: fact) == nil
        else { return 0 }
        let verdict = state[program.signals[place]]
        if verdict == VerdictCode(rules.bottom(of: fact)) { return 0 }
        guard let circle = program.ranks.circle[place] else { return program.ranks.base[place] + 1 }
        return program.ranks.base[place] + round(of: place, in: program.ranks.circles[circle])
    }

    /// In which round a fact of a circle is established, when each round takes those whose verdict
    /// follows from the rounds before, all others at their least.
    ///
    /// Such a round exists: a verdict of a circle without "not" rests on verdicts at least as high.
    private func round(of place: Int, in circle: [Int]) -> Int {
        var supposed: [Fact: VerdictCode] = [:]
        for fact in circle where situation.statement(on: program.facts[fact]) == nil {
            supposed[program.facts[fact]] = VerdictCode(rules.bottom(of: program.facts[fact]))
        }
        for round in 1...circle.count {
            let established = circle.filter { fact in
                let verdict = state[program.signals[fact]]
                return supposed[program.facts[fact]] != verdict
                    && byRules(fact, supposing: supposed).bits >= verdict.bits
            }
            if established.contains(place) { return round }
            if established.isEmpty { break }
            for fact in established { supposed[program.facts[fact]] = state[program.signals[fact]] }
        }
        return circle.count
    }

    /// What a fact's rules come to, with some facts taken at another verdict than theirs.
    private func byRules(_ fact: Int, supposing supposed: [Fact: VerdictCode]) -> VerdictCode {
        let numbered = compiled.numbered
        var grounding = grounding(numbered.catalogue)
        grounding.algebra.supposed = supposed
        var greatest = VerdictCode(rules.bottom(of: program.facts[fact]))
        for application in program.drawing[fact] {
            let groundRule = program.groundRules[application]
            let parts = numbered.parts[groundRule.rule.index]
            grounding.frame = groundRule.frame
            var code = VerdictCode.yes
            for requirement in parts.requirements { code.bits &= grounding.node(requirement).bits }
            for exception in parts.exceptions {
                code.bits &= grounding.node(exception).negated.presumed.bits
            }
            greatest.bits |= code.bits
        }
        return greatest
    }
}
