import Advice
import Inference
import RuleModel

/// Something that can be explained.
public enum Thing: Hashable, Sendable {
    case package(ID<Package>)
    /// Of the cluster or, for a member's concept, of the members named (`nil`: of all).
    case concept(ID<Concept>, member: String?)
    case classification(ID<Classification>, value: Int?, member: String?)
    case rule(ID<Rule>)
    case diagnostic(ID<Diagnostic>)
    case claim(ID<Claim>)
}

/// Finds what a person means by a word in `distretto explain CASE THING`.
public struct ThingLookup: Sendable {
    private let rules: RuleBase
    private let answer: Answer

    public init(_ answer: Answer) {
        rules = answer.rules
        self.answer = answer
    }

    /// A number of the programme, or a declared name, with `=VALUE` for one value of a
    /// classification and `of MEMBER` for one member; `nil` when nothing is called so.
    public func thing(_ text: String) -> Thing? {
        let words = text.split(separator: " ")
        guard let first = words.first else { return nil }
        let name = String(first)
        if words.count == 1, let number = Int(name) {
            return answer.entries.first { $0.number == number }.map { .package($0.package) }
        }
        if words.count == 3, words[1] == "of" { return derived(name, member: String(words[2])) }
        if words.count == 3, words[1] == "is" { return derived("\(name)=\(words[2])", member: nil) }
        guard words.count == 1 else { return nil }
        if let place = rules.packages.firstIndex(where: { $0.name == name }) { return .package(ID(place)) }
        if let derived = derived(name, member: nil) { return derived }
        if let place = rules.rules.firstIndex(where: { $0.name == name }) { return .rule(ID(place)) }
        if let place = rules.diagnostics.firstIndex(where: { $0.name == name }) {
            return .diagnostic(ID(place))
        }
        if let place = rules.claims.firstIndex(where: { $0.name == name }) { return .claim(ID(place)) }
        return nil
    }

    private func derived(_ name: String, member: String?) -> Thing? {
        let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
        guard let head = parts.first else { return nil }
        if parts.count == 1, let place = rules.concepts.firstIndex(where: { $0.name == head }) {
            return .concept(ID(place), member: member)
        }
        guard let place = rules.classifications.firstIndex(where: { $0.name == head }) else { return nil }
        guard parts.count == 2 else { return .classification(ID(place), value: nil, member: member) }
        return rules.classifications[place].values.firstIndex { $0.name == parts[1] }
            .map { .classification(ID(place), value: $0, member: member) }
    }

    /// Everything that can be named, for offering near names.
    public func near(_ text: String) -> [String] {
        let values = rules.classifications.flatMap { classification in
            classification.values.map { "\(classification.name)=\($0.name)" }
        }
        let names =
            rules.packages.map(\.name) + rules.concepts.map(\.name) + rules.classifications.map(\.name)
            + values + rules.rules.map(\.name) + rules.diagnostics.map(\.name) + rules.claims.map(\.name)
        return NearNames.of(text, among: names)
    }
}
