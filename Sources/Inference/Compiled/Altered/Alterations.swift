import RuleModel

/// Rules of a compiled rule base written otherwise, one at a time, to be tried on cases worked out already.
///
///     let alterations = Alterations(compiled)
///     let altered = alterations.altered(rule, as: [stricter, laxer])
///     AlteredEvaluation(evaluation, altered[0])?.verdict(of: .recommended(package))
///
/// Nothing is compiled anew: the rule in its other wording is asked of the case as it stands, and what
/// rests on the answer is followed as far as it changes.
public struct Alterations: Sendable {
    let compiled: CompiledRules
    let numbered: NumberedConditions
    let catalogue: Catalogue
    let lookingBack: [Bool]

    /// - Parameter conditions: What will be asked of the altered evaluations besides the rules'
    ///   conclusions; anything else may be asked too, but is slower to.
    public init(_ compiled: CompiledRules, asking conditions: [Condition] = []) {
        self.compiled = compiled
        numbered = compiled.numbered
        catalogue = numbered.catalogue.including(conditions)
        lookingBack = compiled.rules.rules.map(\.looksBack)
    }

    /// A rule in each of several other wordings.
    ///
    /// Its bindings may have other filters, but bind the same variables to the same ranges.
    public func altered(_ rule: ID<Rule>, as others: [Rule]) -> [AlteredRule] {
        let catalogue = catalogue.including(others.flatMap(\.conditionsTried))
        return others.map { AlteredRule(self, catalogue, rule, $0) }
    }
}

/// One rule in other words, within rules that are otherwise as they were.
public final class AlteredRule: Sendable {
    public let rule: ID<Rule>
    /// The rule as it was.
    public let before: Rule
    public let after: Rule
    let compiled: CompiledRules
    let numbered: NumberedConditions
    let catalogue: Catalogue
    let parts: NumberedConditions.RuleParts
    let lookingBack: [Bool]
    /// All rules with this one in its other words.
    public var rules: RuleBase { deferredRules.value }
    private let deferredRules: Deferred<RuleBase>
    /// Made when something is wanted that cannot be followed from what the case came to.
    let anew: Deferred<CompiledRules>
    /// Whether what follows from the rule may bear on the rule itself, so that nothing can be followed.
    public let isInCircle: Bool

    init(_ alterations: Alterations, _ catalogue: Catalogue, _ rule: ID<Rule>, _ after: Rule) {
        self.rule = rule
        self.after = after
        self.catalogue = catalogue
        compiled = alterations.compiled
        numbered = alterations.numbered
        before = compiled.rules[rule]
        lookingBack = alterations.lookingBack
        parts = NumberedConditions.RuleParts(after, in: catalogue)
        let rules = Deferred { [rules = compiled.rules] in
            var rules = rules
            rules.rules[rule.index] = after
            return rules
        }
        deferredRules = rules
        anew = Deferred { CompiledRules(rules.value) }
        isInCircle =
            compiled.strata.strata.contains { $0.isRecursive && $0.rules.contains(rule) }
            || after.asksOrConcludesOtherwise(than: before)
                && Strata(rules.value).strata.contains { $0.isRecursive && $0.rules.contains(rule) }
    }

    /// What the rule's variables can stand for.
    func frames(at stage: StageEvaluation) -> [Frame] {
        guard !after.bindings.isEmpty else { return [Frame()] }
        // With the filters that were, it is what the stage's network was made for.
        if zip(after.bindings, before.bindings).allSatisfy({ $0 == $1 }) {
            return stage.program.applications.of(rule).map { stage.program.groundRules[$0].frame }
        }
        var grounding = stage.grounding(catalogue)
        var frames = [Frame()]
        for (binding, filter) in zip(after.bindings, parts.declaredFilters) {
            frames = frames.flatMap { frame -> [Frame] in
                stage.values(of: binding.range, in: frame).compactMap { value in
                    var next = frame
                    next[binding.variable] = value
                    guard let filter else { return next }
                    grounding.frame = next
                    return grounding.node(filter) == .no ? nil : next
                }
            }
        }
        return frames
    }
}

extension StageEvaluation {
    fileprivate func values(of range: Rule.Binding.Range, in frame: Frame) -> [Int32] {
        switch range {
        case .packages: return rules.packages.indices.map { Frame.value(of: ID($0)) }
        case .members(let collection, parent: nil): return shape.members(of: collection)
        case .members(let collection, parent: let variable?):
            guard let parent = frame.member(variable) else { return [] }
            return shape.members(of: collection, parent: parent)
        }
    }
}

extension NumberedConditions.RuleParts {
    /// The parts of a rule all of whose conditions the catalogue has.
    init(_ rule: Rule, in catalogue: Catalogue) {
        func number(_ condition: Condition) -> PhraseID { catalogue.including(condition).1 }
        requirements = (rule.bindings.compactMap(\.filter) + [rule.condition].compactMap(\.self)).map(number)
        exceptions = rule.exceptions.map { number($0.condition) }
        declaredFilters = rule.bindings.map { binding in
            binding.filter.flatMap { $0.isDecidedByDeclarations ? number($0) : nil }
        }
    }
}

extension Rule {
    /// The conditions it is tried with: filters, `when`, exceptions.
    fileprivate var conditionsTried: [Condition] {
        bindings.compactMap(\.filter) + [condition].compactMap(\.self) + exceptions.map(\.condition)
    }

    fileprivate var looksBack: Bool { conditionsTried.contains(where: \.looksBack) }

    /// Whether it leads from other things, or to others, than it did: what could close a circle.
    fileprivate func asksOrConcludesOtherwise(than other: Rule) -> Bool {
        !derivedAsked.isSubset(of: other.derivedAsked)
            || !derivedConcluded.isSubset(of: other.derivedConcluded)
    }

    /// A package that a variable stands for counts as `unasked`: it may be any.
    private var derivedAsked: Set<Derived> {
        var found: Set<Derived> = []
        func collect(_ condition: Condition) {
            switch condition {
            case .concept(let concept, of: _): found.insert(.concept(concept))
            case .classification(let classification, value: _, of: _):
                found.insert(.classification(classification))
            case .recommended(.package(let package)): found.insert(.recommended(package))
            case .recommended(.variable): found.insert(.unasked)
            default: break
            }
            condition.parts.forEach(collect)
        }
        conditionsTried.forEach(collect)
        return found
    }

    private var derivedConcluded: Set<Derived> {
        func derived(_ reference: PackageReference) -> Derived {
            if case .package(let package) = reference { .recommended(package) } else { .unasked }
        }
        return Set(
            conclusions.flatMap { conclusion -> [Derived] in
                switch conclusion {
                case .concept(let concept, of: _): [.concept(concept)]
                case .classification(let classification, value: _, of: _): [.classification(classification)]
                case .recommend(let package, _): [derived(package)]
                case .choose(_, _, of: let options): options.map(derived)
                default: []
                }
            })
    }
}

extension Condition {
    /// Whether it asks about another stage.
    fileprivate var looksBack: Bool {
        contains { condition in
            switch condition {
            case .rising, .falling, .previously, .earlier: true
            default: false
            }
        }
    }
}
