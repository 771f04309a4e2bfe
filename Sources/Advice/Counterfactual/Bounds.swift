import Inference
import RuleModel

/// What becomes of each package over all that a case could turn out to be.
///
/// A completion settles every reading that is not exact (unknown, a range, disputed, assumed, carried
/// over) on one of its possible values. Which members there are, whether there may be more, and what
/// earlier stages say stays as the case tells it.
public struct Bounds: Hashable, Sendable {
    /// Every package that the lens lets through, in order of name.
    public var packages: [Entry]
    public var limits: BoundsLimits
    /// How many times a case was evaluated.
    public var evaluations: Int

    public struct Entry: Hashable, Sendable {
        public var package: ID<Package>
        /// Whether it is advised as things are told.
        public var standsNow: Bool
        public var fate: Fate
        /// Readings that are not exact and that it could hang on.
        public var readings: Int
    }

    /// What is certain of a package.
    public enum Fate: Hashable, Sendable {
        case always
        case sometimes(stands: Witness, falls: Witness)
        case never
        /// Not decided within the limit; what has been found on the way is true all the same.
        case undecided(Doubt, stands: Witness?, falls: Witness?)
    }

    /// Why a package's fate was left undecided.
    public enum Doubt: Hashable, Sendable {
        case tooManyEvaluations
        /// Quantities that are added up or compared, without a bound to any.
        case unboundedQuantities
    }

    /// Readings that settle it: with these, whatever the others turn out to be. None can be left out.
    public struct Witness: Hashable, Sendable {
        /// In order of place; any value of a part goes with any of the others.
        public var parts: [Part]
    }

    public struct Part: Hashable, Sendable {
        public var place: ReadingPlace
        public var values: ValueSet
    }
}

/// How much is tried for one package before it is left undecided.
public struct BoundsLimits: Hashable, Sendable {
    public var evaluations: Int
    public init(evaluations: Int = 2_000) { self.evaluations = evaluations }
}

/// Which packages are advised whatever the truth, for some answers, or for none.
///
/// Advised means what it means to `repair`: what a choice or a preference does is left out of account.
/// The split is exact, unlike verdicts, which are cautious where one reading is tested twice.
public func bounds(
    _ request: AdviceRequest, _ evaluation: any Evaluation, limits: BoundsLimits = BoundsLimits()
) -> Bounds {
    let compiled = request.compiled(evaluation)
    let completions = Completions(request)
    var bounds = Bounds(packages: [], limits: limits, evaluations: 0)
    for package in Scope(request).packages {
        var search = BoundsSearch(compiled, package, completions, limits: limits)
        bounds.packages.append(search.entry())
        bounds.evaluations += search.evaluations
    }
    return bounds
}
