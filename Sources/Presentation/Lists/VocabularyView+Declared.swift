import RuleModel

// What a case does not say itself, and advice names: packages, who plays a part, what is watched.

extension VocabularyView {
    /// Kinds with the headings they stand under, after the sections of the vocabulary.
    static let declaredKinds: [(kind: String, heading: String)] = [
        ("package", "Packages"), ("criterion", "Criteria"), ("lens", "Lenses"),
        ("indicator", "Indicators"), ("actor", "Actors"), ("role", "Roles"), ("report", "Reports"),
    ]

    var declared: [Entry] {
        packages + lenses
            + rules.criteria.map { Entry(declared: $0.name, kind: "criterion", text: $0.title) }
            + rules.indicators.map { Entry(declared: $0.name, kind: "indicator", text: $0.title) }
            + rules.actors.map { Entry(declared: $0.name, kind: "actor", text: $0.title) }
            + rules.roles.map { Entry(declared: $0.name, kind: "role", text: $0.title) }
            + rules.reports.map { report in
                Entry(
                    declared: report.name, kind: "report", text: report.title,
                    details: [phraser.phrase(report.expression)])
            }
    }

    private var packages: [Entry] {
        rules.packages.map { package in
            let schools = package.lensValues.map { held in
                "\(rules[held.lens].name) \(Phraser.name(rules[held.lens].values, held.value))"
            }
            return Entry(
                declared: package.name, kind: "package", text: package.title,
                details: (package.about.isEmpty ? [] : [package.about]) + schools)
        }
    }

    private var lenses: [Entry] {
        rules.lenses.map { lens in
            Entry(
                declared: lens.name, kind: "lens", text: lens.title,
                details: lens.values.map { $0.title.isEmpty ? $0.name : "\($0.name): \($0.title)" })
        }
    }
}

extension VocabularyView.Entry {
    fileprivate init(declared name: String, kind: String, text: String, details: [String] = []) {
        self.init(name: name, kind: kind, text: text, details: details, section: nil)
    }

    var isDeclared: Bool { VocabularyView.declaredKinds.contains { $0.kind == kind } }
}
