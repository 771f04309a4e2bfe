import Advice
import Inference
import RuleModel

/// Finds what a case can say by the name it would say it with.
public struct ReadingLookup: Sendable {
    private let rules: RuleBase
    private let now: Situation

    public init(rules: RuleBase, now: Situation) {
        self.rules = rules
        self.now = now
    }

    /// `trust`, `share of lead-buyers`, a package's name or `in force PACKAGE` for whether it is; `nil` when
    /// nothing is called so. An attribute's name alone means it of every member.
    public func places(_ text: String) -> [ReadingPlace]? {
        let words = text.split(separator: " ").map(String.init)
        guard let name = words.first else { return nil }
        if words.count == 3, words[1] == "of" {
            let places = attributes(name).filter { place in
                if case .attribute(_, let member) = place { now[member]?.name == words[2] } else { false }
            }
            return places.isEmpty ? nil : places
        }
        if words.count == 3, words[0] == "in", words[1] == "force" {
            return rules.packages.firstIndex { $0.name == words[2] }.map { [.inForce(ID($0))] }
        }
        guard words.count == 1 else { return nil }
        if let place = rules.diagnostics.firstIndex(where: { $0.name == name }) {
            return [.diagnostic(ID(place))]
        }
        if let place = rules.packages.firstIndex(where: { $0.name == name }) {
            return [.inForce(ID(place))]
        }
        let places = attributes(name)
        return places.isEmpty ? nil : places
    }

    private func attributes(_ name: String) -> [ReadingPlace] {
        rules.attributes.indices.filter { rules.attributes[$0].name == name }.flatMap { place in
            let collection = rules.attributes[place].collection
            return (now.members[collection] ?? []).indices.map {
                ReadingPlace.attribute(ID(place), MemberID(collection: collection, index: $0))
            }
        }
    }

    /// Names to offer for one that was mistyped.
    public func near(_ text: String) -> [String] {
        let attributes = now.members.keys.sorted().flatMap { collection in
            rules.attributes.filter { $0.collection == collection }.flatMap { attribute in
                (now.members[collection] ?? []).map { "\(attribute.name) of \($0.name)" }
            }
        }
        return NearNames.of(
            text, among: rules.diagnostics.map(\.name) + attributes + rules.packages.map(\.name))
    }
}
