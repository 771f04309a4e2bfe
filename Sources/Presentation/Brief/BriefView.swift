import Advice
import Inference
import RuleModel

/// Two to four pages that an adviser hands over: where the cluster stands, what to do in which order,
/// what not to do, what is not known, what came of the like elsewhere, and what all of it rests on.
public struct BriefView: Sendable {
    let briefing: Briefing
    let phraser: Phraser
    let rulesDigest: Digest
    let caseDigest: Digest
    let details: RecommendView

    /// - Parameter history: the situations the answer was made from.
    public init(_ briefing: Briefing, history: [Situation], rulesDigest: Digest, caseDigest: Digest) {
        self.briefing = briefing
        self.rulesDigest = rulesDigest
        self.caseDigest = caseDigest
        phraser = Phraser(rules: briefing.answer.rules, history: history)
        details = RecommendView(
            briefing.answer, history: history, rulesDigest: rulesDigest, caseDigest: caseDigest)
    }

    public var document: Document {
        var pages = BriefPages(self)
        return pages.document()
    }
}

/// The pages in the making: sections are written in order, since notes are numbered as they are called.
struct BriefPages {
    let briefing: Briefing
    let phraser: Phraser
    let view: BriefView
    var notes: NoteBook

    /// How many things of a kind are told before the rest is counted.
    static let readingsTold = 10
    static let classesTold = 5
    static let conceptsTold = 4
    static let harmsTold = 5
    static let namesTold = 6
    static let questionsTold = 4
    static let precedentsTold = 3

    init(_ view: BriefView) {
        self.view = view
        briefing = view.briefing
        phraser = view.phraser
        notes = NoteBook(view.briefing.answer.rules)
    }

    var answer: Answer { briefing.answer }
    var rules: RuleBase { answer.rules }

    mutating func document() -> Document {
        var document = Document(opening)
        document.add(situation())
        document.add(diagnosis())
        document.add(programme())
        document.add(overrides())
        document.add(against())
        document.add(unknown())
        document.add(precedents())
        document.add(disputes())
        document.add(section("References", [.notes(notes.notes)] + notes.documents))
        document.add(standing)
        return document
    }

    func section(_ title: String, _ blocks: [Document.Block]) -> [Document.Block] {
        blocks.isEmpty ? [] : [.heading(Prose(title))] + blocks
    }

    /// A fact with its label, as an item of a list.
    func fact(_ label: String, _ text: Prose) -> [Document.Block] {
        text.isEmpty ? [] : [.item("·", .strong("\(label): ") + text)]
    }

    func title(of package: ID<Package>) -> String { phraser.title(of: package) }

    /// A rule's sentence with the notes it stands on.
    mutating func sentence(_ rule: ID<Rule>) -> Prose {
        let declared = rules[rule]
        return Prose(
            declared.because.isEmpty ? declared.name.asWords.asSentence : declared.because.asSentence)
            + notes.cite(declared.claims)
    }

    /// The sentences of rules, each once.
    mutating func sentences(_ reasons: [Reason], most: Int) -> Prose {
        var seen: Set<ID<Rule>> = []
        var told: [Prose] = []
        for reason in reasons where seen.insert(reason.rule).inserted && told.count < most {
            told.append(sentence(reason.rule))
        }
        return told.joined(by: " ")
    }

    // MARK: At the head

    /// The title, and the whole in a few lines.
    private var opening: [Document.Block] {
        let header = answer.header
        let titled = header.caseTitle.isEmpty ? header.caseName : header.caseTitle
        var blocks: [Document.Block] = [
            .title(.told(titled), aside: .faint("A brief for decision" + place))
        ]
        blocks.append(.paragraph(.strong("Advised: ") + advised))
        let added = answer.overrides.filter { $0.override.kind == .add }.map {
            title(of: $0.override.package)
        }
        if !added.isEmpty {
            blocks.append(
                .paragraph(
                    .strong("Added by the adviser: ")
                        + Prose(listed(added.map { "“\($0)”" }) + ".")))
        }
        let harmful = answer.notAdvised.filter { $0.kind == .harmful }.map { title(of: $0.package) }
        if !harmful.isEmpty {
            let more = harmful.count > 3 ? [counted(harmful.count - 3, "more", plural: "more")] : []
            blocks.append(
                .paragraph(
                    .strong("Would do harm: ")
                        + Prose(listed(harmful.prefix(3).map { "“\($0)”" } + more) + ".")))
        }
        if let question = briefing.openQuestions.first {
            blocks.append(
                .paragraph(.strong("To be found out first: ") + Prose(phraser.question(question.place))))
        }
        return blocks
    }

    private var place: String {
        let fields = answer.header.fields
        let named = ["place", "country"].compactMap { name in fields.first { $0.name == name }?.text }
        let time = answer.header.stage.from ?? answer.header.stage.to
        let parts = named + [time.map(DatePhrases.period) ?? ""]
        return parts.filter { !$0.isEmpty }.map { " · \($0)" }.joined()
    }

    private var advised: Prose {
        let leading = answer.entries.filter { briefing.leading.contains($0.package) }
        guard !leading.isEmpty else {
            return answer.isAllRejected ? "nothing that the adviser keeps." : "nothing, on what is known."
        }
        let names = leading.map { "“\(title(of: $0.package))”" }
        let rest = answer.entries.count - leading.count
        let provisional = leading.count { $0.standing == .provisional }
        let doubt =
            provisional == 0
            ? ""
            : provisional == leading.count ? ", provisionally" : " (\(provisional) of them provisionally)"
        let more = rest > 0 ? [counted(rest, "more package", plural: "more packages")] : []
        return Prose(listed(names + more) + doubt + ".")
    }

    // MARK: What it rests on

    /// The last part: which rules spoke, how old what they rest on is, and what they cannot say.
    private var standing: [Document.Block] {
        let years = rules.sources.compactMap(\.year)
        var age =
            "It rests on \(counted(rules.claims.count, "proposition")) of \(counted(rules.sources.count, "document"))"
        if let first = years.min(), let last = years.max() {
            let span = first == last ? "of \(first)" : "from \(first) to \(last)"
            age += ", \(span) where they are dated; nothing later is in it. Ask what has been learnt since."
        } else {
            age += "."
        }
        let cited = notes.claimsCited.compactMap { rules[$0].firmness }
        let firm = Claim.Firmness.allCases.reversed().compactMap { firmness -> String? in
            let count = cited.count { $0 == firmness }
            return count == 0 ? nil : "\(count) \(firmness.saying(count))"
        }
        let own = answer.entries.count { $0.evidence.isInSample }
        var blocks: [Document.Block] = [.paragraph(Prose(age))]
        if !firm.isEmpty {
            blocks.append(
                .paragraph(
                    Prose(
                        "Of the propositions cited here the documents assert \(listed(firm)); that says how firmly "
                            + "they say it, not how well it was shown.")))
        }
        if own > 0 {
            blocks.append(
                .paragraph(
                    Prose(
                        "\(own) of \(counted(answer.entries.count, "package")) advised "
                            + "\(own == 1 ? "rests" : "rest") on propositions drawn from this place's own story."
                    )))
        }
        blocks.append(
            .paragraph(
                "There are no probabilities in it and no weights: packages are ranked by what is known, how firmly "
                    + "it is said, and in how many places independently."))
        blocks.append(
            .paragraph(.faint("Rules \(view.rulesDigest.short) · case \(view.caseDigest.short)")))
        return section("What this brief rests on", blocks)
    }
}

extension Claim.Firmness {
    fileprivate func saying(_ count: Int) -> String {
        switch self {
        case .strong: "firmly"
        case .qualified: "with qualifications"
        case .hypothesis: count == 1 ? "as a hypothesis" : "as hypotheses"
        }
    }
}
