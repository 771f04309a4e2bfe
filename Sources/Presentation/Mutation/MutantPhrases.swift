import Analysis
import RuleModel

/// Says what a mutant changes in its rule.
struct MutantPhrases {
    let rules: RuleBase
    private let phraser: Phraser

    init(_ rules: RuleBase) {
        self.rules = rules
        phraser = Phraser(rules: rules, history: [])
    }

    func phrase(_ change: Mutant.Change) -> String {
        switch change {
        case .conditionDropped(let condition): "`\(phraser.phrase(condition))` is not asked"
        case .conditionTurned(let before, becomes: let after),
            .thresholdShifted(let before, becomes: let after),
            .valueSwapped(let before, becomes: let after), .jointSwapped(let before, becomes: let after),
            .quantifierSwapped(let before, becomes: let after):
            "`\(phraser.phrase(before))` becomes `\(phraser.phrase(after))`"
        case .exceptionDropped(let condition): "the exception `\(phraser.phrase(condition))` is left out"
        case .presumptionDropped(let condition):
            "the exception `\(phraser.phrase(condition))` is not presumed absent"
        case .conclusionDropped(let conclusion): "`\(phrase(conclusion))` does not follow"
        case .strengthChanged(let before, becomes: let after),
            .packageSwapped(let before, becomes: let after),
            .orderReversed(let before, becomes: let after), .termsChanged(let before, becomes: let after):
            "`\(phrase(before))` becomes `\(phrase(after))`"
        }
    }

    private func phrase(_ conclusion: Conclusion) -> String { describe(conclusion, in: rules) }
}
