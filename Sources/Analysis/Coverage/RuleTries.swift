import Inference
import RuleModel

/// Which tests try which rule, and in which cases it applies.
///
///     var tries = RuleTries(rules)
///     tries.note(evaluation, of: .test(3), expecting: expectations)      // once for each stage
///     tries[rule].tests                                                  // those that are about the rule
///
/// A test is about a rule if it expects something of the rule or of what the rule concludes, and the rule
/// came out yes or no in it. Others in which it came out so are counted.
public struct RuleTries: Sendable {
    public struct Try: Hashable, Sendable {
        /// Place in `RuleBase.tests`.
        public var test: Int
        public var fires: Bool
    }

    /// A stage of a case, by places.
    public struct CaseStage: Hashable, Sendable {
        public var cluster: Int
        public var stage: Int

        public init(cluster: Int, stage: Int) {
            self.cluster = cluster
            self.stage = stage
        }
    }

    public struct OfRule: Hashable, Sendable {
        public var tests: [Try] = []
        /// How many other tests saw it apply.
        public var others = 0
        /// The stages of cases that expect something and in which it applies.
        public var cases: [CaseStage] = []
    }

    public enum Witness: Hashable, Sendable {
        case test(Int)
        case stage(CaseStage)
    }

    private let rules: RuleBase
    private var tried: [OfRule]
    private let subjects: [Set<Asked>]

    public init(_ rules: RuleBase) {
        self.rules = rules
        tried = rules.rules.map { _ in OfRule() }
        subjects = rules.rules.map { rule in
            Set(
                rule.conclusions.flatMap { conclusion -> [Asked] in
                    switch conclusion {
                    case .concept(let id, of: _): return [.concept(id)]
                    case .classification(let id, value: _, of: _): return [.classification(id)]
                    default:
                        return conclusion.mentions.compactMap { reference, _, _ in
                            if case .package(let id) = reference { .recommended(id) } else { nil }
                        }
                    }
                })
        }
    }

    public subscript(rule: ID<Rule>) -> OfRule { tried[rule.index] }

    /// Counts what one stage of a test or case shows of every rule.
    public mutating func note(
        _ evaluation: any Evaluation, of witness: Witness, expecting expectations: [Expectation]
    ) {
        var best: [Int: Verdict] = [:]
        evaluation.tryRules { trial in
            best[trial.rule.index] = max(best[trial.rule.index] ?? .no, trial.verdict)
        }
        let about = Set(expectations.flatMap(\.claim.subjects))
        let named = Set(expectations.compactMap(\.claim.rule))
        for (place, verdict) in best.sorted(by: { $0.key < $1.key }) {
            switch witness {
            case .stage(let stage): if verdict.holds { tried[place].cases.append(stage) }
            case .test(let test):
                guard verdict.holds || verdict.fails else { continue }
                if named.contains(ID(place)) || !about.isDisjoint(with: subjects[place]) {
                    let found = Try(test: test, fires: verdict.holds)
                    if !tried[place].tests.contains(found) { tried[place].tests.append(found) }
                } else if verdict.holds {
                    tried[place].others += 1
                }
            }
        }
    }
}

extension Expected {
    /// The rule that is expected to apply or not.
    fileprivate var rule: ID<Rule>? {
        if case .rule(let id) = self { id } else { nil }
    }

    /// What is expected of, as far as rules conclude it.
    public var subjects: [Asked] {
        switch self {
        case .recommend(let package, through: _, targeting: _),
            .recommendAs(_, let package, through: _, targeting: _), .adviseAgainst(let package, _),
            .caution(.package(.package(let package))), .withdraw(let package), .choose(let package),
            .assign(_, of: let package, to: _), .contested(let package), .first(let package):
            [.recommended(package)]
        case .caution(.concept(let concept)): [.concept(concept)]
        case .caution(.classification(let classification, value: _)): [.classification(classification)]
        case .caution, .rule, .report: []
        case .require(.package(.package(let needed)), before: let package):
            [.recommended(needed), .recommended(package)]
        case .require(_, before: let package): [.recommended(package)]
        case .sequence(let first, before: let second), .prefer(let first, over: let second):
            [.recommended(first), .recommended(second)]
        case .condition(let condition): condition.asked
        case .memberConcept(_, _, let concept): [.concept(concept)]
        case .memberClassification(_, _, let value): [.classification(value.classification)]
        }
    }
}
