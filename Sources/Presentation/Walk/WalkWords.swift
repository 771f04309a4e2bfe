import Advice
import Inference
import RuleModel
import Training

/// Words that the screens of a walk share: a rule speaks, and is cited with its claims.
struct WalkWords {
    let phraser: Phraser
    var rules: RuleBase { phraser.rules }

    init(_ moment: Moment) { self.init(Phraser(rules: moment.rules, history: moment.history)) }

    init(_ phraser: Phraser) { self.phraser = phraser }

    // MARK: Citing

    /// `rule one-voice · UN-091 (UNCTAD1998 Box 2)`.
    func cite(_ rule: ID<Rule>) -> Prose {
        .faint("rule ") + .name(rules[rule].name) + .faint(" · ")
            + rules[rule].claims.map(claim).joined(by: ", ")
    }

    private func claim(_ id: ID<Claim>) -> Prose {
        // Where it is said first is enough to find it.
        let places = phraser.citations(Array(rules[id].citations.prefix(1)))
        return .citation(rules[id].name) + (places.isEmpty ? "" : .faint(" (") + places + .faint(")"))
    }

    // MARK: Feedback

    /// Why, rule by rule; of many only the first are told.
    func blocks(_ feedback: [Feedback], most: Int = 2) -> [Document.Block] {
        let told = feedback.prefix(most).flatMap(blocks)
        let rest = feedback.count - most
        return rest > 0 ? told + [.paragraph(.faint("and \(counted(rest, "more rule"))"))] : told
    }

    private func blocks(_ feedback: Feedback) -> [Document.Block] {
        let because = Prose(rules[feedback.rule].because.asSentence)
        switch feedback.content {
        case .speaksFor: return [.paragraph(because), .paragraph(cite(feedback.rule))]
        case .speaksAgainst(let objection):
            return [
                .paragraph(.bad("against it, as \(objection.word): ") + because),
                .paragraph(cite(feedback.rule)),
            ]
        case .heldBack(let obstacles):
            return obstacles.map { .paragraph(phrase($0)) } + [
                .paragraph(.faint("else: ") + because), .paragraph(cite(feedback.rule)),
            ]
        case .prefers(let kept):
            return [
                .paragraph("“\(phraser.title(of: kept))” is preferred to it: " + because),
                .paragraph(cite(feedback.rule)),
            ]
        case .chooses:
            return [
                .paragraph(.faint("others of a choice go before it: ") + because),
                .paragraph(cite(feedback.rule)),
            ]
        case .requires(let subject):
            return [
                .paragraph(.bad("first needed: ") + Prose("\(phraser.phrase(subject)). ") + because),
                .paragraph(cite(feedback.rule)),
            ]
        case .restsOn:
            return [.paragraph(.faint("asked for by: ") + because), .paragraph(cite(feedback.rule))]
        case .elsewhere:
            return [
                .paragraph(.faint("no rule is near to advising it here; elsewhere: ") + because),
                .paragraph(cite(feedback.rule)),
            ]
        }
    }

    func phrase(_ obstacle: Obstacle) -> Prose {
        let words = Prose(phraser.phrase(obstacle.condition, obstacle.assignment, stage: obstacle.stage))
        let read = figures(obstacle)
        switch obstacle.kind {
        case .fails: return .bad("not met: ") + words + read
        case .unknown: return .doubtful("not known: ") + words + read
        case .exception:
            return
                (obstacle.verdict == .yes
                ? .bad("an exception holds: ") : .doubtful("an exception presumably holds: "))
                + words + read
        }
    }

    /// What the case says of what was compared.
    private func figures(_ obstacle: Obstacle) -> Prose {
        let read = obstacle.figures.compactMap { figure -> Prose? in
            guard case .reading(let reading) = figure.basis else { return nil }
            return phraser.phrase(reading, phraser.type(of: figure.expression))
        }
        return read.isEmpty ? "" : .faint(" — ") + read.joined(by: "; ")
    }

    // MARK: Names

    func name(_ topic: Topic) -> String {
        switch topic {
        case .diagnostic(let id): rules[id].name
        case .attribute(let id): rules[id].name
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .collection(let id): rules[id].plural
        case .inForce(let id): "\(rules[id].name) in force"
        }
    }

    func phrase(_ ground: Ground) -> Prose {
        Prose(phraser.phrase(ground.condition, ground.assignment, stage: ground.stage))
    }

    func title(_ package: ID<Package>) -> Prose { Prose(phraser.title(of: package)) }

    /// A concept by its title, a classification by its value.
    func title(_ fact: Fact) -> Prose {
        guard case .concept(let id, _) = fact, !rules[id].title.isEmpty else {
            return .name(phraser.phrase(fact))
        }
        return .name(phraser.phrase(fact)) + .faint(" – \(rules[id].title)")
    }
}

extension Judgement.Kind {
    /// What the rules make of a package, in a word or two.
    var prose: Prose {
        switch self {
        case .advised(let standing, number: let number):
            Prose("advised as number \(number) · ") + standing.prose
        case .contested: .doubtful("contested")
        case .waiting: .doubtful("waits for a fact")
        case .withheld: .doubtful("withheld: an exception presumably holds")
        case .leftOut: .doubtful("advised, and given up for another")
        case .refused(.doesNotApply): .bad("does not apply")
        case .refused(.notNeeded): .bad("not needed")
        case .refused(.harmful): .bad("would harm")
        case .refused(.disputed): .bad("disputed")
        }
    }
}
