import Advice
import Inference
import RuleModel

extension RecommendView {
    /// What goes with the programme: cautions, what must be there, criteria, disputes, figures.
    var notes: [Document.Block] {
        cycles + cautions + prerequisites + criteria + disputes + (detail == .full ? reports : [])
    }

    /// Those that hold and touch what is advised; the others that hold are counted, and `explain` tells them.
    private var cautions: [Document.Block] {
        let holding = answer.cautions.filter { $0.verdict.holds }
        let told = holding.filter { bearsOnAdvice($0.subject) }
        guard !holding.isEmpty else { return [] }
        let items = told.map { caution -> Document.Block in
            .item(
                "!", Prose(subject(caution.subject)),
                aside: caution.verdict == .yes ? "" : caution.verdict.prose,
                below: caution.reasons.prefix(2).map { reason("because", $0, under: caution.verdict) })
        }
        let rest = holding.count - told.count
        let more = told.isEmpty ? counted(rest, "caution") : "\(rest) more"
        let about = rest == 1 ? "concerns a package" : "concern packages"
        let line = Document.Block.paragraph(.faint("\(more) \(about) outside the programme"))
        return [.heading("CAUTIONS")] + items + (rest > 0 ? [line] : [])
    }

    private func bearsOnAdvice(_ subject: GroundCaution) -> Bool {
        let advised = answer.entries.map(\.package) + answer.contested.map(\.package)
        switch subject {
        case .package(let package): return advised.contains(package)
        case .measure(let measure): return advised.contains(rules[measure].package)
        case .concept, .classification: return true
        }
    }

    private func subject(_ subject: GroundCaution) -> String {
        switch subject {
        case .package(let package): phraser.title(of: package)
        case .measure(let measure): rules[measure].text
        case .concept(let concept): rules[concept].title.isEmpty ? rules[concept].name : rules[concept].title
        case .classification: phraser.phrase(subject)
        }
    }

    private var prerequisites: [Document.Block] {
        let told = answer.prerequisites.filter { $0.requirement.holds }
        guard !told.isEmpty else { return [] }
        return [.heading("MUST BE THERE FIRST")]
            + told.map { prerequisite in
                .item(
                    prerequisite.verdict.sign, Prose(phraser.phrase(prerequisite.subject)),
                    aside: .faint("before \(phraser.title(of: prerequisite.package))"))
            }
    }

    /// One line per criterion: which numbers of the programme meet it.
    private var criteria: [Document.Block] {
        let told = answer.criteria.filter { !$0.metBy.isEmpty || !$0.missingIn.isEmpty }
        guard !told.isEmpty else { return [] }
        let entries = answer.entries
        return [.heading("CRITERIA")]
            + told.map { criterion in
                let declared = rules[criterion.criterion]
                let signs = entries.map { entry in
                    "\(entry.number)\u{A0}" + (criterion.metBy.contains(entry.package) ? "✓" : "–")
                }.joined(separator: "  ")
                let warning: [Document.Block] =
                    criterion.isMissing
                    ? [
                        .paragraph(
                            .bad("nothing in the programme meets it. ") + Prose(declared.title.asSentence),
                            citing: phraser.claims(criterion.claims))
                    ] : []
                return .item(
                    criterion.isMissing ? "!" : "·", Prose(declared.name), aside: Prose(signs), below: warning
                )
            }
    }

    private var disputes: [Document.Block] {
        guard !answer.disputes.isEmpty else { return [] }
        return [.heading("THE LITERATURE DISAGREES")]
            + answer.disputes.map { touched in
                let dispute = rules[touched.dispute]
                guard detail == .full else {
                    return .item("±", Prose(dispute.title.isEmpty ? dispute.name : dispute.title))
                }
                let sides = dispute.sides.enumerated().map { place, side -> Document.Block in
                    let used: Prose = touched.sides.contains(place) ? .strong(" (relied on here)") : ""
                    return .item("·", Prose(side.summary) + used, aside: phraser.claims(side.claims))
                }
                let turns = touched.turnsOn.map { Prose(topic($0)) }.joined(by: "; ")
                let turning: [Document.Block] =
                    turns.isEmpty ? [] : [.paragraph(.faint("turns on: ") + turns)]
                return .item(
                    "±", Prose(dispute.title.isEmpty ? dispute.name : dispute.title), below: sides + turning)
            }
    }

    private func topic(_ topic: DisputeTouched.TopicAnswer) -> String {
        switch topic.topic {
        case .diagnostic(let diagnostic):
            let value =
                topic.figure.map { rules.phrase($0.possible, rules[diagnostic].measurement.type) }
                ?? "unknown"
            return "\(rules[diagnostic].name), here \(value)"
        case .concept(let concept):
            return "\(rules[concept].name), here \(topic.verdict?.prose.text ?? "open")"
        case .classification(let classification):
            let values = (topic.classification?.values ?? []).filter(\.verdict.holds)
            let names = values.map { Phraser.name(rules[classification].values, $0.value) }
            return "\(rules[classification].name), here \(names.isEmpty ? "open" : listed(names))"
        }
    }

    private var cycles: [Document.Block] {
        answer.cycles.map { cycle in
            let chain = cycle.chain.map {
                "“\(phraser.title(of: $0.package))” before “\(phraser.title(of: $0.before))”"
            }
            return .paragraph(.bad("No order can be given: ") + Prose(listed(chain)) + Prose("."))
        }
    }

    private var reports: [Document.Block] {
        let told = answer.reports.filter { isTelling($0.figure) }
        guard !told.isEmpty else { return [] }
        return [.heading("FIGURES")]
            + told.map { report in
                let declared = rules[report.report]
                let figure = report.figure
                return .item(
                    "·", Prose(declared.title.isEmpty ? declared.name : declared.title),
                    aside: phraser.value(
                        possible: figure.possible, presumed: figure.presumed,
                        phraser.type(of: figure.expression)))
            }
    }

    /// Whether anything is known of a figure: "at most 12 of 12" says nothing.
    private func isTelling(_ figure: Figure) -> Bool {
        if case .countOf(let parts) = figure.expression {
            return figure.possible != .ticks(0, Int64(parts.count)) || figure.presumed != figure.possible
        }
        return figure.possible != rules.domain(of: phraser.type(of: figure.expression))
    }
}
