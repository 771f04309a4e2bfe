import RuleModel

// The documents, with every claim in the order in which a reader of the document meets it.

extension Site {
    func sourcePage(_ id: ID<Source>) -> SitePage {
        let source = rules[id]
        let address = SiteMap.address(of: id, in: rules)
        let title = source.title.isEmpty ? source.name : source.title
        var document = Document([.title(Prose(title), aside: Prose.name(source.name))])
        document.add(
            .facts(
                fact("Authors", Prose(source.authors))
                    + fact("Year", Prose(source.year.map(String.init) ?? ""))
                    + fact("Publisher", Prose(source.publisher)) + fact("Note", Prose(source.note))
                    + fact("Used in cases", casesCiting(id))))
        var entries = [
            SearchEntry(
                kind: "source", name: source.name, title: title,
                text: "\(source.authors) \(source.year.map(String.init) ?? "")", address: address)
        ]
        for shelf in LiteratureOrder(rules).shelves where shelf.source == id {
            for section in shelf.sections {
                document.add(
                    part(
                        section.location.isEmpty ? "Without a place" : "\(source.name) \(section.location)",
                        section.claims.map(told)))
                entries += section.claims.map(entry)
            }
        }
        document.add(declared(source.origin))
        return page(address, title, .sources, document, entries: entries)
    }

    var sourceIndex: SitePage {
        var document = Document([
            .title("Sources and claims"), .paragraph(Prose(SiteMap.Kind.sources.about)),
        ])
        let shelves = LiteratureOrder(rules).shelves
        document.add(
            rules.sources.indices.map { place in
                let source = rules.sources[place]
                let count = shelves.first { $0.source == ID(place) }?.claims.count ?? 0
                let year = source.year.map { " (\($0))" } ?? ""
                return .item(
                    "·",
                    Prose(source.title.isEmpty ? source.name : source.title)
                        .linked(to: SiteMap.address(of: ID<Source>(place), in: rules)),
                    aside: .faint(counted(count, "claim")),
                    below: [.paragraph(.faint("\(source.authors)\(year)"))])
            })
        var entries: [SearchEntry] = []
        for shelf in shelves where shelf.source == nil {
            document.add(part("Claims of no document", shelf.claims.map(told)))
            entries = shelf.claims.map(entry)
        }
        return page(SiteMap.Kind.sources.index, "Sources and claims", .sources, document, entries: entries)
    }

    private func entry(_ id: ID<Claim>) -> SearchEntry {
        SearchEntry(
            kind: "claim", name: rules[id].name, title: rules[id].text, text: "",
            address: SiteMap.address(of: id, in: rules))
    }

    /// A claim with what stands on it and which others tell the same.
    private func told(_ id: ID<Claim>) -> Document.Block {
        let claim = rules[id]
        let grounds = uses[id].map { ground -> Prose in
            let (kind, name) = words.phraser.named(ground)
            let part = if case .package(_, let part) = ground { " (\(part.rawValue))" } else { "" }
            return Prose("\(kind) ")
                + Prose.name(name).linked(to: SiteMap.address(of: ground, in: rules)) + .faint(part)
        }
        let expected = (backlinks.expectedFrom[id] ?? []).map { telling in
            Prose(cases[telling.cluster].name).linked(to: SiteMap.address(of: cases[telling.cluster]))
        }
        var aside = Prose(claim.firmness?.word ?? "")
        if claim.citations.count > 1 {
            aside = [aside, words.citations(Array(claim.citations.dropFirst()))].joined(by: ", also ")
        }
        let exclusion = claim.exclusion.map { exclusion -> Prose in
            Prose(exclusion.reason.words) + words.grounds(exclusion.claims)
                + Prose(exclusion.note.isEmpty ? "" : ": \(exclusion.note)")
        }
        return .item(
            Prose.strong(claim.name) + Prose(" “\(claim.text)”"), aside: aside,
            below: [
                .facts(
                    fact("States", Prose(claim.figure?.text ?? ""))
                        + fact("Grounds", grounds.joined(by: ", "))
                        + fact("Not encoded", exclusion ?? "")
                        + fact("Restates", words.claims(claim.restates))
                        + fact("Restated by", words.claims(backlinks.restatedBy[id] ?? []))
                        + fact("Against or instead of", words.claims(backlinks.superseding[id] ?? []))
                        + fact("From the story of", fromCases(claim.fromCases))
                        + fact("Expected in", unique(expected).joined(by: ", "))
                        + fact("Written at", words.place(claim.origin)))
            ], anchor: claim.name)
    }

    /// Names of cases; those that are there lead to them.
    private func fromCases(_ names: [String]) -> Prose {
        names.map { name in
            Prose(name).linked(to: cases.first { $0.name == name }.map { SiteMap.address(of: $0) })
        }.joined(by: ", ")
    }

    private func casesCiting(_ id: ID<Source>) -> Prose {
        cases.filter { $0.cites(id) }.map { Prose($0.name).linked(to: SiteMap.address(of: $0)) }.joined(
            by: ", ")
    }

    private func unique(_ parts: [Prose]) -> [Prose] {
        var seen: Set<Prose> = []
        return parts.filter { seen.insert($0).inserted }
    }
}

extension ClusterCase {
    fileprivate func cites(_ source: ID<Source>) -> Bool {
        stages.contains { stage in
            stage.statements.contains { $0.cites(source) }
                || (stage.deeds.flatMap(\.citations) + stage.outcomes.flatMap(\.citations)
                    + stage.expectations.flatMap(\.citations)).contains { $0.source == source }
        }
    }
}

extension Statement {
    fileprivate func cites(_ source: ID<Source>) -> Bool {
        switch self {
        case .diagnostic(_, let reading), .attribute(_, let reading), .concept(_, let reading),
            .classification(_, let reading), .classificationValue(_, let reading), .inForce(_, let reading):
            (reading.citations + reading.sides.flatMap(\.citations)).contains { $0.source == source }
        case .member(_, name: _, title: _, let inside, _): inside.contains { $0.cites(source) }
        case .memberGone, .allListed, .notAllListed: false
        }
    }
}
