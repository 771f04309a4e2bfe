import RuleModel

/// All that is known of one claim: where it stands, how firmly it is asserted, what stands on it.
struct ClaimPage {
    let phraser: Phraser
    let id: ID<Claim>
    let grounds: [ClaimUses.Ground]
    private var rules: RuleBase { phraser.rules }

    init(_ id: ID<Claim>, _ phraser: Phraser, uses: ClaimUses) {
        self.id = id
        self.phraser = phraser
        grounds = uses[id]
    }

    var document: Document {
        let claim = rules[id]
        var document = Document([.title(Prose(claim.name), aside: .faint(claim.origin.place))])
        document.add(.paragraph(Prose("“\(claim.text)”")))
        for citation in claim.citations {
            let source = rules[citation.source]
            let year = source.year.map { " (\($0))" } ?? ""
            document.add(
                .item(
                    "at", .citation("\(source.name) \(citation.location)"),
                    below: [.paragraph(.faint("\(source.authors)\(year): \(source.title)"))]))
        }
        if let firmness = claim.firmness { document.add(.paragraph("Asserted as: \(firmness.word).")) }
        if let figure = claim.figure { document.add(.paragraph("States the figure \(figure.text).")) }
        if !claim.fromCases.isEmpty {
            document.add(.paragraph("Drawn from the story of \(listed(claim.fromCases))."))
        }
        if !claim.restates.isEmpty {
            document.add(.paragraph("Restates " + phraser.claims(claim.restates) + ": counted once with it."))
        }
        if let exclusion = claim.exclusion {
            document.add(.paragraph(Prose("No rule stands on it: ") + phraser.phrase(exclusion)))
        }
        document.add(.heading("STANDS BEHIND"))
        document.add(grounds.isEmpty ? [.paragraph("nothing yet")] : grounds.map(item))
        return document
    }

    private func item(_ ground: ClaimUses.Ground) -> Document.Block {
        .item("·", phraser.phrase(ground), aside: .faint(phraser.origin(of: ground).place))
    }
}
