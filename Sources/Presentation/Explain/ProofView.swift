import Inference
import RuleModel

/// A proof as an indented tree of statements, each with its verdict and what it rests on.
///
/// What holds is shown with the rules that decide it. What does not hold is shown with every rule that
/// could have drawn it, nearest miss first. A part that is used twice is written out once.
struct ProofView {
    let proof: Proof
    let phraser: Phraser
    private var rules: RuleBase { phraser.rules }

    /// How a reader is told what the signs mean.
    static let legend: Prose = .faint(
        "✓ holds · (✓) presumably holds · ? unknown · (✗) presumably not · ✗ does not hold")

    init(_ proof: Proof, phraser: Phraser) {
        self.proof = proof
        self.phraser = phraser
    }

    /// A fact at a stage, by its place in the history.
    struct Shown: Hashable {
        var fact: Fact
        var stage: Int
    }

    /// The whole proof, or what only one rule contributes to it.
    ///
    /// - Parameter shown: what has been written out already, in this proof or in one before it.
    func blocks(only rule: ID<Rule>? = nil, shown: inout Set<Shown>) -> [Document.Block] {
        step(proof.root, stage: max(phraser.history.count - 1, 0), shown: &shown, only: rule, depth: 0)
    }

    /// A proof as deep as this is cut, so that no circle and no malice runs away.
    private static let deepest = 60

    private func step(
        _ place: Int, stage: Int? = nil, shown: inout Set<Shown>, only: ID<Rule>? = nil, depth: Int
    ) -> [Document.Block] {
        guard proof.steps.indices.contains(place), depth < Self.deepest else { return [] }
        let step = proof.steps[place]
        switch step.content {
        case .fact(let fact):
            let text = Prose(phraser.phrase(fact.fact))
            let memberless = memberless(fact, stage: stage ?? 0, verdict: step.verdict, only: only)
            guard !fact.applications.isEmpty || fact.statement != nil || !memberless.isEmpty,
                shown.insert(Shown(fact: fact.fact, stage: stage ?? 0)).inserted
            else {
                let remark: Prose =
                    fact.applications.isEmpty && fact.statement == nil && memberless.isEmpty
                    ? .faint(" — no rule draws it here") : .faint(" (see above)")
                return [.item(step.verdict.sign, text + remark)]
            }
            return [
                .item(
                    step.verdict.sign, text,
                    below: grounds(
                        of: fact, at: place, verdict: step.verdict, shown: &shown, only: only, depth: depth)
                        + memberless)
            ]
        case .condition(let condition):
            return self.condition(condition, verdict: step.verdict, shown: &shown, depth: depth)
        }
    }

    // MARK: Facts

    /// What does not hold may lack no more than a member: of such rules the proof itself has nothing.
    private func memberless(
        _ fact: FactStep, stage: Int, verdict: Verdict, only: ID<Rule>?
    ) -> [Document.Block] {
        guard !verdict.holds, fact.statement == nil, only == nil else { return [] }
        return MemberlessRules(drawing: fact.fact, stage: stage, phraser: phraser).blocks
    }

    private func grounds(
        of fact: FactStep, at place: Int, verdict: Verdict, shown: inout Set<Shown>, only: ID<Rule>?,
        depth: Int
    ) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if let statement = fact.statement {
            blocks.append(.paragraph(.faint("the case says so") + citation(statement)))
            if fact.verdictByRules.holds != verdict.holds {
                blocks.append(.paragraph("the rules would say: " + fact.verdictByRules.prose))
            }
            return blocks
        }
        let tried = fact.applications.filter { only == nil || $0.rule == only }
        // What holds is told by what decides it; a rule asked for by name is always told.
        let told = verdict.holds && only == nil ? tried.filter { $0.verdict == verdict } : tried
        let blocked = verdict.holds ? [] : proof.blockedApplications(of: place)
        for application in told {
            let blockers = blocked.first {
                $0.rule == application.rule && $0.assignment == application.assignment
            }
            blocks += self.application(application, blockers: blockers, shown: &shown, depth: depth + 1)
        }
        let rest = tried.count - told.count
        if rest > 0 {
            let need = rest == 1 ? "1 more rule that is" : "\(rest) more rules that are"
            blocks.append(.paragraph(.faint("and \(need) not needed for this")))
        }
        return blocks
    }

    private func citation(_ statement: Reading) -> Prose {
        let places = phraser.citations(statement.citations)
        let note: Prose = statement.note.isEmpty ? "" : .faint(" “\(statement.note)”")
        return (places.isEmpty ? "" : Prose(", ") + places) + note
    }

    private func application(
        _ application: RuleApplication, blockers: BlockedApplication?, shown: inout Set<Shown>, depth: Int
    ) -> [Document.Block] {
        let rule = rules[application.rule]
        var below: [Document.Block] = []
        if let blockers { below += BlockerLines(proof: proof, phraser: phraser).blocks(blockers) }
        if !rule.because.isEmpty { below.append(.paragraph(Prose(rule.because.asSentence))) }
        below += ClaimLines(rules: rules).blocks(rule.claims)
        for condition in application.conditions {
            below += conjuncts(condition, shown: &shown, depth: depth)
        }
        for (exception, place) in zip(rule.exceptions, application.exceptions) {
            below += self.exception(exception, place, shown: &shown, depth: depth)
        }
        if let inForce = application.inForce { below += step(inForce, shown: &shown, depth: depth) }
        let binding = names(application.assignment)
        let head = Prose("rule ") + .name(rule.name) + Prose(binding.isEmpty ? "" : " for \(listed(binding))")
        return [
            .item(application.verdict.sign, head, aside: .faint(place(rule.origin)), below: below)
        ]
    }

    private func place(_ origin: Origin) -> String { origin.line > 0 ? "\(origin.file):\(origin.line)" : "" }

    private func names(_ assignment: Assignment) -> [String] {
        let members = assignment.members.sorted { $0.key < $1.key }.map { phraser.name(of: $0.value) }
        let packages = assignment.packages.sorted { $0.key < $1.key }.map { rules[$0.value].name }
        return members + packages
    }

    /// The parts of an "and" stand under their rule without a line for the "and" itself.
    private func conjuncts(_ place: Int, shown: inout Set<Shown>, depth: Int) -> [Document.Block] {
        guard proof.steps.indices.contains(place),
            case .condition(let condition) = proof.steps[place].content,
            case .all = condition.condition, case .parts(let parts) = condition.grounds
        else { return step(place, shown: &shown, depth: depth) }
        return parts.flatMap { conjuncts($0, shown: &shown, depth: depth) }
    }

    private func exception(
        _ exception: Rule.Exception, _ place: Int, shown: inout Set<Shown>, depth: Int
    ) -> [Document.Block] {
        guard proof.steps.indices.contains(place) else { return [] }
        let verdict = proof.steps[place].verdict
        var text = Prose("unless \(phrase(of: place))")
        switch verdict {
        case .open: text += .doubtful(" — not known, presumed absent: ") + Prose(exception.presumption)
        case .yes: text += .bad(" — it holds, and defeats the rule")
        case .presumablyYes: text += .doubtful(" — it presumably holds, and withholds the rule")
        case .no, .presumablyNo: text += .faint(" — absent")
        }
        return [
            .item(
                verdict.asException.sign, text,
                below: verdict == .open ? [] : step(place, shown: &shown, depth: depth + 1))
        ]
    }

    private func phrase(of place: Int) -> String {
        guard case .condition(let condition) = proof.steps[place].content else { return "" }
        return phraser.phrase(condition.condition, condition.assignment, stage: condition.stage)
    }

    // MARK: Conditions

    private func condition(
        _ condition: ConditionStep, verdict: Verdict, shown: inout Set<Shown>, depth: Int
    ) -> [Document.Block] {
        let text = Prose(phraser.phrase(condition.condition, condition.assignment, stage: condition.stage))
        var below: [Document.Block] = []
        var remark = Prose()
        switch condition.grounds {
        case .figures(let figures):
            remark = figures.map { self.read($0, condition) }.joined(by: "; ")
            below = figures.flatMap { self.members(of: $0, condition, shown: &shown, depth: depth) }
        case .fact(let place):
            // The fact says the same words: its grounds belong under them directly.
            return step(place, stage: condition.stage, shown: &shown, depth: depth + 1)
        case .parts(let parts):
            below = parts.flatMap { step($0, shown: &shown, depth: depth + 1) }
            if parts.isEmpty, verdict == .open { remark = "nothing is told of an earlier stage" }
        case .members(let members, let isOpenEnded):
            below = members.flatMap { member($0, condition, shown: &shown, depth: depth) }
            remark = Self.emptiness(members, isOpenEnded)
        case .declaration: remark = "as declared"
        case .inForce(let reading): remark = phraser.phrase(reading, .yesNo)
        }
        let shownRemark: Prose = remark.isEmpty ? "" : .faint(" — ") + remark
        return [.item(verdict.sign, text + shownRemark, below: below)]
    }

    private static func emptiness(_ members: [MemberStep], _ isOpenEnded: Bool) -> Prose {
        if members.isEmpty {
            return isOpenEnded ? "the case names none, and there may be some" : "there are none"
        }
        return isOpenEnded ? "there may be more than the case names" : ""
    }

    /// What was read for a comparison.
    private func read(_ figure: Figure, _ condition: ConditionStep) -> Prose {
        let type = phraser.type(of: figure.expression)
        switch figure.basis {
        case .reading(let reading): return phraser.phrase(reading, type)
        case .declaration:
            if case .literal = figure.expression { return "" }
            return phraser.value(possible: figure.possible, presumed: figure.presumed, type)
                + .faint(" (declared)")
        case .members(let members, _, let isOpenEnded):
            let value = phraser.value(possible: figure.possible, presumed: figure.presumed, type)
            let remark = Self.emptiness(members, isOpenEnded)
            return remark.isEmpty ? value : value + .faint(" (") + remark + .faint(")")
        case .conditions: return phraser.value(possible: figure.possible, presumed: figure.presumed, type)
        case .date(let reading, let stageFrom):
            guard stageFrom != nil else { return "the stage has no date" }
            return phraser.value(possible: figure.possible, presumed: figure.presumed, type) + " since "
                + phraser.phrase(reading, .date)
        }
    }

    /// The members or conditions that a figure was worked out from.
    private func members(
        of figure: Figure, _ condition: ConditionStep, shown: inout Set<Shown>, depth: Int
    ) -> [Document.Block] {
        switch figure.basis {
        case .conditions(let places):
            return places.flatMap { step($0, shown: &shown, depth: depth + 1) }
        case .members(let members, let readings, _):
            var blocks: [Document.Block] = []
            for (place, member) in members.enumerated() {
                var text = Prose(phraser.name(of: member.member, stage: condition.stage))
                if case .fold(_, let attribute, _, _) = figure.expression, readings.indices.contains(place) {
                    text += ": " + phraser.phrase(readings[place], rules[attribute].measurement.type)
                }
                let filter = member.filter.map { step($0, shown: &shown, depth: depth + 1) } ?? []
                let body = member.body.map { step($0, shown: &shown, depth: depth + 1) } ?? []
                blocks.append(.item("·", text, below: filter + body))
            }
            return blocks
        default: return []
        }
    }

    private func member(
        _ member: MemberStep, _ condition: ConditionStep, shown: inout Set<Shown>, depth: Int
    ) -> [Document.Block] {
        let parts = [member.filter, member.body].compactMap { $0 }
        let below = parts.flatMap { step($0, shown: &shown, depth: depth + 1) }
        return [.item("·", Prose(phraser.name(of: member.member, stage: condition.stage)), below: below)]
    }
}

/// Claims with their words and places, as they stand beside a rule.
struct ClaimLines {
    let rules: RuleBase

    func blocks(_ claims: [ID<Claim>]) -> [Document.Block] {
        claims.map { id in
            let claim = rules[id]
            let places = claim.citations.map { "\(rules[$0.source].name) \($0.location)" }
            let firmness = claim.firmness.map { [$0.word] } ?? []
            let remark = (places + firmness).joined(separator: ", ")
            return .item(
                "·",
                Prose.citation(claim.name) + Prose(" “\(claim.text)”")
                    + .faint(remark.isEmpty ? "" : " (\(remark))"))
        }
    }
}
