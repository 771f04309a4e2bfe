import RuleModel

extension RuleBase {
    /// The small changes of a conclusion; `nil` for one left out.
    func variants(of conclusion: Conclusion) -> [(change: Mutant.Change, conclusion: Conclusion?)] {
        [(.conclusionDropped(conclusion), nil)] + changed(conclusion)
    }

    private func changed(_ conclusion: Conclusion) -> [(Mutant.Change, Conclusion?)] {
        func swapped(_ other: Conclusion?) -> [(Mutant.Change, Conclusion?)] {
            other.map { [(.packageSwapped(conclusion, becomes: $0), $0)] } ?? []
        }
        func reversed(_ other: Conclusion) -> [(Mutant.Change, Conclusion?)] {
            [(.orderReversed(conclusion, becomes: other), other)]
        }
        func terms(_ others: [Conclusion]) -> [(Mutant.Change, Conclusion?)] {
            others.map { (.termsChanged(conclusion, becomes: $0), $0) }
        }
        switch conclusion {
        case .concept: return []
        case .classification(let id, value: let value, of: let bearer):
            guard self[id].values.count > 1 else { return [] }
            let next = (value + 1) % self[id].values.count
            return terms([.classification(id, value: next, of: bearer)])
        case .recommend(let package, let how):
            return swapped(other(than: package).map { .recommend($0, how) })
                + strength(of: package, how, conclusion)
                + terms(self.terms(of: how).map { .recommend(package, $0) })
        case .adviseAgainst(let package, let objection):
            let next = Objection.allCases[(objection.rawValue + 1) % Objection.allCases.count]
            return swapped(other(than: package).map { .adviseAgainst($0, objection) })
                + terms([.adviseAgainst(package, next)])
        case .caution(.package(let package)):
            return swapped(other(than: package).map { .caution(.package($0)) })
        case .caution(.measure(let measure)):
            guard measures.count > 1 else { return [] }
            return terms([.caution(.measure(ID((measure.index + 1) % measures.count)))])
        case .caution: return []
        case .require(let prerequisite, before: let package):
            let swap = swapped(other(than: package).map { .require(prerequisite, before: $0) })
            guard case .package(let required) = prerequisite else { return swap }
            return swap + reversed(.require(.package(package), before: required))
        case .sequence(let first, before: let second):
            return reversed(.sequence(second, before: first))
                + swapped(other(than: second).map { .sequence(first, before: $0) })
        case .prefer(let first, over: let second):
            return reversed(.prefer(second, over: first))
                + swapped(other(than: second).map { .prefer(first, over: $0) })
        case .choose(let comparison, let number, of: let options):
            let others = [number - 1, number + 1].filter { (1..<options.count).contains($0) }
            return terms(others.map { .choose(comparison, $0, of: options) })
        case .withdraw(let package, jointlyWith: let partners):
            return swapped(other(than: package).map { .withdraw($0, jointlyWith: partners) })
                + (partners.isEmpty ? [] : terms([.withdraw(package, jointlyWith: [])]))
        case .assign(let role, of: let package, to: let actor):
            return swapped(other(than: package).map { .assign(role, of: $0, to: actor) })
                + terms(other(than: actor).map { [.assign(role, of: package, to: $0)] } ?? [])
        }
    }

    /// The next package by name. One that a variable stands for has no neighbour.
    private func other(than reference: PackageReference) -> PackageReference? {
        guard case .package(let package) = reference, packages.count > 1 else { return nil }
        return .package(ID((package.index + 1) % packages.count))
    }

    private func other(than actor: ID<Actor>) -> ID<Actor>? {
        actors.count > 1 ? ID((actor.index + 1) % actors.count) : nil
    }

    private func strength(
        of package: PackageReference, _ how: Recommendation, _ conclusion: Conclusion
    ) -> [(Mutant.Change, Conclusion?)] {
        var other = how
        other.strength = how.strength == .plainly ? .firmly : .plainly
        let changed = Conclusion.recommend(package, other)
        return [(.strengthChanged(conclusion, becomes: changed), changed)]
    }

    private func terms(of how: Recommendation) -> [Recommendation] {
        var found: [Recommendation] = []
        if let actor = how.through {
            var other = how
            other.through = self.other(than: actor)
            found.append(other)
        }
        if how.targeting != nil {
            var other = how
            other.targeting = nil
            found.append(other)
        }
        return found
    }
}
