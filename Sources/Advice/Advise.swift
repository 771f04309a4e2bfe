import Inference
import RuleModel

/// From verdicts to a programme, without hidden weights.
///
/// The answer depends on the request and on the verdicts alone: the same request gives the same
/// answer. When questions are asked for, every possible answer to every question that bears on undecided
/// advice is supposed in turn.
///
/// - Parameters:
///   - evaluation: Of the request's history, without the request's `excludedRules`.
///   - sharing: Who works out the parts of the answer; it is the same for any number of hands.
public func advise(
    _ request: AdviceRequest, _ evaluation: any Evaluation, sharing: any WorkSharing = SingleHanded()
) -> Answer {
    let scope = Scope(request)
    var deliberation = Deliberation(request, scope, evaluation)
    deliberation.openProofs = OpenProofs(evaluation) { [deliberation] in deliberation.factsLookedInto }
    // What takes longest comes first, so that no pair of hands is left with it at the end, then what can do
    // without the proofs that it begins with.
    let parts: [PartOfAnswer.Kind] =
        (request.asksQuestions ? [.questions] : []) + [.rest, .cautions, .outside]
    let made = sharing.map(parts) { [deliberation] kind -> PartOfAnswer in
        switch kind {
        case .questions:
            .questions(
                Questioning(request, scope, evaluation, openProofs: deliberation.openProofs).questions())
        case .cautions: .cautions(deliberation.cautions())
        case .outside:
            .outside(
                waiting: deliberation.waiting(), withheld: deliberation.withheld(),
                notAdvised: deliberation.refused())
        case .rest: .rest(deliberation.rest())
        }
    }
    var answer = made.lazy.compactMap(\.rest).first ?? deliberation.rest()
    for part in made { part.put(into: &answer) }
    return answer
}

/// The questions of an answer alone.
public func questions(_ request: AdviceRequest, _ evaluation: any Evaluation) -> [Question] {
    Questioning(request, Scope(request), evaluation).questions()
}

/// A part of an answer that takes nothing from the others.
private enum PartOfAnswer: Sendable {
    case questions([Question])
    case cautions([CautionAnswer])
    /// What stays outside the programme.
    case outside(waiting: [WaitingPackage], withheld: [WithheldPackage], notAdvised: [RefusedPackage])
    /// An answer without all of these.
    case rest(Answer)

    enum Kind { case questions, cautions, outside, rest }

    var rest: Answer? { if case .rest(let answer) = self { answer } else { nil } }

    func put(into answer: inout Answer) {
        switch self {
        case .questions(let questions): answer.questions = questions
        case .cautions(let cautions): answer.cautions = cautions
        case .outside(let waiting, let withheld, let refused):
            answer.waiting = waiting
            answer.withheld = withheld
            answer.notAdvised = refused
        case .rest: break
        }
    }
}

/// One answer in the making: the verdicts, and what each part of the answer takes from them.
struct Deliberation {
    let request: AdviceRequest
    let scope: Scope
    let evaluation: any Evaluation
    let rules: RuleBase
    let statuses: Statuses
    let reading: ProofReading
    let evidence: IndependentEvidence
    /// Drawn facts of order and choice, in the evaluation's order.
    let facts: [Fact]
    var openProofs: OpenProofs

    /// - Parameter evidence: What was counted already, for whoever deliberates often.
    init(
        _ request: AdviceRequest, _ scope: Scope, _ evaluation: any Evaluation,
        evidence: IndependentEvidence? = nil
    ) {
        self.request = request
        self.scope = scope
        self.evaluation = evaluation
        rules = request.rules
        let facts = evaluation.facts
        self.facts = facts
        statuses = Statuses(evaluation, StatusFacts(evaluation, packages: scope.packages))
        reading = ProofReading(evaluation)
        self.evidence = evidence ?? IndependentEvidence(request.rules)
        openProofs = OpenProofs(evaluation)
    }

    /// What is taken on and in what order, before anything is said of it.
    struct Plan {
        /// Best first.
        var ranked: [Ranked]
        var choices: [ImposedChoice]
        /// Why packages among the ranked are given up; the others are kept.
        var causes: [ID<Package>: Selection.Cause]
        var precedences: [ID<Package>: [Precedence]]
        var ordering: Ordering
    }

    func plan() -> Plan {
        let ranked = Ranked.order(candidates().map(rank))
        let choices = choices(ranked)
        let causes = selection(ranked, choices).leftOut(rejecting: rejected)
        let kept = ranked.map(\.package).filter { causes[$0] == nil }
        let precedences = precedences(among: kept)
        return Plan(
            ranked: ranked, choices: choices, causes: causes, precedences: precedences,
            ordering: Ordering(kept, before: precedences.mapValues { Set($0.map(\.package)) }))
    }

    /// The packages that begin the programme, with how firmly they stand.
    func firstPhase() -> [ID<Package>: Standing] {
        let plan = plan()
        let first = Set(plan.ordering.phases.first ?? [])
        let ranked = plan.ranked.filter { first.contains($0.package) }
        return Dictionary(ranked.map { ($0.package, $0.standing) }) { first, _ in first }
    }

    /// The answer without its questions, what stays outside the programme and what it warns of.
    func rest() -> Answer {
        let plan = plan()
        let (ranked, choices, causes) = (plan.ranked, plan.choices, plan.causes)
        let (precedences, ordering) = (plan.precedences, plan.ordering)
        let kept = ranked.filter { causes[$0.package] == nil }
        let programme = programme(ranked, ordering, precedences, choices)
        let entries = programme.flatMap(\.entries)
        return Answer(
            rules: rules, header: header(programme: entries.map(\.package)), lens: request.lens,
            atMost: request.atMost, programme: programme,
            contested: contested(), waiting: [], withheld: [], notAdvised: [],
            leftOut: leftOut(ranked, causes), overrides: overrides(ranked),
            choices: choices.map { marking(kept: causes, in: $0) },
            withdrawals: withdrawals(), cautions: [],
            prerequisites: statuses.requirements
                .filter { requirement in kept.contains { $0.package == requirement.package } }
                .map(prerequisite),
            cycles: cycles(ordering, precedences), disputes: disputes(entries),
            reports: rules.reports.indices.map { index in
                ReportAnswer(
                    report: ID(index), figure: evaluation.figure(of: rules.reports[index].expression))
            },
            criteria: criteria(entries), questions: [])
    }

    /// Packages whose status holds and which are not contested, or were taken in all the same.
    private func candidates() -> [ID<Package>] {
        scope.packages.filter { package in
            let status = statuses[package]
            return status.status.holds && (!status.isContested || takenIn.contains(package))
        }
    }

    private func rank(_ package: ID<Package>) -> Ranked {
        let status = statuses[package]
        let deciding = deciding(.recommended(package))
        return Ranked(
            package: package, standing: Standing(status.status), isContested: status.isContested,
            strength: rules.strength(of: package, by: deciding) ?? .tentatively,
            criteria: rules.criteria.indices.map { index in
                rules[package].criteria.contains { $0.criterion.index == index }
            },
            evidence: evidence.evidence(of: deciding.map(\.rule), caseName: request.cluster.name))
    }

    private func selection(_ ranked: [Ranked], _ choices: [ImposedChoice]) -> Selection {
        let preferences = facts.compactMap { fact -> Selection.Preference? in
            guard case .preferred(let kept, over: let displaced) = fact else { return nil }
            let verdict = evaluation.verdict(of: fact)
            return verdict.holds
                ? Selection.Preference(kept: kept, displaced: displaced, verdict: verdict) : nil
        }
        let limits = choices.enumerated().compactMap { index, choice -> Selection.Limit? in
            guard choice.verdict.holds, let most = choice.most else { return nil }
            return Selection.Limit(choice: index, most: most, options: Set(choice.options.map(\.package)))
        }
        var requirements: [ID<Package>: [ID<Package>]] = [:]
        for requirement in statuses.requirements where requirement.verdict.holds {
            if case .package(let required) = requirement.subject {
                requirements[requirement.package, default: []].append(required)
            }
        }
        return Selection(
            ranked: ranked, preferences: preferences, limits: limits, requirements: requirements,
            before: precedences(among: ranked.map(\.package)).mapValues { $0.map(\.package) },
            atMost: request.atMost)
    }

    private func leftOut(_ ranked: [Ranked], _ causes: [ID<Package>: Selection.Cause]) -> [LeftOutPackage] {
        ranked.enumerated().compactMap { index, package in
            guard let cause = causes[package.package] else { return nil }
            return LeftOutPackage(
                package: package.package, standing: package.standing, strength: package.strength,
                rank: index + 1, cause: describe(cause))
        }
    }

    private func describe(_ cause: Selection.Cause) -> LeftOutPackage.Cause {
        switch cause {
        case .choice(let choice): .choice(choice)
        case .preferred(let preference):
            .preferred(
                preference.kept, verdict: preference.verdict,
                reasons: reasons(.preferred(preference.kept, over: preference.displaced)))
        case .atMost(let places): .atMost(places)
        case .requires(let package): .requires(package)
        case .rejected: .rejected
        }
    }

    // MARK: Reasons

    /// The applications that reach a fact's verdict.
    func deciding(_ fact: Fact) -> [AppliedRule] {
        let verdict = evaluation.verdict(of: fact)
        return evaluation.applications(drawing: fact).filter { $0.verdict == verdict }
    }

    /// The applications that draw a fact at least presumably, the surer first.
    func holding(_ fact: Fact) -> [AppliedRule] {
        let applications = evaluation.applications(drawing: fact)
        return applications.filter { $0.verdict == .yes }
            + applications.filter { $0.verdict == .presumablyYes }
    }

    /// Why a fact holds, or, where it does not, what comes closest.
    func reasons(_ fact: Fact) -> [Reason] {
        let holding = holding(fact)
        return (holding.isEmpty ? deciding(fact) : holding).map(\.reason)
    }

    func prerequisite(_ requirement: Statuses.Requirement) -> PrerequisiteAnswer {
        let verdict = statuses.verdict(of: requirement.subject)
        return PrerequisiteAnswer(
            subject: requirement.subject, package: requirement.package, requirement: requirement.verdict,
            verdict: verdict, effect: Statuses.effect(requirement: requirement.verdict, subject: verdict),
            reasons: reasons(.required(requirement.subject, before: requirement.package)))
    }
}

extension ImposedChoice {
    /// How many options it allows; `nil` when it sets no upper limit.
    var most: Int? {
        switch comparison {
        case .atMost, .exactly: max(0, number)
        case .below: max(0, number - 1)
        case .atLeast, .above: nil
        }
    }
}
