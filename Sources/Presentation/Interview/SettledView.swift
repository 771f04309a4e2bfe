import Advice
import Inference
import RuleModel

/// What an answer has settled, a line to a package.
public struct SettledView: Sendable {
    private let whatIf: WhatIf
    private let words: ChangeWords

    public init(_ whatIf: WhatIf, history: [Situation], rules: RuleBase) {
        self.whatIf = whatIf
        words = ChangeWords(phraser: Phraser(rules: rules, history: history))
    }

    public var document: Document {
        let shown = whatIf.packages.filter { $0.effect != .moves && $0.effect != .standsAsideOtherwise }
        let refused = whatIf.packages.filter { change in
            if case .outside(.advisedAgainst) = change.to { return change.effect == .standsAsideOtherwise }
            return false
        }
        return Document(
            (shown + refused).map { change in
                .item(
                    ChangeWords.mark(change.effect), .strong(words.phraser.title(of: change.package)),
                    aside: words.aside(change))
            })
    }
}
