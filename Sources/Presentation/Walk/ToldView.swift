import Advice
import Inference
import RuleModel
import Training

/// A stage as it was known then: where the class stands, what is told, and the trainer's question.
public struct ToldView: Sendable {
    let moment: Moment
    let words: WalkWords
    var phraser: Phraser { words.phraser }
    var rules: RuleBase { moment.rules }

    public init(_ moment: Moment) {
        self.moment = moment
        words = WalkWords(moment)
    }

    /// - Parameters:
    ///   - isWhole: everything known by now; else only what this stage tells anew.
    ///   - isOnPaper: nothing can be asked for.
    public func document(isWhole: Bool = false, isOnPaper: Bool = false) -> Document {
        let all = ToldRow.all(moment.now, rules)
        let shown = isWhole ? all : fresh
        var document = heading
        document.add(
            .heading(isWhole || isFirst ? "WHAT IS KNOWN" : "WHAT IS NEW, OR KNOWN NOW"))
        document.add(isWhole ? whole : new)
        if shown.count < all.count, !isOnPaper {
            document.add([
                .gap,
                .paragraph(
                    .faint(
                        "\(counted(all.count - shown.count, "reading")) from before; to see all: situation")),
            ])
        }
        document.add(question)
        return document
    }

    /// Whether nothing was told before.
    var isFirst: Bool { before.isEmpty }

    private var before: Set<ToldRow.Told> {
        moment.history.dropLast().last.map { Set(ToldRow.all($0, rules).map(\.told)) } ?? []
    }

    /// What this stage tells anew; all of it at the first.
    private var fresh: [ToldRow] {
        let all = ToldRow.all(moment.now, rules), before = before
        return before.isEmpty
            ? all : all.filter { !before.contains($0.told) && $0.reading?.basis != .carriedOver }
    }

    var new: [Document.Block] {
        let shown = fresh
        return shown.isEmpty ? [.paragraph("Nothing more is told.")] : blocks(shown)
    }

    var whole: [Document.Block] { blocks(ToldRow.all(moment.now, rules)) }

    /// Never how many stages there are, which would tell that the story goes on.
    private var heading: Document {
        let cluster = moment.cluster
        let stage = moment.told
        let name = stage.map { $0.title.isEmpty ? $0.name : $0.title } ?? ""
        let aside = ["stage \(moment.stage + 1)", time].filter { !$0.isEmpty }
        var document = Document([
            .title(
                Prose(CaseHeading.title(of: cluster)),
                aside: .faint(aside.joined(separator: " · ")))
        ])
        if !name.isEmpty { document.add(.paragraph(.strong(name))) }
        let setting = ["sector", "place"].compactMap { cluster.field($0) }
        if moment.stage == 0, !setting.isEmpty {
            document.add(.paragraph(.faint(setting.joined(separator: " · "))))
        }
        return document
    }

    /// When it is; nothing where the documents do not say.
    var time: String { moment.told?.from.map { "from \(DatePhrases.period($0))" } ?? "" }

    private var question: [Document.Block] {
        asked.isEmpty ? [] : [.heading("THE QUESTION")] + asked
    }

    /// The trainer's questions.
    var asked: [Document.Block] { (moment.told?.questions ?? []).map { .paragraph(.told($0.text)) } }

    private func blocks(_ rows: [ToldRow]) -> [Document.Block] {
        let sections: [ID<Section>?] = rules.sections.indices.map { ID($0) } + [nil]
        let ofCluster = sections.flatMap { section -> [Document.Block] in
            let inside = rows.filter { $0.bearer == nil && $0.section == section }
            guard !inside.isEmpty else { return [] }
            let title = section.map { rules[$0].title } ?? "Besides"
            return [.subheading(Prose(title))] + inside.map(item)
        }
        let ofMembers = rules.collections.indices.flatMap { place -> [Document.Block] in
            let inside = rows.filter { $0.bearer?.collection == ID(place) }
            guard !inside.isEmpty else { return [] }
            return [.subheading(Prose(rules.collections[place].plural.asWords.capitalizedFirst))]
                + members(inside)
        }
        return ofCluster + ofMembers
    }

    /// Each member once, with what is told of it under it.
    private func members(_ rows: [ToldRow]) -> [Document.Block] {
        var bearers: [ToldRow.Bearer] = []
        for case let bearer? in rows.map(\.bearer) where !bearers.contains(bearer) { bearers.append(bearer) }
        return bearers.map { bearer in
            .item(
                "·", .name(bearer.name) + (bearer.title.isEmpty ? "" : Prose(", ") + .told(bearer.title)),
                below: rows.filter { $0.bearer == bearer && $0.reading != nil }.map(item))
        }
    }

    /// What the author of the case says of a guess was said with hindsight, and is not told beforehand.
    private func note(_ reading: Reading) -> [Document.Block] {
        reading.note.isEmpty || reading.basis != .stated ? [] : [.paragraph(.told(reading.note))]
    }

    private func item(_ row: ToldRow) -> Document.Block {
        guard let reading = row.reading else { return .item("·", .name(row.name)) }
        var value = self.value(row, reading.possible, presumed: reading.presumed)
        switch reading.basis {
        case .unknown: value = .doubtful("nobody knows")
        case .assumed: value += .doubtful(" (assumed)")
        case .carriedOver: value += .doubtful(" (as it was before; it may have changed)")
        case .disputed:
            value =
                .doubtful("disputed: ")
                + reading.sides.map { side in
                    self.value(row, side.value, presumed: side.value) + " "
                        + phraser.citations(side.citations)
                }.joined(by: " against ")
        case .stated: break
        }
        return .item(
            "·", .name(row.name) + ": " + value, aside: phraser.citations(reading.citations),
            below: note(reading))
    }
}

extension ToldView {
    private func value(_ row: ToldRow, _ possible: ValueSet, presumed: ValueSet) -> Prose {
        guard let values = row.values else {
            return phraser.value(possible: possible, presumed: presumed, row.type)
        }
        func names(_ set: ValueSet) -> String {
            guard case .members(let mask) = set else { return "unknown" }
            return listed(
                values.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }.map { values[$0].name },
                "or")
        }
        return Prose(possible == presumed ? names(possible) : "presumably \(names(presumed))")
    }
}
