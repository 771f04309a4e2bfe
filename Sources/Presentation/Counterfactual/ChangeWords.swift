import Advice
import Inference
import RuleModel

/// Where packages stand, and what becomes of them, in words.
struct ChangeWords {
    let phraser: Phraser

    private var rules: RuleBase { phraser.rules }

    /// What is written over the packages that share an effect.
    static func heading(_ effect: PackageChange.Effect) -> String {
        switch effect {
        case .starts: "STARTS"
        case .stops: "STOPS"
        case .strengthens: "GROWS STRONGER"
        case .weakens: "GROWS WEAKER"
        case .moves: "CHANGES PLACES"
        case .standsAsideOtherwise: "OUTSIDE OF THE PROGRAMME"
        }
    }

    static func mark(_ effect: PackageChange.Effect) -> String {
        switch effect {
        case .starts: "+"
        case .stops: "−"
        case .strengthens: "▲"
        case .weakens: "▼"
        case .moves: "↕"
        case .standsAsideOtherwise: "·"
        }
    }

    /// For programs, and where a word must do.
    static func word(_ effect: PackageChange.Effect) -> String {
        switch effect {
        case .starts: "starts"
        case .stops: "stops"
        case .strengthens: "strengthens"
        case .weakens: "weakens"
        case .moves: "moves"
        case .standsAsideOtherwise: "outside"
        }
    }

    /// What has become of a package, set beside its title.
    func aside(_ change: PackageChange) -> Prose {
        switch (change.from, change.to) {
        case (_, .outside(let outside)) where change.effect == .stops: return now(outside)
        case (.outside(let before), .outside(let after)):
            return .faint("\(before.words) → ") + now(after)
        case (
            .programme(let from, _, let before, let strength),
            .programme(let to, _, let after, let newStrength)
        ):
            if change.effect == .moves { return Prose("from \(from) to \(to)") }
            if before != after { return .faint("\(before.prose.text) → ") + after.prose }
            return Prose("advised \(strength.word) → \(newStrength.word)")
        case (_, .programme(let number, _, let standing, _)):
            return Prose("as number \(number) · ") + standing.prose
        case (.programme, .outside(let outside)): return now(outside)
        }
    }

    private func now(_ outside: Outline.Outside) -> Prose {
        switch outside {
        case .open: .doubtful(outside.words)
        case .notAdvised, .givenUp: Prose(outside.words)
        case .advisedAgainst, .contested: .bad(outside.words)
        }
    }

    /// One package in a line with others: `“Title” starts`.
    func short(_ change: PackageChange) -> Prose {
        let title = Prose("“\(phraser.title(of: change.package))” ")
        switch change.effect {
        case .starts: return title + .good("starts")
        case .stops: return title + .bad("stops")
        case .strengthens, .weakens: return title + .doubtful(ChangeWords.word(change.effect))
        case .moves: return title + Prose("moves")
        case .standsAsideOtherwise: return title + aside(change)
        }
    }

    /// A rule that carries a change: what it says, and whether it begins or ceases to say it.
    func carrier(_ carrier: PackageChange.Carrier) -> Document.Block {
        let rule = rules[carrier.rule]
        let claims = phraser.claims(rule.claims)
        let name = Prose.faint(" (") + .name(rule.name) + .faint(")")
        return .paragraph(
            .faint("\(lead(carrier)): ") + Prose(rule.because.asSentence) + name
                + (claims.isEmpty ? "" : " ") + claims)
    }

    private func lead(_ carrier: PackageChange.Carrier) -> String {
        let objects: Bool
        switch carrier.fact {
        case .advisedAgainst: objects = true
        case .sequenced, .preferred, .required, .choice:
            let said = phraser.phrase(carrier.fact)
            return carrier.to.holds ? "now \(said)" : "no longer \(said)"
        default: objects = false
        }
        let side = objects ? "against it" : "for it"
        if carrier.to.holds && !carrier.from.holds { return "\(side) now" }
        if carrier.from.holds && !carrier.to.holds {
            return carrier.to == .open ? "\(side) no more for sure" : "\(side) no longer"
        }
        return "\(side), \(carrier.from.prose.text) → \(carrier.to.prose.text)"
    }
}

extension Outline.Outside {
    /// As part of a line.
    var words: String {
        switch self {
        case .open: "waits for an answer"
        case .notAdvised: "not advised"
        case .advisedAgainst(.harmful): "would harm"
        case .advisedAgainst(.disputed): "advised against as disputed"
        case .advisedAgainst(.notNeeded): "not needed"
        case .contested: "contested"
        case .givenUp: "given up for others"
        }
    }

    /// For programs.
    var word: String {
        switch self {
        case .open: "open"
        case .notAdvised: "not-advised"
        case .advisedAgainst(let objection): objection.word
        case .contested: "contested"
        case .givenUp: "given-up"
        }
    }
}
