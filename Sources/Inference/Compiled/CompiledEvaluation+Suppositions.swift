import RuleModel

extension CompiledEvaluation {
    /// Redoes for each supposition what depends on it, and nothing else.
    public func verdicts(of facts: [Fact], supposing suppositions: [Supposition]) -> [[Verdict]] {
        let beginning = LiveEvaluation(self)
        let signals = facts.map { fact in stage.program.places[fact].map { stage.program.signals[$0] } }
        return suppositions.map { supposition in
            var live = beginning
            live.learn(supposition.value, at: supposition.place)
            return zip(facts, signals).map { fact, signal in
                signal.map { live[$0].verdict } ?? live.verdict(of: fact)
            }
        }
    }
}
