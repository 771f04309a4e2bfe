import Inference
import RuleModel

/// A package whose status is open.
public struct WaitingPackage: Hashable, Sendable {
    public var package: ID<Package>
    public var strength: Strength?
    /// Rules that would recommend it, nearest first, with what they wait for.
    public var misses: [Miss]
    /// Requirements that keep it open or down although it is recommended.
    public var prerequisites: [PrerequisiteAnswer]
    /// What to ask, in a fixed order.
    public var asks: [ReadingPlace]
}

/// A package that would be advised but for exceptions that are only presumed to hold.
public struct WithheldPackage: Hashable, Sendable {
    public var package: ID<Package>
    /// Each rule so held down, with the exceptions that do it.
    public var misses: [Miss]
}

/// A package that is not advised.
public struct RefusedPackage: Hashable, Sendable {
    public enum Kind: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// No rule that recommends it applies, or what it requires is missing.
        case doesNotApply
        case notNeeded
        case harmful
        case disputed
        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }
    public var package: ID<Package>
    public var kind: Kind
    /// Of the objection; for what does not apply, of the recommendation.
    public var verdict: Verdict
    /// Rules that advise against it, at least presumably.
    public var objections: [Reason]
    /// Rules that could have recommended it, nearest miss first.
    public var misses: [Miss]
    /// What it requires and does not get.
    public var prerequisites: [PrerequisiteAnswer]
    /// No rule at all can recommend it.
    public var isNeverRecommended: Bool
}

/// A package recommended and advised against, each at least presumably.
public struct ContestedPackage: Hashable, Sendable {
    public var package: ID<Package>
    public var recommendation: Verdict
    public var reasonsFor: [Reason]
    public var objections: [ObjectionAnswer]
    /// The adviser took it into the programme.
    public var isTakenIn: Bool

    public struct ObjectionAnswer: Hashable, Sendable {
        public var objection: Objection
        public var verdict: Verdict
        public var reasons: [Reason]
    }
}

/// A package that was advised and given up.
public struct LeftOutPackage: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// Place in `answer.choices`: others of its options rank higher.
        case choice(Int)
        /// A package preferred to it is in the programme.
        case preferred(ID<Package>, verdict: Verdict, reasons: [Reason])
        /// The limit on places.
        case atMost(Int)
        /// It requires a package that was itself left out.
        case requires(ID<Package>)
        /// The adviser rejects it; the reason stands in `answer.overrides`.
        case rejected
    }
    public var package: ID<Package>
    public var standing: Standing
    public var strength: Strength
    /// Place by rank, counted from 1 among all packages advised.
    public var rank: Int
    public var cause: Cause
}
