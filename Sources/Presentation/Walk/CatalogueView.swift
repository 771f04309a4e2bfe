import RuleModel
import Training

/// What a learner can choose from: packages, and the diagnoses that can be made.
public struct CatalogueView: Sendable {
    private let rules: RuleBase
    private let text: String
    private let catalogue: Catalogue

    public init(_ rules: RuleBase, matching text: String) {
        self.rules = rules
        self.text = text
        catalogue = Catalogue(rules)
    }

    public var document: Document {
        let packages = catalogue.packages(matching: text)
        let diagnoses = diagnoses
        guard !packages.isEmpty || !diagnoses.isEmpty else {
            return Document([
                .paragraph(
                    "Nothing in the catalogue has that in it. Try one word, or find alone for all.")
            ])
        }
        var document = Document()
        if !packages.isEmpty {
            document.add(.heading("PACKAGES"))
            document.add(
                packages.map { id in
                    let package = rules[id]
                    return .item(
                        "·", Prose(package.title.isEmpty ? package.name : package.title),
                        aside: package.title.isEmpty ? "" : .name(package.name))
                })
        }
        if !diagnoses.isEmpty { document.add([.heading("DIAGNOSES")] + diagnoses) }
        return document
    }

    private var diagnoses: [Document.Block] {
        let classes = catalogue.classifications(matching: text).map { id -> Document.Block in
            let declared = rules[id]
            return .item(
                "·", .name(declared.name) + Prose(declared.title.isEmpty ? "" : ": \(declared.title)"),
                aside: .faint(of(declared.collection)),
                below: [
                    .paragraph(
                        .faint("is ") + declared.values.map { .name($0.name) }.joined(by: " or "))
                ])
        }
        let concepts = catalogue.concepts(matching: text).map { id -> Document.Block in
            let declared = rules[id]
            return .item(
                "·", .name(declared.name) + Prose(declared.title.isEmpty ? "" : ": \(declared.title)"),
                aside: .faint(of(declared.collection)))
        }
        return classes + concepts
    }

    private func of(_ collection: ID<Collection>?) -> String {
        collection.map { "of a \(rules[$0].name)" } ?? ""
    }
}

/// A package as the catalogue describes it, before anybody has said whether it fits.
public struct CardView: Sendable {
    private let phraser: Phraser
    private let id: ID<Package>
    private var rules: RuleBase { phraser.rules }
    private var package: Package { rules[id] }

    public init(_ package: ID<Package>, rules: RuleBase) {
        phraser = Phraser(rules: rules, history: [])
        id = package
    }

    public var document: Document {
        var document = Document([
            .title(Prose(phraser.title(of: id)), aside: package.title.isEmpty ? "" : .name(package.name))
        ])
        document.add(details)
        return document
    }

    /// All but the title.
    var details: [Document.Block] {
        let about: [Document.Block] =
            package.about.isEmpty ? [] : [.paragraph(Prose(package.about.asSentence))]
        let criteria = package.criteria.map { met -> Document.Block in
            .item(
                "✓", .name(rules[met.criterion].name) + Prose(met.how.isEmpty ? "" : ": \(met.how)"),
                aside: phraser.claims(met.claims))
        }
        let measures = package.measures.map { measure -> Document.Block in
            .item("·", Prose(rules[measure].text.asSentence), aside: phraser.claims(rules[measure].claims))
        }
        let phases = package.phases.map { phase -> Document.Block in
            .item(
                "→", Prose("\(phase.name.asWords): \(phase.text.asSentence)"),
                aside: phraser.claims(phase.claims))
        }
        return about + facts + criteria + measures + phases
    }

    private var facts: [Document.Block] {
        let lenses = package.lensValues.map { held in
            "\(rules[held.lens].name) \(Phraser.name(rules[held.lens].values, held.value))"
        }
        let attributes = package.attributes.map { stated in
            let declared = rules[stated.attribute]
            return "\(declared.name): \(rules.phrase(stated.value, declared.measurement.type))"
        }
        let roles = package.roles.map { held in
            let role = rules[held.role], actor = rules[held.actor]
            return "\(role.title.isEmpty ? role.name : role.title): "
                + (actor.title.isEmpty ? actor.name : actor.title)
        }
        return [lenses + attributes, roles, package.payments.map { rules.phrase($0) }]
            .filter { !$0.isEmpty }.map { .paragraph(.faint($0.joined(separator: " · "))) }
    }
}
