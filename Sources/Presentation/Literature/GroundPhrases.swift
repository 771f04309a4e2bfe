import RuleModel

extension Phraser {
    /// What stands on a claim, in words: `rule lock-in`, `package credit (stop)`.
    func phrase(_ ground: ClaimUses.Ground) -> Prose {
        let (kind, name) = named(ground)
        guard case .package(_, let part) = ground else { return Prose("\(kind) ") + .name(name) }
        return Prose("\(kind) ") + .name(name) + .faint(" (\(part.rawValue))")
    }

    /// Its kind as the language calls it, and its name.
    func named(_ ground: ClaimUses.Ground) -> (kind: String, name: String) {
        switch ground {
        case .rule(let id): ("rule", rules[id].name)
        case .package(let id, _): ("package", rules[id].name)
        case .measure(let id): ("measure", rules[id].name)
        case .criterion(let id): ("criterion", rules[id].name)
        case .lens(let id): ("lens", rules[id].name)
        case .packageAttribute(let id): ("package attribute", rules[id].name)
        case .indicator(let id): ("indicator", rules[id].name)
        case .report(let id): ("report", rules[id].name)
        case .diagnostic(let id): ("diagnostic", rules[id].name)
        case .attribute(let id):
            ("attribute", "\(rules[id].name) of \(rules[rules[id].collection].name)")
        case .concept(let id): ("concept", rules[id].name)
        case .classification(let id): ("classification", rules[id].name)
        case .dispute(let id): ("dispute", rules[id].name)
        case .misconception(let id): ("misconception", rules[id].name)
        }
    }

    func origin(of ground: ClaimUses.Ground) -> Origin {
        switch ground {
        case .rule(let id): rules[id].origin
        case .package(let id, _): rules[id].origin
        case .measure(let id): rules[id].origin
        case .criterion(let id): rules[id].origin
        case .lens(let id): rules[id].origin
        case .packageAttribute(let id): rules[id].origin
        case .indicator(let id): rules[id].origin
        case .report(let id): rules[id].origin
        case .diagnostic(let id): rules[id].origin
        case .attribute(let id): rules[id].origin
        case .concept(let id): rules[id].origin
        case .classification(let id): rules[id].origin
        case .dispute(let id): rules[id].origin
        case .misconception(let id): rules[id].rule.origin
        }
    }

    /// Why nothing stands on a claim, with the claims that this names.
    func phrase(_ exclusion: Claim.Exclusion) -> Prose {
        var text = Prose(exclusion.reason.words)
        if !exclusion.claims.isEmpty { text += Prose(" ") + claims(exclusion.claims) }
        if !exclusion.note.isEmpty { text += Prose(": \(exclusion.note)") }
        return text
    }
}

extension Claim.Exclusion.Reason {
    var words: String {
        switch self {
        case .historyOnly: "history only"
        case .notAboutACluster: "says nothing about a cluster"
        case .notObservable: "cannot be observed"
        case .supersededBy: "superseded by"
        case .contradictedBy: "contradicted by"
        }
    }
}

extension Origin {
    /// `Rules/demand.rules:12`; empty for what a program made.
    var place: String { line > 0 ? "\(file):\(line)" : "" }
}
