import Advice
import Inference
import RuleModel

/// Advice for several cases, stages or schools side by side, and which readings make the difference.
public struct CompareView: Sendable {
    let comparison: AdviceComparison
    let sides: [Side]
    let rules: RuleBase
    let rulesDigest: Digest

    /// One column.
    public struct Side: Sendable {
        /// What it is called at the head of its column.
        public var label: String
        public var history: [Situation]
        public var caseDigest: Digest

        public init(label: String, history: [Situation], caseDigest: Digest) {
            self.label = label
            self.history = history
            self.caseDigest = caseDigest
        }
    }

    /// - Parameter sides: one for each of the comparison's answers, which must be of one rule base.
    public init(_ comparison: AdviceComparison, sides: [Side], rules: RuleBase, rulesDigest: Digest) {
        self.comparison = comparison
        self.sides = sides
        self.rules = rules
        self.rulesDigest = rulesDigest
    }

    private var phrasers: [Phraser] { sides.map { Phraser(rules: rules, history: $0.history) } }
    private var titles: Phraser { Phraser(rules: rules, history: []) }

    public var document: Document {
        var document = Document(heads)
        document.add(table)
        document.add(agreed)
        for side in sides.indices.dropFirst() { document.add(differences(to: side)) }
        let digests = ["rules \(rulesDigest.short)"] + sides.map { "\($0.label) \($0.caseDigest.short)" }
        document.add([.gap, .paragraph(.faint(digests.joined(separator: " · ")))])
        return document
    }

    /// What the columns stand for.
    private var heads: [Document.Block] {
        let items = zip(sides, comparison.answers).map { side, answer -> Document.Block in
            let header = answer.header
            let stage = header.stage
            var words = Prose.told(header.caseTitle.isEmpty ? header.caseName : header.caseTitle)
            let name = stage.title.isEmpty ? (stage.count > 1 ? stage.name : "") : stage.title
            if !name.isEmpty { words += " · " + .told(name) }
            if let time = stage.from { words += Prose(", from \(DatePhrases.period(time))") }
            if let lens = answer.lens {
                let value = rules[lens.lens].values[lens.value]
                words += Prose(" · only what belongs to \(rules[lens.lens].name) \(value.name)")
                if !value.title.isEmpty { words += .faint(" (\(value.title))") }
            }
            return .paragraph(.strong(side.label) + ": " + words)
        }
        return [.title("Side by side")] + items
    }

    private var table: [Document.Block] {
        guard !comparison.differing.isEmpty else {
            return [.gap, .paragraph("The advice is the same on all sides.")]
        }
        let rows = comparison.differing.map { row in
            [Prose(titles.title(of: row.package))] + row.places.map(cell)
        }
        return [
            .heading("WHERE THE ADVICE DIFFERS"),
            .table(
                Document.Table(
                    ["package"] + sides.map(\.label), rows: rows, content: .words,
                    caption: "Where the advice differs")),
        ]
    }

    private func cell(_ place: PlaceInAnswer) -> Prose {
        switch place {
        case .programme(let number, let standing, let isContested):
            Prose("\(number) ") + standing.prose + (isContested ? .doubtful(", contested") : "")
        case .contested: .doubtful("contested")
        case .waiting: .faint("waits")
        case .withheld: .faint("withheld")
        case .leftOut: .faint("left out")
        case .refused(.doesNotApply): .faint("–")
        case .refused(.harmful): .bad("would harm")
        case .refused(.disputed): .doubtful("disputed")
        case .refused(.notNeeded): .faint("not needed")
        case .outOfSight: .faint("not its own")
        }
    }

    private var agreed: [Document.Block] {
        guard !comparison.agreed.isEmpty else { return [] }
        let names = comparison.agreed.map { titles.title(of: $0) }
        return [.heading("ADVISED ON ALL SIDES")] + names.map { .item("·", Prose($0)) }
    }

    // MARK: What makes the difference

    private func differences(to side: Int) -> [Document.Block] {
        let told = comparison.differences.filter { $0.side == side }
        let items = told.compactMap { item($0, to: side) }
        var blocks: [Document.Block] = []
        if !items.isEmpty {
            blocks += [
                .heading(Prose("WHAT MAKES THE DIFFERENCE, \(sides[0].label) TO \(sides[side].label)")),
                .paragraph(
                    .faint(
                        "the smallest sets of readings that, moved from the one to the other, make the package "
                            + "fare as there")),
            ]
            blocks += items
        }
        let lens = told.filter { $0.cause == .lens }
        if !lens.isEmpty {
            blocks += [
                .gap,
                .paragraph(
                    .faint(
                        "\(sides[0].label) and \(sides[side].label): the readings are the same; "
                            + "\(counted(lens.count, "package")) \(lens.count == 1 ? "differs" : "differ") by what belongs to each view"
                    )),
            ]
        }
        return blocks
    }

    private func item(_ difference: AdviceComparison.Difference, to side: Int) -> Document.Block? {
        let title = Prose(titles.title(of: difference.package))
        switch difference.cause {
        case .lens: return nil
        case .selection:
            return .item(
                "·", title, below: [.paragraph("advised on both, and left out on one for what ranks higher")])
        case .notSmallest(let set):
            return .item(
                "·", title,
                below: [
                    .paragraph(
                        .faint("these together, none of them to spare; a smaller set of others may exist:"))
                ] + set.map { .item("·", moved($0, to: side)) })
        case .readings(let sets):
            return .item("·", title, below: told(sets, to: side))
        }
    }

    private func told(_ sets: [[MovedReading]], to side: Int) -> [Document.Block] {
        let shown = sets.prefix(3)
        var blocks: [Document.Block] = []
        for (place, set) in shown.enumerated() {
            if place > 0 { blocks.append(.paragraph(.faint("or"))) }
            for (number, reading) in set.enumerated() {
                blocks.append(.item("·", (number > 0 ? .faint("and ") : "") + moved(reading, to: side)))
            }
        }
        let rest = sets.count - shown.count
        if rest > 0 { blocks.append(.paragraph(.faint("or \(counted(rest, "other set")) of the same size"))) }
        return blocks
    }

    /// A reading with what is known of it on the one side and on the other.
    private func moved(_ reading: MovedReading, to side: Int) -> Prose {
        switch reading {
        case .place(let place):
            let type = type(of: place)
            return Prose("\(phrasers[0].phrase(place)): ") + value(place, 0, type) + .faint(" → ")
                + value(place, side, type)
        case .members(let collection):
            return Prose("the \(rules[collection].plural), with what is said of them")
        case .past: return "what was said of the stages before"
        }
    }

    private func value(_ place: ReadingPlace, _ side: Int, _ type: ValueType?) -> Prose {
        guard let reading = sides[side].history.last?.reading(at: place) else { return .faint("not said") }
        guard let type else {
            // Of a classification, by the names of its values.
            return Prose(classified(place, reading.presumed))
        }
        return phrasers[side].value(possible: reading.possible, presumed: reading.presumed, type)
    }

    private func classified(_ place: ReadingPlace, _ values: ValueSet) -> String {
        guard case .classification(let classification, value: nil, _) = place,
            case .members(let mask) = values
        else { return rules.phrase(values, .yesNo) }
        let names = rules[classification].values
        return listed(
            names.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }.map { names[$0].name }, "or")
    }

    private func type(of place: ReadingPlace) -> ValueType? {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, _): rules[attribute].measurement.type
        case .classification(_, value: nil, _): nil
        default: .yesNo
        }
    }
}
