import Advice
import Inference
import RuleModel

/// One package of the programme: why, for whom, by whom, until when, and how sure.
///
/// The overview says each in a line; in full it says everything an adviser has to defend, and what
/// the documents leave unstated.
struct EntryBlocks {
    let answer: Answer
    let phraser: Phraser
    let entry: ProgrammeEntry
    let detail: RecommendView.Detail

    var rules: RuleBase { answer.rules }
    var package: Package { rules[entry.package] }
    var isFull: Bool { detail == .full }

    var item: Document.Block {
        let contested: Prose = entry.isContested ? .doubtful("contested, taken in · ") : ""
        return .item(
            String(entry.number), .strong(phraser.title(of: entry.package)),
            aside: contested + running + entry.standing.prose,
            below: reasons + place + people + terms + control + doubts + unstated)
    }

    /// What is running already is to go on, which is another decision than to begin.
    private var running: Prose {
        switch entry.inForce {
        case .yes: "in force, goes on · "
        case .presumablyYes: "presumably in force, goes on · "
        default: ""
        }
    }

    /// A short fact with a label that says what it is.
    func fact(_ label: String, _ text: Prose) -> [Document.Block] {
        text.isEmpty ? [] : [.paragraph(.faint("\(label): ") + text)]
    }

    private var reasons: [Document.Block] {
        var seen: Set<ID<Rule>> = []
        let told = entry.reasons.map(\.rule).filter { seen.insert($0).inserted }
        let shown = told.prefix(isFull ? told.count : 1).map { id -> Document.Block in
            .paragraph(Prose(rules[id].because.asSentence), citing: phraser.claims(rules[id].claims))
        }
        let more = told.count - shown.count
        return shown + (more > 0 ? [.paragraph(.faint("and \(counted(more, "more rule")) for it"))] : [])
    }

    /// What comes before it, whom it is for, through whom it goes.
    private var place: [Document.Block] {
        let numbers = Dictionary(answer.entries.map { ($0.package, $0.number) }) { first, _ in first }
        let before = entry.after.sorted {
            (numbers[$0.package] ?? .max, $0.package) < (numbers[$1.package] ?? .max, $1.package)
        }.map { precedence in
            Prose(numbers[precedence.package].map(String.init) ?? phraser.title(of: precedence.package))
        }
        let targets = entry.targets.map { target in
            Prose(target.title.isEmpty ? target.name : target.title)
                + (target.verdict == .presumablyYes ? .doubtful(" (presumably)") : "")
        }
        let parts: [(String, Prose)] = [
            ("after ", before.joined()), ("for ", targets.joined()),
            ("through ", entry.through.map { Prose(title(of: $0.actor)) }.joined()),
        ]
        let line = parts.filter { !$0.1.isEmpty }.map { .faint($0.0) + $0.1 }.joined(by: " · ")
        return line.isEmpty ? [] : [.paragraph(line)]
    }

    /// Who does what: `leads, manages: the producers' association · pays: the state`.
    private var people: [Document.Block] {
        var actors: [ID<Actor>] = []
        for role in entry.roles where !actors.contains(role.actor) { actors.append(role.actor) }
        let parts = actors.map { actor -> Prose in
            var held: [String] = []
            for role in entry.roles where role.actor == actor {
                let doubt = role.verdict == .yes ? "" : " (\(role.verdict.prose.text))"
                let title = title(of: role.role) + doubt
                // Two roles may be worded alike.
                if !held.contains(title) { held.append(title) }
            }
            return .faint("\(held.joined(separator: ", ")): ") + Prose(title(of: actor))
        }
        return parts.isEmpty ? [] : [.paragraph(parts.joined(by: " · "))]
    }

    func title(of actor: ID<Actor>) -> String {
        rules[actor].title.isEmpty ? rules[actor].name : rules[actor].title
    }

    func title(of role: ID<Role>) -> String {
        rules[role].title.isEmpty ? rules[role].name : rules[role].title
    }

    private var control: [Document.Block] {
        let stops = entry.stops.map { stop -> Document.Block in
            let met: Prose = stop.verdict.holds ? .bad(" — met now") : ""
            // Of a test with several conditions, which are met: that is what has to be watched.
            let isInPart = stop.parts.count > 1 && stop.parts.contains { $0.verdict.holds }
            let test =
                isInPart && !stop.verdict.holds
                ? stop.parts.map { Prose("\($0.verdict.sign) \(phraser.phrase($0.condition))") }.joined(
                    by: " and ")
                    + .faint(" — met in part")
                : Prose(phraser.phrase(stop.test.condition))
            return .paragraph(
                .faint("stop when: ") + test + met, citing: phraser.claims(stop.test.claims))
        }
        let watched = package.monitors.map { monitor -> Prose in
            switch monitor.watched {
            case .diagnostic(let diagnostic): Prose(rules[diagnostic].name)
            case .indicator(let indicator): Prose(rules[indicator].name)
            }
        }
        let failures = package.failures.map { failure in
            Document.Block.paragraph(
                .faint("known to fail: ") + Prose(failure.text.asSentence),
                citing: phraser.claims(failure.claims))
        }
        return stops + fact("watch", watched.joined(by: ", ")) + (isFull ? failures : [])
    }
}

extension Document.Block {
    /// A paragraph with the claims it stands on at its end.
    static func paragraph(_ text: Prose, citing claims: Prose) -> Document.Block {
        claims.isEmpty ? .paragraph(text) : .paragraph(text + "  " + claims)
    }
}
