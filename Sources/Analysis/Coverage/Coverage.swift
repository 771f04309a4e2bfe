import Inference
import RuleModel

/// Which rules, conditions, thresholds and packages tests and cases have tried, and on which sides.
///
///     var coverage = Coverage(rules)
///     coverage.note(evaluation, of: .tests)     // once for each stage with expectations
///     coverage.gaps                             // what nobody has tried yet
///
/// It counts what was evaluated, not what was expected of it: a rule that fires in a test whose
/// expectations are about something else counts as seen.
public struct Coverage: Sendable {
    public let rules: RuleBase
    /// By rule.
    public private(set) var ruleSights: [RuleSight]
    /// By package.
    public private(set) var packageSights: [PackageSight]
    public private(set) var testStages = 0
    public private(set) var caseStages = 0

    public init(_ rules: RuleBase) {
        self.rules = rules
        ruleSights = rules.rules.map { RuleSight($0, in: rules) }
        let advised = rules.recommendablePackages
        packageSights = rules.packages.indices.map { PackageSight(isRecommendable: advised.contains(ID($0))) }
    }

    /// Counts everything that one stage of a test or case shows.
    public mutating func note(_ evaluation: any Evaluation, of witness: Witnesses) {
        if witness == .tests { testStages += 1 } else { caseStages += 1 }
        evaluation.tryRules { ruleSights[$0.rule.index].note($0, by: witness) }
        for place in packageSights.indices {
            packageSights[place].note(evaluation.verdict(of: .recommended(ID(place))), by: witness)
        }
    }
}

/// Who has seen something.
public struct Witnesses: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let tests = Witnesses(rawValue: 1)
    public static let cases = Witnesses(rawValue: 2)
}

/// What was seen of one rule.
public struct RuleSight: Sendable {
    public internal(set) var fired: Witnesses = []
    public internal(set) var heldBack: Witnesses = []
    /// Of each of `Rule.askedConditions`.
    public internal(set) var conditions: [ConditionSight]

    init(_ rule: Rule, in rules: RuleBase) {
        conditions = rule.askedConditions.map { ConditionSight($0, in: rules) }
    }

    mutating func note(_ trial: RuleTrial, by witness: Witnesses) {
        if trial.verdict.holds { fired.formUnion(witness) }
        if trial.verdict.fails { heldBack.formUnion(witness) }
        for answer in trial.answers where conditions.indices.contains(answer.condition) {
            conditions[answer.condition].note(answer, by: witness)
        }
    }
}

/// What was seen of one condition of a rule: whether it was met, was not met, and how near its thresholds.
public struct ConditionSight: Sendable {
    public let condition: Condition
    /// Whether any case could fail it. Nobody says that the first stage told was the first there was, so
    /// that "in an earlier stage" is never refuted.
    public let canBeUnmet: Bool
    public internal(set) var met: Witnesses = []
    public internal(set) var unmet: Witnesses = []
    public internal(set) var thresholds: [ThresholdSight]

    init(_ condition: Condition, in rules: RuleBase) {
        self.condition = condition
        if case .earlier = condition { canBeUnmet = false } else { canBeUnmet = true }
        thresholds = ThresholdSight.thresholds(of: condition, in: rules)
    }

    mutating func note(_ answer: ConditionAnswer, by witness: Witnesses) {
        if answer.verdict.holds { met.formUnion(witness) }
        if answer.verdict.fails { unmet.formUnion(witness) }
        guard let presumed = answer.presumed else { return }
        for place in thresholds.indices { thresholds[place].note(presumed, by: witness) }
    }
}

/// Whether a package was recommended, and whether it was withheld.
public struct PackageSight: Hashable, Sendable {
    public internal(set) var recommended: Witnesses = []
    public internal(set) var withheld: Witnesses = []
    /// Whether any rule could recommend it; some packages are there only to be warned of.
    public let isRecommendable: Bool

    init(isRecommendable: Bool) { self.isRecommendable = isRecommendable }

    mutating func note(_ verdict: Verdict, by witness: Witnesses) {
        if verdict.holds { recommended.formUnion(witness) }
        if verdict.fails { withheld.formUnion(witness) }
    }
}

extension RuleBase {
    /// The packages that some rule recommends or offers as a choice.
    fileprivate var recommendablePackages: Set<ID<Package>> {
        var found: Set<ID<Package>> = []
        for conclusion in rules.flatMap(\.conclusions) {
            let references: [PackageReference] =
                switch conclusion {
                case .recommend(let reference, _): [reference]
                case .choose(_, _, of: let references): references
                default: []
                }
            for reference in references {
                switch reference {
                case .package(let package): found.insert(package)
                case .variable: return Set(packages.indices.map { ID($0) })
                }
            }
        }
        return found
    }
}
