import Advice
import RuleModel

/// How far each reading could be otherwise before the programme is another one, guesses first.
public struct StabilityView: Sendable {
    private let stability: Stability
    private let request: AdviceRequest
    private let heading: CaseHeading
    private let words: ChangeWords
    private let rulesDigest: Digest
    /// How many readings that are not known are told.
    private let most: Int

    /// - Parameter isFull: Whether everything that is not known is told, and what nothing hangs on.
    public init(_ stability: Stability, request: AdviceRequest, rulesDigest: Digest, isFull: Bool = false) {
        self.stability = stability
        self.request = request
        self.rulesDigest = rulesDigest
        most = isFull ? .max : 5
        heading = CaseHeading(request)
        words = ChangeWords(phraser: Phraser(rules: request.rules, history: request.history))
    }

    private var phraser: Phraser { words.phraser }

    public var document: Document {
        var document = Document([heading.block])
        document.add(.paragraph(Prose(summary)))
        for ground in Stability.Ground.allCases {
            let entries = stability.telling.filter { $0.ground == ground }
            guard !entries.isEmpty else { continue }
            let shown = entries.prefix(ground == .unknown ? most : .max)
            let more = entries.count - shown.count
            document.add(.heading(Prose(StabilityView.title(ground))))
            document.add(shown.map(item))
            if more > 0 {
                document.add(.paragraph(.faint("and \(counted(more, "more reading")) (--details)")))
            }
        }
        if most == .max, !stability.steady.isEmpty {
            document.add(
                .heading(
                    stability.package == nil ? "NOTHING IN THE PROGRAMME HANGS ON" : "IT DOES NOT HANG ON"))
            document.add(.paragraph(Prose(listed(stability.steady.map(phraser.phrase)))))
        }
        document.add([
            .gap,
            .paragraph(
                .faint("\(counted(stability.evaluations, "evaluation")) · rules \(rulesDigest.short)")),
        ])
        return document
    }

    private var summary: String {
        let readings = stability.telling.count + stability.steady.count
        if readings == 0 { return "No rule asks for it, so that nothing hangs on it." }
        let known = stability.telling.count { $0.ground != .unknown }
        let unknown = stability.telling.count - known
        var parts: [String] = []
        if known > 0 { parts.append("hangs on \(counted(known, "reading")) of this case") }
        if unknown > 0 { parts.append("could change with \(counted(unknown, "reading")) not known") }
        if parts.isEmpty { return "No value of \(counted(readings, "reading")) changes \(whatStays)." }
        let most = stability.mostTellingUnknown.map {
            unknown > 1 ? "; of those “\(phraser.phrase($0.sweep.place))” changes most" : ""
        }
        let head = whatStays.prefix(1).uppercased() + whatStays.dropFirst()
        return "\(head) \(parts.joined(separator: ", and "))\(most ?? "")."
    }

    private var whatStays: String {
        stability.package.map { "whether “\(phraser.title(of: $0))” is advised" } ?? "the programme"
    }

    /// The same, once it has been said.
    private var subject: String { stability.package == nil ? "the programme" : "that" }

    private static func title(_ ground: Stability.Ground) -> String {
        switch ground {
        case .assumed: "GUESSES"
        case .disputed: "WHERE DOCUMENTS DISAGREE"
        case .carriedOver: "CARRIED OVER FROM THE STAGE BEFORE"
        case .stated: "KNOWN"
        case .unknown: "NOT KNOWN"
        }
    }

    private func item(_ entry: Stability.Entry) -> Document.Block {
        let place = entry.sweep.place
        var below: [Document.Block] = []
        if entry.ground != .unknown {
            let keeps = entry.keeps.map { phraser.value($0, at: place) }
            below.append(
                .paragraph(
                    keeps.map { .faint("\(subject) stays for ") + Prose($0) }
                        ?? .faint("any answer that is certain changes \(subject)")))
        }
        below += entry.flips.map { flip in
            .item(
                "·",
                Prose(phraser.value(flip.values, at: place)) + .faint(" → ")
                    + flip.changes.map(words.short).joined(by: "; "))
        }
        let now = entry.ground == .unknown ? "" : "now: \(phraser.known(entry.sweep))"
        return .item("·", .strong(phraser.phrase(place)), aside: .faint(now), below: below)
    }

    /// `distretto/stability/1`: for each reading the values that keep the programme, and what flips
    /// beyond.
    public var json: JSON {
        .object([
            "format": .string("distretto/stability/1"), "rules": .string(rulesDigest.description),
            "case": .string(request.cluster.name), "stage": .string(request.stagePlace.name),
            "package": .text(stability.package.map { request.rules[$0].name }),
            "evaluations": .integer(stability.evaluations),
            "mostTellingUnknown": .text(
                stability.mostTellingUnknown.map { phraser.phrase($0.sweep.place) }),
            "readings": .array(
                stability.telling.map { entry in
                    let place = entry.sweep.place
                    return .object([
                        "reading": .string(phraser.phrase(place)),
                        "now": .string(phraser.known(entry.sweep)),
                        "ground": .string(StabilityView.word(entry.ground)),
                        "keeps": .text(entry.keeps.map { phraser.value($0, at: place) }),
                        "flips": .array(entry.flips.map { FlipJSON(phraser: phraser).json($0, at: place) }),
                    ])
                }),
            "steady": .strings(stability.steady.map(phraser.phrase)),
        ])
    }

    private static func word(_ ground: Stability.Ground) -> String {
        switch ground {
        case .assumed: "assumed"
        case .disputed: "disputed"
        case .carriedOver: "carried-over"
        case .stated: "stated"
        case .unknown: "unknown"
        }
    }
}
