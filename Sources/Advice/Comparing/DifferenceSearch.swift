import Inference
import RuleModel

/// Finds the readings that make a package fare on one side as on another.
///
/// Sets of one reading are tried, then of two, then of three, each moved from the first side to the
/// second and evaluated, so that the first size with a set that does it is the smallest there is. Only
/// readings that rules about the package could look at are tried.
struct DifferenceSearch {
    private let from: ComparedSide
    private let to: ComparedSide
    private let rules: RuleBase
    private let readings: MovedReadings
    private let moved: [MovedReading]
    private var effort: Int
    /// What has been worked out, by the places in `moved` of what was moved.
    private var known: [Set<Int>: Statuses] = [:]

    init(from: ComparedSide, to: ComparedSide, effort: Int) {
        self.from = from
        self.to = to
        self.effort = effort
        rules = from.request.rules
        let now = from.request.history.last ?? Situation()
        let then = to.request.history.last ?? Situation()
        readings = MovedReadings(from: now, to: then, rules: rules)
        let pastDiffers =
            from.request.history.dropLast() != to.request.history.dropLast() || now.from != then.from
        moved = readings.all + (pastDiffers ? [.past] : [])
    }

    /// - Returns: `nil` where no reading and no lens makes it: the packages around it do.
    mutating func cause(of row: AdviceComparison.PackageRow, side: Int) -> AdviceComparison.Cause? {
        let (mine, theirs) = (row.places[0], row.places[side])
        if mine == .outOfSight || theirs == .outOfSight || from.request.lens != to.request.lens {
            return .lens
        }
        let goal = statuses(under: to.evaluation)[row.package].position
        if statuses(under: from.evaluation)[row.package].position == goal {
            return mine.isAdvised && theirs.isAdvised ? .selection : nil
        }
        let behind = ReadingsBehind(row.package, rules)
        let relevant = moved.indices.filter { behind.contains(moved[$0]) }
        for size in 1...3 where size <= relevant.count {
            guard let found = sets(of: size, among: relevant, for: row.package, goal) else { break }
            if !found.isEmpty { return .readings(found.map(named)) }
        }
        let all = Set(relevant)
        guard reaches(all, row.package, goal) else { return nil }
        return .notSmallest(named(thinned(all, row.package, goal)))
    }

    /// All sets of a size that do it; `nil` when there are too many to try.
    private mutating func sets(
        of size: Int, among relevant: [Int], for package: ID<Package>, _ goal: Question.Position
    ) -> [Set<Int>]? {
        guard count(of: size, among: relevant.count) <= max(effort, relevant.count) else { return nil }
        var found: [Set<Int>] = []
        for set in combinations(of: size, among: relevant) {
            if known[set] == nil { effort -= 1 }
            if reaches(set, package, goal) { found.append(set) }
        }
        return found
    }

    /// Takes out what is not needed, one piece after another, until no part does it.
    private mutating func thinned(
        _ all: Set<Int>, _ package: ID<Package>, _ goal: Question.Position
    ) -> Set<Int> {
        var kept = all
        for piece in all.sorted() where reaches(kept.subtracting([piece]), package, goal) {
            kept.remove(piece)
        }
        return kept
    }

    private mutating func reaches(
        _ set: Set<Int>, _ package: ID<Package>, _ goal: Question.Position
    ) -> Bool {
        statuses(moving: set)[package].position == goal
    }

    private mutating func statuses(moving set: Set<Int>) -> Statuses {
        if let known = known[set] { return known }
        let pieces = set.sorted().map { moved[$0] }
        let situation = readings.moving(pieces)
        let base = pieces.contains(.past) ? to.evaluation : from.evaluation
        let statuses = statuses(under: base.replacing(situation))
        // Small sets come up again for the next package; large ones do not.
        if set.count < 3 { known[set] = statuses }
        return statuses
    }

    private func statuses(under evaluation: any Evaluation) -> Statuses {
        Statuses(
            evaluation, StatusFacts(evaluation, packages: rules.packages.indices.map { ID($0) }))
    }

    private func named(_ set: Set<Int>) -> [MovedReading] { set.sorted().map { moved[$0] } }

    /// How many sets there are.
    private func count(of size: Int, among items: Int) -> Int {
        (0..<size).reduce(1) { $0 * (items - $1) / ($1 + 1) }
    }

    private func combinations(of size: Int, among items: [Int]) -> [Set<Int>] {
        guard size > 0 else { return [[]] }
        guard size <= items.count else { return [] }
        return items.indices.flatMap { place in
            combinations(of: size - 1, among: Array(items[(place + 1)...])).map { $0.union([items[place]]) }
        }
    }
}

extension Evaluation {
    fileprivate func replacing(_ situation: Situation) -> any Evaluation {
        replacingLastStage(with: situation)
    }
}
