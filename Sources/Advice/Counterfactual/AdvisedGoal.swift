import Inference
import RuleModel

/// That a package is advised: its status holds and nothing advises against it.
struct AdvisedGoal {
    let package: ID<Package>
    /// The facts that could say what packages require, by package.
    private let requirements: [ID<Package>: [(fact: Fact, subject: GroundPrerequisite)]]
    /// Packages that it hangs on by what is required, itself among them.
    private let packages: [ID<Package>]

    init(_ package: ID<Package>, in evaluation: any Evaluation) {
        self.package = package
        var requirements: [ID<Package>: [(Fact, GroundPrerequisite)]] = [:]
        for fact in evaluation.facts {
            guard case .required(let subject, before: let package) = fact else { continue }
            requirements[package, default: []].append((fact, subject))
        }
        var packages: [ID<Package>] = []
        var waiting = [package]
        while let next = waiting.popLast() {
            if packages.contains(next) { continue }
            packages.append(next)
            for case (_, .package(let required)) in requirements[next] ?? [] { waiting.append(required) }
        }
        self.requirements = requirements
        self.packages = packages
    }

    private var objections: [Levers.Subject] {
        Objection.allCases.map { .fact(.advisedAgainst(package, $0)) }
    }

    /// Everything it hangs on.
    var subjects: [Levers.Subject] {
        objections
            + packages.flatMap { package in
                [.fact(.recommended(package))]
                    + (requirements[package] ?? []).flatMap { requirement in
                        [.fact(requirement.fact)] + [requirement.subject.levered].compactMap(\.self)
                    }
            }
    }

    func isMet(_ levers: Levers) -> Bool {
        !objections.contains { levers.verdict(of: $0).holds } && !failing(levers).contains(package)
    }

    /// Packages whose status does not hold, lowered as `Statuses` lowers them.
    private func failing(_ levers: Levers) -> Set<ID<Package>> {
        var failing = Set(packages.filter { !levers.verdict(of: .fact(.recommended($0))).holds })
        var changed = true
        while changed {
            changed = false
            for package in packages where !failing.contains(package) {
                let isHeldDown = (requirements[package] ?? []).contains { requirement in
                    !levers.verdict(of: .fact(requirement.fact)).fails
                        && !isThere(requirement.subject, levers, failing)
                }
                if isHeldDown {
                    failing.insert(package)
                    changed = true
                }
            }
        }
        return failing
    }

    private func isThere(
        _ subject: GroundPrerequisite, _ levers: Levers, _ failing: Set<ID<Package>>
    ) -> Bool {
        if case .package(let package) = subject { return !failing.contains(package) }
        return subject.levered.map { levers.verdict(of: $0).holds } ?? true
    }

    // MARK: What it takes

    /// Levers of which one has to be pulled before it is met, or before it is no longer; `nil` when
    /// nothing does it, empty when it is so already.
    func needed(_ levers: Levers, toStand: Bool, free: Set<Int>) -> Set<Int>? {
        guard isMet(levers) != toStand else { return [] }
        var need = Need(goal: self, levers: levers, free: free, failing: failing(levers))
        return toStand ? need.toStand() : need.toFall()
    }

    private struct Need {
        let goal: AdvisedGoal
        let levers: Levers
        let free: Set<Int>
        let failing: Set<ID<Package>>
        /// Packages on the way down to what is being looked at.
        private var path: Set<ID<Package>> = []

        init(goal: AdvisedGoal, levers: Levers, free: Set<Int>, failing: Set<ID<Package>>) {
            self.goal = goal
            self.levers = levers
            self.free = free
            self.failing = failing
        }

        mutating func toStand() -> Set<Int>? {
            var parts: [Set<Int>?] = []
            for objection in goal.objections where levers.verdict(of: objection).holds {
                parts.append(need(objection, .presumablyYes, false))
            }
            if failing.contains(goal.package) { parts.append(toRaise(goal.package)) }
            return narrowest(parts)
        }

        mutating func toFall() -> Set<Int>? {
            joined(goal.objections.map { need($0, .presumablyYes, true) } + [toLower(goal.package)])
        }

        /// - Returns: Empty where what holds the status down is being raised already.
        private mutating func toRaise(_ package: ID<Package>) -> Set<Int>? {
            guard path.insert(package).inserted else { return [] }
            defer { path.remove(package) }
            var parts: [Set<Int>?] = []
            let recommended = Levers.Subject.fact(.recommended(package))
            if !levers.verdict(of: recommended).holds {
                parts.append(need(recommended, .presumablyYes, true))
            }
            for (fact, subject) in goal.requirements[package] ?? []
            where !levers.verdict(of: .fact(fact)).fails && !goal.isThere(subject, levers, failing) {
                let isThere: Set<Int>? =
                    if case .package(let required) = subject {
                        toRaise(required)
                    } else {
                        subject.levered.flatMap { need($0, .presumablyYes, true) }
                    }
                if isThere?.isEmpty == true { continue }
                parts.append(joined([need(.fact(fact), .open, false), isThere]))
            }
            return parts.isEmpty ? [] : narrowest(parts)
        }

        private mutating func toLower(_ package: ID<Package>) -> Set<Int>? {
            guard path.insert(package).inserted else { return nil }
            defer { path.remove(package) }
            var ways = [need(.fact(.recommended(package)), .presumablyYes, false)]
            for (fact, subject) in goal.requirements[package] ?? [] {
                var parts: [Set<Int>?] = []
                if levers.verdict(of: .fact(fact)).fails { parts.append(need(.fact(fact), .open, true)) }
                if goal.isThere(subject, levers, failing) {
                    if case .package(let required) = subject {
                        parts.append(toLower(required))
                    } else if let levered = subject.levered {
                        parts.append(need(levered, .presumablyYes, false))
                    }
                }
                ways.append(narrowest(parts))
            }
            return joined(ways)
        }

        private func need(_ subject: Levers.Subject, _ height: Verdict, _ reached: Bool) -> Set<Int>? {
            levers.needed(for: subject, at: height, reached: reached, free: free)
        }

        /// Every part has to be met: it is enough to know one that is not. Empty ones are met elsewhere.
        private func narrowest(_ parts: [Set<Int>?]) -> Set<Int>? {
            if parts.contains(nil) { return nil }
            let open = parts.compactMap(\.self).filter { !$0.isEmpty }
            return open.min { $0.count < $1.count } ?? (parts.isEmpty ? nil : [])
        }

        private func joined(_ ways: [Set<Int>?]) -> Set<Int>? {
            let possible = ways.compactMap(\.self)
            return possible.isEmpty ? nil : possible.reduce(into: []) { $0.formUnion($1) }
        }
    }
}

extension GroundPrerequisite {
    /// Where its verdict stands; `nil` for a package, whose status is worked out.
    fileprivate var levered: Levers.Subject? {
        switch self {
        case .package: nil
        case .concept(let concept): .fact(.concept(concept, member: nil))
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        }
    }
}
