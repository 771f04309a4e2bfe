import Inference
import RuleModel

/// That two wordings of a rule come to the same verdict whatever is read.
///
/// Both are asked of every reading that what they ask about can have: each set of values that their
/// comparisons tell apart, with each set of them presumed. What they ask of concepts, classifications
/// and recommendations counts as read, whatever rules lead to it, so that the proof holds for any other
/// rules too. Rules that count members, look back, or compare two values are not decided here.
public struct EquivalenceProof: Hashable, Sendable {
    /// How many combinations of readings were gone through.
    public let readings: Int

    /// - Returns: `nil` where the two differ, or where it cannot be settled this way.
    public init?(_ rules: RuleBase, _ one: Rule, _ other: Rule, atMost limit: Int = 60_000) {
        // What both ask besides need not be asked, if the rest is the same already.
        let (rest, otherRest) = (one.less(other), other.less(one))
        for (one, other) in [(rest, otherRest), (one, other)] {
            guard let plan = EquivalencePlan(rules, one, other, limit: limit) else { continue }
            if plan.agree() {
                readings = plan.combinations
                return
            }
        }
        return nil
    }
}

extension Rule {
    /// What it asks and the other does not, each conjunct by itself.
    fileprivate func less(_ other: Rule) -> Rule {
        var rest = self
        let theirs = other.condition?.conjuncts ?? []
        let mine = (condition?.conjuncts ?? []).filter { !theirs.contains($0) }
        rest.condition = mine.isEmpty ? nil : .all(mine)
        rest.exceptions = exceptions.filter { !other.exceptions.contains($0) }
        for (place, binding) in bindings.enumerated() where other.bindings[place].filter == binding.filter {
            rest.bindings[place].filter = nil
        }
        return rest
    }
}

extension Condition {
    fileprivate var conjuncts: [Condition] {
        if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}

/// Two wordings side by side in a rule base of their own, with everything they read.
private struct EquivalencePlan {
    private var live: LiveEvaluation
    private let inputs: [Input]
    private let probes: (Fact, Fact)
    let combinations: Int

    /// A place and everything that may be known there.
    private struct Input {
        var place: ReadingPlace
        var readings: [Reading]
    }

    init?(_ rules: RuleBase, _ one: Rule, _ other: Rule, limit: Int) {
        let conditions = one.conditionsTried + other.conditionsTried
        guard !conditions.contains(where: { $0.contains(where: \.isBeyondReadings) }),
            one.bindings.allSatisfy({ $0.range != .packages })
        else { return nil }
        var small = rules
        small.reports = []
        small.tests = []
        // What is recommended is taken for read: a concept that nothing concludes stands for it.
        var stands: [ID<Package>: ID<Concept>] = [:]
        for condition in conditions {
            for package in condition.packagesRecommended where stands[package] == nil {
                stands[package] = ID(small.concepts.count)
                small.concepts.append(Concept(name: "recommended \(package.index)"))
            }
        }
        let probe = small.concepts.count
        small.concepts += [Concept(name: "one"), Concept(name: "other")]
        func replaced(_ condition: Condition) -> Condition {
            if case .recommended(.package(let package)) = condition, let concept = stands[package] {
                return .concept(concept, of: .cluster)
            }
            return condition.mappingParts(replaced)
        }
        small.rules = [one, other].enumerated().map { place, rule in
            var rule = rule
            rule.conclusions = [.concept(ID(probe + place), of: .cluster)]
            rule.condition = rule.condition.map(replaced)
            for exception in rule.exceptions.indices {
                rule.exceptions[exception].condition = replaced(rule.exceptions[exception].condition)
            }
            return rule
        }
        var situation = Situation()
        var members: [Variable: MemberID] = [:]
        for binding in one.bindings {
            guard case .members(let collection, parent: let parent) = binding.range else { return nil }
            let place = situation.members[collection]?.count ?? 0
            situation.members[collection, default: []].append(
                Member(name: "\(place)", parent: parent.flatMap { members[$0] }))
            members[binding.variable] = MemberID(collection: collection, index: place)
        }
        // A second variable over the same members would go through pairs of them.
        guard situation.members.values.allSatisfy({ $0.count == 1 }) else { return nil }
        let listed = InputList(small, members, small.rules.flatMap(\.conditionsTried))
        inputs = listed.inputs.map { Input(place: $0.place, readings: $0.readings) }
        var combinations = 1
        for input in inputs {
            combinations *= input.readings.count
            guard combinations <= limit else { return nil }
        }
        self.combinations = combinations
        probes = (.concept(ID(probe), member: nil), .concept(ID(probe + 1), member: nil))
        live = LiveEvaluation(CompiledEvaluation(CompiledRules(small), history: [situation]))
    }

    func agree() -> Bool {
        var live = live
        return agree(from: 0, &live)
    }

    private func agree(from place: Int, _ live: inout LiveEvaluation) -> Bool {
        guard place < inputs.count else { return live.verdict(of: probes.0) == live.verdict(of: probes.1) }
        for reading in inputs[place].readings {
            live.tell(reading, at: inputs[place].place)
            if !agree(from: place + 1, &live) { return false }
        }
        return true
    }
}

extension LiveEvaluation {
    fileprivate mutating func tell(_ reading: Reading, at place: ReadingPlace) {
        switch place {
        case .diagnostic(let diagnostic): change(diagnostic, to: reading)
        case .attribute(let attribute, let member): change(attribute, of: member, to: reading)
        case .inForce(let package): change(inForce: package, to: reading)
        case .concept(let concept, let member): change(concept, of: member, to: reading)
        case .classification(let classification, value: let value, let member):
            change(classification, value: value, of: member, to: reading)
        case .allListed: break
        }
    }
}

extension Condition {
    /// Whether it asks for more than single readings settle.
    fileprivate var isBeyondReadings: Bool {
        switch self {
        case .some, .every, .rising, .falling, .previously, .earlier, .compares, .recommended(.variable): true
        case .lies(let expression, in: _, _), .holds(let expression):
            switch expression {
            case .diagnostic, .attribute, .packageAttribute, .literal: false
            default: true
            }
        default: false
        }
    }

    fileprivate var packagesRecommended: [ID<Package>] {
        if case .recommended(.package(let package)) = self { return [package] }
        return parts.flatMap(\.packagesRecommended)
    }
}
