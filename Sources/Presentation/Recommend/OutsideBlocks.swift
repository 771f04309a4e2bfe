import Advice
import Inference
import RuleModel

extension RecommendView {
    /// Everything that is not in the programme, in the order of how near it came.
    var outside: [Document.Block] {
        overrides + waiting + withheld + contested + leftOut + withdrawals + refused(.harmful, "WOULD HARM")
            + refused(.disputed, "DISPUTED") + refused(.notNeeded, "NOT NEEDED") + doesNotApply
    }

    private func section(_ title: String, _ items: [Document.Block]) -> [Document.Block] {
        items.isEmpty ? [] : [.heading(Prose(title))] + items
    }

    private func titled(_ package: ID<Package>) -> Prose {
        Prose(phraser.title(of: package))
    }

    private func aside(_ package: ID<Package>) -> Prose {
        rules[package].title.isEmpty ? "" : .faint(rules[package].name)
    }

    /// The adviser's own decisions, apart from what the rules advise.
    private var overrides: [Document.Block] {
        section(
            "THE ADVISER'S OWN DECISIONS",
            answer.overrides.map { decided in
                let words = OverrideWords(decided, phraser: phraser)
                return .item(
                    words.mark, words.decision, aside: aside(decided.override.package),
                    below: [
                        .paragraph(words.reason),
                        .paragraph(.faint("the rules: ") + words.rules, citing: phraser.claims(words.claims)),
                    ])
            })
    }

    private var waiting: [Document.Block] {
        guard detail == .full else { return names("WAITING FOR AN ANSWER", answer.waiting.map(\.package)) }
        return section(
            "WAITING FOR AN ANSWER",
            answer.waiting.map { waiting in
                let first = waiting.asks.first.map { place -> Document.Block in
                    let more = waiting.asks.count - 1
                    return .paragraph(
                        Prose(phraser.question(place)) + .faint(more > 0 ? " and \(more) more" : ""))
                }
                return .item(
                    "?", titled(waiting.package), aside: aside(waiting.package),
                    below: first.map { [$0] } ?? [])
            })
    }

    private var withheld: [Document.Block] {
        section(
            "WITHHELD BY DEFAULT",
            answer.withheld.map { withheld in
                .item(
                    "–", titled(withheld.package), aside: aside(withheld.package),
                    below: withheld.misses.prefix(1).flatMap { miss in miss.obstacles.map(obstacle) })
            })
    }

    private var contested: [Document.Block] {
        section(
            "CONTESTED",
            answer.contested.filter { !$0.isTakenIn }.map { contested in
                let reasons = contested.reasonsFor.prefix(1).map { reason("for", $0) }
                let objections = contested.objections.flatMap { objection in
                    objection.reasons.prefix(1).map { reason("against, as \(objection.objection.word)", $0) }
                }
                return .item(
                    "±", titled(contested.package), aside: aside(contested.package),
                    below: reasons + objections)
            })
    }

    private var leftOut: [Document.Block] {
        section(
            "LEFT OUT",
            answer.leftOut.filter { $0.cause != .rejected }.map { left in
                let cause: Prose
                switch left.cause {
                case .choice: cause = "other options of its choice rank higher"
                case .preferred(let kept, _, _):
                    cause = Prose("“\(phraser.title(of: kept))” is preferred to it")
                case .atMost(let places): cause = Prose("beyond the limit of \(counted(places, "place"))")
                case .rejected: cause = "the adviser rejects it"
                case .requires(let needed):
                    cause = Prose("it requires “\(phraser.title(of: needed))”, which is left out")
                }
                return .item(
                    "–", titled(left.package) + .faint(", ranked \(left.rank)"), aside: left.standing.prose,
                    below: [.paragraph(cause)])
            })
    }

    private var withdrawals: [Document.Block] {
        section(
            "WITHDRAW",
            answer.withdrawals.filter { $0.verdict >= .open }.map { withdrawal in
                let partners = withdrawal.jointlyWith.map { phraser.title(of: $0) }
                let joint: Prose = partners.isEmpty ? "" : Prose(" jointly with \(listed(partners))")
                return .item(
                    "–", titled(withdrawal.package) + joint, aside: withdrawal.verdict.prose,
                    below: withdrawal.reasons.prefix(1).map {
                        reason("because", $0, under: withdrawal.verdict)
                    })
            })
    }

    /// Harm is always told with its reason; the rest of what is advised against when details are asked for.
    private func refused(_ kind: RefusedPackage.Kind, _ title: String) -> [Document.Block] {
        let refused = answer.notAdvised.filter { $0.kind == kind }
        guard detail == .full || kind == .harmful else { return names(title, refused.map(\.package)) }
        return section(
            title,
            refused.map { refused in
                .item(
                    "✗", titled(refused.package), aside: aside(refused.package),
                    below: refused.objections.prefix(1).map { reason("because", $0) })
            })
    }

    /// Why each does not apply is a question for `explain`.
    private var doesNotApply: [Document.Block] {
        names("DOES NOT APPLY", answer.notAdvised.filter { $0.kind == .doesNotApply }.map(\.package))
    }

    /// A heading with a count, and the packages in one paragraph by the names that `explain` takes. The
    /// overview names the first, which came nearest, and counts the others.
    private func names(_ title: String, _ packages: [ID<Package>]) -> [Document.Block] {
        guard !packages.isEmpty else { return [] }
        let most = detail == .full || packages.count <= 8 ? packages.count : 6
        let more = packages.count - most
        return [
            .heading(Prose("\(title) (\(packages.count))")),
            .paragraph(
                packages.prefix(most).map { Prose(rules[$0].name) }.joined(by: ", ")
                    + .faint(more > 0 ? " and \(more) farther off" : "")),
        ]
    }

    /// - Parameter verdict: of what it is a reason for, where that stands above: its "presumably" is not
    ///   said again.
    func reason(_ label: String, _ reason: Reason, under verdict: Verdict? = nil) -> Document.Block {
        let rule = rules[reason.rule]
        let text: Prose =
            .faint("\(label): ") + Prose(rule.because.isEmpty ? rule.name : rule.because.asSentence)
        let isPresumed = reason.verdict == .presumablyYes && verdict != .presumablyYes
        return .paragraph(
            text + (isPresumed ? .doubtful(" (presumably)") : ""),
            citing: phraser.claims(rule.claims))
    }

    private func obstacle(_ obstacle: Obstacle) -> Document.Block {
        let words = Prose(phraser.phrase(obstacle.condition, obstacle.assignment, stage: obstacle.stage))
        switch obstacle.kind {
        case .fails: return .paragraph(.bad("not met: ") + words)
        case .unknown: return .paragraph(.doubtful("not known: ") + words)
        case .exception(let presumption):
            let certainty: Prose = obstacle.verdict == .yes ? .bad("holds: ") : .doubtful("presumably ")
            return .paragraph(
                certainty + words + .faint(" (presumed absent only while unknown: \(presumption))"))
        }
    }
}
