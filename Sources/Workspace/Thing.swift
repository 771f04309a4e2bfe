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
    case report(ID<Report>)
    case indicator(ID<Indicator>)
    case measure(ID<Measure>)
    case criterion(ID<Criterion>)
    case lens(ID<Lens>)
    case actor(ID<Actor>)
    case role(ID<Role>)
    /// A member of the cluster, with its readings.
    case member(MemberID)
}

/// Finds what a person means by a word in `distretto explain CASE THING`.
public struct ThingLookup: Sendable {
    private let rules: RuleBase
    private let answer: Answer
    private let members: [(name: String, id: MemberID)]

    /// - Parameter now: the situation asked about, for the names of its members.
    public init(_ answer: Answer, now: Situation? = nil) {
        rules = answer.rules
        self.answer = answer
        let members = now?.members ?? [:]
        self.members = members.keys.sorted().flatMap { collection in
            (members[collection] ?? []).enumerated().map { place, member in
                (member.name, MemberID(collection: collection, index: place))
            }
        }
    }

    /// How many lines the programme has, where a number is asked for that is none of them.
    public func programmeLength(missing text: String) -> Int? {
        guard let number = Int(text), !answer.entries.contains(where: { $0.number == number }) else {
            return nil
        }
        return answer.entries.count
    }

    /// A number of the programme, the title of a package, actor or role as printed, or a declared name, with `=VALUE` for one value of a
    /// classification and `of MEMBER` for one member; `nil` when nothing is called so.
    public func thing(_ text: String) -> Thing? {
        let words = text.split(separator: " ")
        guard let first = words.first else { return nil }
        let name = String(first)
        if let titled = titled(text) { return titled }
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
        return declared(name) ?? members.first { $0.name == name }.map { .member($0.id) }
    }

    /// Capitals and quotation marks do not matter in a title that somebody copies.
    private func titled(_ text: String) -> Thing? {
        let title = text.filter { !"“”\"".contains($0) }.lowercased()
        guard !title.isEmpty else { return nil }
        if let place = rules.packages.firstIndex(where: { $0.title.lowercased() == title }) {
            return .package(ID(place))
        }
        if let place = rules.actors.firstIndex(where: { $0.title.lowercased() == title }) {
            return .actor(ID(place))
        }
        return rules.roles.firstIndex { $0.title.lowercased() == title }.map { .role(ID($0)) }
    }

    /// What is declared and never concluded.
    private func declared(_ name: String) -> Thing? {
        if let place = rules.reports.firstIndex(where: { $0.name == name }) { return .report(ID(place)) }
        if let place = rules.indicators.firstIndex(where: { $0.name == name }) {
            return .indicator(ID(place))
        }
        if let place = rules.measures.firstIndex(where: { $0.name == name }) { return .measure(ID(place)) }
        if let place = rules.criteria.firstIndex(where: { $0.name == name }) { return .criterion(ID(place)) }
        if let place = rules.lenses.firstIndex(where: { $0.name == name }) { return .lens(ID(place)) }
        if let place = rules.actors.firstIndex(where: { $0.name == name }) { return .actor(ID(place)) }
        if let place = rules.roles.firstIndex(where: { $0.name == name }) { return .role(ID(place)) }
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
        let concluded =
            rules.packages.map(\.name) + rules.concepts.map(\.name) + rules.classifications.map(\.name)
            + values + rules.rules.map(\.name) + rules.diagnostics.map(\.name) + rules.claims.map(\.name)
        let declared =
            rules.reports.map(\.name) + rules.indicators.map(\.name) + rules.measures.map(\.name)
            + rules.criteria.map(\.name) + rules.lenses.map(\.name) + rules.actors.map(\.name)
            + rules.roles.map(\.name)
        let titles = rules.packages.map(\.title).filter { !$0.isEmpty }
        return NearNames.of(text, among: concluded + declared + members.map(\.name) + titles)
    }
}
