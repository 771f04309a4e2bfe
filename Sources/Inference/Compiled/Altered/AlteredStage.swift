import RuleModel

/// One stage as it comes out with a rule in other words.
struct AlteredStage {
    /// The stage with the verdicts that are otherwise now.
    let stage: StageEvaluation
    /// The altered rule's applications.
    let own: [RuleAttempt]
    /// Other rules' applications that came out otherwise.
    let others: [Int: RuleAttempt]
    /// Whether every verdict and every application is as it was, and concludes what it did.
    let isSame: Bool

    /// - Returns: `nil` where things rest on each other in a circle, which cannot be followed.
    init?(_ original: StageEvaluation, after earlier: AlteredStage?, _ altered: AlteredRule) {
        guard !altered.isInCircle else { return nil }
        var following = Following(original, after: earlier, altered)
        guard following.follow() else { return nil }
        own = following.own
        others = following.others
        isSame = following.isSame
        stage =
            following.otherwise.isEmpty && following.stage.earlier === original.earlier
            ? original : following.stage.with(otherwise: following.otherwise)
    }
}

/// Follows what one rule in other words leads to, fact by fact, until nothing changes any more.
private struct Following {
    let altered: AlteredRule
    /// As it was, but after the altered earlier stages.
    let stage: StageEvaluation
    let original: StageEvaluation
    let isPastAltered: Bool
    var own: [RuleAttempt] = []
    var others: [Int: RuleAttempt] = [:]
    var otherwise: [Fact: VerdictCode] = [:]
    var isSame = false
    /// Facts to be looked at again.
    private var waiting: [Fact] = []
    private var ownDrawing: [Fact: [Int]] = [:]

    private var program: Program { original.program }

    init(_ original: StageEvaluation, after earlier: AlteredStage?, _ altered: AlteredRule) {
        self.altered = altered
        self.original = original
        isPastAltered = earlier.map { $0.stage !== original.earlier } ?? false
        stage = isPastAltered ? original.following(earlier?.stage) : original
    }

    /// - Returns: whether it came to an end.
    mutating func follow() -> Bool {
        let frames = altered.frames(at: stage)
        for frame in frames {
            own.append(attempt(altered.rule, frame, altered.parts, application: -1))
        }
        noteOwnConclusions()
        if isPastAltered { lookBackAgain() }
        var next = 0
        while next < waiting.count {
            guard program.places[waiting[next]].map({ program.ranks.circle[$0] == nil }) ?? true else {
                return false
            }
            settle(waiting[next])
            next += 1
        }
        return true
    }

    // MARK: The rule itself

    private mutating func noteOwnConclusions() {
        let before = program.applications.of(altered.rule)
        isSame =
            !isPastAltered && altered.after.conclusions == altered.before.conclusions
            && own.count == before.count
            && zip(own, before).allSatisfy {
                $0.frame == program.groundRules[$1].frame && $0.code == code(of: $1)
                    && $0.exceptions == program.groundRules[$1].exceptions.map { original.state[$0] }
            }
        guard !isSame else { return }
        var contributions: [Fact: (before: UInt8, after: UInt8)] = [:]
        for application in before {
            for fact in facts(altered.before, program.groundRules[application].frame) {
                contributions[fact, default: (0, 0)].before |= code(of: application).bits
            }
        }
        for (place, attempt) in own.enumerated() {
            for fact in Set(facts(altered.after, attempt.frame)) {
                ownDrawing[fact, default: []].append(place)
                contributions[fact, default: (0, 0)].after |= attempt.code.bits
            }
        }
        waiting = contributions.filter { $0.value.before != $0.value.after }.map(\.key)
    }

    private func facts(_ rule: Rule, _ frame: Frame) -> [Fact] {
        rule.conclusions.flatMap { $0.facts(under: frame, original.shape) }
    }

    private func code(of application: Int) -> VerdictCode {
        original.state[program.groundRules[application].verdict]
    }

    // MARK: What follows

    /// Rules that ask about earlier stages may find other things there now.
    private mutating func lookBackAgain() {
        for rule in altered.lookingBack.indices
        where altered.lookingBack[rule] && ID(rule) != altered.rule {
            for application in program.applications.of(ID(rule)) { tryAgain(application) }
        }
    }

    private mutating func tryAgain(_ application: Int) {
        let groundRule = program.groundRules[application]
        guard groundRule.rule != altered.rule else { return }
        let attempt = attempt(
            groundRule.rule, groundRule.frame, altered.numbered.parts[groundRule.rule.index],
            application: application)
        let before = others[application]?.code ?? code(of: application)
        others[application] = attempt
        guard attempt.code != before else { return }
        waiting += facts(altered.compiled.rules[groundRule.rule], groundRule.frame)
    }

    private mutating func settle(_ fact: Fact) {
        let code = settled(fact)
        let before = otherwise[fact] ?? original.code(of: fact)
        guard code != before else { return }
        otherwise[fact] = code
        guard let place = program.places[fact] else { return }
        for application in program.applications.reading(place) { tryAgain(application) }
    }

    private func settled(_ fact: Fact) -> VerdictCode {
        if let told = original.situation.statement(on: fact) { return VerdictCode(told.verdict) }
        var greatest = VerdictCode(altered.compiled.rules.bottom(of: fact))
        for application in program.places[fact].map({ program.drawing[$0] }) ?? []
        where program.groundRules[application].rule != altered.rule {
            greatest.bits |= (others[application]?.code ?? code(of: application)).bits
        }
        // Facts are looked at again only if the rule's own conclusions were noted.
        for place in ownDrawing[fact] ?? [] { greatest.bits |= own[place].code.bits }
        // What is not in force cannot be withdrawn.
        if case .withdrawn(let package, jointlyWith: _) = fact {
            greatest.bits &=
                stage.code(
                    of: altered.numbered.inForce[package.index], Frame(), altered.catalogue
                ).bits
        }
        return greatest
    }

    private func attempt(
        _ rule: ID<Rule>, _ frame: Frame, _ parts: NumberedConditions.RuleParts, application: Int
    ) -> RuleAttempt {
        var grounding = stage.grounding(altered.catalogue, frame)
        grounding.algebra.supposed = otherwise
        var code = VerdictCode.yes
        var hindrances = 0
        for requirement in parts.requirements {
            let verdict = grounding.node(requirement)
            if !verdict.verdict.holds { hindrances += 1 }
            code.bits &= verdict.bits
        }
        var exceptions: [VerdictCode] = []
        for exception in parts.exceptions {
            let verdict = grounding.node(exception)
            let absence = verdict.negated.presumed
            if !absence.verdict.holds { hindrances += 1 }
            exceptions.append(verdict)
            code.bits &= absence.bits
        }
        return RuleAttempt(
            application: application, rule: rule, frame: frame, code: code, exceptions: exceptions,
            hindrances: hindrances)
    }
}
