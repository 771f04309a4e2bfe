import RuleModel

// Historic clusters, stage by stage: what was known, done, and came of it, and what the rules should say.

extension Site {
    func casePage(_ cluster: ClusterCase) -> SitePage {
        let title = cluster.title.isEmpty ? cluster.name : cluster.title
        var document = Document([.title(.told(title), aside: Prose.name(cluster.name))])
        document.add(
            .facts(cluster.fields.map { Document.Fact($0.name.asWords.capitalizedFirst, [.told($0.text)]) }))
        for stage in cluster.stages { document.add(self.stage(stage, of: cluster)) }
        document.add(declared(cluster.origin))
        return page(
            SiteMap.address(of: cluster), title, .cases, document,
            entries: [
                SearchEntry(
                    kind: "case", name: cluster.name, title: title,
                    text: cluster.fields.map(\.text).joined(separator: " "),
                    address: SiteMap.address(of: cluster))
            ])
    }

    var caseIndex: SitePage {
        var document = Document([.title("Cases"), .paragraph(Prose(SiteMap.Kind.cases.about))])
        document.add(
            cases.sorted { $0.name < $1.name }.map { cluster in
                let teaches = cluster.field("teaches") ?? ""
                return .item(
                    "·",
                    Prose(cluster.title.isEmpty ? cluster.name : cluster.title)
                        .linked(to: SiteMap.address(of: cluster)),
                    aside: .faint(cluster.name),
                    below: teaches.isEmpty ? [] : [.paragraph(.told(teaches))])
            })
        return page(SiteMap.Kind.cases.index, "Cases", .cases, document)
    }

    private func stage(_ stage: Stage, of cluster: ClusterCase) -> [Document.Block] {
        let named = stage.title.isEmpty ? stage.name.asWords.capitalizedFirst : stage.title
        var blocks: [Document.Block] = []
        if cluster.stages.count > 1 {
            blocks.append(.heading(.told(named)))
            let from = stage.from.map { "from \(DatePhrases.period($0))" }
            let to = stage.to.map { "to \(DatePhrases.period($0))" }
            let after = stage.previous.map { "after \(cluster.stages[$0].name)" }
            let time = [from, to, after].compactMap { $0 }.joined(separator: " · ")
            blocks.append(
                .paragraph(.faint([stage.name, time].filter { !$0.isEmpty }.joined(separator: " · "))))
        } else {
            blocks.append(.heading("What was known"))
        }
        blocks += statements(stage.statements)
        blocks += subpart("The question", stage.questions.map { .paragraph(.told($0.text)) })
        blocks += subpart(
            "What was done",
            stage.deeds.map { deed in
                let by = deed.by.map { ", by \($0.asWords)" } ?? ""
                let asPackage: Prose = deed.package.map { ", as " + words.package($0) } ?? ""
                return .item(
                    "·", .told(deed.text) + Prose(by) + asPackage, aside: words.citations(deed.citations))
            })
        blocks += subpart(
            "What came of it",
            stage.outcomes.map { .item("·", .told($0.text), aside: words.citations($0.citations)) })
        blocks += subpart(
            "What an adviser decided",
            stage.overrides.map { override in
                .item(
                    "·", Prose(override.kind == .reject ? "not " : "also ") + words.package(override.package),
                    below: [.paragraph(.told("\(override.reason) (\(override.by))"))])
            })
        blocks += subpart("What the rules should say", stage.expectations.map(expectation))
        return blocks
    }

    private func subpart(_ heading: String, _ blocks: [Document.Block]) -> [Document.Block] {
        blocks.isEmpty ? [] : [.subheading(Prose(heading))] + blocks
    }

    private func expectation(_ expectation: Expectation) -> Document.Block {
        let grounds = [words.claims(expectation.claims), words.citations(expectation.citations)].joined(
            by: ", ")
        return .item(
            "·", words.linked(words.phraser.phrase(expectation), about: expectation.claim), aside: grounds)
    }

    private func statements(_ told: [Statement]) -> [Document.Block] {
        let rows = told.compactMap(row)
        let members = told.flatMap(member)
        return
            (rows.isEmpty
            ? []
            : [
                .table(
                    Document.Table(["Of what", "Reading"], rows: rows, content: .words, caption: "Readings"))
            ])
            + members
    }

    private func row(_ statement: Statement) -> [Prose]? {
        switch statement {
        case .diagnostic(let id, let reading):
            [words.name(.diagnostic(id)), value(reading, rules[id].measurement.type)]
        case .attribute(let id, let reading):
            [
                Prose.name(rules[id].name).linked(to: SiteMap.address(of: id, in: rules)),
                value(reading, rules[id].measurement.type),
            ]
        case .concept(let id, let reading): [words.name(.concept(id)), value(reading, .yesNo)]
        case .classification(let id, let reading):
            [words.name(.classification(id)), Prose(values(reading, rules[id].values)) + remark(reading)]
        case .classificationValue(let value, let reading):
            [
                words.name(.classification(value.classification)),
                Prose("\(Phraser.name(rules[value.classification].values, value.value)): ")
                    + self.value(reading, .yesNo),
            ]
        case .inForce(let id, let reading): ["in force: " + words.package(id), value(reading, .yesNo)]
        case .memberGone(let collection, name: let name, _):
            [words.name(.collection(collection)), Prose("\(name) is gone")]
        case .allListed(let collection): [words.name(.collection(collection)), "all of them are listed"]
        case .notAllListed(let collection):
            [words.name(.collection(collection)), "whether all of them are listed, nobody knows"]
        case .member: nil
        }
    }

    private func member(_ statement: Statement) -> [Document.Block] {
        guard case .member(let collection, name: let name, title: let title, let inside, _) = statement else {
            return []
        }
        let named = title.isEmpty ? name.asWords.capitalizedFirst : title
        return [.subheading(words.name(.collection(collection)) + Prose(": ") + .told(named))]
            + statements(inside)
    }

    private func value(_ reading: Reading, _ type: ValueType) -> Prose {
        words.phraser.value(possible: reading.possible, presumed: reading.presumed, type)
            + remark(reading, type)
    }

    private func values(_ reading: Reading, _ values: [NamedValue]) -> String {
        guard case .members(let mask) = reading.presumed else { return "" }
        let names = values.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }.map { values[$0].name }
        return listed(names, "or")
    }

    private func remark(_ reading: Reading, _ type: ValueType? = nil) -> Prose {
        var parts: [Prose] = []
        switch reading.basis {
        case .assumed: parts.append("a guess")
        case .disputed:
            parts.append(
                "disputed: "
                    + reading.sides.map { side in
                        Prose(type.map { rules.phrase(side.value, $0) + " " } ?? "")
                            + words.citations(side.citations)
                    }.joined(by: " against "))
        case .unknown: parts.append("nobody knows")
        case .stated, .carriedOver: break
        }
        if !reading.note.isEmpty {
            // It is no sentence any more where other things follow.
            parts.append(.told(reading.note.last == "." ? String(reading.note.dropLast()) : reading.note))
        }
        if reading.basis != .disputed { parts.append(words.citations(reading.citations)) }
        let joined = parts.joined(by: ", ")
        return joined.isEmpty ? "" : Prose(" (") + joined + Prose(")")
    }
}
