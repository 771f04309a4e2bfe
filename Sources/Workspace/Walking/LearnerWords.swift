import Inference
import RuleModel
import Training

/// Finds what a learner means by a line, and the words that a journal keeps for it.
///
/// Names may be typed as they are spelt or with blanks for the hyphens, packages by their titles too,
/// and several things with commas between them.
public struct LearnerWords: Sendable {
    public enum Understood: Sendable {
        case said([Saying])
        /// Nothing is called so; names to offer instead.
        case unknown(String, near: [String])
        /// A word without what it is about.
        case incomplete
        /// No word of a learner's: the line means something else.
        case otherwise
    }

    private let rules: RuleBase
    private let now: Situation
    private let said: SayingWords

    public init(rules: RuleBase, now: Situation) {
        self.rules = rules
        self.now = now
        said = SayingWords(rules: rules, now: now)
    }

    // MARK: From words

    public func understand(_ line: String, of learner: LearnerAnswer) -> Understood {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return .otherwise }
        let rest = words.dropFirst().joined(separator: " ")
        switch first.lowercased() {
        case "hint" where rest.isEmpty: return .said([.hint])
        case "check" where rest.isEmpty: return .said([.check])
        case "reveal" where rest.isEmpty: return .said([.reveal])
        case "holds", "hold":
            return each(rest, near: nearDiagnoses) { diagnosis($0).map { .holds($0) } }
        case "matters", "matter": return each(rest, near: nearTopics) { topic($0).map { .matters($0) } }
        case "propose": return each(rest, near: nearPackages) { package($0).map { .propose($0) } }
        case "fact": return each(rest, near: nearTopics) { topic($0).map { .ask($0) } }
        case "drop": return each(rest, near: { _ in said(by: learner) }) { dropped($0, by: learner) }
        default: return .otherwise
        }
    }

    private func each(
        _ text: String, near: (String) -> [String], _ find: (String) -> Saying?
    ) -> Understood {
        let parts = text.split(separator: ",").map { plain(String($0)) }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { return .incomplete }
        var sayings: [Saying] = []
        for part in parts {
            guard let saying = find(part) else { return .unknown(part, near: near(part)) }
            sayings.append(saying)
        }
        return .said(sayings)
    }

    /// A package by its name, its title, or words that no other package has.
    public func package(_ text: String) -> ID<Package>? {
        let typed = plain(text), name = hyphenated(text)
        if let place = rules.packages.firstIndex(where: { $0.name == name }) { return ID(place) }
        if let place = rules.packages.firstIndex(where: { plain($0.title) == typed }) { return ID(place) }
        let found = rules.packages.indices.filter { place in
            let words = Set(
                (rules.packages[place].title.lowercased() + " " + rules.packages[place].name)
                    .split { !$0.isLetter && !$0.isNumber })
            return typed.split { !$0.isLetter && !$0.isNumber }.allSatisfy(words.contains)
        }
        return found.count == 1 ? ID(found[0]) : nil
    }

    /// `trusting`, `cluster-type is organized`, `organized`, `captive of us-importers`.
    private func diagnosis(_ text: String) -> Fact? {
        let whole = parts(text, " of ")
        var member: MemberID?
        if whole.count == 2 {
            guard let found = self.member(hyphenated(whole[1])) else { return nil }
            member = found
        }
        let halves = parts(whole[0], " is ")
        let name = hyphenated(halves[0])
        if let place = rules.concepts.firstIndex(where: { $0.name == name }), halves.count == 1 {
            guard rules.concepts[place].collection == member?.collection else { return nil }
            return .concept(ID(place), member: member)
        }
        var found: [Fact] = []
        for (place, classification) in rules.classifications.enumerated()
        where classification.collection == member?.collection {
            let wanted = halves.count == 2 ? hyphenated(halves[1]) : name
            guard halves.count == 1 || classification.name == name,
                let value = classification.values.firstIndex(where: { $0.name == wanted })
            else { continue }
            found.append(.classification(ClassificationValue(ID(place), value), member: member))
        }
        return found.count == 1 ? found[0] : nil
    }

    private func member(_ name: String) -> MemberID? {
        for collection in now.members.keys.sorted() {
            if let index = now.members[collection]?.firstIndex(where: { $0.name == name }) {
                return MemberID(collection: collection, index: index)
            }
        }
        return nil
    }

    /// A word of the vocabulary; behind `of`, whose it is, does not matter.
    public func topic(_ text: String) -> Topic? {
        let name = hyphenated(parts(text, " of ")[0])
        func place<Declared>(_ table: [Declared], _ matches: (Declared) -> Bool) -> Int? {
            table.firstIndex(where: matches)
        }
        if let found = place(rules.diagnostics, { $0.name == name }) { return .diagnostic(ID(found)) }
        if let found = place(rules.concepts, { $0.name == name }) { return .concept(ID(found)) }
        if let found = place(rules.classifications, { $0.name == name }) { return .classification(ID(found)) }
        if let found = place(rules.attributes, { $0.name == name }) { return .attribute(ID(found)) }
        if let found = place(rules.collections, { $0.name == name || $0.plural == name }) {
            return .collection(ID(found))
        }
        if let found = place(rules.packages, { $0.name == name }) { return .inForce(ID(found)) }
        // Who asks about a member by its name asks who is there.
        return member(name).map { .collection($0.collection) }
    }

    private func dropped(_ text: String, by learner: LearnerAnswer) -> Saying? {
        if let package = package(text), learner.proposed.contains(package) { return .dropPackage(package) }
        if let fact = diagnosis(text), learner.diagnosed.contains(fact) { return .dropDiagnosis(fact) }
        if let topic = topic(text), learner.topics.contains(topic) { return .dropTopic(topic) }
        return nil
    }

    // MARK: Into words

    public func text(_ saying: Saying) -> String { said.text(saying) }

    public func name(_ topic: Topic) -> String { said.name(topic) }

    public func name(_ fact: Fact) -> String { said.name(fact) }

    // MARK: Names to offer

    private func nearPackages(_ text: String) -> [String] {
        let near = NearNames.of(hyphenated(text), among: rules.packages.map(\.name))
        return near.isEmpty
            ? Catalogue(rules).packages(matching: text).prefix(3).map { rules[$0].name } : near
    }

    private func nearDiagnoses(_ text: String) -> [String] {
        let whole = wholeDiagnoses(hyphenated(parts(parts(text, " of ")[0], " is ")[0]))
        if !whole.isEmpty { return whole }
        let values = rules.classifications.flatMap { classification in
            classification.values.map { "\(classification.name) is \($0.name)" }
        }
        let near = NearNames.of(
            hyphenated(text), among: rules.concepts.map(\.name) + rules.classifications.map(\.name))
        return near.isEmpty
            ? Array(values.filter { $0.hasSuffix(" \(hyphenated(text))") }.prefix(3)) : near
    }

    /// What a name that is declared, and is no diagnosis by itself, can be completed to: by a value, by whose
    /// it is, or both.
    private func wholeDiagnoses(_ name: String) -> [String] {
        func whose(_ collection: ID<Collection>?) -> [String] {
            guard let collection else { return [""] }
            return (now.members[collection] ?? []).map { " of \($0.name)" }
        }
        if let concept = rules.concepts.first(where: { $0.name == name }) {
            return concept.collection == nil ? [] : whose(concept.collection).map { name + $0 }
        }
        guard let found = rules.classifications.first(where: { $0.name == name }) else { return [] }
        return whose(found.collection).prefix(1).flatMap { bearer in
            found.values.map { "\(name) is \($0.name)\(bearer)" }
        }
    }

    private func nearTopics(_ text: String) -> [String] {
        NearNames.of(
            hyphenated(text),
            among: rules.diagnostics.map(\.name) + rules.concepts.map(\.name)
                + rules.classifications.map(\.name) + rules.attributes.map(\.name)
                + rules.collections.map(\.name))
    }

    private func said(by learner: LearnerAnswer) -> [String] {
        learner.proposed.map { rules[$0].name } + learner.diagnosed.map(name) + learner.topics.map(name)
    }

    private func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    private func hyphenated(_ text: String) -> String {
        plain(text).split(separator: " ").joined(separator: "-")
    }

    private func parts(_ text: String, _ joint: String) -> [String] {
        let words = plain(text).split(separator: " ")
        let sign = Substring(joint.split(separator: " ").first ?? "")
        guard let place = words.firstIndex(of: sign), place > 0, place + 1 < words.count else {
            return [text]
        }
        return [
            words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " "),
        ]
    }
}
