import Inference
import RuleModel

/// An adviser's own word on a package, with what the rules say of it.
public struct OverrideAnswer: Hashable, Sendable {
    public var override: Stage.Override
    public var rules: RulesSay

    /// What the rules say of a package, as if nobody had decided otherwise.
    public enum RulesSay: Hashable, Sendable {
        /// Advised, at this place by rank.
        case advised(Standing, rank: Int)
        /// Advised, and advised against as well, for these reasons.
        case contested(against: [Reason])
        case waiting
        case withheld
        case doesNotApply
        case against(RefusedPackage.Kind, [Reason])
    }
}

extension Deliberation {
    /// Packages that the adviser wants no part of.
    var rejected: Set<ID<Package>> {
        Set(request.overrides.filter { $0.kind == .reject }.map(\.package))
    }

    /// Contested packages that are taken in all the same; to add one is to take it in.
    var takenIn: Set<ID<Package>> {
        request.takingIn.union(request.overrides.filter { $0.kind == .add }.map(\.package))
    }

    /// The adviser's decisions on packages that the lens lets through, in the case's order.
    ///
    /// - Parameter ranked: all packages advised, the rejected among them.
    func overrides(_ ranked: [Ranked]) -> [OverrideAnswer] {
        request.overrides.filter { scope.packages.contains($0.package) }.map { override in
            OverrideAnswer(override: override, rules: said(of: override.package, ranked))
        }
    }

    private func said(of package: ID<Package>, _ ranked: [Ranked]) -> OverrideAnswer.RulesSay {
        let status = statuses[package]
        if status.isContested {
            return .contested(against: objections(to: package, where: \.holds).flatMap(\.reasons))
        }
        if let place = ranked.firstIndex(where: { $0.package == package }) {
            return .advised(ranked[place].standing, rank: place + 1)
        }
        if status.objected.holds {
            return .against(
                gravest(of: status.objections).refusal,
                objections(to: package, where: \.holds).flatMap(\.reasons))
        }
        if status.status == .open { return .waiting }
        return withholding(package).isEmpty ? .doesNotApply : .withheld
    }
}
