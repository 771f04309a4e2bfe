import Advice
import Inference
import RuleModel

/// What is advised for a cluster, on one screen: the programme, what it leaves out and why, what is
/// still to be asked.
public struct RecommendView: Sendable {
    let answer: Answer
    let phraser: Phraser
    /// Which rules and which telling of the case the answer speaks for.
    let rulesDigest: Digest
    let caseDigest: Digest
    let detail: Detail
    /// Which packages stand whatever the truth; `nil` where it was not asked.
    let bounds: Bounds?
    /// The case as it was asked for: its name, or the path of its file.
    let askedAs: String
    private let isRow: Bool

    /// How much of the answer is told.
    public enum Detail: Hashable, Sendable {
        /// What an adviser needs first: one short paragraph a package, the questions that settle most.
        case overview
        /// Everything that can be said of every package.
        case full
    }

    /// - Parameters:
    ///   - history: the situations the answer was made from; members are named from the last.
    ///   - askedAs: what the commands it offers call the case; its name unless said. Where no command could
    ///     find it again it is empty, and none is offered.
    ///   - isRow: whether the case is a row of a table.
    public init(
        _ answer: Answer, history: [Situation], rulesDigest: Digest, caseDigest: Digest,
        detail: Detail = .overview, bounds: Bounds? = nil, askedAs: String? = nil,
        isRow: Bool = false
    ) {
        self.isRow = isRow
        self.answer = answer
        self.detail = detail
        self.bounds = bounds
        self.askedAs = askedAs ?? answer.header.caseName
        self.rulesDigest = rulesDigest
        self.caseDigest = caseDigest
        phraser = Phraser(rules: answer.rules, history: history)
    }

    var rules: RuleBase { answer.rules }

    var boundsBlocks: BoundsBlocks? {
        bounds.map { BoundsBlocks(bounds: $0, phraser: phraser, detail: detail) }
    }

    public var document: Document {
        var document = Document(header)
        document.add(programme)
        document.add(boundsBlocks?.blocks ?? [])
        document.add(questions)
        document.add(outside)
        document.add(notes)
        if detail == .full { document.add(CitedClaims(in: document, rules: rules).blocks) }
        document.add(RecommendFooter(self).blocks)
        return document
    }

    // MARK: Header

    private var header: [Document.Block] {
        let header = answer.header
        var blocks: [Document.Block] = [
            CaseHeading(header).block
        ]
        let traits = header.classifications.compactMap(trait)
        if !traits.isEmpty { blocks.append(.paragraph(traits.joined(by: " · "))) }
        blocks.append(.paragraph(.faint(restsOn)))
        if let lens = answer.lens {
            let value = rules[lens.lens].values[lens.value]
            let title = value.title.isEmpty ? "" : " (\(value.title))"
            blocks.append(
                .paragraph(
                    "Only what belongs to \(rules[lens.lens].name) \(value.name)\(title) is looked at."))
        }
        if header.leavesOutOwnRules {
            blocks.append(.paragraph("Rules drawn from this case's own story alone are left out."))
        }
        return blocks
    }

    /// `cluster-type organized`, or the values that contest each other.
    private func trait(_ classification: ClassificationAnswer) -> Prose? {
        let declared = rules[classification.classification]
        let holding = classification.values.filter(\.verdict.holds)
        guard !holding.isEmpty else { return nil }
        let names = holding.map { value in
            Phraser.name(declared.values, value.value)
                + (value.verdict == .presumablyYes ? " (presumably)" : "")
        }
        let contested: Prose = classification.isContested ? .doubtful(" contested") : ""
        return .faint("\(declared.name): ") + .strong(listed(names)) + contested
    }

    private var restsOn: String {
        let readings = answer.header.readings
        guard !readings.all.isEmpty else { return "No advice rests on a reading of this case." }
        let remarks = [
            ("assumed", readings.assumed), ("disputed", readings.disputed),
            ("carried over from the stage before", readings.carriedOver),
        ].compactMap { word, places -> String? in
            guard !places.isEmpty else { return nil }
            let names = places.prefix(4).map(phraser.phrase)
            let more = places.count > 4 ? [counted(places.count - 4, "more", plural: "more")] : []
            return "\(places.count) \(word) (\(listed(names + more)))"
        }
        let remark = remarks.isEmpty ? "" : ", " + listed(remarks)
        return "Rests on \(counted(readings.all.count, "reading"))\(remark)."
    }

    // MARK: Programme

    private var programme: [Document.Block] {
        var blocks: [Document.Block] = [.heading("PROGRAMME")]
        guard !answer.programme.isEmpty else {
            return blocks + nothing
        }
        let phased = answer.programme.count > 1
        for (place, phase) in answer.programme.enumerated() {
            if phased { blocks.append(.paragraph(.faint(place == 0 ? "First" : "Then"))) }
            blocks += phase.entries.map {
                EntryBlocks(answer: answer, phraser: phraser, entry: $0, detail: detail).item
            }
        }
        return blocks
    }

    /// Why the programme is empty, as far as it was asked for so, and what can be done about it.
    private var nothing: [Document.Block] {
        if answer.isAllRejected { return [.paragraph("The adviser rejects all that the rules advise.")] }
        if answer.atMost == 0, !answer.leftOut.isEmpty {
            return [.paragraph("The limit leaves no place for any package.")]
        }
        var blocks: [Document.Block] = []
        if let lens = answer.lens {
            let declared = rules[lens.lens]
            blocks.append(
                .paragraph(
                    Prose(
                        "Nothing that belongs to \(declared.name) \(Phraser.name(declared.values, lens.value)) "
                            + "is advised on what is known.")))
        } else {
            blocks.append(.paragraph("Nothing can be advised on what is known."))
        }
        if !answer.questions.isEmpty {
            blocks.append(
                .paragraph(
                    isRow
                        ? "To go on, let the table, or one of members, tell what is asked first below."
                        : "To go on, answer in the case what is asked first below, and ask again."))
        }
        return blocks
    }

    private var questions: [Document.Block] {
        let asked = detail == .full ? answer.questions[...] : answer.questions.prefix(2)
        guard !asked.isEmpty else { return [] }
        let blocks = QuestionBlocks(answer: answer, phraser: phraser)
        return [.heading("ASK FIRST")] + asked.map(blocks.item)
    }
}

extension Standing {
    /// The standing as a word, coloured by how much can be built on it.
    var prose: Prose {
        switch self {
        case .stands: .good("stands")
        case .provisional: .doubtful("provisional")
        case .open: .doubtful("open")
        case .falls: .bad("falls")
        }
    }
}
