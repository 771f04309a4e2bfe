import Advice
import RuleModel

/// What it would take for a package to be advised, or to be so no longer: what to find out, and what
/// to change, by who could.
public struct RepairView: Sendable {
    private let answer: RepairAnswer
    private let request: AdviceRequest
    private let heading: CaseHeading
    private let phraser: Phraser
    private let rulesDigest: Digest
    /// How many of each kind are told.
    private let most: Int

    /// - Parameter isFull: Whether every way is told, however many there are.
    public init(_ answer: RepairAnswer, request: AdviceRequest, rulesDigest: Digest, isFull: Bool = false) {
        self.answer = answer
        self.request = request
        self.rulesDigest = rulesDigest
        most = isFull ? .max : 6
        heading = CaseHeading(request)
        phraser = Phraser(rules: request.rules, history: request.history)
    }

    private var rules: RuleBase { request.rules }
    private var title: String { phraser.title(of: answer.package) }
    private var verb: String { answer.toStand ? "advised" : "advised no longer" }

    public var document: Document {
        var document = Document([heading.block])
        document.add(
            .heading(Prose(answer.toStand ? "WHAT IT WOULD TAKE" : "WHAT WOULD END IT")))
        document.add(.paragraph(.strong(title)))
        if answer.isSo {
            document.add(.paragraph(answer.toStand ? "It is advised already." : "It is not advised now."))
            return closed(document)
        }
        document.add(.paragraph(Prose(extent)))
        let findings = answer.repairs.filter(\.isFindingOut)
        let changes = answer.repairs.filter { !$0.isFindingOut }
        if !findings.isEmpty {
            document.add(.heading("IF YOU FIND OUT THAT"))
            document.add(items(findings))
        }
        if !changes.isEmpty { document.add(.heading("IF THIS CHANGES")) }
        for group in grouped(changes) {
            document.add(.paragraph(.faint("in the hands of \(group.who)")))
            document.add(items(group.repairs))
        }
        return closed(document)
    }

    private func closed(_ document: Document) -> Document {
        var document = document
        let counts =
            "\(counted(answer.readings, "reading")) that could be otherwise · "
            + "\(counted(answer.evaluations, "evaluation")) · rules \(rulesDigest.short)"
        document.add([.gap, .paragraph(.faint(counts))])
        return document
    }

    /// What is certain about the sets found, and about those not looked for.
    private var extent: String {
        let size = answer.completeUpTo
        guard let smallest = answer.smallest else {
            if answer.isComplete {
                return "Nothing that could be found out or changed would make it \(verb)."
            }
            return size == 0
                ? "Not decided within the limit."
                : "No \(counted(size, "reading")) would make it \(verb); larger sets are not decided within the limit."
        }
        let least =
            smallest == 1 ? "One reading is enough." : "It takes \(smallest) readings at once, and no fewer."
        if answer.isComplete { return least + " These are all the ways there are." }
        return least + " These are all the ways with at most \(counted(size, "reading"))"
            + (answer.isCutShort
                ? "; larger sets are not decided within \(answer.evaluations) evaluations." : ".")
    }

    private func items(_ repairs: [Repair]) -> [Document.Block] {
        let shown = repairs.prefix(most)
        let more = repairs.count - shown.count
        let rest =
            more > 0 ? [Document.Block.paragraph(.faint("and \(counted(more, "more way")) (--details)"))] : []
        return shown.map(item) + rest
    }

    private func item(_ repair: Repair) -> Document.Block {
        .item("·", repair.parts.map(part).joined(by: "; and "))
    }

    private func part(_ part: Repair.Part) -> Prose {
        let place = phraser.phrase(part.place)
        let wanted = Prose.strong(place) + Prose(": " + phraser.value(part.values, at: part.place))
        let reading = request.history.last?.reading(at: part.place)
        switch part.kind {
        case .findOut:
            guard let reading else { return wanted + .faint(" (not known)") }
            let known = phraser.value(possible: reading.possible, presumed: reading.presumed, at: part.place)
            return wanted + .faint(known.text == "unknown" ? " (not known)" : " (known: \(known.text))")
        case .change:
            let known = reading.map { phraser.value($0.possible, at: part.place) } ?? "not known"
            return wanted + .faint(" (now \(known))")
        }
    }

    /// Sets of changes by all who would have to act, those that need the fewest first.
    private func grouped(_ repairs: [Repair]) -> [(who: String, repairs: [Repair])] {
        var groups: [(who: String, repairs: [Repair])] = []
        for repair in repairs {
            let who = self.who(repair)
            if let known = groups.firstIndex(where: { $0.who == who }) {
                groups[known].repairs.append(repair)
            } else {
                groups.append((who, [repair]))
            }
        }
        return groups
    }

    private func who(_ repair: Repair) -> String {
        var hands: [String] = []
        for part in repair.parts where part.kind == .change {
            let actors = part.changedBy.map { rules[$0].title.isEmpty ? rules[$0].name : rules[$0].title }
            let hand = actors.isEmpty ? "nobody who is named" : listed(actors, "or")
            if !hands.contains(hand) { hands.append(hand) }
        }
        return hands.joined(separator: ", together with ")
    }

    /// `distretto/repair/1`: sets of readings that would do it, smallest first.
    public var json: JSON {
        .object([
            "format": .string("distretto/repair/1"), "rules": .string(rulesDigest.description),
            "case": .string(request.cluster.name), "stage": .string(request.stagePlace.name),
            "package": .string(rules[answer.package].name),
            "goal": .string(answer.toStand ? "advised" : "not-advised"), "isSo": .bool(answer.isSo),
            "completeUpTo": .integer(answer.completeUpTo), "complete": .bool(answer.isComplete),
            "evaluations": .integer(answer.evaluations), "readings": .integer(answer.readings),
            "repairs": .array(
                answer.repairs.map { repair in
                    .array(
                        repair.parts.map { part in
                            .object([
                                "reading": .string(phraser.phrase(part.place)),
                                "values": .string(phraser.value(part.values, at: part.place)),
                                "kind": .string(part.kind == .change ? "change" : "find-out"),
                                "changedBy": .strings(part.changedBy.map { rules[$0].name }),
                            ])
                        })
                }),
        ])
    }
}
