import Advice
import Inference
import RuleModel

// Where the cluster stands: what was read, and what the rules make of it.

extension BriefPages {
    mutating func situation() -> [Document.Block] {
        var blocks: [Document.Block] = [.paragraph(setting)]
        let stages = briefing.cluster.stages
        let place = answer.header.stage.number - 1
        if stages.indices.contains(place), let question = stages[place].questions.first {
            blocks.append(.paragraph(.strong("The question: ") + .told(question.text)))
        }
        blocks += readings()
        return section("The situation", blocks)
    }

    /// Place, trade and time in a sentence or two.
    private var setting: Prose {
        let header = answer.header
        func field(_ name: String) -> String? { header.fields.first { $0.name == name }?.text }
        var parts: [Prose] = []
        if let sector = field("sector") { parts.append(.told(sector.capitalizedFirst)) }
        let places = [field("place"), field("country")].compactMap { $0 }
        if !places.isEmpty { parts.append(.told(places.joined(separator: ", "))) }
        var setting = parts.joined(by: ", ")
        if !setting.isEmpty { setting += ". " }
        let stage = header.stage
        let name = stage.title.isEmpty ? (stage.count > 1 ? stage.name : "") : stage.title
        let time = [
            stage.from.map { "from \(DatePhrases.period($0))" },
            stage.to.map { "to \(DatePhrases.period($0))" },
        ]
        .compactMap { $0 }.joined(separator: " ")
        if !name.isEmpty {
            setting += .told(name) + Prose(time.isEmpty ? ". " : ", \(time). ")
        } else if !time.isEmpty {
            setting += Prose("\(time.capitalizedFirst). ")
        }
        return setting + Prose(sureness)
    }

    private var sureness: String {
        let readings = answer.header.readings
        guard !readings.all.isEmpty else { return "No advice rests on a reading of this case." }
        let remarks = [
            ("assumed", readings.assumed.count), ("disputed", readings.disputed.count),
            ("carried over from the stage before", readings.carriedOver.count),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        let remark = remarks.isEmpty ? ", all of them told by documents" : ", \(listed(remarks))"
        return "The advice rests on \(counted(readings.all.count, "reading"))\(remark)."
    }

    private mutating func readings() -> [Document.Block] {
        let told = briefing.readings.prefix(Self.readingsTold)
        guard !told.isEmpty else { return [] }
        var rows: [[Prose]] = []
        for weighed in told {
            rows.append([
                subject(weighed.place).capitalizedFirst,
                worded(
                    phraser.value(
                        possible: weighed.reading.possible, presumed: weighed.reading.presumed,
                        type(of: weighed.place)),
                    type(of: weighed.place)),
                sureness(of: weighed.reading, type(of: weighed.place)),
            ])
        }
        let rest = briefing.readings.count - told.count
        let more: [Document.Block] =
            rest > 0
            ? [
                .paragraph(
                    .faint("and \(counted(rest, "reading")) more on which less of the programme rests"))
            ]
            : []
        return [
            .table(
                Document.Table(
                    ["Reading", "What is known", "How sure"], rows: rows, content: .words,
                    caption: "What the programme rests on, that which carries most of it first"))
        ] + more
    }

    /// Names of values without the hyphens that make them one word in a case file.
    private func worded(_ value: Prose, _ type: ValueType) -> Prose {
        switch type {
        case .scale, .choice: Prose(value.text.asWords)
        default: value
        }
    }

    /// What was read, in words; a member by its own name.
    private func subject(_ place: ReadingPlace) -> Prose {
        switch place {
        case .attribute(let attribute, let member):
            Prose("\(rules[attribute].name.asWords), ") + .told(phraser.name(of: member).asWords)
        case .inForce(let package): Prose("in force: \(title(of: package))")
        case .concept(let concept, _):
            Prose(rules[concept].title.isEmpty ? rules[concept].name.asWords : rules[concept].title)
        default: Prose(phraser.phrase(place).asWords)
        }
    }

    func type(of place: ReadingPlace) -> ValueType {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, _): rules[attribute].measurement.type
        default: .yesNo
        }
    }

    private mutating func sureness(of reading: Reading, _ type: ValueType) -> Prose {
        var words: Prose
        switch reading.basis {
        case .stated: words = "told"
        case .assumed: words = .doubtful("assumed")
        case .disputed:
            var sides: [Prose] = []
            for side in reading.sides {
                sides.append(
                    worded(Prose(rules.phrase(side.value, type)), type) + notes.cite(side.citations))
            }
            return .doubtful("disputed: ") + sides.joined(by: " against ")
        case .carriedOver: words = .doubtful("carried over")
        case .unknown: words = .doubtful("nobody knows")
        }
        words += notes.cite(reading.citations)
        if reading.basis == .assumed, !reading.note.isEmpty {
            words += Prose(": ") + .told(reading.note)
        }
        return words
    }

    // MARK: Diagnosis

    mutating func diagnosis() -> [Document.Block] {
        let classes = briefing.diagnosis.filter {
            if case .classification = $0.fact { true } else { false }
        }
        let concepts = briefing.diagnosis.filter {
            if case .concept = $0.fact { true } else { false }
        }
        // What carries the programme is explained first; of the rest the reader is told that it holds.
        let weighty = classes.filter { $0.bearing > 0 } + classes.filter { $0.bearing == 0 }
        let explained = Set(weighty.prefix(Self.classesTold).map(\.fact))
        var items: [Document.Block] = []
        for item in classes where explained.contains(item.fact) { items.append(diagnosed(item)) }
        for item in concepts.prefix(Self.conceptsTold) { items.append(diagnosed(item)) }
        let others = classes.filter { !explained.contains($0.fact) }.map { item in
            Prose(name(of: item.fact).text.uncapitalizedFirst) + doubt(of: item)
        }
        if !others.isEmpty {
            items.append(.item("·", "Also: " + others.joined(by: "; ") + "."))
        }
        return section("The diagnosis", items)
    }

    private mutating func diagnosed(_ item: Briefing.DiagnosisItem) -> Document.Block {
        let name = name(of: item.fact)
        let why: Prose = item.isStated ? "As the case states." : sentences(item.reasons, most: 1)
        let joint: Prose = name.text.hasSuffix(".") ? " " : ". "
        return .item("·", name + doubt(of: item) + (why.isEmpty ? "" : joint + why))
    }

    private func doubt(of item: Briefing.DiagnosisItem) -> Prose {
        let doubt: Prose = item.verdict == .presumablyYes ? .doubtful(" (presumably)") : ""
        return doubt + (item.isContested ? .doubtful(" (contested)") : "")
    }

    private func name(of fact: Fact) -> Prose {
        switch fact {
        case .classification(let value, _):
            let declared = rules[value.classification]
            let named = declared.values[value.value]
            let said = named.title.isEmpty ? named.name.asWords : named.title
            return Prose("\(declared.name.asWords): ".capitalizedFirst) + .strong(said)
        case .concept(let concept, _):
            let declared = rules[concept]
            return .strong((declared.title.isEmpty ? declared.name.asWords : declared.title).asSentence)
        default: return Prose(phraser.phrase(fact))
        }
    }
}
