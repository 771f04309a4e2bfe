import Analysis
import RuleModel

// What rules conclude: concepts and classifications.

extension Site {
    func conceptPage(_ id: ID<Concept>) -> SitePage {
        let concept = rules[id]
        let address = SiteMap.address(of: id, in: rules)
        let title = concept.name.asWords.capitalizedFirst
        var document = Document([.title(Prose(title), aside: Prose.name(concept.name))])
        if !concept.title.isEmpty { document.add(.paragraph(Prose(concept.title.asSentence))) }
        document.add(
            .facts(
                fact("Said of", concept.collection.map { words.name(.collection($0)) } ?? "the cluster")
                    + fact(
                        "Decided by",
                        concept.isBySigns
                            ? "signs: a rule can show it, and none can refute it"
                            : "its rules: where none applies, it does not hold")
                    + fact("Theme", Prose(concept.section.map { rules[$0].title } ?? ""))
                    + fact("From", words.claims(concept.claims))))
        document.add(derived(.concept(id), .concept(id)))
        document.add(part("Disputes that turn on it", disputes(turningOn: .concept(id))))
        document.add(part("Stated in the cases", caseList(backlinks.told[.concept(id)] ?? [])))
        document.add(declared(concept.origin))
        return page(
            address, title, .concepts, document,
            entries: [
                SearchEntry(
                    kind: "concept", name: concept.name, title: title, text: concept.title, address: address)
            ])
    }

    func classificationPage(_ id: ID<Classification>) -> SitePage {
        let classification = rules[id]
        let address = SiteMap.address(of: id, in: rules)
        let title = classification.name.asWords.capitalizedFirst
        var document = Document([.title(Prose(title), aside: Prose.name(classification.name))])
        if !classification.title.isEmpty { document.add(.paragraph(Prose(classification.title.asSentence))) }
        let values = classification.values.map { value in
            Prose.name(value.name) + Prose(value.title.isEmpty ? "" : ": \(value.title)")
        }
        document.add(
            .facts(
                fact(
                    "Said of", classification.collection.map { words.name(.collection($0)) } ?? "the cluster")
                    + fact("Values", all: values)
                    + fact(
                        "Several at once",
                        Prose(classification.isSeveral ? "yes" : "no: two of them would be contested"))
                    + fact("Theme", Prose(classification.section.map { rules[$0].title } ?? ""))
                    + fact("From", words.claims(classification.claims))))
        document.add(derived(.classification(id), .classification(id)))
        document.add(part("Disputes that turn on it", disputes(turningOn: .classification(id))))
        document.add(part("Stated in the cases", caseList(backlinks.told[.classification(id)] ?? [])))
        document.add(declared(classification.origin))
        return page(
            address, title, .classifications, document,
            entries: [
                SearchEntry(
                    kind: "classification", name: classification.name, title: title,
                    text: ([classification.title] + classification.values.map(\.name)).joined(separator: " "),
                    address: address)
            ])
    }

    /// What decides it, and what rests on it.
    private func derived(_ asked: Asked, _ thing: Influence.Thing) -> [Document.Block] {
        let concluding = references.rules(concluding: asked)
        return part("What leads here, and on", picture(of: thing))
            + part(
                "Rules that conclude it",
                concluding.isEmpty
                    ? [.paragraph("No rule concludes it; a case may state it.")]
                    : list(concluding, aside: { .faint(value(of: asked, by: $0)) }))
            + readers(of: asked)
            + part("Reports that count it", reports(asking: asked))
    }

    /// Which value of a classification a rule concludes.
    private func value(of asked: Asked, by rule: ID<Rule>) -> String {
        guard case .classification(let id) = asked else { return "" }
        let values = rules[rule].conclusions.compactMap { conclusion -> String? in
            if case .classification(id, value: let value, of: _) = conclusion {
                return Phraser.name(rules[id].values, value)
            }
            return nil
        }
        return listed(values)
    }

    var conceptIndex: SitePage {
        var document = Document([.title("Concepts"), .paragraph(Prose(SiteMap.Kind.concepts.about))])
        let all = rules.concepts.indices.map { ID<Concept>($0) }
        for (theme, found) in byTheme(all, { rules[$0].origin }) {
            document.add(
                part(
                    theme,
                    found.map { id in
                        .item(
                            "·", words.name(.concept(id)),
                            below: rules[id].title.isEmpty
                                ? [] : [.paragraph(Prose(rules[id].title.asSentence))])
                    }))
        }
        return page(SiteMap.Kind.concepts.index, "Concepts", .concepts, document)
    }

    var classificationIndex: SitePage {
        var document = Document([
            .title("Classifications"), .paragraph(Prose(SiteMap.Kind.classifications.about)),
        ])
        document.add(
            rules.classifications.indices.map { place in
                let declared = rules.classifications[place]
                let values = Prose.faint(listed(declared.values.map(\.name), "or"))
                return .item(
                    "·", words.name(.classification(ID(place))),
                    below: (declared.title.isEmpty ? [] : [.paragraph(Prose(declared.title.asSentence))])
                        + [.paragraph(values)])
            })
        return page(SiteMap.Kind.classifications.index, "Classifications", .classifications, document)
    }
}
