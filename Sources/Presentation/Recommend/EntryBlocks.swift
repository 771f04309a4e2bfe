import Advice
import Inference
import RuleModel

/// One package of the programme with everything an adviser has to defend: why, by whom, in what
/// steps, paid how, until when — and what the documents leave unstated.
struct EntryBlocks {
    let answer: Answer
    let phraser: Phraser
    let entry: ProgrammeEntry
    private var rules: RuleBase { answer.rules }
    private var package: Package { rules[entry.package] }

    var item: Document.Block {
        let contested: Prose = entry.isContested ? .doubtful("contested, taken in · ") : ""
        return .item(
            String(entry.number), .strong(phraser.title(of: entry.package)),
            aside: contested + entry.standing.prose,
            below: reasons + order + people + steps + control + doubts + unstated)
    }

    /// A short fact with a label that says what it is.
    private func fact(_ label: String, _ text: Prose) -> [Document.Block] {
        text.isEmpty ? [] : [.paragraph(.faint("\(label): ") + text)]
    }

    private var reasons: [Document.Block] {
        var seen: Set<ID<Rule>> = []
        let rulesTold = entry.reasons.map(\.rule).filter { seen.insert($0).inserted }
        let shown = rulesTold.prefix(2).map { id -> Document.Block in
            .paragraph(Prose(rules[id].because.asSentence), citing: phraser.claims(rules[id].claims))
        }
        let more = rulesTold.count - shown.count
        return shown + (more > 0 ? [.paragraph(.faint("and \(counted(more, "more rule")) for it"))] : [])
    }

    private var order: [Document.Block] {
        let numbers = Dictionary(answer.entries.map { ($0.package, $0.number) }) { first, _ in first }
        let before = entry.after.map { precedence -> Prose in
            let number = numbers[precedence.package].map { "\($0), " } ?? ""
            return Prose(number + phraser.title(of: precedence.package))
        }
        return fact("after", before.joined(by: "; "))
    }

    private var people: [Document.Block] {
        let targets = entry.targets.map { target in
            Prose(target.title.isEmpty ? target.name : target.title)
                + (target.verdict == .presumablyYes ? .doubtful(" (presumably)") : "")
        }
        let through = entry.through.map { Prose(actor($0.actor)) }
        return fact("for", targets.joined()) + fact("through", through.joined())
            + fact("roles", roles)
    }

    /// Who does what, actor by actor: `association leads and manages · state pays`.
    private var roles: Prose {
        var actors: [ID<Actor>] = []
        for role in entry.roles where !actors.contains(role.actor) { actors.append(role.actor) }
        return actors.map { actor in
            let held = entry.roles.filter { $0.actor == actor }.map { role -> String in
                let title = rules[role.role].title.isEmpty ? rules[role.role].name : rules[role.role].title
                let doubt = role.verdict == .yes ? "" : " (\(role.verdict.prose.text))"
                return title + doubt
            }
            // Two roles may be worded alike.
            let worded = held.enumerated().filter { !held[..<$0.offset].contains($0.element) }.map(\.element)
            return Prose("\(self.actor(actor)) \(listed(worded))")
        }.joined(by: " · ")
    }

    private func actor(_ actor: ID<Actor>) -> String { rules[actor].name }

    private var steps: [Document.Block] {
        let measures = entry.measures.map { measure in
            Document.Block.paragraph(
                .faint("with: ") + Prose(rules[measure].text.asSentence),
                citing: phraser.claims(rules[measure].claims))
        }
        let phases = package.phases.map { phase -> Document.Block in
            var text = Prose.faint("step \(phase.name)")
            if let after = phase.after, package.phases.indices.contains(after) {
                text += .faint(
                    " after \(package.phases[after].name)\(phase.afterSuccess ? " succeeded" : "")")
            }
            text += .faint(": ") + Prose(phase.text)
            let takes = phase.takes.map { Prose("takes \(rules.phrase($0, .duration))") } ?? ""
            let terms = ([takes] + phase.payments.map(payment)).joined(by: "; ")
            if !terms.isEmpty {
                text += (phase.text.isEmpty ? "" : " (") + terms + (phase.text.isEmpty ? "" : ")")
            }
            return .paragraph(text, citing: phraser.claims(phase.claims))
        }
        let payments = package.payments.map { payment in
            Document.Block.paragraph(
                .faint("pays: ") + self.payment(payment), citing: phraser.claims(payment.claims))
        }
        return measures + phases + payments
    }

    private func payment(_ payment: Package.Payment) -> Prose {
        var words = "\(actor(payment.actor)) pays \(rules.phrase(payment.amount.value, payment.amount.type))"
        if !payment.of.isEmpty { words += " of \(payment.of)" }
        if payment.inAdvance { words += " in advance" }
        if let lasting = payment.lasting { words += " for \(rules.phrase(lasting, .duration))" }
        if let cap = payment.cap { words += ", capped at \(rules.phrase(cap.value, cap.type))" }
        if !payment.until.isEmpty { words += ", until \(payment.until)" }
        return Prose(words)
    }

    private var control: [Document.Block] {
        let stops = entry.stops.map { stop -> Document.Block in
            let met: Prose = stop.verdict.holds ? .bad(" — met now") : ""
            return .paragraph(
                .faint("stop when: ") + Prose(phraser.phrase(stop.test.condition)) + met,
                citing: phraser.claims(stop.test.claims))
        }
        let watched = package.monitors.map { monitor -> Prose in
            switch monitor.watched {
            case .diagnostic(let diagnostic): Prose(rules[diagnostic].name)
            case .indicator(let indicator):
                Prose(rules[indicator].title.isEmpty ? rules[indicator].name : rules[indicator].title)
            }
        }
        let failures = package.failures.map { failure in
            Document.Block.paragraph(
                .faint("known to fail: ") + Prose(failure.text.asSentence),
                citing: phraser.claims(failure.claims))
        }
        return stops + fact("watch", watched.joined(by: ", ")) + failures
    }

    private var doubts: [Document.Block] {
        var blocks = entry.presumedAbsent.map { presumed in
            Document.Block.paragraph(
                .doubtful("presumes not ")
                    + Prose(phraser.phrase(presumed.condition, presumed.assignment))
                    + Prose(": \(presumed.presumption.asSentence)"))
        }
        let evidence = entry.evidence
        var remarks: [Prose] = []
        if let weakest = evidence.weakest, weakest < .strong {
            remarks.append(.doubtful("rests in part on a \(weakest.word) claim"))
        }
        if evidence.independent == 1, evidence.claims.count > 1 {
            remarks.append(.doubtful("one piece of evidence told \(evidence.claims.count) times"))
        }
        if evidence.isInSample { remarks.append(.doubtful("drawn from this case's own story")) }
        blocks += fact("evidence", remarks.joined(by: "; "))
        return blocks + placement
    }

    /// What puts the package behind the one ranked above it.
    private var placement: [Document.Block] {
        guard let key = entry.placement.decidedBy, let behind = entry.placement.behind else { return [] }
        let moved = entry.placement.isMovedByOrder ? ", moved by what must come first" : ""
        return [
            .paragraph(
                .faint(
                    "ranked \(entry.placement.rank): behind \(phraser.title(of: behind)) by \(word(key))\(moved)"
                ))
        ]
    }

    private func word(_ key: RankKey) -> String {
        switch key {
        case .standing: "standing"
        case .contested: "being contested"
        case .strength: "strength of the advice"
        case .criterion(let criterion): rules[criterion].name
        case .evidence: "independent evidence"
        case .name: "name alone"
        }
    }

    /// What the documents do not say, printed as such and never filled in.
    private var unstated: [Document.Block] {
        let held = Set(entry.roles.map(\.role))
        let roles = rules.roles.indices.filter { !held.contains(ID($0)) }.map { place -> String in
            let role = rules.roles[place]
            return "who \(role.title.isEmpty ? role.name : role.title)"
        }
        let attributes = entry.attributes.filter { $0.value == nil }.map { rules[$0.attribute].name }
        let stop = entry.stops.isEmpty ? ["when to stop"] : []
        let watch = package.monitors.isEmpty ? ["what to watch"] : []
        let missing = roles + attributes + stop + watch
        return missing.isEmpty ? [] : [.paragraph(.faint("not stated: \(missing.joined(separator: ", "))"))]
    }
}

extension Document.Block {
    /// A paragraph with the claims it stands on at its end.
    static func paragraph(_ text: Prose, citing claims: Prose) -> Document.Block {
        claims.isEmpty ? .paragraph(text) : .paragraph(text + "  " + claims)
    }
}
