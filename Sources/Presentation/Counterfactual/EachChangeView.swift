import Advice
import Inference
import RuleModel

/// Every single change of a case that would change the programme.
public struct EachChangeView: Sendable {
    private let sweeps: [Sweep]
    private let evaluations: Int
    private let heading: CaseHeading
    private let request: AdviceRequest
    private let words: ChangeWords
    private let rulesDigest: Digest

    /// - Parameters:
    ///   - sweeps: Those with an effect, and those without.
    ///   - evaluations: How often the case was evaluated for them.
    public init(_ sweeps: [Sweep], evaluations: Int, request: AdviceRequest, rulesDigest: Digest) {
        self.sweeps = sweeps
        self.evaluations = evaluations
        self.request = request
        self.rulesDigest = rulesDigest
        heading = CaseHeading(request)
        words = ChangeWords(phraser: Phraser(rules: request.rules, history: request.history))
    }

    private var telling: [Sweep] { sweeps.filter { $0.outcomes.contains(where: \.changesProgramme) } }

    public var document: Document {
        var document = Document([heading.block, .heading("EACH SINGLE CHANGE")])
        document.add(.paragraph(.faint(tally)))
        document.add(telling.map(item))
        document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short)"))])
        return document
    }

    private var tally: String {
        let count = counted(telling.count, "reading")
        let tried = "\(counted(evaluations - 1, "value")) tried of \(counted(sweeps.count, "reading"))"
        if telling.isEmpty { return "\(tried): none of them changes the programme." }
        return "\(tried): \(count) could change the programme."
    }

    private func item(_ sweep: Sweep) -> Document.Block {
        let phraser = words.phraser
        return .item(
            "·", .strong(phraser.phrase(sweep.place)), aside: .faint(now(sweep)),
            below: sweep.outcomes.filter(\.changesProgramme).map { outcome in
                .item(
                    "·",
                    Prose(phraser.value(outcome.values, at: sweep.place)) + .faint(" → ")
                        + outcome.changes.map(words.short).joined(by: "; "))
            })
    }

    private func now(_ sweep: Sweep) -> String { "now: " + words.phraser.known(sweep) }

    /// `distretto/each-change/1`: for each reading the values that would change the programme.
    public var json: JSON {
        let phraser = words.phraser
        return .object([
            "format": .string("distretto/each-change/1"), "rules": .string(rulesDigest.description),
            "case": .string(request.cluster.name), "stage": .string(request.stagePlace.name),
            "evaluations": .integer(evaluations),
            "readings": .array(
                telling.map { sweep in
                    .object([
                        "reading": .string(phraser.phrase(sweep.place)),
                        "now": .string(phraser.known(sweep)),
                        "otherwise": .array(
                            sweep.outcomes.filter(\.changesProgramme).map {
                                FlipJSON(phraser: phraser).json($0, at: sweep.place)
                            }),
                    ])
                }),
            "withoutEffect": .strings(
                sweeps.filter { sweep in !sweep.outcomes.contains(where: \.changesProgramme) }.map {
                    phraser.phrase($0.place)
                }),
        ])
    }
}

/// Values and what they change, for programs.
struct FlipJSON {
    let phraser: Phraser

    func json(_ outcome: Sweep.Outcome, at place: ReadingPlace) -> JSON {
        .object([
            "values": .string(phraser.value(outcome.values, at: place)),
            "changes": .array(outcome.changes.map(ChangeJSON(rules: phraser.rules).json)),
        ])
    }
}

extension Phraser {
    /// What the case says now of what is swept.
    func known(_ sweep: Sweep) -> String {
        guard let reading = sweep.reading else { return "not known" }
        let text = value(possible: reading.possible, presumed: reading.presumed, at: sweep.place).text
        return text == "unknown" ? "not known" : text
    }
}
