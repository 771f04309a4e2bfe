import RuleModel

extension CompiledEvaluation {
    /// Redoes for each supposition what depends on it, and nothing else.
    public func verdicts(of facts: [Fact], supposing suppositions: [Supposition]) -> [[Verdict]] {
        let beginning = LiveEvaluation(self)
        let places = facts.map { beginning.place(of: $0) }
        var live = beginning
        return suppositions.map { supposition in
            live.learn(supposition.value, at: supposition.place)
            defer {
                // Taking one reading back costs less than a copy of everything.
                if !live.unlearn(supposition.place) { live = beginning }
            }
            return live.verdicts(at: places)
        }
    }
}

extension LiveEvaluation {
    /// Where the verdict of a fact is found, whatever is learnt: what is asked often is looked up once.
    enum FactPlace {
        case signal(Signal)
        /// No rule speaks for it, and no case can.
        case fixed(Verdict)
        /// No rule speaks for it, but a case may.
        case toldOnly(Fact)
    }
}
