import Advice
import Inference
import RuleModel

// What to do, in order: the leading packages in full, the others in a line.

extension BriefPages {
    mutating func programme() -> [Document.Block] {
        guard !answer.entries.isEmpty else {
            guard !answer.isAllRejected else {
                return section(
                    "The programme", [.paragraph("The adviser rejects all that the rules advise.")])
            }
            let next: Prose =
                briefing.openQuestions.isEmpty
                ? "" : " What has to be found out first stands under “What is not known”."
            return section("The programme", [.paragraph("Nothing can be advised on what is known." + next)])
        }
        var blocks: [Document.Block] = []
        if answer.entries.contains(where: { !$0.after.isEmpty }) { blocks.append(.diagram(diagram)) }
        let isPhased = answer.programme.count > 1
        for (place, phase) in answer.programme.enumerated() {
            if isPhased {
                blocks.append(.paragraph(.faint(place == 0 ? "First, side by side:" : "Then:")))
            }
            for entry in phase.entries where briefing.leading.contains(entry.package) {
                blocks += full(entry)
            }
            let rest = phase.entries.filter { !briefing.leading.contains($0.package) }
            if !rest.isEmpty, rest.count < phase.entries.count {
                blocks.append(.paragraph(.faint("Beside them:")))
            }
            blocks += rest.map { entry in line(entry) }
        }
        return section("The programme", blocks)
    }

    private var diagram: OrderDiagram {
        let numbers = Dictionary(answer.entries.map { ($0.package, $0.number) }) { first, _ in first }
        let steps = answer.programme.enumerated().flatMap { group, phase in
            phase.entries.map { entry in
                OrderDiagram.Step(
                    number: entry.number, text: title(of: entry.package), group: group,
                    after: entry.after.compactMap { numbers[$0.package] })
            }
        }
        return OrderDiagram("What comes before what in the programme", steps: steps)
    }

    private func standing(_ entry: ProgrammeEntry) -> Prose {
        let contested: Prose = entry.isContested ? .doubtful(", contested") : ""
        let running: Prose =
            switch entry.inForce {
            case .yes: ", in force already"
            case .presumablyYes: ", presumably in force already"
            default: ""
            }
        return entry.standing.prose + running + contested
    }

    private mutating func line(_ entry: ProgrammeEntry) -> Document.Block {
        .item(
            String(entry.number),
            .strong(title(of: entry.package)) + " (" + standing(entry) + "). "
                + sentences(entry.reasons, most: 1))
    }

    private mutating func full(_ entry: ProgrammeEntry) -> [Document.Block] {
        let package = rules[entry.package]
        var blocks: [Document.Block] = [
            .subheading(Prose("\(entry.number). \(title(of: entry.package)) (") + standing(entry) + ")"),
            .paragraph(sentences(entry.reasons, most: 2)),
        ]
        blocks += fact(
            "For", entry.targets.map { .told($0.title.isEmpty ? $0.name.asWords : $0.title) }.joined())
        blocks += fact("Who", people(entry))
        blocks += fact("Money", payments(package))
        blocks += fact("How", measures(entry))
        blocks += fact("Steps", steps(package))
        blocks += fact("Ends when", stops(entry))
        let watched = package.monitors.map { monitor -> String in
            switch monitor.watched {
            case .diagnostic(let diagnostic): rules[diagnostic].name.asWords
            case .indicator(let indicator):
                rules[indicator].title.isEmpty
                    ? rules[indicator].name.asWords : rules[indicator].title.uncapitalizedFirst
            }
        }
        blocks += fact("Watch", Prose(watched.joined(separator: ", ")))
        blocks += fact("Known failure", failures(package))
        blocks += fact("Falls if", presumptions(entry))
        return blocks
    }

    /// Who leads, who pays, and who does the rest: one part for each actor.
    private mutating func people(_ entry: ProgrammeEntry) -> Prose {
        var actors: [ID<Actor>] = []
        for role in entry.roles where !actors.contains(role.actor) { actors.append(role.actor) }
        var parts: [Prose] = []
        for actor in actors {
            let roles = entry.roles.filter { $0.actor == actor }
            var held: [String] = []
            for role in roles where !held.contains(word(role.role)) { held.append(word(role.role)) }
            let doubt = roles.allSatisfy { $0.verdict == .yes } ? "" : " (presumably)"
            parts.append(
                Prose("\(listed(held))\(doubt): \(word(actor))") + notes.cite(roles.flatMap(\.claims)))
        }
        let through = entry.through.map(\.actor).filter { !actors.contains($0) }.map { word($0) }
        if !through.isEmpty { parts.append(Prose("through \(listed(through))")) }
        return parts.joined(by: "; ")
    }

    private func word(_ role: ID<Role>) -> String {
        rules[role].title.isEmpty ? rules[role].name.asWords : rules[role].title
    }

    private func word(_ actor: ID<Actor>) -> String {
        rules[actor].title.isEmpty ? rules[actor].name.asWords : rules[actor].title
    }

    private mutating func payments(_ package: Package) -> Prose {
        var parts: [Prose] = []
        for payment in package.payments + package.phases.flatMap(\.payments) {
            parts.append(Prose(rules.phrase(payment)) + notes.cite(payment.claims))
        }
        return parts.joined(by: "; ")
    }

    private mutating func measures(_ entry: ProgrammeEntry) -> Prose {
        var parts: [Prose] = []
        for measure in entry.measures.prefix(4) {
            parts.append(Prose(rules[measure].text.asSentence) + notes.cite(rules[measure].claims))
        }
        return parts.joined(by: " ")
    }

    private mutating func steps(_ package: Package) -> Prose {
        var parts: [Prose] = []
        for phase in package.phases {
            let condition = phase.afterSuccess ? " (if the step before succeeded)" : ""
            let step = phase.text.isEmpty ? phase.name.asWords : phase.text.uncapitalizedFirst
            let takes = phase.takes.map { ", \(rules.phrase($0, .duration))" } ?? ""
            parts.append(Prose(step + takes + condition) + notes.cite(phase.claims))
        }
        return parts.joined(by: ", then ")
    }

    private mutating func stops(_ entry: ProgrammeEntry) -> Prose {
        var parts: [Prose] = []
        for stop in entry.stops {
            let met: Prose = stop.verdict.holds ? .bad(" (met now)") : ""
            parts.append(
                Prose(phraser.phrase(stop.test.condition).asWords) + met + notes.cite(stop.test.claims))
        }
        return parts.isEmpty ? .faint("not stated in the documents") : parts.joined(by: "; or ")
    }

    private mutating func failures(_ package: Package) -> Prose {
        guard let failure = package.failures.first else { return "" }
        return Prose(failure.text.asSentence) + notes.cite(failure.claims)
    }

    /// The exceptions nobody mentioned, which would overturn the advice.
    private func presumptions(_ entry: ProgrammeEntry) -> Prose {
        entry.presumedAbsent.prefix(2).map {
            Prose(phraser.phrase($0.condition, $0.assignment).asWords)
                + .faint(" (presumed not: \($0.presumption))")
        }.joined(by: "; or ")
    }
}
