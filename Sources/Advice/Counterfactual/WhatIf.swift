import Inference
import RuleModel

/// What becomes of the advice when something is otherwise.
public struct WhatIf: Hashable, Sendable {
    /// What is said otherwise, in a fixed order.
    public var said: [SaidOtherwise]
    public var before: Outline
    public var after: Outline
    /// Packages that stand elsewhere: those that start first, then by effect and place.
    public var packages: [PackageChange]
    /// Concepts and classifications with another verdict, in order of name.
    public var derived: [DerivedChange]

    /// Whether the programme is another one.
    public var changesProgramme: Bool { packages.contains { $0.effect != .standsAsideOtherwise } }
}

/// A package that stands elsewhere than before.
public struct PackageChange: Hashable, Sendable {
    public enum Effect: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// It comes into the programme.
        case starts
        case stops
        case strengthens
        case weakens
        /// It changes places with packages that stay.
        case moves
        /// It is outside of the programme before and after, for another reason.
        case standsAsideOtherwise
        public static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }
    }
    public var package: ID<Package>
    public var effect: Effect
    public var from: Outline.Place
    public var to: Outline.Place
    /// The rules that carry the change; none where only packages around it changed.
    public var carriers: [Carrier]

    /// A rule that says otherwise of the package than before.
    public struct Carrier: Hashable, Sendable {
        public var fact: Fact
        public var rule: ID<Rule>
        public var from: Verdict
        public var to: Verdict
    }
}

/// A concept or a classification's value whose verdict is another one.
public struct DerivedChange: Hashable, Sendable {
    public var fact: Fact
    public var from: Verdict
    public var to: Verdict
}

/// Compares the advice on a case with that on the same case told otherwise.
///
/// It costs no evaluation besides the two that are given.
///
/// - Parameters:
///   - request: That of the case as it is.
///   - after: An evaluation of the same rules, whose last stage is the one told otherwise.
public func whatIf(_ request: AdviceRequest, before: any Evaluation, after: any Evaluation) -> WhatIf {
    let outlining = Outlining(request)
    let (old, new) = (outlining.outline(of: before), outlining.outline(of: after))
    let comparison = EvaluationComparison(before: before, after: after)
    return WhatIf(
        said: Situation.difference(
            from: before.history.last ?? Situation(), to: after.history.last ?? Situation()),
        before: old, after: new,
        packages: old.changes(to: new).map { change in
            var change = change
            change.carriers = comparison.carriers(of: change)
            return change
        },
        derived: comparison.derived())
}

extension Outline {
    /// What stands elsewhere in another outline, without the rules that carry it.
    func changes(to other: Outline) -> [PackageChange] {
        let moved = moved(to: other)
        let changes = zip(places, other.places).compactMap { before, after -> PackageChange? in
            guard before.package == after.package,
                let effect = Outline.effect(
                    from: before.place, to: after.place, isMoved: moved.contains(before.package))
            else { return nil }
            return PackageChange(
                package: before.package, effect: effect, from: before.place, to: after.place, carriers: [])
        }
        return changes.sorted { one, other in
            (one.effect, one.number, one.package) < (other.effect, other.number, other.package)
        }
    }

    private static func effect(from: Place, to: Place, isMoved: Bool) -> PackageChange.Effect? {
        switch (from, to) {
        case (.outside, .programme): return .starts
        case (.programme, .outside): return .stops
        case (.outside(let before), .outside(let after)):
            return before == after ? nil : .standsAsideOtherwise
        case (
            .programme(_, _, let standing, let strength), .programme(_, _, let newStanding, let newStrength)
        ):
            if standing != newStanding { return newStanding > standing ? .strengthens : .weakens }
            if strength != newStrength { return newStrength > strength ? .strengthens : .weakens }
            return isMoved ? .moves : nil
        }
    }

    /// The fewest packages to take out of both programmes so that the others keep their order.
    private func moved(to other: Outline) -> Set<ID<Package>> {
        let stays = Set(order).intersection(other.order)
        let (old, new) = (order.filter(stays.contains), other.order.filter(stays.contains))
        guard old != new else { return [] }
        // The longest run common to both, from the end backwards.
        var longest = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                longest[row][column] =
                    old[row] == new[column]
                    ? longest[row + 1][column + 1] + 1
                    : max(longest[row + 1][column], longest[row][column + 1])
            }
        }
        var moved = stays
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if old[row] == new[column] {
                moved.remove(old[row])
                (row, column) = (row + 1, column + 1)
            } else if longest[row + 1][column] >= longest[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return moved
    }
}

extension PackageChange {
    /// Its place in the new programme, or for what stops in the old one.
    fileprivate var number: Int {
        if case .programme(let number, _, _, _) = to { return number }
        if case .programme(let number, _, _, _) = from { return number }
        return 0
    }
}
