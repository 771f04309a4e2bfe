// Literature and vocabulary in notation.

extension NotationWriter {
    mutating func writeLiterature() {
        for source in rules.sources {
            write(
                joined(
                    "source \(source.name) {", optional("authors", source.authors),
                    source.year.map { "year \($0)" }, optional("title", source.title),
                    optional("publisher", source.publisher), optional("note", source.note), "}"))
        }
        for claim in rules.claims { write(claim) }
        for dispute in rules.disputes {
            block(joined("dispute", dispute.name, optional(dispute.title))) { writer in
                for side in dispute.sides {
                    let claims = side.claims.map { writer.rules[$0].name }.joined(separator: ", ")
                    writer.write("side \(claims) \(writer.quoted(side.summary))")
                }
                if !dispute.turnsOn.isEmpty {
                    writer.write("turns-on " + dispute.turnsOn.map(writer.name).joined(separator: ", "))
                }
            }
        }
    }

    private func name(_ topic: Dispute.Topic) -> String {
        switch topic {
        case .diagnostic(let id): rules[id].name
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        }
    }

    mutating func write(_ claim: Claim) { write(text(of: claim)) }

    private func text(of claim: Claim) -> String {
        var exclusion: String?
        if let excluded = claim.exclusion {
            let claims = excluded.claims.map { rules[$0].name }.joined(separator: ", ")
            exclusion = joined(
                "{ not-encoded", excluded.reason.rawValue, claims, optional(excluded.note), "}")
        }
        return joined(
            "claim", claim.name, at(claim.citations), claim.firmness.map { "firmness \(word($0))" },
            names("restates", claim.restates.map { rules[$0].name }),
            claim.figure.map { "figure \($0.text)" },
            names("from-case", claim.fromCases), quoted(claim.text), exclusion)
    }

    private func word(_ firmness: Claim.Firmness) -> String {
        switch firmness {
        case .strong: "strong"
        case .qualified: "qualified"
        case .hypothesis: "hypothesis"
        }
    }

    private func names(_ keyword: String, _ names: [String]) -> String {
        names.isEmpty ? "" : "\(keyword) \(names.joined(separator: ", "))"
    }

    mutating func writeVocabulary() {
        for scale in rules.scales { write(scale) }
        // A choice whose name no author could write belongs to the attribute that lists its values.
        for choice in rules.choices where !choice.name.contains(" ") {
            write("choice \(choice.name): \(list(choice.values, " | "))")
        }
        for actor in rules.actors { write("actor \(actor.name) \(quoted(actor.title))") }
        for role in rules.roles { write("role \(role.name) \(quoted(role.title))") }
        for indicator in rules.indicators {
            write(joined("indicator", indicator.name, quoted(indicator.title), from(indicator.claims)))
        }
        for criterion in rules.criteria {
            write(joined("criterion", criterion.name, quoted(criterion.title), from(criterion.claims)))
        }
        for lens in rules.lenses {
            write(
                joined(
                    "lens", lens.name, optional(lens.title), ":", list(lens.values, " | "), from(lens.claims))
            )
        }
        if !rules.packageAttributes.isEmpty {
            block("package attributes") { writer in
                for attribute in writer.rules.packageAttributes {
                    writer.write("\(attribute.name): \(writer.text(of: attribute.measurement))")
                }
            }
        }
        writeTerms(of: nil)
        for (place, section) in rules.sections.enumerated() {
            block("section \(section.name) \(quoted(section.title))") { $0.writeTerms(of: ID(place)) }
        }
    }

    private func list(_ values: [NamedValue], _ separator: String) -> String {
        values.map { joined($0.name, optional($0.title)) }.joined(separator: separator)
    }

    private mutating func writeTerms(of section: ID<Section>?) {
        for diagnostic in rules.diagnostics where diagnostic.section == section { write(diagnostic) }
        for (place, collection) in rules.collections.enumerated()
        where collection.section == section && collection.parent == nil {
            write(collection, ID(place))
        }
        for concept in rules.concepts where concept.section == section { write(concept) }
        for kind in rules.classifications where kind.section == section { write(kind) }
    }

    mutating func write(_ scale: Scale) { write("scale \(scale.name): \(list(scale.values, " < "))") }

    mutating func write(_ diagnostic: Diagnostic) {
        write("diagnostic \(diagnostic.name): \(text(of: diagnostic.measurement))")
    }

    mutating func write(_ concept: Concept) {
        write(
            joined(
                "concept", concept.name, concept.collection.map { "of \(rules[$0].name)" },
                concept.isBySigns ? "by signs" : "", concept.isChanging ? "changing" : "",
                quoted(concept.title),
                from(concept.claims)))
    }

    mutating func write(_ kind: Classification) {
        write(
            joined(
                "classification", kind.name, kind.collection.map { "of \(rules[$0].name)" },
                kind.isSeveral ? "several" : "", optional(kind.title), ":", list(kind.values, " | "),
                from(kind.claims)))
    }

    private mutating func write(_ collection: Collection, _ id: ID<Collection>) {
        let plural = collection.plural == collection.name + "s" ? "" : "plural \(collection.plural)"
        block(joined("collection", collection.name, plural, quoted(collection.title))) { writer in
            for attribute in writer.rules.attributes where attribute.collection == id {
                writer.write("\(attribute.name): \(writer.text(of: attribute.measurement))")
            }
            for (place, inner) in writer.rules.collections.enumerated() where inner.parent == id {
                writer.write(inner, ID(place))
            }
        }
    }

    private func text(of measurement: Measurement) -> String {
        joined(
            text(of: measurement.type), measurement.isChanging ? "changing" : "",
            names("changed-by", measurement.changedBy.map { rules[$0].name }),
            optional("ask", measurement.question),
            optional("measure", measurement.method), optional("means", measurement.meaning),
            from(measurement.claims),
            at(measurement.citations))
    }

    private func text(of type: ValueType) -> String {
        switch type {
        case .yesNo: "yes/no"
        case .count(let things): things.map { "count of \(quoted($0))" } ?? "count"
        case .number(let things): things.map { "number of \(quoted($0))" } ?? "number"
        case .percent(let whole): "percent of \(quoted(whole))"
        case .money(let currency, let year): "money in \(currency) (\(year))"
        case .duration: "duration"
        case .date: "date"
        case .text: "text"
        case .scale(let scale): rules[scale].name
        case .choice(let choice):
            rules[choice].name.contains(" ")
                ? rules[choice].values.map(\.name).joined(separator: " | ") : rules[choice].name
        }
    }
}
