extension RuleBase {
    /// The rules with every misconception among them, behind the others: what their conditions come to
    /// can be asked of an evaluation of these, and nothing else should be.
    public var believing: RuleBase {
        var base = self
        base.rules += misconceptions.map(\.rule)
        return base
    }

    /// Where `believing` has the rule of a misconception.
    public func rule(of misconception: ID<Misconception>) -> ID<Rule> {
        ID(rules.count + misconception.index)
    }
}
