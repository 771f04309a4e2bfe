import RuleModel

/// Something supposed to be learnt at the last stage, for asking what it would change.
public struct Supposition: Hashable, Sendable {
    public var place: ReadingPlace
    /// What would then be possible there, and no longer assumed.
    public var value: ValueSet
    public init(_ value: ValueSet, at place: ReadingPlace) {
        self.place = place
        self.value = value
    }
}

extension Evaluation {
    /// Evaluates each supposed stage as a whole.
    public func verdicts(of facts: [Fact], supposing suppositions: [Supposition]) -> [[Verdict]] {
        let now = history.last ?? Situation()
        return suppositions.map { supposition in
            var supposed = now
            supposed.learn(supposition.value, at: supposition.place)
            let evaluation = replacingLastStage(with: supposed)
            return facts.map { evaluation.verdict(of: $0) }
        }
    }
}
