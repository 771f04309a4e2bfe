import Analysis
import Inference
import RuleModel

/// Faults of rules in sentences.
struct FaultWords: Sendable {
    let rules: RuleBase
    private let phraser: Phraser

    init(_ rules: RuleBase) {
        self.rules = rules
        phraser = Phraser(rules: rules, history: [])
    }

    /// What is wrong, in a sentence.
    func sentence(of fault: RuleFault) -> Prose {
        switch fault.matter {
        case .deadRule(let rule, _): return name(rule) + Prose(" can never fire.")
        case .deadPackage(let package):
            return name(package) + Prose(" can never be advised: no rule that recommends it can fire.")
        case .alwaysContested(let package):
            return name(package)
                + Prose(" can never stand: whenever it is recommended, it is advised against too.")
        case .contradiction(let package, let one, let other, let always):
            return name(package) + Prose(": ") + name(one) + Prose(" recommends it, and ") + name(other)
                + Prose(always ? " advises against it whenever it does." : " advises against it at once.")
        case .contestedKind(let id, let one, let other, _):
            let values = rules[id].values
            return .name(rules[id].name)
                + Prose(
                    " can be \(Phraser.name(values, one)) and \(Phraser.name(values, other)) at once, though it has one value."
                )
        case .redundantRule(let rule, let other, let isMutual):
            return name(rule) + Prose(isMutual ? " says the same as " : " adds nothing to ") + name(other)
                + Prose(
                    isMutual ? ", each whenever the other does." : ", which says it whenever this one does.")
        case .idleCondition(let rule, let place):
            return name(rule) + Prose(" is the same without its condition ") + condition(rule, place)
                + Prose(".")
        case .idleException(let rule, let place):
            return name(rule) + Prose(" is the same without its exception ") + exception(rule, place)
                + Prose(".")
        case .swallowedRule(let rule, let place, whileUnknown: let whileUnknown):
            let what =
                place.map { Prose("its exception ") + exception(rule, $0) } ?? Prose("one of its exceptions")
            return name(rule)
                + Prose(whileUnknown ? " holds only as long as nobody knows: " : " can never fire: ") + what
                + Prose(" holds whenever its conditions do.")
        case .gap(let kind, let lens, let value):
            let declared = rules[kind.classification]
            let school = lens.map { "of \(rules[$0].name) \(Phraser.name(rules[$0].values, value)) " } ?? ""
            return Prose("Where ") + .name(declared.name)
                + Prose(" is \(Phraser.name(declared.values, kind.value)), nothing \(school)is ever advised.")
        case .hole(let id, let diagnostic, let values):
            let type = rules[diagnostic].measurement.type
            return Prose("The rules for ") + .name(rules[id].name) + Prose(" leave a hole: ")
                + .name(rules[diagnostic].name) + Prose(" \(rules.phrase(values, type)) belongs to no value.")
        case .opposedClaim(let claim, let package, let one, let other):
            return .citation(rules[claim].name) + Prose(" is cited for and against ") + name(package)
                + Prose(" at once: by ") + name(one) + Prose(" and by ") + name(other) + Prose(".")
        case .cycle(let packages, let isOfPreference):
            let names = packages.map { name($0) }.joined(by: isOfPreference ? " over " : " before ")
            return names + Prose(isOfPreference ? " over " : " before ") + (packages.first.map(name) ?? "")
                + Prose(": no order can satisfy that.")
        }
    }

    /// What belongs under the sentence.
    func details(of fault: RuleFault) -> [Prose] {
        switch fault.matter {
        case .deadRule(let rule, let together):
            let conditions = together.map { condition(rule, $0) }
            if conditions.count == 1 { return [Prose("This can never hold: ") + conditions[0]] }
            return conditions.isEmpty
                ? [] : [Prose("These can never hold together: ") + conditions.joined(by: "; ")]
        case .contestedKind(_, _, _, let rules):
            return [Prose("The rules are ") + rules.map { name($0) }.joined() + Prose(".")]
        case .contradiction(let package, _, _, let always)
        where !always && !fault.isKnown && fault.allowance == nil:
            return [
                .faint(
                    "If that is meant, a test of such a cluster that expects “contested \(rules[package].name)” says so."
                )
            ]
        case .deadPackage, .alwaysContested, .contradiction, .redundantRule, .idleCondition,
            .idleException, .swallowedRule, .gap, .hole, .opposedClaim, .cycle:
            return []
        }
    }

    /// Why it may stand, and where that is written.
    func allowance(of fault: RuleFault) -> String {
        guard let allowance = fault.allowance else { return "" }
        return "Allowed: \(allowance.reason) (\(allowance.file):\(allowance.line))"
    }

    /// Where to look.
    func place(of fault: RuleFault) -> String {
        switch fault.matter {
        case .deadRule(let rule, _), .contradiction(_, recommending: let rule, _, _),
            .redundantRule(let rule, _, _), .idleCondition(let rule, _), .idleException(let rule, _),
            .swallowedRule(let rule, _, _), .opposedClaim(_, _, recommending: let rule, _):
            rules[rule].origin.place
        case .deadPackage(let package), .alwaysContested(let package): rules[package].origin.place
        case .contestedKind(let id, _, _, _), .hole(let id, _, _): rules[id].origin.place
        case .gap(let kind, _, _): rules[kind.classification].origin.place
        case .cycle(let packages, _): packages.first.map { rules[$0].origin.place } ?? ""
        }
    }

    func name(of subject: FaultSubject) -> String {
        switch subject {
        case .rule(let rule): rules[rule].name
        case .package(let package): rules[package].name
        case .classification(let id): rules[id].name
        }
    }

    private func name(_ rule: ID<Rule>) -> Prose { .name(rules[rule].name) }
    private func name(_ package: ID<Package>) -> Prose { .name(rules[package].name) }

    private func condition(_ rule: ID<Rule>, _ place: Int) -> Prose {
        let conditions = rules[rule].conjuncts
        guard conditions.indices.contains(place) else { return "" }
        return Prose("“\(phraser.phrase(conditions[place]))”")
    }

    private func exception(_ rule: ID<Rule>, _ place: Int) -> Prose {
        let exceptions = rules[rule].exceptions
        guard exceptions.indices.contains(place) else { return "" }
        return Prose("“\(phraser.phrase(exceptions[place].condition))”")
    }
}

extension FaultQuestion {
    var title: String {
        switch self {
        case .deadRules: "Rules that can never fire"
        case .deadPackages: "Packages that can never stand"
        case .contradictions: "Recommended and advised against"
        case .contestedKinds: "Two values of one kind"
        case .redundantRules: "Rules that add nothing"
        case .idleConditions: "Conditions that never decide"
        case .swallowedRules: "Exceptions that swallow their rule"
        case .gaps: "Kinds for which nothing is advised"
        case .holes: "Holes between thresholds"
        case .opposedClaims: "Claims cited both ways"
        case .cycles: "Orders that go in a circle"
        }
    }

    /// Why it matters.
    var why: String {
        switch self {
        case .deadRules: "Whoever relies on them relies on nothing."
        case .deadPackages: "They stand in the list and will never be advised."
        case .contradictions: "Such a package is kept out of the programme until somebody decides."
        case .contestedKinds: "Where both stand, neither can be relied on."
        case .redundantRules: "They could go, or were meant to say something else."
        case .idleConditions: "They read as if they mattered."
        case .swallowedRules: "What is told of the exception decides everything."
        case .gaps: "A cluster of that kind is told nothing, whatever else is known of it."
        case .holes: "A cluster in between is of no kind at all."
        case .opposedClaims: "One of the two readings of it is likely to be wrong."
        case .cycles: "Those in it are left without an order."
        }
    }
}

extension CircuitSolver.Doubt {
    /// Why there is no answer.
    var words: String {
        switch self {
        case .tooLong: "the search was cut off"
        case .figures: "sums and the like were tried for some values only"
        case .limit(.largeCircle): "rules rest on each other in too large a circle"
        case .limit(.figureOfStageBefore): "a sum of the stage before is asked about"
        case .unconfirmed: "what was found could not be told as a case"
        }
    }
}
