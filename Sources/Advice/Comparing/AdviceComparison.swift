import Inference
import RuleModel

/// One case at one stage, looked at in one way, beside others.
public struct ComparedSide: Sendable {
    public var request: AdviceRequest
    public var answer: Answer
    public var evaluation: any Evaluation

    public init(_ request: AdviceRequest, answer: Answer, evaluation: any Evaluation) {
        self.request = request
        self.answer = answer
        self.evaluation = evaluation
    }
}

/// Several answers side by side: where they differ, and which readings make the difference.
public struct AdviceComparison: Hashable, Sendable {
    public var answers: [Answer]
    /// Packages that not all sides say the same of, in the order in which programmes name them.
    public var differing: [PackageRow]
    /// Packages in every programme, equally firm.
    public var agreed: [ID<Package>]
    /// For each differing package and each side but the first, what makes the difference to the first.
    public var differences: [Difference]

    /// What becomes of one package on each side.
    public struct PackageRow: Hashable, Sendable {
        public var package: ID<Package>
        public var places: [PlaceInAnswer]
    }

    /// Why a package fares differently on a side than on the first.
    public struct Difference: Hashable, Sendable {
        public var package: ID<Package>
        /// Place in `answers`; the difference is to the first of them.
        public var side: Int
        public var cause: Cause
    }

    public enum Cause: Hashable, Sendable {
        /// Moving the readings of any one of these sets from the first side's to the other's makes the
        /// package fare as on the other side. All have the same size; no smaller set does it.
        case readings([[MovedReading]])
        /// These together make it fare so, and no part of them does; a smaller set of others may exist,
        /// which it would have taken too long to look for.
        case notSmallest([MovedReading])
        /// The readings are not what differs: the package or rules about it are not looked at on a side.
        case lens
        /// Advised alike on both sides, and left out on one of them for a choice, a preference or a limit.
        case selection
    }
}

/// Where a package stands in an answer.
public enum PlaceInAnswer: Hashable, Sendable {
    case programme(number: Int, Standing, isContested: Bool)
    case contested
    case waiting
    case withheld
    case leftOut
    case refused(RefusedPackage.Kind)
    /// The lens leaves it out of sight.
    case outOfSight
}

/// Something said of a cluster, moved from what one case says to what another does.
public enum MovedReading: Hashable, Sendable {
    case place(ReadingPlace)
    /// All members of a collection with what is said of them, where the two cases name different ones.
    case members(ID<Collection>)
    /// What was said in the stages before.
    case past
}

extension Answer {
    /// What becomes of each package: every one that the lens lets through has a place.
    func places() -> [ID<Package>: PlaceInAnswer] {
        var places: [ID<Package>: PlaceInAnswer] = [:]
        for package in waiting { places[package.package] = .waiting }
        for package in withheld { places[package.package] = .withheld }
        for package in notAdvised { places[package.package] = .refused(package.kind) }
        for package in leftOut { places[package.package] = .leftOut }
        for package in contested { places[package.package] = .contested }
        for entry in entries {
            places[entry.package] = .programme(
                number: entry.number, entry.standing, isContested: entry.isContested)
        }
        return places
    }
}

extension PlaceInAnswer {
    /// Whether two answers say the same of a package. Its number is not what is said of it.
    func agrees(with other: PlaceInAnswer) -> Bool {
        if case .programme(_, let mine, let isContested) = self,
            case .programme(_, let theirs, let isToo) = other
        {
            return mine == theirs && isContested == isToo
        }
        return self == other
    }

    /// In the programme, or kept out of it by nothing but the other packages of it.
    var isAdvised: Bool {
        switch self {
        case .programme, .leftOut: true
        default: false
        }
    }
}

/// Puts answers side by side.
///
/// What merely waits, or does not apply, on one side and the other way round on another is no
/// difference in advice, and is left out.
///
/// - Parameters:
///   - sides: at least one, of one rule base.
///   - effort: how many cases may be evaluated for each pair in search of the smallest sets.
public func compare(_ sides: [ComparedSide], effort: Int = 1_500) -> AdviceComparison {
    let places = sides.map { $0.answer.places() }
    func row(_ package: ID<Package>) -> [PlaceInAnswer] { places.map { $0[package] ?? .outOfSight } }
    var order = sides.flatMap { side in side.answer.entries.map(\.package) }
    if let rules = sides.first?.answer.rules { order += rules.packages.indices.map { ID($0) } }
    var seen: Set<ID<Package>> = []
    let packages = order.filter { seen.insert($0).inserted }
    let differing = packages.map { AdviceComparison.PackageRow(package: $0, places: row($0)) }
        .filter { $0.isDifferenceInAdvice }
    let agreed = packages.filter { package in
        let row = row(package)
        guard let first = row.first, case .programme = first else { return false }
        return row.allSatisfy(first.agrees)
    }
    return AdviceComparison(
        answers: sides.map(\.answer), differing: differing, agreed: agreed,
        differences: sides.indices.dropFirst().flatMap { side in
            var search = DifferenceSearch(from: sides[0], to: sides[side], effort: effort)
            return differing.compactMap { row -> AdviceComparison.Difference? in
                guard !row.places[0].agrees(with: row.places[side]) else { return nil }
                return search.cause(of: row, side: side).map {
                    AdviceComparison.Difference(package: row.package, side: side, cause: $0)
                }
            }
        })
}

extension AdviceComparison.PackageRow {
    fileprivate var isDifferenceInAdvice: Bool {
        guard let first = places.first, !places.allSatisfy(first.agrees) else { return false }
        return !places.allSatisfy { place in
            switch place {
            case .waiting, .withheld, .refused(.doesNotApply), .refused(.notNeeded), .outOfSight: true
            default: false
            }
        }
    }
}
