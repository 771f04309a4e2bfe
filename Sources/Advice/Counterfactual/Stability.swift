import Inference
import RuleModel

/// How far each reading could be otherwise before the programme is another one.
public struct Stability: Hashable, Sendable {
    public var now: Outline
    /// The one package that it is about; `nil` for the whole programme.
    public var package: ID<Package>?
    /// Readings some value of which changes the programme: guesses first, what is not known last; of one
    /// ground those that change most first.
    public var telling: [Entry]
    /// Readings that rules ask for and no value of which changes the programme, in order of place.
    public var steady: [ReadingPlace]
    /// How many times the case was evaluated.
    public var evaluations: Int

    /// Of what is not known, what would change most.
    public var mostTellingUnknown: Entry? { telling.first { $0.ground == .unknown } }

    public struct Entry: Hashable, Sendable {
        public var ground: Ground
        public var sweep: Sweep

        /// Values for which the programme stays as it is; `nil` where every firm answer changes it.
        public var keeps: ValueSet? {
            sweep.outcomes.first { !$0.changesProgramme }?.values
        }
        /// Values beyond, with what they change.
        public var flips: [Sweep.Outcome] { sweep.outcomes.filter(\.changesProgramme) }
        /// How many packages the most telling value changes, and how many all of them together.
        fileprivate var weight: (Int, Int) {
            let counts = flips.map(\.changes.count)
            return (counts.max() ?? 0, counts.reduce(0, +))
        }
    }

    /// What a reading rests on.
    public enum Ground: Int, Hashable, Sendable, Comparable, CaseIterable {
        case assumed, disputed, carriedOver, stated, unknown
        public static func < (left: Ground, right: Ground) -> Bool { left.rawValue < right.rawValue }

        init(_ reading: Reading?) {
            self =
                switch reading?.basis {
                case .assumed: .assumed
                case .disputed: .disputed
                case .carriedOver: .carriedOver
                case .stated: .stated
                case .unknown, nil: .unknown
                }
        }
    }
}

/// Tries every value of readings, one reading at a time.
///
/// - Parameters:
///   - places: Those to try; without them all that the case could tell.
///   - package: Only whether this one is advised counts, and how firmly, not the rest of the programme.
public func stability(
    _ request: AdviceRequest, _ evaluation: any Evaluation, of places: [ReadingPlace]? = nil,
    about package: ID<Package>? = nil
) -> Stability {
    var sweeping = Sweeping(request, evaluation, about: package)
    let sweeps = (places ?? sweeping.places).compactMap { sweeping.sweep($0) }
    let entries = sweeps.map { Stability.Entry(ground: Stability.Ground($0.reading), sweep: $0) }
    let telling = entries.filter { !$0.flips.isEmpty }.enumerated().sorted { one, other in
        let (mine, theirs) = (one.element, other.element)
        if mine.ground != theirs.ground { return mine.ground < theirs.ground }
        if mine.weight != theirs.weight { return mine.weight > theirs.weight }
        return one.offset < other.offset
    }
    return Stability(
        now: sweeping.now, package: package, telling: telling.map(\.element),
        steady: entries.filter(\.flips.isEmpty).map(\.sweep.place), evaluations: sweeping.evaluations)
}
