import RuleModel
import Training

/// The wrong belief that explains somebody's answers best, and the case that would unsettle it.
public struct BeliefsView: Sendable {
    private let match: BeliefMatch
    private let unsettling: ClusterCase?
    private let phraser: Phraser
    private var rules: RuleBase { phraser.rules }

    /// - Parameter unsettling: the case to walk next; `nil` where none is at hand.
    public init(_ match: BeliefMatch, unsettling: ClusterCase?, rules: RuleBase) {
        self.match = match
        self.unsettling = unsettling
        phraser = Phraser(rules: rules, history: [])
    }

    public var document: Document {
        let belief = rules[match.misconception]
        var document = Document([
            .heading("WHAT MAY STAND BEHIND YOUR ANSWERS"),
            .item(
                "?", .strong(belief.title.isEmpty ? belief.name : belief.title), aside: .name(belief.name),
                below: [
                    .paragraph("“\(belief.rule.because.asSentence)”"),
                    .paragraph(
                        .faint(acted) + match.explained.map { Prose(phraser.title(of: $0)) }.joined(by: "; ")),
                ]),
        ])
        document.add(Self.claims(belief, phraser))
        if let unsettling {
            document.add([
                .gap,
                .paragraph(
                    "A case that would unsettle it: " + .strong(CaseHeading.title(of: unsettling))
                        + .faint(" (distretto walk \(unsettling.name))")),
            ])
        }
        return document
    }

    static func claims(_ belief: Misconception, _ phraser: Phraser) -> [Document.Block] {
        let rules = phraser.rules
        return [.paragraph(.faint("What the documents say to it:"))]
            + belief.rule.claims.map { id in
                .item(
                    "·", .citation(rules[id].name) + Prose(" \(rules[id].text)"),
                    aside: phraser.citations(rules[id].citations))
            }
    }

    private var acted: String {
        "Of \(counted(match.shows, "stage")) at which who believes this would propose what the rules do not advise, you did so at \(match.acted): "
    }
}

/// How often a planted belief was found, belief by belief.
public struct BeliefTrialView: Sendable {
    private let rows: [BeliefTrial.Row]
    private let namedWithout: (named: Int, learners: Int)
    private let rules: RuleBase

    public init(_ rows: [BeliefTrial.Row], namedWithout: (named: Int, learners: Int), rules: RuleBase) {
        self.rows = rows
        self.namedWithout = namedWithout
        self.rules = rules
    }

    public var document: Document {
        let most = rows.first?.namedFirst.count ?? 0
        let shown = [1, 2, 4, most].filter { $0 > 0 && $0 <= most }
        let columns = shown.enumerated().filter { !shown.prefix($0.offset).contains($0.element) }.map(
            \.element)
        let learners = rows.map(\.learners).reduce(0, +)
        func cells(_ row: BeliefTrial.Row) -> [Prose] {
            [.name(rules[row.misconception].name), Prose("\(row.learners)")]
                + columns.map { Prose(percent(row.namedFirst[$0 - 1], of: row.learners)) }
        }
        let whole =
            [Prose("all"), Prose("\(learners)")]
            + columns.map { place in
                Prose(percent(rows.map { $0.namedFirst[place - 1] }.reduce(0, +), of: learners))
            }
        return Document([
            .heading("NAMED FIRST, AFTER SO MANY CASES"),
            .table(
                Document.Table(
                    ["belief", "learners"] + columns.map { counted($0, "case") },
                    rows: rows.map(cells) + [whole],
                    caption: "How many of the made-up learners had the belief named first that was planted")),
            .gap,
            .paragraph(
                Prose(
                    "Of \(namedWithout.learners) learners with no such belief \(namedWithout.named) had one named."
                )),
        ])
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\((part * 100 + whole / 2) / whole)%"
    }
}
