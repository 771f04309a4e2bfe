import Inference
import RuleModel

/// Picks the programme from the ranked packages: preferences, choices, requirements, places.
struct Selection {
    struct Preference {
        var kept: ID<Package>
        var displaced: ID<Package>
        var verdict: Verdict
    }
    struct Limit {
        /// Place in `answer.choices`.
        var choice: Int
        var most: Int
        var options: Set<ID<Package>>
    }

    /// Best first.
    let ranked: [Ranked]
    let preferences: [Preference]
    let limits: [Limit]
    /// What each package requires, as far as the requirement holds.
    let requirements: [ID<Package>: [ID<Package>]]
    /// What comes before each package among the ranked, by `sequence` or `require`.
    let before: [ID<Package>: [ID<Package>]]
    let atMost: Int?

    enum Cause {
        case choice(Int)
        case preferred(Preference)
        case atMost(Int)
        case requires(ID<Package>)
        /// The adviser wants no part of it.
        case rejected
    }

    /// What is left out and why; all other ranked packages are kept.
    ///
    /// - Parameter rejected: left out before anything is chosen, so that others may take their place.
    func leftOut(rejecting rejected: Set<ID<Package>> = []) -> [ID<Package>: Cause] {
        var out: [ID<Package>: Cause] = [:]
        // Leaving one out for want of what it requires may let in others that it had displaced,
        // so that the rest is chosen anew each time. `stranded` only grows.
        var stranded: [ID<Package>: Cause] = [:]
        for package in ranked.map(\.package) where rejected.contains(package) {
            stranded[package] = .rejected
        }
        while true {
            out = stranded
            applyPreferences(&out)
            applyLimits(&out)
            guard let next = firstStranded(out) else { break }
            stranded[next.package] = .requires(next.missing)
        }
        applyPlaces(&out)
        return out
    }

    /// A package gives way only to one that is itself kept and whose status is no lower.
    /// Where preferences run in a circle, the best ranked of the circle is kept.
    private func applyPreferences(_ out: inout [ID<Package>: Cause]) {
        let standing = Dictionary(uniqueKeysWithValues: ranked.map { ($0.package, $0.standing) })
        let active = preferences.filter { preference in
            guard preference.kept != preference.displaced, let kept = standing[preference.kept],
                let displaced = standing[preference.displaced]
            else { return false }
            return kept >= displaced
        }
        var undecided = ranked.map(\.package).filter { out[$0] == nil }
        var kept: Set<ID<Package>> = []
        while !undecided.isEmpty {
            let open = Set(undecided)
            let next =
                undecided.first { package in
                    !active.contains { $0.displaced == package && open.contains($0.kept) }
                } ?? undecided[0]
            undecided.removeAll { $0 == next }
            if let preference = active.first(where: { $0.displaced == next && kept.contains($0.kept) }) {
                out[next] = .preferred(preference)
            } else {
                kept.insert(next)
            }
        }
    }

    /// Keeps of each choice's options as many as it allows, best ranked first.
    private func applyLimits(_ out: inout [ID<Package>: Cause]) {
        var taken = Array(repeating: 0, count: limits.count)
        for package in ranked.map(\.package) where out[package] == nil {
            let concerned = limits.indices.filter { limits[$0].options.contains(package) }
            if let full = concerned.first(where: { taken[$0] >= limits[$0].most }) {
                out[package] = .choice(limits[full].choice)
            } else {
                for limit in concerned { taken[limit] += 1 }
            }
        }
    }

    private func firstStranded(_ out: [ID<Package>: Cause]) -> (package: ID<Package>, missing: ID<Package>)? {
        let kept = Set(ranked.map(\.package).filter { out[$0] == nil })
        for package in ranked.map(\.package) where kept.contains(package) {
            if let missing = requirements[package]?.first(where: { !kept.contains($0) }) {
                return (package, missing)
            }
        }
        return nil
    }

    /// Best ranked first, each with all that has to come before it, as long as there are places: a
    /// programme that begins with its second step is none.
    private func applyPlaces(_ out: inout [ID<Package>: Cause]) {
        guard let atMost else { return }
        let kept = Set(ranked.map(\.package).filter { out[$0] == nil })
        var selected: Set<ID<Package>> = []
        for package in ranked.map(\.package) where kept.contains(package) && !selected.contains(package) {
            let together = selected.union(closure(of: package, among: kept))
            if together.count <= atMost { selected = together }
        }
        for package in ranked.map(\.package) where out[package] == nil && !selected.contains(package) {
            out[package] = .atMost(atMost)
        }
    }

    private func closure(of package: ID<Package>, among kept: Set<ID<Package>>) -> Set<ID<Package>> {
        var found: Set<ID<Package>> = []
        var waiting = [package]
        while let next = waiting.popLast() {
            guard found.insert(next).inserted else { continue }
            waiting += requirements[next] ?? []
            waiting += (before[next] ?? []).filter(kept.contains)
        }
        return found
    }
}
