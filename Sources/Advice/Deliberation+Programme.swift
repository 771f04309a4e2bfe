import Inference
import RuleModel

extension Deliberation {
    typealias Precedence = ProgrammeEntry.Precedence

    /// What comes before each package, among those given: what it requires and what rules put first.
    func precedences(among kept: [ID<Package>]) -> [ID<Package>: [Precedence]] {
        let kept = Set(kept)
        var found: [ID<Package>: [Precedence]] = [:]
        func add(_ earlier: ID<Package>, _ later: ID<Package>, _ kind: Precedence.Kind, _ fact: Fact) {
            let verdict = evaluation.verdict(of: fact)
            // A rule over all pairs of packages also puts each before itself, which says nothing.
            guard verdict.holds, earlier != later, kept.contains(earlier), kept.contains(later) else {
                return
            }
            found[later, default: []].append(
                Precedence(package: earlier, kind: kind, verdict: verdict, reasons: reasons(fact)))
        }
        for fact in facts {
            switch fact {
            case .sequenced(let earlier, before: let later): add(earlier, later, .sequence, fact)
            case .required(.package(let earlier), before: let later): add(earlier, later, .require, fact)
            default: break
            }
        }
        return found
    }

    func programme(
        _ ranked: [Ranked], _ ordering: Ordering, _ precedences: [ID<Package>: [Precedence]],
        _ choices: [ImposedChoice]
    ) -> [ProgrammePhase] {
        let kept = Set(ordering.packages)
        let ranks = ranked.enumerated().filter { kept.contains($0.element.package) }
        let placed = ordering.phases.flatMap { $0 }
        var number = 0
        return ordering.phases.map { phase in
            ProgrammePhase(
                entries: phase.compactMap { package in
                    number += 1
                    guard let place = ranks.firstIndex(where: { $0.element.package == package }) else {
                        return nil
                    }
                    let (offset, own) = ranks[place]
                    let above = place > 0 ? ranks[place - 1].element : nil
                    let placement = ProgrammeEntry.Placement(
                        rank: offset + 1, decidedBy: above.map { $0.comparison(with: own).key },
                        behind: above?.package, isMovedByOrder: placed.firstIndex(of: package) != place)
                    return entry(
                        own, number: number, placement: placement, after: precedences[package] ?? [], choices)
                })
        }
    }

    private func entry(
        _ ranked: Ranked, number: Int, placement: ProgrammeEntry.Placement, after: [Precedence],
        _ choices: [ImposedChoice]
    ) -> ProgrammeEntry {
        let package = ranked.package
        let fact = Fact.recommended(package)
        let holding = holding(fact)
        return ProgrammeEntry(
            package: package, number: number, standing: ranked.standing,
            verdict: statuses[package].recommended, isContested: ranked.isContested, placement: placement,
            strength: ranked.strength, evidence: ranked.evidence,
            inForce: evaluation.verdict(of: .inForce(.package(package))), through: through(package, holding),
            targets: targets(of: package),
            measures: Set(holding.flatMap { rules.recommendations(of: package, by: $0).flatMap(\.with) })
                .sorted(),
            criteria: rules.criteria.indices.map { index in
                ProgrammeEntry.CriterionAnswer(
                    criterion: ID(index), met: rules[package].criteria.first { $0.criterion.index == index })
            },
            lensValues: rules.lenses.indices.map { index in
                ProgrammeEntry.LensAnswer(
                    lens: ID(index), value: rules[package].lensValues.first { $0.lens.index == index })
            },
            attributes: rules.packageAttributes.indices.map { index in
                ProgrammeEntry.AttributeAnswer(
                    attribute: ID(index),
                    value: rules[package].attributes.first { $0.attribute.index == index })
            },
            roles: roles(of: package),
            stops: rules[package].stops.map(stop),
            reasons: firmestFirst(holding, for: package).map(\.reason),
            presumedAbsent: presumedAbsent(deciding(fact)),
            doubts: objections(to: package) { $0 == .open },
            prerequisites: statuses.requirements.filter { requirement in
                if case .package = requirement.subject { return false }
                return requirement.package == package
            }.map(prerequisite),
            after: after,
            choices: choices.indices.filter { index in
                choices[index].options.contains { $0.package == package }
            })
    }

    private func stop(_ test: Package.StopTest) -> ProgrammeEntry.StopAnswer {
        let conditions = if case .all(let parts) = test.condition { parts } else { [test.condition] }
        return ProgrammeEntry.StopAnswer(
            test: test, verdict: evaluation.verdict(of: test.condition),
            parts: conditions.map { .init(condition: $0, verdict: evaluation.verdict(of: $0)) })
    }

    /// The rules that say it most firmly come first, and those that speak of this package alone before
    /// those that offer it among others, so that a screen with room for one reason shows the best.
    private func firmestFirst(_ holding: [AppliedRule], for package: ID<Package>) -> [AppliedRule] {
        func weight(_ application: AppliedRule) -> (Verdict, Strength, Int) {
            let strength = rules.recommendations(of: package, by: application).map(\.strength).max()
            let isOffer = rules[application.rule].conclusions.contains {
                if case .choose = $0 { true } else { false }
            }
            return (application.verdict, strength ?? .tentatively, isOffer ? 0 : 1)
        }
        return holding.enumerated().sorted { one, other in
            let (mine, theirs) = (weight(one.element), weight(other.element))
            return mine == theirs ? one.offset < other.offset : mine > theirs
        }.map(\.element)
    }

    private func through(_ package: ID<Package>, _ holding: [AppliedRule]) -> [ProgrammeEntry.ThroughActor] {
        var found: [ID<Actor>: [Reason]] = [:]
        for application in holding {
            for actor in Set(rules.recommendations(of: package, by: application).compactMap(\.through)) {
                found[actor, default: []].append(application.reason)
            }
        }
        return found.keys.sorted().map { ProgrammeEntry.ThroughActor(actor: $0, reasons: found[$0] ?? []) }
    }

    private func targets(of package: ID<Package>) -> [ProgrammeEntry.Target] {
        facts.compactMap { fact -> ProgrammeEntry.Target? in
            guard case .recommendedFor(package, let member) = fact else { return nil }
            let verdict = evaluation.verdict(of: fact)
            guard verdict.holds else { return nil }
            let known = reading.situation[member]
            return ProgrammeEntry.Target(
                member: member, name: known?.name ?? "", title: known?.title ?? "", verdict: verdict)
        }.sorted { $0.member < $1.member }
    }

    /// The roles that the package declares, in its author's order, then those that only rules assign.
    private func roles(of package: ID<Package>) -> [ProgrammeEntry.RoleAnswer] {
        var found = rules[package].roles.map {
            ProgrammeEntry.RoleAnswer(
                role: $0.role, actor: $0.actor, verdict: .yes, claims: $0.claims, reasons: [])
        }
        for fact in facts {
            guard case .assigned(let role, of: package, to: let actor) = fact else { continue }
            let verdict = evaluation.verdict(of: fact)
            guard verdict.holds else { continue }
            let reasons = reasons(fact)
            let claims = Set(reasons.flatMap { rules[$0.rule].claims })
            // A part that the package gives already has more reasons, and is not played twice.
            if let known = found.firstIndex(where: { $0.role == role && $0.actor == actor }) {
                found[known].verdict = max(found[known].verdict, verdict)
                found[known].claims = claims.union(found[known].claims).sorted()
                found[known].reasons += reasons
                continue
            }
            found.append(
                ProgrammeEntry.RoleAnswer(
                    role: role, actor: actor, verdict: verdict, claims: claims.sorted(), reasons: reasons))
        }
        return found
    }

    private func presumedAbsent(_ applications: [AppliedRule]) -> [PresumedException] {
        applications.flatMap { application in
            application.presumedAbsent.compactMap { place in
                let exceptions = rules[application.rule].exceptions
                guard exceptions.indices.contains(place) else { return nil }
                return PresumedException(
                    rule: application.rule, assignment: application.assignment, exception: place,
                    condition: exceptions[place].condition, presumption: exceptions[place].presumption)
            }
        }
    }

    func cycles(_ ordering: Ordering, _ precedences: [ID<Package>: [Precedence]]) -> [OrderCycle] {
        ordering.circles.map { circle in
            let chain = ordering.witness(of: circle)
            let links = chain.indices.compactMap { index -> OrderCycle.Link? in
                let (earlier, later) = (chain[index], chain[(index + 1) % chain.count])
                guard let link = precedences[later]?.first(where: { $0.package == earlier }) else {
                    return nil
                }
                return OrderCycle.Link(
                    package: earlier, before: later, kind: link.kind, reasons: link.reasons)
            }
            return OrderCycle(packages: circle, chain: links)
        }
    }

    func criteria(_ entries: [ProgrammeEntry]) -> [CriterionOverProgramme] {
        rules.criteria.indices.map { index in
            let meets = { (entry: ProgrammeEntry) in entry.criteria[index].met != nil }
            return CriterionOverProgramme(
                criterion: ID(index), metBy: entries.filter(meets).map(\.package),
                missingIn: entries.filter { !meets($0) }.map(\.package), claims: rules.criteria[index].claims)
        }
    }
}
