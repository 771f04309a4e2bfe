import Inference
import RuleModel

/// Finds the verdict that an expectation speaks of.
struct ExpectationTrial {
    /// The packages that begin the programme, worked out only if they are asked for.
    let firstPhase: () -> [ID<Package>: Standing]
    let evaluation: any Evaluation
    typealias Found = (verdict: Verdict, grounds: [ExpectationOutcome.Ground])

    func verdict(of claim: Expected) -> Found {
        switch claim {
        case .recommend(let package, through: let actor, targeting: let names):
            recommendation(package, nil, actor, names)
        case .recommendAs(let strength, let package, through: let actor, targeting: let names):
            recommendation(package, strength, actor, names)
        case .adviseAgainst(let package, let objection?): fact(.advisedAgainst(package, objection))
        case .adviseAgainst(let package, nil): objections(package)
        case .caution(let subject): caution(subject)
        case .require(let subject, before: let package):
            subject.ground.map { fact(.required($0, before: package)) } ?? (.no, [])
        case .sequence(let package, before: let later): fact(.sequenced(package, before: later))
        case .prefer(let package, over: let other): fact(.preferred(package, over: other))
        case .withdraw(let package):
            greatest {
                guard case .withdrawn(let withdrawn, jointlyWith: let partners) = $0 else { return false }
                return withdrawn == package || partners.contains(package)
            }
        case .choose(let package):
            greatest {
                guard case .choice(_, _, of: let options) = $0 else { return false }
                return options.contains(package)
            }
        case .assign(let role, of: let package, to: let actor): fact(.assigned(role, of: package, to: actor))
        case .contested(let package): contested(package)
        case .first(let package): first(package)
        case .rule(let rule):
            (evaluation.applications(of: rule).map(\.verdict).max() ?? .no, [.rule(rule)])
        case .condition(let condition): (evaluation.verdict(of: condition), [.condition(condition)])
        case .report(let report, let comparison, let set): self.report(report, comparison, set)
        case .memberConcept(let collection, let name, let concept):
            ofMembers(collection, name) { .concept(concept, member: $0) }
        case .memberClassification(let collection, let name, let value):
            ofMembers(collection, name) { .classification(value, member: $0) }
        }
    }

    private func fact(_ fact: Fact) -> Found { (evaluation.verdict(of: fact), [.fact(fact)]) }

    private func greatest(_ isWanted: (Fact) -> Bool) -> Found {
        let facts = evaluation.facts.filter(isWanted)
        return (facts.map { evaluation.verdict(of: $0) }.max() ?? .no, facts.map { .fact($0) })
    }

    /// Through an actor: the best application that names it. Targeting members: the least of theirs. So
    /// strongly: no, unless the strongest of the applications that decide is as strong.
    private func recommendation(
        _ package: ID<Package>, _ strength: Strength?, _ actor: ID<Actor>?, _ names: [String]
    ) -> Found {
        var found = fact(.recommended(package))
        if strength != nil || actor != nil {
            let offers = evaluation.applications(drawing: .recommended(package)).flatMap { application in
                evaluation.rules.recommendations(of: package, by: application).map {
                    (verdict: application.verdict, how: $0)
                }
            }.filter { actor == nil || $0.how.through == actor }
            found.verdict = offers.map(\.verdict).max() ?? .no
            let strongest = offers.filter { $0.verdict == found.verdict }.map(\.how.strength).max()
            if let strength, strongest != strength { found.verdict = .no }
        }
        for name in names {
            let member = target(package, name)
            found.verdict = min(found.verdict, member.verdict)
            found.grounds += member.grounds
        }
        return found
    }

    private func target(_ package: ID<Package>, _ name: String) -> Found {
        let members = self.members { $0 == name }
        guard !members.isEmpty else { return (.no, [.noSuchMember(name)]) }
        let facts = members.map { Fact.recommendedFor(package, $0) }
        return (facts.map { evaluation.verdict(of: $0) }.max() ?? .no, facts.map { .fact($0) })
    }

    /// Members of a name, in order of collection.
    private func members(in collection: ID<Collection>? = nil, where isNamed: (String) -> Bool) -> [MemberID]
    {
        guard let situation = evaluation.history.last else { return [] }
        let collections = collection.map { [$0] } ?? situation.members.keys.sorted()
        return collections.flatMap { collection in
            (situation.members[collection] ?? []).enumerated().filter { isNamed($0.element.name) }
                .map { MemberID(collection: collection, index: $0.offset) }
        }
    }

    /// Members nested in different ones may share a name; the best of them counts.
    private func ofMembers(_ collection: ID<Collection>, _ name: String, _ fact: (MemberID) -> Fact) -> Found
    {
        let facts = members(in: collection) { $0 == name }.map(fact)
        guard !facts.isEmpty else { return (.no, [.noSuchMember(name)]) }
        return (facts.map { evaluation.verdict(of: $0) }.max() ?? .no, facts.map { .fact($0) })
    }

    private func objections(_ package: ID<Package>) -> Found {
        let facts = Objection.allCases.map { Fact.advisedAgainst(package, $0) }
        return (facts.map { evaluation.verdict(of: $0) }.max() ?? .no, facts.map { .fact($0) })
    }

    private func contested(_ package: ID<Package>) -> Found {
        let (recommended, objected) = (fact(.recommended(package)), objections(package))
        return (min(recommended.verdict, objected.verdict), recommended.grounds + objected.grounds)
    }

    private func caution(_ subject: CautionSubject) -> Found {
        switch subject {
        case .package(.package(let package)): fact(.caution(.package(package)))
        case .package(.variable): (.no, [])
        case .measure(let measure): fact(.caution(.measure(measure)))
        case .concept(let concept): fact(.caution(.concept(concept)))
        case .classification(let classification, value: let value):
            fact(.caution(.classification(classification, value: value)))
        }
    }

    private func first(_ package: ID<Package>) -> Found {
        let verdict: Verdict =
            switch firstPhase()[package] {
            case .stands: .yes
            case .provisional: .presumablyYes
            case .open: .open
            case .falls, nil: .no
            }
        return (verdict, [.fact(.recommended(package))])
    }

    private func report(_ report: ID<Report>, _ comparison: Comparison, _ set: ValueSet) -> Found {
        let figure = evaluation.figure(of: evaluation.rules[report].expression)
        let accepted = set.accepted(by: comparison)
        let verdict: Verdict =
            if figure.possible.isSubset(of: accepted) {
                .yes
            } else if figure.possible.isDisjoint(with: accepted) {
                .no
            } else if figure.presumed.isSubset(of: accepted) {
                .presumablyYes
            } else if figure.presumed.isDisjoint(with: accepted) { .presumablyNo } else { .open }
        return (verdict, [.report(report, figure)])
    }
}

extension Prerequisite {
    fileprivate var ground: GroundPrerequisite? {
        switch self {
        case .package(.package(let package)): .package(package)
        case .package(.variable): nil
        case .concept(let concept): .concept(concept)
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        }
    }
}

extension ValueSet {
    /// The values that compare so with this set: at least its least, above its greatest, and so on.
    fileprivate func accepted(by comparison: Comparison) -> ValueSet {
        guard comparison != .exactly else { return self }
        switch self {
        case .runs(let runs):
            guard let first = runs.first, let last = runs.last else { return self }
            return switch comparison {
            case .atLeast: .ticks(first.lower, .max)
            case .above: last.upper == .max ? .runs([]) : .ticks(last.upper + 1, .max)
            case .atMost: .ticks(.min, last.upper)
            case .below: first.lower == .min ? .runs([]) : .ticks(.min, first.lower - 1)
            case .exactly: self
            }
        case .members(let mask):
            guard mask != 0 else { return self }
            let lowest = UInt64(1) << UInt64(mask.trailingZeroBitCount)
            let upToGreatest = UInt64.max >> UInt64(mask.leadingZeroBitCount)
            return switch comparison {
            case .atLeast: .members(~(lowest - 1))
            case .above: .members(~upToGreatest)
            case .atMost: .members(upToGreatest)
            case .below: .members(lowest - 1)
            case .exactly: self
            }
        case .texts: return self
        }
    }
}
