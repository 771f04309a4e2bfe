import RuleModel

/// The conditions of a rule as `Rule.askedConditions` numbers them, in the order in which they are asked.
struct AskedPhrases: Sendable {
    /// Of filters, `when` and exceptions, one after another.
    let parts: [Part]

    indirect enum Part: Sendable {
        /// Decided by what packages declare.
        case declared
        case joined([Part])
        case asked(Question, [Part])
        /// What is asked of each member.
        case quantified(Question, Members, [Part])
    }

    struct Question: Sendable {
        var place: Int
        var phrase: PhraseID
        /// What is compared with a set.
        var compared: FormulaID?
        /// Whether it is the same for whatever a rule's variables stand for, so that it is asked once.
        var isClosed: Bool
    }

    init(_ parts: NumberedConditions.RuleParts, of rule: Rule, in catalogue: Catalogue) {
        var reader = Reader(catalogue: catalogue, isClosed: rule.bindings.isEmpty)
        self.parts = (parts.requirements + parts.exceptions).map { reader.part($0) }
    }

    private struct Reader {
        let catalogue: Catalogue
        var isClosed: Bool
        var next = 0

        mutating func part(_ phrase: PhraseID) -> Part {
            if catalogue[phrase].condition.isDecidedByDeclarations { return .declared }
            switch catalogue[phrase].form {
            case .not(let part): return .joined([self.part(part)])
            case .all(let parts), .any(let parts): return .joined(parts.map { part($0) })
            case .listed(_, _, of: let parts):
                let question = question(phrase)
                return .asked(question, parts.map { part($0) })
            case .some(let members, let body):
                return quantified(phrase, members, [body].compactMap { $0 })
            case .every(let members, filter: let filter, let body):
                return quantified(phrase, members, [filter].compactMap { $0 } + [body])
            default: return .asked(question(phrase), [])
            }
        }

        private mutating func quantified(_ phrase: PhraseID, _ members: Members, _ inner: [PhraseID]) -> Part
        {
            let question = question(phrase)
            let wasClosed = isClosed
            isClosed = false
            defer { isClosed = wasClosed }
            return .quantified(question, members, inner.map { part($0) })
        }

        private mutating func question(_ phrase: PhraseID) -> Question {
            defer { next += 1 }
            var compared: FormulaID?
            if case .lies(let formula, in: _) = catalogue[phrase].form { compared = formula }
            // `holds` is read as lying in yes; nothing is compared there.
            if case .holds = catalogue[phrase].condition { compared = nil }
            return Question(place: next, phrase: phrase, compared: compared, isClosed: isClosed)
        }
    }
}

extension StageEvaluation {
    /// Tries every application of every rule, asking a condition without variables once for all rules.
    func tryRules(_ visit: (RuleTrial) -> Void) {
        var survey = RuleSurvey(self)
        for groundRule in program.groundRules { visit(survey.trial(of: groundRule)) }
    }
}

private struct RuleSurvey {
    private let stage: StageEvaluation
    private let compiled: CompiledRules
    private let numbered: NumberedConditions
    private let asked: [AskedPhrases]
    private var grounding: Grounding<StageReader>
    /// Of phrases without variables, by phrase.
    private var verdicts: [VerdictCode?]
    private var figures: [ValueSet?]
    private var answers: [ConditionAnswer] = []

    init(_ stage: StageEvaluation) {
        self.stage = stage
        compiled = stage.compiled
        numbered = compiled.numbered
        asked = compiled.asked
        grounding = stage.grounding(numbered.catalogue)
        verdicts = Array(repeating: nil, count: numbered.catalogue.phrases.count)
        figures = Array(repeating: nil, count: numbered.catalogue.formulaCount)
    }

    mutating func trial(of groundRule: Program.GroundedRule) -> RuleTrial {
        grounding.frame = groundRule.frame
        let parts = numbered.parts[groundRule.rule.index]
        let isClosed = compiled.rules[groundRule.rule].bindings.isEmpty
        answers.removeAll(keepingCapacity: true)
        for part in asked[groundRule.rule.index].parts { ask(part) }
        var code = VerdictCode.yes
        for requirement in parts.requirements { code.bits &= verdict(of: requirement, isClosed).bits }
        for exception in parts.exceptions {
            code.bits &= verdict(of: exception, isClosed).negated.presumed.bits
        }
        return RuleTrial(rule: groundRule.rule, verdict: code.verdict, answers: answers)
    }

    private mutating func ask(_ part: AskedPhrases.Part) {
        switch part {
        case .declared: return
        case .joined(let parts):
            for part in parts { ask(part) }
        case .asked(let question, let parts):
            answer(question)
            for part in parts { ask(part) }
        case .quantified(let question, let members, let parts):
            answer(question)
            let outside = grounding.frame[members.variable]
            for member in stage.range(of: members, grounding.frame).members {
                grounding.frame[members.variable] = member
                for part in parts { ask(part) }
            }
            grounding.frame[members.variable] = outside
        }
    }

    private mutating func answer(_ question: AskedPhrases.Question) {
        answers.append(
            ConditionAnswer(
                condition: question.place, verdict: verdict(of: question.phrase, question.isClosed).verdict,
                presumed: compared(question)))
    }

    private mutating func verdict(of phrase: PhraseID, _ isClosed: Bool) -> VerdictCode {
        guard isClosed else { return grounding.node(phrase) }
        if let known = verdicts[Int(phrase.index)] { return known }
        let code = grounding.node(phrase)
        verdicts[Int(phrase.index)] = code
        return code
    }

    private mutating func compared(_ question: AskedPhrases.Question) -> ValueSet? {
        if case .listed(_, _, of: let parts) = numbered.catalogue[question.phrase].form {
            return .count(holding: parts.map { verdict(of: $0, question.isClosed).verdict })
        }
        guard let formula = question.compared else { return nil }
        if question.isClosed, let known = figures[Int(formula.index)] { return known }
        let figure = grounding.figure(formula)
        let presumed = grounding.algebra.estimate(of: figure)?.presumed
        if question.isClosed { figures[Int(formula.index)] = presumed }
        return presumed
    }
}
