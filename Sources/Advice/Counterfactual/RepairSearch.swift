import Inference
import RuleModel

/// Finds every smallest set of levers, and larger ones of which no part can be left out.
///
/// At each step it asks for levers of which one has to be pulled whatever else is, and tries each of
/// them in turn: no repair is passed over. What was tried in turn before stays as it is, so that none
/// is met twice.
struct RepairSearch {
    private let request: AdviceRequest
    private let toStand: Bool
    private let limits: RepairLimits
    private let goal: AdvisedGoal
    private var levers: Levers
    /// For each lever's options what they are to the case.
    private let kinds: [[Repair.Kind]]
    private var evaluations = 1
    private var chosen: [Choice] = []
    private var found: Set<[Choice]> = []
    /// Something larger than the present size was left untried.
    private var isCut = false

    /// A lever at one of its options.
    private struct Choice: Hashable, Comparable {
        var lever: Int
        var option: Int
        static func < (left: Choice, right: Choice) -> Bool {
            (left.lever, left.option) < (right.lever, right.option)
        }
    }

    init(
        _ request: AdviceRequest, _ evaluation: CompiledEvaluation, _ package: ID<Package>, toStand: Bool,
        limits: RepairLimits
    ) {
        self.request = request
        self.toStand = toStand
        self.limits = limits
        goal = AdvisedGoal(package, in: evaluation)
        let possibilities = Possibilities(request, evaluation)
        levers = Levers(evaluation, bearingOn: goal.subjects) { possibilities.options(of: $0) }
        kinds = levers.levers.map { lever in
            lever.options.map { possibilities.kind(of: $0, at: ReadingPlace(lever.target)) }
        }
    }

    mutating func answer() -> RepairAnswer {
        let isSo = goal.isMet(levers) == toStand
        var completeUpTo = 0
        var isComplete = isSo
        while !isSo, completeUpTo < limits.size, evaluations < limits.evaluations {
            isCut = false
            search(free: levers.all, left: completeUpTo + 1)
            if evaluations >= limits.evaluations { break }
            completeUpTo += 1
            if !isCut {
                isComplete = true
                break
            }
        }
        return RepairAnswer(
            package: goal.package, toStand: toStand, isSo: isSo,
            repairs: repairs(upTo: isComplete ? .max : completeUpTo), completeUpTo: completeUpTo,
            isCutShort: !isComplete && completeUpTo < limits.size, isComplete: isComplete,
            readings: levers.levers.count, evaluations: evaluations)
    }

    private mutating func search(free: Set<Int>, left: Int) {
        if evaluations >= limits.evaluations { return }
        guard let needed = goal.needed(levers, toStand: toStand, free: free) else { return }
        if needed.isEmpty {
            found.insert(chosen.sorted())
            return
        }
        if left == 0 {
            isCut = true
            return
        }
        var free = free
        for lever in needed.sorted() {
            free.remove(lever)
            for option in levers.levers[lever].options.indices {
                levers.pull(lever, to: option)
                evaluations += 1
                chosen.append(Choice(lever: lever, option: option))
                search(free: free, left: left - 1)
                chosen.removeLast()
            }
            levers.pull(lever, to: nil)
        }
    }

    /// Those no part of which does by itself, taken together where they differ in one reading only.
    private func repairs(upTo size: Int) -> [Repair] {
        let sets = found.filter { $0.count <= size }
        let minimal = sets.filter { set in
            !sets.contains { $0.count < set.count && Set($0).isSubset(of: set) }
        }
        var boxes = minimal.sorted { $0.lexicographicallyPrecedes($1) }.map { set in
            set.map { Box(lever: $0.lever, options: [$0.option], kind: kinds[$0.lever][$0.option]) }
        }
        while let joined = Box.joiningTwo(boxes) { boxes = joined }
        return boxes.map { box in Repair(parts: box.map(part)) }.sorted(by: Repair.order)
    }

    private func part(_ box: Box) -> Repair.Part {
        let lever = levers.levers[box.lever]
        let place = ReadingPlace(lever.target)
        let values = box.options.sorted().map { lever.options[$0] }
        return Repair.Part(
            place: place, values: values.dropFirst().reduce(values[0]) { $0.union($1) }, kind: box.kind,
            changedBy: request.rules.changers(of: place))
    }

    /// A lever at any of some options, all of one kind.
    private struct Box: Hashable {
        var lever: Int
        var options: Set<Int>
        var kind: Repair.Kind

        /// Two sets that differ in the options of one lever are one set with the options of both.
        static func joiningTwo(_ boxes: [[Box]]) -> [[Box]]? {
            for (place, one) in boxes.enumerated() {
                for (other, second) in boxes.enumerated().dropFirst(place + 1) where one.count == second.count
                {
                    let differing = one.indices.filter { one[$0] != second[$0] }
                    guard differing.count == 1, let at = differing.first,
                        one[at].lever == second[at].lever, one[at].kind == second[at].kind
                    else { continue }
                    var joined = boxes
                    joined[place][at].options.formUnion(second[at].options)
                    joined.remove(at: other)
                    return joined
                }
            }
            return nil
        }
    }
}

extension Repair {
    /// The smaller first; of one size those that are found out, then in order of place.
    fileprivate static func order(_ one: Repair, _ other: Repair) -> Bool {
        if one.parts.count != other.parts.count { return one.parts.count < other.parts.count }
        let (mine, theirs) = (one.changes, other.changes)
        if mine != theirs { return mine < theirs }
        for (part, second) in zip(one.parts, other.parts) where part.place != second.place {
            return ReadingPlace.order(part.place, second.place)
        }
        return false
    }

    private var changes: Int { parts.count { $0.kind == .change } }
}

extension RuleBase {
    /// Who could bring about another reading.
    func changers(of place: ReadingPlace) -> [ID<Actor>] {
        switch place {
        case .diagnostic(let diagnostic): self[diagnostic].measurement.changedBy
        case .attribute(let attribute, _): self[attribute].measurement.changedBy
        case .inForce, .concept, .classification, .allListed: []
        }
    }
}
