import Advice
import RuleModel

/// What an edit of the rules does to one package, as part of a sentence.
struct RevisionWords {
    let package: RevisedPackage

    /// `“Title” starts, since rule-a speaks for it now`.
    var clause: Prose {
        let title = package.title.isEmpty ? package.name : package.title
        let head = Prose("“\(title)” ") + effect
        let reasons = reasons
        guard package.effect != nil else { return head + ", though " + reasons.joined(by: " and ") }
        return head
            + (reasons.isEmpty
                ? .faint(", since packages around it change") : ", since " + reasons.joined(by: " and "))
    }

    private var effect: Prose {
        switch (package.effect, package.from, package.to) {
        case (nil, .programme, _): Prose("stays")
        case (nil, .outside(let outside), _): Prose("is \(outside.phrase) as before")
        case (.starts, _, .programme(let number, _, let standing, _)):
            .good("starts") + Prose(" as number \(number) (") + standing.prose + ")"
        case (.stops, _, .outside(let outside)): .bad("stops") + Prose(" and is \(outside.phrase)")
        case (.moves, .programme(let from, _, _, _), .programme(let to, _, _, _)):
            // Packages before it came and others went.
            Prose(from == to ? "changes places with others" : "moves from \(from) to \(to)")
        case (
            .strengthens, .programme(_, _, let before, let strength),
            .programme(_, _, let after, let newStrength)
        ),
            (
                .weakens, .programme(_, _, let before, let strength),
                .programme(_, _, let after, let newStrength)
            ):
            before != after
                ? Prose("goes from ") + before.prose + " to " + after.prose
                : Prose("goes from advised \(strength.word) to advised \(newStrength.word)")
        case (.standsAsideOtherwise, .outside(let before), .outside(let after)):
            Prose("was \(before.phrase) and is \(after.phrase)")
        // Each effect goes with the places above; a word is better than nothing all the same.
        case (let effect?, _, _): Prose(ChangeWords.word(effect))
        }
    }

    private var reasons: [Prose] {
        let sides = RevisedPackage.Voice.Side.allCases
        return sides.compactMap { side in
            told(package.gained.filter { $0.side == side }) { "\(RevisionWords.verb(side, $0)) now" }
        }
            + sides.compactMap { side in
                told(package.lost.filter { $0.side == side }) { "no longer \(RevisionWords.verb(side, $0))" }
            } + [told(package.edited) { $0 ? "was edited" : "were edited" }].compactMap(\.self)
    }

    /// Some rules and what is to be said of them; `nil` of none.
    private func told(_ voices: [RevisedPackage.Voice], _ verb: (_ isOne: Bool) -> String) -> Prose? {
        guard !voices.isEmpty else { return nil }
        let shown = voices.prefix(3).map { Prose.name($0.rule) }
        let rest = voices.count - shown.count
        return shown.joined(by: ", ") + (rest > 0 ? Prose(" and \(rest) more") : "")
            + Prose(" " + verb(voices.count == 1))
    }

    private static func verb(_ side: RevisedPackage.Voice.Side, _ isOne: Bool) -> String {
        switch side {
        case .speaksFor: isOne ? "speaks for it" : "speak for it"
        case .against: isOne ? "speaks against it" : "speak against it"
        case .orders: isOne ? "sets its place" : "set its place"
        }
    }

    private static func word(_ side: RevisedPackage.Voice.Side) -> String {
        switch side {
        case .speaksFor: "for"
        case .against: "against"
        case .orders: "order"
        }
    }

    var json: JSON {
        .object([
            "package": .string(package.name),
            "effect": package.effect.map { .string(ChangeWords.word($0)) } ?? .string("same"),
            "from": place(package.from), "to": place(package.to),
            "gained": voices(package.gained), "lost": voices(package.lost),
            "edited": voices(package.edited),
        ])
    }

    private func place(_ place: Outline.Place) -> JSON {
        switch place {
        case .programme(let number, let phase, let standing, let strength):
            .object([
                "number": .integer(number), "phase": .integer(phase),
                "standing": .string(standing.prose.text),
                "strength": .string(strength.word),
            ])
        case .outside(let outside): .object(["outside": .string(outside.word)])
        }
    }

    private func voices(_ voices: [RevisedPackage.Voice]) -> JSON {
        .array(
            voices.map {
                .object([
                    "rule": .string($0.rule), "side": .string(RevisionWords.word($0.side)),
                    "claims": .strings($0.claims),
                ])
            })
    }
}

extension Outline.Outside {
    /// After "is" or "was".
    fileprivate var phrase: String {
        switch self {
        case .open: "waiting for an answer"
        case .advisedAgainst(.harmful): "advised against as harmful"
        case .givenUp: "given up for others"
        default: words
        }
    }
}
