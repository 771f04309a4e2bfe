import RuleModel

/// A rule base and a history, as one seed gives them.
public struct Scenario: Sendable {
    /// What it was generated from; kept while shrinking, so that the report can name it.
    public var seed: UInt64
    public var rules: RuleBase
    public var levels: Levels
    public var history: [Situation]

    public init(seed: UInt64, size: GenerationSize) {
        let generated = RuleBaseGenerator(seed: seed, size: size).generate()
        self.seed = seed
        rules = generated.rules
        levels = generated.levels
        history = SituationGenerator(seed: seed, size: size, rules: generated.rules).generate()
    }

    public init(seed: UInt64, rules: RuleBase, levels: Levels, history: [Situation]) {
        self.seed = seed
        self.rules = rules
        self.levels = levels
        self.history = history
    }

    /// The history as a case that says at each stage what is new, with what a case says besides.
    public var clusterCase: ClusterCase {
        var told = ClusterCase(name: "case-a", telling: history, rules: rules, inFull: false)
        var writer = ExpectationGenerator(rules: rules, random: SeededGenerator(seed: seed ^ 0xE7))
        writer.add(to: &told.stages, isTest: false)
        return told
    }

    /// The rule base with the first stage as a test of it.
    public var rulesWithTest: RuleBase {
        let told = ClusterCase(name: "", telling: Array(history.prefix(1)), rules: rules, inFull: false)
        var stages = told.stages
        var writer = ExpectationGenerator(rules: rules, random: SeededGenerator(seed: seed ^ 0x7E57))
        writer.add(to: &stages, isTest: true)
        var tested = rules
        tested.tests = [RuleTest(title: "The first stage", stages: stages)]
        return tested
    }
}
