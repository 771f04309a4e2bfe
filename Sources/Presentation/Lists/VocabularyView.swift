import RuleModel

/// What a case can say: every section with its diagnostics, collections, concepts and classifications;
/// then what advice names beside them.
public struct VocabularyView: Sendable {
    let phraser: Phraser
    let filter: String?
    /// What alone is shown, by its whole name.
    private let name: String?
    var rules: RuleBase { phraser.rules }

    /// - Parameter filter: only what has this word in its name, title or question.
    public init(_ rules: RuleBase, filter: String? = nil) {
        phraser = Phraser(rules: rules, history: [])
        self.filter = filter?.lowercased()
        name = nil
    }

    /// Only what is called so.
    public init(_ rules: RuleBase, named name: String) {
        phraser = Phraser(rules: rules, history: [])
        filter = nil
        self.name = name
    }

    /// Whether nothing passes the filter.
    public var isEmpty: Bool { entries.isEmpty }

    public var document: Document {
        guard !isEmpty else {
            return Document([
                .paragraph(
                    filter.map { "Nothing in the vocabulary is called or asks for “\($0)”." }
                        ?? "The vocabulary is empty.")
            ])
        }
        var document = Document()
        for section in sections {
            document.add(.heading(Prose(section.title)))
            for entry in section.entries {
                document.add(.item("·", .name(entry.name), aside: .faint(entry.kind), below: lines(entry)))
            }
        }
        return document
    }

    private func lines(_ entry: Entry) -> [Document.Block] {
        var lines: [Document.Block] = entry.text.isEmpty ? [] : [.paragraph(Prose(entry.text))]
        lines += entry.details.map { .paragraph(.faint($0)) }
        return lines
    }

    /// `distretto/vocabulary/1`: `entries`, each with name, kind, section, text (the question) and details.
    public var json: JSON {
        .object([
            "format": .string("distretto/vocabulary/1"),
            "entries": .array(
                entries.map { entry in
                    .object([
                        "name": .string(entry.name), "kind": .string(entry.kind), "text": .text(entry.text),
                        "details": .strings(entry.details),
                        "section": .text(entry.section.map { rules[$0].name }),
                    ])
                }),
        ])
    }

    // MARK: Entries

    struct Entry {
        var name: String
        /// `diagnostic`, `channel attribute`, …
        var kind: String
        /// The question, or what it means.
        var text: String
        var details: [String]
        var section: ID<Section>?
    }

    private var sections: [(title: String, entries: [Entry])] {
        let all = entries
        let titled = rules.sections.indices.map { place -> (String, [Entry]) in
            let section = rules.sections[place]
            return (
                section.title.isEmpty ? section.name : section.title, all.filter { $0.section == ID(place) }
            )
        }
        let rest = all.filter { $0.section == nil && !$0.isDeclared }
        let declared = Self.declaredKinds.map { kind in
            (kind.heading, all.filter { $0.section == nil && $0.kind == kind.kind })
        }
        return (titled + [("Not in a section", rest)] + declared).filter { !$0.1.isEmpty }
    }

    private var entries: [Entry] {
        let all = diagnostics + collections + concepts + classifications + declared
        if let name { return all.filter { $0.name == name } }
        guard let filter else { return all }
        return all.filter { entry in
            entry.name.lowercased().contains(filter) || entry.text.lowercased().contains(filter)
                || entry.kind == filter
                || (entry.isDeclared && entry.details.contains { $0.lowercased().contains(filter) })
        }
    }

    private var diagnostics: [Entry] {
        rules.diagnostics.map { diagnostic in
            Entry(
                name: diagnostic.name, kind: "diagnostic", text: text(diagnostic.measurement),
                details: [rules.phrase(diagnostic.measurement.type)] + notes(diagnostic.measurement),
                section: diagnostic.section)
        }
    }

    private func text(_ measurement: Measurement) -> String {
        measurement.question.isEmpty ? measurement.meaning : measurement.question
    }

    /// What is behind a word; in the whole list, where scales come again and again, without their values.
    private func notes(_ measurement: Measurement) -> [String] {
        var notes: [String] = []
        if !measurement.question.isEmpty, !measurement.meaning.isEmpty {
            notes.append("means: \(measurement.meaning)")
        }
        if filter != nil || name != nil {
            let titled = (rules.namedValues(of: measurement.type) ?? []).filter { !$0.title.isEmpty }
            if !titled.isEmpty {
                notes.append("values: " + titled.map { "\($0.name), \($0.title)" }.joined(separator: "; "))
            }
        }
        if measurement.isChanging { notes.append("changing") }
        if !measurement.changedBy.isEmpty {
            notes.append("changed by: " + listed(measurement.changedBy.map { rules[$0].title }, "or"))
        }
        if !measurement.method.isEmpty { notes.append("measured by: \(measurement.method)") }
        let origins = phraser.claims(measurement.claims).text
        let places = phraser.citations(measurement.citations).text
        let from = [origins, places].filter { !$0.isEmpty }.joined(separator: ", ")
        if !from.isEmpty { notes.append("from: \(from)") }
        return notes
    }

    private var collections: [Entry] {
        rules.collections.indices.flatMap { place -> [Entry] in
            let collection = rules.collections[place]
            let head = Entry(
                name: collection.name, kind: "collection", text: collection.title,
                details: collection.parent.map { ["of each \(rules[$0].name)"] } ?? [],
                section: collection.section)
            let attributes = rules.attributes.filter { $0.collection == ID(place) }.map { attribute in
                Entry(
                    name: attribute.name, kind: "\(collection.name) attribute",
                    text: text(attribute.measurement),
                    details: [rules.phrase(attribute.measurement.type)] + notes(attribute.measurement),
                    section: collection.section)
            }
            return [head] + attributes
        }
    }

    private var concepts: [Entry] {
        rules.concepts.map { concept in
            let bearer = concept.collection.map { "\(rules[$0].name) " } ?? ""
            return Entry(
                name: concept.name, kind: "\(bearer)concept", text: concept.title,
                details: [concept.isBySigns ? "known by signs: no rule can refute it" : "decided by rules"],
                section: concept.section)
        }
    }

    private var classifications: [Entry] {
        rules.classifications.map { classification in
            let bearer = classification.collection.map { "\(rules[$0].name) " } ?? ""
            let values = classification.values.map(\.name).joined(separator: " | ")
            return Entry(
                name: classification.name, kind: "\(bearer)classification", text: classification.title,
                details: [values + (classification.isSeveral ? " (several may hold)" : "")],
                section: classification.section)
        }
    }
}
