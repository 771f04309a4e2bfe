import Inference
import RuleModel

/// A sound rule base with one fault put in, and what an analysis should say of it.
public struct PlantedFault: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case contradiction = "advice against what a rule recommends"
        case contestedKind = "a second value of a kind"
        case deadRule = "a condition that excludes another"
        case deadPackage = "rules for a package that cannot fire"
        case redundantRule = "a rule that adds nothing"
        case swallowedRule = "an exception that swallows its rule"
        case idleCondition = "a condition that never decides"
        case cycle = "an order in a circle"
    }

    public var kind: Kind
    public var rules: RuleBase
    /// The rule the fault is in.
    public var rule: ID<Rule>
    /// The rule of the sound rule base from which it was made, by name.
    public var place: String
    /// The package whose advice suffers, where that is what is asked about.
    public var package: ID<Package>?

    /// Whether a fault that was found is the one planted.
    public func isFound(_ fault: RuleFault) -> Bool {
        switch (kind, fault.matter) {
        case (.contradiction, .contradiction(_, recommending: _, opposing: rule, _)): true
        case (.contestedKind, .contestedKind(_, _, _, rules: let rules)): rules.contains(rule)
        case (.deadRule, .deadRule(rule, _)): true
        case (.deadPackage, .deadPackage(let found)): found == package
        case (.redundantRule, .redundantRule(rule, by: _, _)): true
        case (.redundantRule, .redundantRule(_, by: rule, isMutual: true)): true
        case (.swallowedRule, .swallowedRule(rule, by: _, _)): true
        case (.idleCondition, .idleCondition(rule, _)): true
        case (.cycle, .cycle(let packages, _)): package.map { packages.contains($0) } ?? false
        default: false
        }
    }

    public var question: FaultQuestion {
        switch kind {
        case .contradiction: .contradictions
        case .contestedKind: .contestedKinds
        case .deadRule: .deadRules
        case .deadPackage: .deadPackages
        case .redundantRule: .redundantRules
        case .swallowedRule: .swallowedRules
        case .idleCondition: .idleConditions
        case .cycle: .cycles
        }
    }
}

/// Puts faults into a rule base one at a time, the same for the same seed.
///
/// The faults are made from the rules that are there, chains and all: where a rule rests on a concept,
/// what is put in contradicts what the concept rests on, as far down as there is one way down.
public struct FaultPlanter {
    private let rules: RuleBase
    private var random: UInt64

    public init(_ rules: RuleBase, seed: UInt64) {
        self.rules = rules
        random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// A fault of a kind; `nil` where no rule lends itself to it.
    public mutating func plant(_ kind: PlantedFault.Kind) -> PlantedFault? {
        for _ in 0..<400 {
            if let planted = attempt(kind) { return planted }
        }
        return nil
    }

    private mutating func attempt(_ kind: PlantedFault.Kind) -> PlantedFault? {
        guard let place = pick(rules.rules.count), !rules.rules[place].conjuncts.isEmpty else { return nil }
        let id = ID<Rule>(place)
        var planted = rules.rules[place]
        switch kind {
        case .contradiction:
            guard case .recommend(let reference, _)? = planted.conclusions.first else { return nil }
            planted.conclusions = [.adviseAgainst(reference, .harmful)]
            guard case .package = reference else { return nil }
            return adding(planted, kind)
        case .contestedKind:
            guard case .classification(let id, value: let value, of: let bearer)? = planted.conclusions.first,
                !rules[id].isSeveral, let other = pick(rules[id].values.count), other != value
            else { return nil }
            planted.conclusions = [.classification(id, value: other, of: bearer)]
            return adding(planted, kind)
        case .deadRule:
            guard let condition = condition(of: planted) else { return nil }
            planted.require(.not(grounds(of: condition)))
            return replacing(id, planted, kind)
        case .deadPackage:
            guard case .recommend(.package(let package), _)? = planted.conclusions.first else { return nil }
            var base = rules
            for other in base.rules.indices {
                guard base.rules[other].conclusions.contains(where: { $0.recommended.contains(package) })
                else { continue }
                guard let condition = condition(of: base.rules[other]) else { return nil }
                base.rules[other].require(.not(grounds(of: condition)))
            }
            return PlantedFault(
                kind: kind, rules: base, rule: id, place: rules.rules[place].name, package: package)
        case .redundantRule:
            guard planted.conclusions.count == 1, planted.conclusions[0].canBeRepeated,
                let other = pick(rules.rules.count), rules.rules[other].bindings.isEmpty,
                let more = condition(of: rules.rules[other])
            else { return nil }
            planted.require(more)
            return adding(planted, kind)
        case .swallowedRule:
            guard let condition = condition(of: planted) else { return nil }
            planted.exceptions.append(
                Rule.Exception(condition: grounds(of: condition), presumption: "planted"))
            return replacing(id, planted, kind)
        case .idleCondition:
            guard let condition = condition(of: planted) else { return nil }
            let other = pick(rules.rules.count).flatMap { place in
                rules.rules[place].bindings.isEmpty ? self.condition(of: rules.rules[place]) : nil
            }
            planted.require(other.map { .any([grounds(of: condition), $0]) } ?? grounds(of: condition))
            return replacing(id, planted, kind)
        case .cycle:
            guard
                case .sequence(.package(let first), before: .package(let second))? = planted.conclusions.first
            else { return nil }
            planted.conclusions = [.sequence(.package(second), before: .package(first))]
            var fault = adding(planted, kind)
            fault.package = first
            return fault
        }
    }

    // MARK: Editing

    private func adding(_ rule: Rule, _ kind: PlantedFault.Kind) -> PlantedFault {
        var base = rules
        var named = rule
        named.name = "zz-planted"
        named.claims = []
        base.rules.append(named)
        return PlantedFault(kind: kind, rules: base, rule: ID(base.rules.count - 1), place: rule.name)
    }

    private func replacing(_ id: ID<Rule>, _ rule: Rule, _ kind: PlantedFault.Kind) -> PlantedFault {
        var base = rules
        base.rules[id.index] = rule
        return PlantedFault(kind: kind, rules: base, rule: id, place: rule.name)
    }

    /// One of a rule's conditions, of those that ask about the cluster.
    private mutating func condition(of rule: Rule) -> Condition? {
        let asked = rule.conjuncts.filter { !$0.isDecidedByDeclarations && $0.isPlain }
        return pick(asked.count).map { asked[$0] }
    }

    /// What a condition rests on, where there is one way to it: the same said further down the chain.
    private func grounds(of condition: Condition, patience: Int = 3) -> Condition {
        guard case .concept(let concept, of: .cluster) = condition, patience > 0 else { return condition }
        let ways = rules.rules.filter { $0.conclusions.contains(.concept(concept, of: .cluster)) }
        guard ways.count == 1, ways[0].bindings.isEmpty, !rules[concept].isBySigns,
            let first = ways[0].conjuncts.first(where: \.isPlain)
        else { return condition }
        return grounds(of: first, patience: patience - 1)
    }

    // MARK: Chance

    private mutating func pick(_ count: Int) -> Int? {
        guard count > 0 else { return nil }
        // Marsaglia's xorshift: enough to choose rules by, and the same everywhere.
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return Int(random % UInt64(count))
    }
}

extension Rule {
    fileprivate mutating func require(_ more: Condition) {
        condition = condition.map { .all([$0, more]) } ?? more
    }
}

extension Conclusion {
    /// Whether a second rule that draws it could only repeat it.
    fileprivate var canBeRepeated: Bool {
        switch self {
        case .concept, .classification, .adviseAgainst: true
        case .recommend(_, let how): how.targeting == nil
        default: false
        }
    }
}

extension Condition {
    /// Whether it asks about one reading or derived thing of the cluster.
    fileprivate var isPlain: Bool {
        switch self {
        case .holds(.diagnostic), .lies(.diagnostic, in: _, _), .concept(_, of: .cluster),
            .classification(_, value: _, of: .cluster):
            true
        case .not(let part): part.isPlain
        default: false
        }
    }
}
