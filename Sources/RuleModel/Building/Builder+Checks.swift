import Notation

// What can only be seen when everything is built: loops, and things nobody uses.

extension Builder {
    /// Takes down where each rule stands, when all are there.
    mutating func placeRules(leavingOutLoops: Bool) {
        if leavingOutLoops { leaveOutLoops() }
        rulePlaces = Deferred { [rules = rules.rules] in NamePlaces(rules) }
    }

    /// Reports rules that rest on their own result through a `not` or the like, and leaves them out.
    private mutating func leaveOutLoops() {
        let loops = Strata(rules).loops
        guard !loops.isEmpty else { return }
        var left: Set<Int> = []
        for loop in loops {
            left.formUnion(loop.rules.map(\.index))
            reportLoop(loop)
        }
        rules.rules = rules.rules.enumerated().filter { !left.contains($0.offset) }.map(\.element)
    }

    private mutating func reportLoop(_ loop: Strata.Loop) {
        guard let first = loop.links.first else { return }
        let steps = loop.links.map { link in
            let rule = rules[link.rule].name
            let conclusion = name(link.conclusion), premise = name(link.premise)
            let way = link.isStrict ? "only when `\(premise)` is settled" : "from `\(premise)`"
            return (
                place: names[.rule, rule]?.place ?? rowPlaces[rule],
                label: "the rule `\(rule)` concludes `\(conclusion)` \(way)"
            )
        }
        guard let place = steps[0].place else { return }
        let conclusion = name(first.conclusion)
        report(
            "loop-through-not", "`\(conclusion)` would have to be known before it can be concluded",
            at: place,
            label: steps[0].label,
            notes: steps.dropFirst().compactMap { step in
                step.place.map { Finding.Note(place: $0, label: step.label) }
            },
            help: [
                "what stands behind `not`, `unless` or `every`, is counted or is asked as recommended has to be settled first, and here it waits for itself",
                "let one of these rules ask for something that does not rest on `\(conclusion)`",
            ])
    }

    private func name(_ derived: Derived) -> String {
        switch derived {
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .recommended(let id): rules[id].name
        case .unasked: ""
        }
    }

    /// Claims no rule stands on, diagnostics no rule reads, packages no rule is about.
    mutating func checkUse() {
        for (index, declared) in declarations[.package].enumerated()
        where !usage.advisesAnyPackage && !usage.packages.contains(index) {
            report(
                "unrecommended-package", "no rule recommends, chooses or advises against `\(declared.name)`",
                at: declared.token.place,
                label: "never advised",
                help: ["write a rule that recommends it, or that advises against it where it does harm"])
        }
        for (index, declared) in declarations[.diagnostic].enumerated()
        where !usage.diagnostics.contains(index) {
            // A text is for people; no rule is expected to read it.
            guard rules.diagnostics[index].measurement.type != .text else { continue }
            report(
                "unread-diagnostic", "nothing reads the diagnostic `\(declared.name)`",
                at: declared.token.place,
                label: "asked for and never used",
                help: ["read it in a rule, a stop test or an indicator, or take it out"])
        }
        checkClaims()
    }

    private mutating func checkClaims() {
        let used = rules.claims.withRestatements(of: usage.claims)
        for (index, declared) in declarations[.claim].enumerated()
        where !used.contains(index) && rules.claims[index].exclusion == nil {
            report(
                "unused-claim", "nothing stands on the claim `\(declared.name)`", at: declared.token.place,
                label: "no rule or package cites it",
                help: ["cite it in a rule, or add `{ not-encoded REASON \"…\" }` with the reason"])
        }
    }
}
