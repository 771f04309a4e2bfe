import RuleModel

/// The packages and the diagnoses that a learner can choose from, searched by words.
public struct Catalogue: Sendable {
    private let rules: RuleBase

    public init(_ rules: RuleBase) { self.rules = rules }

    /// Packages that have every word of a text in title, name or description, in order of name; all
    /// for no text.
    public func packages(matching text: String) -> [ID<Package>] {
        rules.packages.indices.filter { place in
            let package = rules.packages[place]
            return has(text, in: [package.title, package.name, package.about])
        }.map { ID($0) }
    }

    public func concepts(matching text: String) -> [ID<Concept>] {
        rules.concepts.indices.filter { has(text, in: [rules.concepts[$0].title, rules.concepts[$0].name]) }
            .map { ID($0) }
    }

    public func classifications(matching text: String) -> [ID<Classification>] {
        rules.classifications.indices.filter { place in
            let declared = rules.classifications[place]
            return has(
                text, in: [declared.title, declared.name] + declared.values.flatMap { [$0.name, $0.title] })
        }.map { ID($0) }
    }

    private func has(_ text: String, in parts: [String]) -> Bool {
        let whole = parts.joined(separator: " ").lowercased()
        return text.lowercased().split { $0 == " " || $0 == "," }.allSatisfy { word in
            whole.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.contains { $0.contains(word) }
        }
    }
}
