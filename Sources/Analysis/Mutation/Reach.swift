import RuleModel

/// What a rule can bear on, and what an expectation looks at: disjoint where no change of the one could
/// be seen by the other.
///
/// Things are told apart by name alone: everything said of a package counts as one thing.
struct Reach: Sendable {
    private let rules: RuleBase
    /// For each thing that conditions can ask about, the things that the rules which do lead to.
    private let following: [Topics]

    init(_ rules: RuleBase) {
        self.rules = rules
        let places = Places(rules)
        var readers: [[Int]] = Array(repeating: [], count: places.askedCount)
        for (number, rule) in rules.rules.enumerated() {
            var asked = Topics(places.count)
            for condition in rule.conditionsTried { places.note(condition, in: &asked) }
            for place in readers.indices where asked.contains(place) { readers[place].append(number) }
        }
        let concluded = rules.rules.indices.map { places.concluded(by: rules.rules[$0], number: $0) }
        following = readers.indices.map { place in
            var found = Topics(places.count)
            var waiting = readers[place]
            var seen = Set(waiting)
            while let rule = waiting.popLast() {
                found.formUnion(concluded[rule])
                for next in readers.indices where concluded[rule].contains(next) {
                    for reader in readers[next] where seen.insert(reader).inserted { waiting.append(reader) }
                }
            }
            return found
        }
    }

    /// Everything that a rule, as it is or in other words, can bear on.
    func topics(of rule: ID<Rule>, _ wordings: [Rule]) -> Topics {
        let places = Places(rules)
        var found = Topics(places.count)
        for wording in wordings { found.formUnion(places.concluded(by: wording, number: rule.index)) }
        for place in following.indices where found.contains(place) { found.formUnion(following[place]) }
        return found
    }

    /// Everything that expectations look at.
    func topics(of expectations: [Expectation]) -> Topics {
        let places = Places(rules)
        var found = Topics(places.count)
        for expectation in expectations { places.note(expectation.claim, in: &found) }
        return found
    }
}

/// A set of things, a bit each.
struct Topics: Hashable, Sendable {
    private var words: [UInt64]

    init(_ count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }
    mutating func insert(_ places: Range<Int>) { for place in places { insert(place) } }
    func contains(_ place: Int) -> Bool { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    mutating func formUnion(_ other: Topics) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    func isDisjoint(with other: Topics) -> Bool {
        for place in words.indices where words[place] & other.words[place] != 0 { return false }
        return true
    }
}

/// Where things stand among the topics: what conditions can ask about first.
private struct Places {
    let rules: RuleBase
    let classifications: Int
    let packages: Int
    let measures: Int
    let ruleStart: Int
    let count: Int
    var askedCount: Int { measures }

    init(_ rules: RuleBase) {
        self.rules = rules
        classifications = rules.concepts.count
        packages = classifications + rules.classifications.count
        measures = packages + rules.packages.count
        ruleStart = measures + rules.measures.count
        count = ruleStart + rules.rules.count
    }

    func note(_ condition: Condition, in topics: inout Topics) {
        switch condition {
        case .concept(let concept, of: _): topics.insert(concept.index)
        case .classification(let id, value: _, of: _): topics.insert(classifications + id.index)
        case .recommended(let package): note(package, in: &topics)
        default: break
        }
        for part in condition.parts { note(part, in: &topics) }
    }

    private func note(_ reference: PackageReference, in topics: inout Topics) {
        switch reference {
        case .package(let package): topics.insert(packages + package.index)
        case .variable: topics.insert(packages..<measures)
        }
    }

    func concluded(by rule: Rule, number: Int) -> Topics {
        var topics = Topics(count)
        topics.insert(ruleStart + number)
        for conclusion in rule.conclusions {
            switch conclusion {
            case .concept(let concept, of: _): topics.insert(concept.index)
            case .classification(let id, value: _, of: _): topics.insert(classifications + id.index)
            case .recommend(let package, _), .adviseAgainst(let package, _), .require(_, before: let package),
                .assign(_, of: let package, to: _):
                note(package, in: &topics)
            case .caution(let subject): note(subject, in: &topics)
            case .sequence(let first, before: let second), .prefer(let first, over: let second):
                note(first, in: &topics)
                note(second, in: &topics)
            case .choose(_, _, of: let options): for option in options { note(option, in: &topics) }
            case .withdraw(let package, jointlyWith: let partners):
                for package in [package] + partners { note(package, in: &topics) }
            }
        }
        return topics
    }

    private func note(_ subject: CautionSubject, in topics: inout Topics) {
        switch subject {
        case .package(let package): note(package, in: &topics)
        case .measure(let measure): topics.insert(measures + measure.index)
        case .concept(let concept): topics.insert(concept.index)
        case .classification(let id, value: _): topics.insert(classifications + id.index)
        }
    }

    func note(_ expected: Expected, in topics: inout Topics) {
        switch expected {
        case .recommend(let package, through: _, targeting: _),
            .recommendAs(_, let package, through: _, targeting: _), .adviseAgainst(let package, _),
            .require(_, before: let package), .withdraw(let package), .choose(let package),
            .assign(_, of: let package, to: _), .contested(let package):
            topics.insert(packages + package.index)
        case .caution(let subject): note(subject, in: &topics)
        case .sequence(let first, before: let second), .prefer(let first, over: let second):
            topics.insert(packages + first.index)
            topics.insert(packages + second.index)
        case .rule(let rule): topics.insert(ruleStart + rule.index)
        // The whole programme bears on what comes first.
        case .first: topics.insert(0..<count)
        case .condition(let condition): note(condition, in: &topics)
        case .report(let report, _, _):
            for part in rules[report].expression.parts { note(part, in: &topics) }
        case .memberConcept(_, _, let concept): topics.insert(concept.index)
        case .memberClassification(_, _, let value):
            topics.insert(classifications + value.classification.index)
        }
    }
}
