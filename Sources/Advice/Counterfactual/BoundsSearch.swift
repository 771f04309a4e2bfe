import Inference
import RuleModel

/// Looks for readings that make a package stand whatever the others are, and for some that make it fall.
///
/// One reading is settled after the other, each time one that could still turn the outcome. A branch
/// ends where none can: all completions of it have one outcome. When a search has gone through every
/// branch and found nothing, there is nothing to be found.
struct BoundsSearch {
    private let goal: AdvisedGoal
    private let package: ID<Package>
    private let limits: BoundsLimits
    private var levers: Levers
    /// What each lever has been settled on so far; `nil` where it is as told.
    private var settled: [ValueSet?]
    /// Levers of which something is still to be settled.
    private var free: Set<Int>
    private(set) var evaluations = 1
    private var doubt: Bounds.Doubt?

    init(
        _ evaluation: CompiledEvaluation, _ package: ID<Package>, _ completions: Completions,
        limits: BoundsLimits
    ) {
        self.package = package
        self.limits = limits
        goal = AdvisedGoal(package, in: evaluation)
        levers = Levers(evaluation, bearingOn: goal.subjects, onlyNarrows: true) {
            completions.options(of: $0)
        }
        settled = Array(repeating: nil, count: levers.levers.count)
        free = levers.all
    }

    mutating func entry() -> Bounds.Entry {
        let standsNow = goal.isMet(levers)
        return Bounds.Entry(
            package: package, standsNow: standsNow, fate: fate(standsNow), readings: levers.levers.count)
    }

    private mutating func fate(_ standsNow: Bool) -> Bounds.Fate {
        // What is so now is most likely to be found at once, and more so what is otherwise nowhere.
        let otherwise = find(!standsNow)
        if case .none(nil) = otherwise { return standsNow ? .always : .never }
        let asNow = find(standsNow)
        if case .none(nil) = asNow { return standsNow ? .never : .always }
        let (stands, falls) = standsNow ? (asNow, otherwise) : (otherwise, asNow)
        if case .witness(let stands) = stands, case .witness(let falls) = falls {
            return .sometimes(stands: stands, falls: falls)
        }
        let doubt = [stands, falls].compactMap(\.doubt).min { $0.weight < $1.weight }
        return .undecided(doubt ?? .tooManyEvaluations, stands: stands.witness, falls: falls.witness)
    }

    private enum Found {
        case witness(Bounds.Witness)
        /// Nothing, for certain where there is no doubt.
        case none(Bounds.Doubt?)

        var witness: Bounds.Witness? { if case .witness(let witness) = self { witness } else { nil } }
        var doubt: Bounds.Doubt? { if case .none(let doubt) = self { doubt } else { nil } }
    }

    private mutating func find(_ wanted: Bool) -> Found {
        doubt = nil
        evaluationsLeft = limits.evaluations / 2
        let state = state(wanted)
        defer { for lever in settled.indices where settled[lever] != nil { settle(lever, on: nil) } }
        guard search(wanted, state) else { return .none(doubt) }
        return .witness(witness(wanted))
    }

    /// What is left of one search's share.
    private var evaluationsLeft = 0

    // MARK: Branching

    /// What is known of all completions of the readings as they have been settled.
    private enum State {
        case reached
        case outOfReach
        /// It has the outcome that is wanted, or it has not; one of these levers could turn it.
        case hangs(on: Set<Int>, isMet: Bool)

        /// The more promising first.
        var order: Int {
            switch self {
            case .reached: 0
            case .hangs(_, isMet: true): 1
            case .hangs(_, isMet: false): 2
            case .outOfReach: 3
            }
        }
    }

    private func state(_ wanted: Bool) -> State {
        let isMet = goal.isMet(levers) == wanted
        guard let needed = goal.needed(levers, toStand: isMet != wanted, free: free) else {
            return isMet ? .reached : .outOfReach
        }
        return .hangs(on: needed, isMet: isMet)
    }

    /// - Returns: Whether it was found; the levers are then left as they were settled.
    private mutating func search(_ wanted: Bool, _ state: State) -> Bool {
        guard case .hangs(let levers, _) = state else { return state.order == 0 }
        guard let (lever, parts) = branching(levers) else {
            doubt = doubt ?? .unboundedQuantities
            return false
        }
        let before = settled[lever]
        var branches: [(values: ValueSet, state: State)] = []
        for values in parts {
            if evaluationsLeft <= 0 {
                doubt = .tooManyEvaluations
                settle(lever, on: before)
                return false
            }
            evaluations += 1
            evaluationsLeft -= 1
            settle(lever, on: values)
            let state = self.state(wanted)
            if case .reached = state { return true }
            if case .outOfReach = state { continue }
            branches.append((values, state))
        }
        let order = branches.indices.sorted {
            (branches[$0].state.order, $0) < (branches[$1].state.order, $1)
        }
        for branch in order {
            settle(lever, on: branches[branch].values)
            if search(wanted, branches[branch].state) { return true }
        }
        settle(lever, on: before)
        return false
    }

    /// The lever with the fewest branches, those first of which nothing has been settled.
    private func branching(_ numbers: Set<Int>) -> (lever: Int, parts: [ValueSet])? {
        let ways = numbers.sorted().map { (lever: $0, parts: parts(of: $0)) }.filter { !$0.parts.isEmpty }
        return ways.min { rank($0) < rank($1) }
    }

    private func rank(_ way: (lever: Int, parts: [ValueSet])) -> (Int, Int, Int) {
        (settled[way.lever] == nil ? 0 : 1, way.parts.count, way.lever)
    }

    /// What a lever can be settled on next.
    private func parts(of number: Int) -> [ValueSet] {
        let lever = levers.levers[number]
        guard let values = settled[number] else {
            if lever.options.count > 1 || !lever.isReadWhole { return lever.options }
            return lever.options.first.map(Completions.parts) ?? []
        }
        return lever.isReadWhole ? Completions.parts(of: values) : []
    }

    private mutating func settle(_ number: Int, on values: ValueSet?) {
        settled[number] = values
        levers.set(number, to: values)
        if isOpen(number) { free.insert(number) } else { free.remove(number) }
    }

    /// Whether values are left among which the outcome may hang on which it is.
    private func isOpen(_ number: Int) -> Bool {
        guard let values = settled[number] else { return true }
        let lever = levers.levers[number]
        // A figure that reads it whole may tell apart what no single bound does.
        return lever.isReadWhole ? !values.isExact : !lever.options.contains { values.isSubset(of: $0) }
    }

    // MARK: What was found

    /// The readings settled on, without those that can be left out, and with all values that go.
    private mutating func witness(_ wanted: Bool) -> Bounds.Witness {
        let chosen = settled.indices.filter { settled[$0] != nil }
        for lever in chosen.reversed() { keep(lever, on: nil, wanted) }
        for lever in chosen where settled[lever] != nil {
            for option in levers.levers[lever].options {
                guard let values = settled[lever], !option.isSubset(of: values) else { continue }
                keep(lever, on: values.union(option), wanted)
            }
        }
        let parts = chosen.compactMap { lever in
            settled[lever].map {
                Bounds.Part(place: ReadingPlace(levers.levers[lever].target), values: $0)
            }
        }
        return Bounds.Witness(parts: parts.sorted { ReadingPlace.order($0.place, $1.place) })
    }

    /// Settles a lever otherwise if the outcome stays certain.
    private mutating func keep(_ lever: Int, on values: ValueSet?, _ wanted: Bool) {
        let before = settled[lever]
        settle(lever, on: values)
        evaluations += 1
        if case .reached = state(wanted) { return }
        settle(lever, on: before)
    }
}

extension Bounds.Doubt {
    /// What tells more comes first: trying longer would not help against the second.
    fileprivate var weight: Int { self == .unboundedQuantities ? 0 : 1 }
}
