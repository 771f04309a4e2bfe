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
        case .look: Prose(Self.leads[0])
        case .condition: Prose(Self.leads[1])
        case .because: Prose(moment.rules[hint.rule].because.asSentence)
        case .package: Prose(Self.leads[2]) + .strong(words.phraser.title(of: hint.package))
        }
    }

    /// What stands before readings to look at, before what counts about them, and before the package.
    static let leads = [
        "Something that the rules advise is missing. Look at:", "What counts about it:", "The package: ",
    ]

    private var steps: [Document.Block] {
        switch hint.content {
        case .look(let grounds):
            // A word that several conditions ask about is one thing to look at.
            var seen: Set<String> = []
            return grounds.compactMap { Self.place($0, words) }.filter { seen.insert($0.text).inserted }.map {
                .item("·", $0)
            }
        case .condition(let grounds):
            return grounds.map { .item($0.verdict.sign, words.phrase($0)) }
        case .because, .package: return []
        }
    }

    /// The reading nearest to a condition, or the diagnosis where no reading carries it.
    static func place(_ ground: Ground, _ words: WalkWords) -> Prose? {
        if let place = ground.places.first { return .name(words.phraser.phrase(place)) }
        return ground.facts.first.map { .name(words.phraser.phrase($0)) }
    }
}
