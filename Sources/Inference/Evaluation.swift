import RuleModel

/// The verdicts of every fact of a case at one stage, with their proofs on demand.
///
/// Both evaluators give one. It is a value: asking it changes nothing.
public protocol Evaluation: Sendable {
    var rules: RuleBase { get }
    /// The stages up to the one evaluated, which is the last; rules look back only.
    var history: [Situation] { get }
    /// Every fact that some rule could draw in this case, or that the case states, in a fixed order.
    ///
    /// A rule could draw what it says of packages that its filters let through, as far as what packages
    /// declare decides that.
    var facts: [Fact] { get }

    /// The verdict of a fact; `no` (for concepts by signs `open`) when no rule can draw it.
    func verdict(of fact: Fact) -> Verdict
    /// The verdict of a condition without free variables.
    func verdict(of condition: Condition) -> Verdict
    /// The possible and presumed values of an expression without free variables.
    func figure(of expression: Expression) -> Figure
    /// Why the fact has its verdict, whatever the verdict.
    func proof(of fact: Fact) -> Proof
    /// Why the condition has its verdict.
    func proof(of condition: Condition) -> Proof
    /// The proofs of several facts, which may have their steps in common: each then holds those of all.
    ///
    /// Conditions that say the same in other words may stand in one step, as they do within a proof.
    func proofs(of facts: [Fact]) -> [Proof]
    /// The same for whoever asks what is open: of the facts that they rest on, those that are certainly so or
    /// certainly not may be left unexplained.
    func openProofs(of facts: [Fact]) -> [Proof]
    /// The same rules and the same past, had the last stage been as given: for what-if.
    ///
    /// Costs one stage, however long the history.
    func replacingLastStage(with situation: Situation) -> Self
    /// The verdicts of facts, had one thing been learnt at the last stage: a row for each supposition.
    func verdicts(of facts: [Fact], supposing suppositions: [Supposition]) -> [[Verdict]]
    /// Every application of rules that could draw the fact, deciding ones first, then the nearest miss.
    func applications(drawing fact: Fact) -> [AppliedRule]
    /// Every application of a rule, in order of what its variables stand for.
    func applications(of rule: ID<Rule>) -> [AppliedRule]
    /// Every application of every rule with what its conditions came to, in order of rule.
    func tryRules(_ visit: (RuleTrial) -> Void)
}

extension Evaluation {
    public func proofs(of facts: [Fact]) -> [Proof] { facts.map { proof(of: $0) } }
    public func openProofs(of facts: [Fact]) -> [Proof] { proofs(of: facts) }
}

/// A rule application in short: enough to rank advice, without the proof.
public struct AppliedRule: Hashable, Sendable {
    public var rule: ID<Rule>
    public var assignment: Assignment
    public var verdict: Verdict
    /// Places in `Rule.exceptions` of the exceptions presumed absent because they are open.
    public var presumedAbsent: [Int]
    public init(rule: ID<Rule>, assignment: Assignment, verdict: Verdict, presumedAbsent: [Int] = []) {
        self.rule = rule
        self.assignment = assignment
        self.verdict = verdict
        self.presumedAbsent = presumedAbsent
    }
}
