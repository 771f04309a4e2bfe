import RuleModel

extension Influence {
    /// The whole rule base, themes for things: which kinds of readings bear on which kinds of concepts
    /// and packages, by how many rules.
    ///
    /// A theme is the section of the vocabulary that a thing stands in; without one, and for packages,
    /// the file. Concepts that rest on concepts are not drawn, since they lead back into their column.
    public init(themesOf rules: RuleBase) {
        self.init()
        let themes = Themes(rules)
        for column in Column.allCases {
            for (name, count) in themes.counts(column) { node(.theme(name, column), count: count) }
        }
        for rule in rules.rules {
            let premises = Set(rule.asked.compactMap { $0.thing(in: rules) }.compactMap(themes.theme))
            let conclusions = Set(
                rule.conclusions.flatMap { conclusion -> [Thing] in
                    switch conclusion {
                    case .concept(let id, of: _): [.concept(id)]
                    case .classification(let id, value: _, of: _): [.classification(id)]
                    default:
                        conclusion.mentions.compactMap { reference, _, _ in
                            if case .package(let id) = reference { .package(id) } else { nil }
                        }
                    }
                }.compactMap(themes.theme))
            for premise in premises.sorted(by: Themes.precedes) {
                for conclusion in conclusions.sorted(by: Themes.precedes)
                where premise.column < conclusion.column {
                    edge(
                        .theme(premise.name, premise.column), .theme(conclusion.name, conclusion.column),
                        .leads)
                }
            }
        }
    }
}

/// Which theme each thing belongs to.
private struct Themes {
    struct Key: Hashable {
        var name: String
        var column: Influence.Column
    }

    private let rules: RuleBase

    init(_ rules: RuleBase) { self.rules = rules }

    func theme(_ thing: Influence.Thing) -> Key? {
        switch thing {
        case .diagnostic(let id): key(rules[id].section, rules[id].origin, .readings)
        case .collection(let id): key(rules[id].section, rules[id].origin, .readings)
        case .concept(let id): key(rules[id].section, rules[id].origin, .derived)
        case .classification(let id): key(rules[id].section, rules[id].origin, .derived)
        case .package(let id): Key(name: rules[id].origin.theme, column: .packages)
        case .rule, .theme: nil
        }
    }

    private func key(_ section: ID<Section>?, _ origin: Origin, _ column: Influence.Column) -> Key {
        guard let section else { return Key(name: origin.theme, column: column) }
        let title = rules[section].title
        return Key(name: title.isEmpty ? rules[section].name : title, column: column)
    }

    func counts(_ column: Influence.Column) -> [(name: String, count: Int)] {
        let things: [Influence.Thing] =
            switch column {
            case .readings:
                rules.diagnostics.indices.map { .diagnostic(ID($0)) }
                    + rules.collections.indices.map { .collection(ID($0)) }
            case .derived:
                rules.concepts.indices.map { .concept(ID($0)) }
                    + rules.classifications.indices.map { .classification(ID($0)) }
            case .packages: rules.packages.indices.map { .package(ID($0)) }
            }
        var counts: [String: Int] = [:]
        for thing in things { if let key = theme(thing) { counts[key.name, default: 0] += 1 } }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    static func precedes(_ left: Key, _ right: Key) -> Bool {
        (left.column, left.name) < (right.column, right.name)
    }
}

extension Origin {
    /// The file's name without folders and ending, as words: `Trade fairs`.
    public var theme: String {
        let file = self.file.split(separator: "/").last.map(String.init) ?? ""
        let name = file.split(separator: ".").first.map(String.init) ?? file
        let words = name.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
