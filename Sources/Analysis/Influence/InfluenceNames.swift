import RuleModel

extension Influence.Thing {
    /// What is called so: a package also by its title.
    public init?(named text: String, in rules: RuleBase) {
        let title = text.lowercased()
        if let place = rules.packages.firstIndex(where: { $0.name == text || $0.title.lowercased() == title })
        {
            self = .package(ID(place))
        } else if let place = rules.concepts.firstIndex(where: { $0.name == text }) {
            self = .concept(ID(place))
        } else if let place = rules.classifications.firstIndex(where: { $0.name == text }) {
            self = .classification(ID(place))
        } else if let place = rules.rules.firstIndex(where: { $0.name == text }) {
            self = .rule(ID(place))
        } else if let place = rules.diagnostics.firstIndex(where: { $0.name == text }) {
            self = .diagnostic(ID(place))
        } else if let place = rules.collections.firstIndex(where: { $0.name == text || $0.plural == text }) {
            self = .collection(ID(place))
        } else {
            return nil
        }
    }

    /// Everything that a graph can be asked for.
    public static func names(in rules: RuleBase) -> [String] {
        rules.packages.map(\.name) + rules.concepts.map(\.name) + rules.classifications.map(\.name)
            + rules.rules.map(\.name) + rules.diagnostics.map(\.name) + rules.collections.map(\.name)
            + rules.packages.map(\.title).filter { !$0.isEmpty }
    }
}
