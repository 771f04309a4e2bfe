import Analysis
import RuleModel

// What a cluster is asked: diagnostics, and what it has several of.

extension Site {
    func diagnosticPage(_ id: ID<Diagnostic>) -> SitePage {
        let diagnostic = rules[id]
        let address = SiteMap.address(of: id, in: rules)
        let title = diagnostic.name.asWords.capitalizedFirst
        var document = Document([.title(Prose(title), aside: Prose.name(diagnostic.name))])
        if !diagnostic.measurement.question.isEmpty {
            document.add(.paragraph(Prose(diagnostic.measurement.question)))
        }
        let section = diagnostic.section.map { rules[$0].title }
        document.add(.facts(fact("Theme", Prose(section ?? "")) + facts(diagnostic.measurement)))
        document.add(part("What it leads to", picture(of: .diagnostic(id))))
        document.add(readers(of: .diagnostic(id)))
        document.add(part("Watched in", watchers { $0 == .diagnostic(id) }))
        document.add(part("Reports that count it", reports(asking: .diagnostic(id))))
        document.add(part("Disputes that turn on it", disputes(turningOn: .diagnostic(id))))
        document.add(part("In the cases", caseList(backlinks.told[.diagnostic(id)] ?? [])))
        document.add(declared(diagnostic.origin))
        return page(
            address, title, .diagnostics, document,
            entries: [
                SearchEntry(
                    kind: "diagnostic", name: diagnostic.name, title: title,
                    text: diagnostic.measurement.question, address: address)
            ])
    }

    var diagnosticIndex: SitePage {
        var document = Document([.title("Diagnostics"), .paragraph(Prose(SiteMap.Kind.diagnostics.about))])
        let all = rules.diagnostics.indices.map { ID<Diagnostic>($0) }
        for (title, found) in bySection(all, { rules[$0].section }) {
            document.add(
                part(
                    title,
                    found.map { id in
                        let question = rules[id].measurement.question
                        return .item(
                            "·", words.name(.diagnostic(id)),
                            aside: .faint(rules.phrase(rules[id].measurement.type)),
                            below: question.isEmpty ? [] : [.paragraph(Prose(question))])
                    }))
        }
        return page(SiteMap.Kind.diagnostics.index, "Diagnostics", .diagnostics, document)
    }

    func collectionPage(_ id: ID<RuleModel.Collection>) -> SitePage {
        let collection = rules[id]
        let address = SiteMap.address(of: id, in: rules)
        let title = collection.plural.asWords.capitalizedFirst
        var document = Document([.title(Prose(title), aside: Prose.name(collection.name))])
        if !collection.title.isEmpty { document.add(.paragraph(Prose(collection.title.asSentence))) }
        document.add(
            .facts(
                fact("Theme", Prose(collection.section.map { rules[$0].title } ?? ""))
                    + fact("Within each", collection.parent.map { words.name(.collection($0)) } ?? "")
                    + fact(
                        "Has several",
                        rules.collections.indices.filter { rules.collections[$0].parent == id }
                            .map { words.name(.collection(ID($0))) }.joined(by: ", "))))
        let attributes = rules.attributes.indices.filter { rules.attributes[$0].collection == id }
        document.add(part("What is measured in each", attributes.map { attribute(ID($0)) }))
        document.add(part("What it leads to", picture(of: .collection(id))))
        document.add(readers(of: .collection(id)))
        document.add(
            part(
                "Concluded of each",
                rules.concepts.indices.filter { rules.concepts[$0].collection == id }
                    .map {
                        .item(
                            "·", words.name(.concept(ID($0))),
                            below: [.paragraph(Prose(rules.concepts[$0].title))])
                    }
                    + rules.classifications.indices.filter { rules.classifications[$0].collection == id }
                    .map { .item("·", words.name(.classification(ID($0)))) }))
        document.add(part("In the cases", caseList(backlinks.told[.collection(id)] ?? [])))
        document.add(declared(collection.origin))
        let found = attributes.map { place in
            SearchEntry(
                kind: "attribute", name: rules.attributes[place].name,
                title:
                    "\(rules.attributes[place].name.asWords.capitalizedFirst) of \(collection.name.asWords)",
                text: rules.attributes[place].measurement.question,
                address: SiteMap.address(of: ID<Attribute>(place), in: rules))
        }
        return page(
            address, title, .collections, document,
            entries: [
                SearchEntry(
                    kind: "collection", name: collection.name, title: title, text: collection.title,
                    address: address)
            ] + found)
    }

    var collectionIndex: SitePage {
        var document = Document([.title("Collections"), .paragraph(Prose(SiteMap.Kind.collections.about))])
        document.add(
            rules.collections.indices.map { place in
                let title = rules.collections[place].title
                return .item(
                    "·", words.name(.collection(ID(place))),
                    below: title.isEmpty ? [] : [.paragraph(Prose(title.asSentence))])
            })
        return page(SiteMap.Kind.collections.index, "Collections", .collections, document)
    }

    private func attribute(_ id: ID<Attribute>) -> Document.Block {
        let attribute = rules[id]
        let readers = references.readers(of: .attribute(id))
        let told = backlinks.told[.attribute(id)] ?? []
        let asking = fact("Rules that ask about it", readers.map(words.rule).joined(by: ", "))
        let cases = fact(
            "Told in",
            told.isEmpty
                ? "" : Prose(counted(told.count, "place of the cases", plural: "places of the cases")))
        return .item(
            Prose.strong(attribute.name)
                + Prose(attribute.measurement.question.isEmpty ? "" : " \(attribute.measurement.question)"),
            below: [.facts(facts(attribute.measurement) + asking + cases)],
            anchor: "attribute-\(attribute.name)")
    }

    // MARK: What is said of a thing that can be read

    func facts(_ measurement: Measurement) -> [Document.Fact] {
        let titled = (rules.namedValues(of: measurement.type) ?? []).filter { !$0.title.isEmpty }
        return fact("Values", words.type(measurement.type))
            + fact("Which mean", all: titled.map { Prose.strong($0.name) + Prose(": \($0.title)") })
            + fact("Means", Prose(measurement.meaning))
            + fact("Measured by", Prose(measurement.method))
            + fact(
                "Who could change it",
                measurement.changedBy.isEmpty ? "" : measurement.changedBy.map(words.actor).joined(by: ", "))
            + fact(
                "Moves with time",
                Prose(measurement.isChanging ? "yes: a later stage of a case takes it over as a guess" : ""))
            + fact(
                "From",
                [words.claims(measurement.claims), words.citations(measurement.citations)].joined(by: ", "))
    }

    func readers(of asked: Asked) -> [Document.Block] {
        let found = references.readers(of: asked)
        return part(
            "Rules that ask about it", found.isEmpty ? [.paragraph("No rule asks about it.")] : list(found))
    }

    func picture(of thing: Influence.Thing) -> [Document.Block] {
        let influence = Influence(around: [thing], in: rules, references: references)
        guard influence.nodes.count > 2 else { return [] }
        return [.picture(graphs.picture(influence, title: graphs.title(of: [thing])))]
    }

    func watchers(_ isMeant: (Package.Monitor.Watched) -> Bool) -> [Document.Block] {
        rules.packages.indices.filter { rules.packages[$0].monitors.contains { isMeant($0.watched) } }
            .map { .item("·", words.package(ID($0))) }
    }

    func reports(asking asked: Asked) -> [Document.Block] {
        rules.reports.indices.filter { rules.reports[$0].expression.asked.contains(asked) }.map { place in
            .item(
                "·",
                Prose(rules.reports[place].title).linked(
                    to: SiteMap.address(of: ID<Report>(place), in: rules)))
        }
    }

    func disputes(turningOn topic: Dispute.Topic) -> [Document.Block] {
        rules.disputes.indices.filter { rules.disputes[$0].turnsOn.contains(topic) }.map { place in
            let dispute = rules.disputes[place]
            return .item(
                "·",
                Prose(dispute.title.isEmpty ? dispute.name.asWords : dispute.title)
                    .linked(to: SiteMap.address(of: ID<Dispute>(place), in: rules)))
        }
    }

    /// Things by the section they are declared in, sections in order of title; the rest last.
    func bySection<Thing>(_ things: [Thing], _ section: (Thing) -> ID<Section>?) -> [(
        title: String, things: [Thing]
    )] {
        let titled = rules.sections.indices.map { place in
            (
                title: rules.sections[place].title.isEmpty
                    ? rules.sections[place].name : rules.sections[place].title,
                things: things.filter { section($0) == ID(place) }
            )
        }.sorted { $0.title < $1.title }
        return (titled + [("Others", things.filter { section($0) == nil })]).filter { !$0.things.isEmpty }
    }
}
