import Advice
import Inference
import RuleModel

/// What a rule has to say to somebody: never words of the program, always a rule with its claims.
public struct Feedback: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// It advises the package, or draws the diagnosis.
        case speaksFor
        /// It advises against the package.
        case speaksAgainst(Objection)
        /// It could have advised it, and these stand in the way.
        case heldBack([Obstacle])
        /// It would have another package instead.
        case prefers(ID<Package>)
        /// It lets only some of its options be taken.
        case chooses
        /// It wants something else to be there first.
        case requires(GroundPrerequisite)
        /// It rests on the diagnosis.
        case restsOn
        /// It speaks of the package under other circumstances.
        case elsewhere
    }
    public var rule: ID<Rule>
    public var content: Content

    public init(_ rule: ID<Rule>, _ content: Content) {
        self.rule = rule
        self.content = content
    }
}

/// What the rules say of a package at a moment, with the rules that say so.
public struct Judgement: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// In the programme, at this place.
        case advised(Standing, number: Int)
        case contested
        /// It needs a fact.
        case waiting
        case withheld
        /// Advised, and given up for another.
        case leftOut
        case refused(RefusedPackage.Kind)
    }
    public var package: ID<Package>
    public var kind: Kind
    public var feedback: [Feedback]

    public var isAdvised: Bool { if case .advised = kind { true } else { false } }
    /// Neither right nor wrong on what is known.
    public var isUnsettled: Bool { kind == .contested || kind == .waiting }
}

extension Moment {
    /// What the rules say of a package; never without a rule where any rule speaks of it at all.
    public func judgement(of package: ID<Package>) -> Judgement {
        var judgement = standing(of: package)
        if judgement.feedback.isEmpty { judgement.feedback = elsewhere(package) }
        return judgement
    }

    private func standing(of package: ID<Package>) -> Judgement {
        if let entry = answer.entries.first(where: { $0.package == package }) {
            return Judgement(
                package: package, kind: .advised(entry.standing, number: entry.number),
                feedback: entry.reasons.map { Feedback($0.rule, .speaksFor) }.once)
        }
        if let found = answer.contested.first(where: { $0.package == package }) {
            return Judgement(
                package: package, kind: .contested,
                feedback: (found.reasonsFor.map { Feedback($0.rule, .speaksFor) }
                    + found.objections.flatMap { against($0.objection, $0.reasons) }).once)
        }
        if let found = answer.waiting.first(where: { $0.package == package }) {
            return Judgement(
                package: package, kind: .waiting,
                feedback: heldBack(found.misses) + required(found.prerequisites))
        }
        if let found = answer.withheld.first(where: { $0.package == package }) {
            return Judgement(package: package, kind: .withheld, feedback: heldBack(found.misses))
        }
        if let found = answer.leftOut.first(where: { $0.package == package }) {
            return Judgement(package: package, kind: .leftOut, feedback: cause(found.cause))
        }
        let refused = answer.notAdvised.first { $0.package == package }
        var feedback: [Feedback] = []
        if let refused, let objection = refused.kind.objection {
            feedback = against(objection, refused.objections).once
        } else if let refused {
            feedback = heldBack(refused.misses) + required(refused.prerequisites)
        }
        return Judgement(package: package, kind: .refused(refused?.kind ?? .doesNotApply), feedback: feedback)
    }

    private func against(_ objection: Objection, _ reasons: [Reason]) -> [Feedback] {
        reasons.map { Feedback($0.rule, .speaksAgainst(objection)) }
    }

    /// What came nearest, alone: further misses teach little.
    private func heldBack(_ misses: [Miss]) -> [Feedback] {
        misses.prefix(1).map { Feedback($0.reason.rule, .heldBack($0.obstacles)) }
    }

    private func required(_ prerequisites: [PrerequisiteAnswer]) -> [Feedback] {
        prerequisites.flatMap { wanted in
            wanted.reasons.map { Feedback($0.rule, .requires(wanted.subject)) }
        }.once
    }

    private func cause(_ cause: LeftOutPackage.Cause) -> [Feedback] {
        switch cause {
        case .preferred(let kept, verdict: _, let reasons):
            reasons.map { Feedback($0.rule, .prefers(kept)) }.once
        case .choice(let place):
            answer.choices.indices.contains(place)
                ? answer.choices[place].reasons.map { Feedback($0.rule, .chooses) }.once : []
        case .requires(let needed):
            answer.prerequisites.first { $0.subject == .package(needed) }
                .map { required([$0]) } ?? []
        case .atMost, .rejected: []
        }
    }

    /// Rules that say something of the package in other circumstances.
    private func elsewhere(_ package: ID<Package>) -> [Feedback] {
        let speaking = rules.rules.indices.filter { place in
            rules.rules[place].conclusions.contains { $0.advises(package) }
        }
        return speaking.prefix(1).map { Feedback(ID($0), .elsewhere) }
    }
}

extension RefusedPackage.Kind {
    var objection: Objection? {
        switch self {
        case .doesNotApply: nil
        case .notNeeded: .notNeeded
        case .harmful: .harmful
        case .disputed: .disputed
        }
    }
}

extension Conclusion {
    /// Whether it recommends the package or advises against it, by name or as one of all.
    fileprivate func advises(_ package: ID<Package>) -> Bool {
        switch self {
        case .recommend(.package(package), _), .adviseAgainst(.package(package), _): true
        case .recommend(.variable, _), .adviseAgainst(.variable, _): true
        case .choose(_, _, of: let options): options.contains(.package(package))
        default: false
        }
    }
}

extension [Feedback] {
    /// Each once, a rule that was applied to several members too.
    var once: [Feedback] {
        var seen: Set<Feedback> = []
        return filter { seen.insert($0).inserted }
    }
}
