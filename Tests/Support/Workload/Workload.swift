import Generation
import RuleModel

/// A rule base and cases to measure with: the same ones for the same seed, on every machine.
///
///     let workload = Workload(rules: 200)
///     let cases = workload.cases(1_000)
///
/// Unlike `Scenario`, which tries every form of the language in as few rules as possible, it is the
/// everyday part of the language in everyday proportions and at any size: rules over yes/no, scales,
/// percents, counts and choices, with `and`, `or`, `not`, `at least n of` and `unless`, that decide
/// concepts in three strata and recommend or advise against packages in a fourth.
public struct Workload: Sendable {
    public let seed: UInt64
    public let shape: WorkloadShape
    public let rules: RuleBase

    public init(rules count: Int, seed: UInt64 = 1) {
        self.seed = seed
        shape = WorkloadShape(rules: count)
        rules = WorkloadRules(seed: seed, shape: shape).written()
    }

    /// So many cases. The first of many are the same as the first of few.
    public func cases(_ count: Int) -> CaseColumns {
        CaseColumns(count: count, seed: seed, rules: rules)
    }
}
