import Advice
import Inference
import RuleModel
import Training

/// A step of help: always a rule's own words or conditions, with its claims.
public struct HintView: Sendable {
    private let hint: Hint
    private let moment: Moment
    private let words: WalkWords

    public init(_ hint: Hint, at moment: Moment) {
        self.hint = hint
        self.moment = moment
        words = WalkWords(moment)
    }

    public var document: Document {
        Document([
            .item(
                "→", text, aside: .faint("hint \(hint.level) of \(Hint.levels)"),
                below: steps + [.paragraph(words.cite(hint.rule))])
        ])
    }

    private var text: Prose {
        switch hint.content {
        case .look: "Something that the rules advise is missing. Look at:"
        case .condition: "What counts about it:"
        case .because: Prose(moment.rules[hint.rule].because.asSentence)
        case .package: Prose("The package: ") + .strong(words.phraser.title(of: hint.package))
        }
    }

    private var steps: [Document.Block] {
        switch hint.content {
        case .look(let grounds):
            // A word that several conditions ask about is one thing to look at.
            var seen: Set<String> = []
            return grounds.compactMap(place).filter { seen.insert($0.text).inserted }.map { .item("·", $0) }
        case .condition(let grounds):
            return grounds.map { .item($0.verdict.sign, words.phrase($0)) }
        case .because, .package: return []
        }
    }

    /// The reading nearest to a condition, or the diagnosis where no reading carries it.
    private func place(_ ground: Ground) -> Prose? {
        if let place = ground.places.first { return .name(words.phraser.phrase(place)) }
        return ground.facts.first.map { .name(words.phraser.phrase($0)) }
    }
}
