import Advice
import RuleModel

/// What an edit of the rules does to one package, as part of a sentence.
struct RevisionWords {
    let package: RevisedPackage

    /// `“Title” starts, for rule-a speaks for it now`.
    var clause: Prose {
        let title = package.title.isEmpty ? package.name : package.title
        let head = Prose("“\(title)” ") + effect
        let reasons = reasons
        guard reasons.isEmpty else { return head + ", for " + reasons.joined(by: " and ") }
        return package.effect == nil ? head : head + .faint(", for packages around it change")
    }

    private var effect: Prose {
        switch (package.effect, package.from, package.to) {
        case (nil, .programme, _): Prose("stays")
        case (nil, .outside(let outside), _): Prose("is \(outside.phrase) as before")
        case (.starts, _, .programme(let number, _, let standing, _)):
            .good("starts") + Prose(" as number \(number) (") + standing.prose + ")"
        case (.stops, _, .outside(let outside)): .bad("stops") + Prose(" and is \(outside.phrase)")
        case (.moves, .programme(let from, _, _, _), .programme(let to, _, _, _)):
            Prose("moves from \(from) to \(to)")
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
        var parts: [Prose] = []
        for (voices, words) in [
            (package.gained.filter { !$0.speaksAgainst }, ("speaks for it now", "speak for it now")),
            (package.gained.filter(\.speaksAgainst), ("speaks against it now", "speak against it now")),
            (
                package.lost.filter { !$0.speaksAgainst },
                ("no longer speaks for it", "no longer speak for it")
            ),
            (
                package.lost.filter(\.speaksAgainst),
                ("no longer speaks against it", "no longer speak against it")
            ),
            (package.reworded, ("was edited", "were edited")),
        ] where !voices.isEmpty {
            let shown = voices.prefix(3).map { Prose.name($0.rule) }
            let rest = voices.count - shown.count
            parts.append(
                shown.joined(by: ", ") + (rest > 0 ? Prose(" and \(rest) more") : "")
                    + Prose(" " + (voices.count == 1 ? words.0 : words.1)))
        }
        return parts
    }

    var json: JSON {
        .object([
            "package": .string(package.name),
            "effect": package.effect.map { .string(ChangeWords.word($0)) } ?? .string("same"),
            "from": place(package.from), "to": place(package.to),
            "gained": voices(package.gained), "lost": voices(package.lost),
            "edited": voices(package.reworded),
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
                    "rule": .string($0.rule), "against": .bool($0.speaksAgainst),
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
