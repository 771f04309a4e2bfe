import Inference
import RuleModel

@testable import Advice

/// Gives what blocks a package other values until the package is recommended, or has tried them all.
struct BlockerRepair {
    enum Outcome {
        /// With this last stage, which differs in what the why-not names, it is recommended.
        case repaired(Situation)
        /// No values of the readings named do it, nor of any others: what is asked cannot hold together.
        case impossible
        /// It takes readings of which the why-not does not speak: the situation with those it does speak of,
        /// and the others.
        case missed(Situation, [ReadingPlace])
        /// The search was broken off.
        case unsettled
    }

    private let goal: Levers.Subject
    private let now: Situation
    private let named: Set<ReadingPlace>
    private var levers: Levers
    private var tried = 0
    private let most: Int

    /// - Parameter most: How many values are tried before the search is broken off.
    init(_ evaluation: CompiledEvaluation, _ package: ID<Package>, most: Int) {
        goal = .fact(.recommended(package))
        named = BlockedReadings(of: .recommended(package), in: evaluation).places
        let rules = evaluation.rules
        let cells = AnswerCells(rules, history: evaluation.history)
        let now = evaluation.history.last ?? Situation()
        self.now = now
        levers = Levers(evaluation, bearingOn: [goal]) { target in
            let place = ReadingPlace(target)
            switch place {
            case .diagnostic, .attribute, .inForce:
                return cells.cells(at: place).flatMap(\.itselfAndItsEnds)
            case .concept(let concept, _):
                return now.reading(at: place) != nil || rules[concept].isBySigns ? [.no, .yes] : []
            case .classification:
                return now.reading(at: place) != nil ? cells.cells(at: place) : []
            case .allListed: return []
            }
        }
        self.most = most
    }

    mutating func outcome() -> Outcome {
        let free = levers.all.filter { named.contains(ReadingPlace(levers.levers[$0].target)) }
        switch search(free: free, chosen: []) {
        case .found(let situation, _): return .repaired(situation)
        case .brokenOff: return .unsettled
        case .none: break
        }
        tried = 0
        switch search(free: levers.all, chosen: []) {
        case .found(let situation, let places):
            var told = now
            for place in places where named.contains(place) {
                if let reading = situation.reading(at: place) { told.tell(reading, at: place) }
            }
            return .missed(told, places.filter { !named.contains($0) })
        case .brokenOff: return .unsettled
        case .none: return .impossible
        }
    }

    private enum Found {
        case found(Situation, [ReadingPlace])
        case none
        case brokenOff
    }

    /// One of the levers that are needed has to be pulled whatever else is, so that trying each of them
    /// passes nothing over.
    private mutating func search(free: Set<Int>, chosen: [ReadingPlace]) -> Found {
        guard let needed = levers.needed(for: goal, at: .presumablyYes, reached: true, free: free) else {
            return .none
        }
        if needed.isEmpty { return .found(levers.situation, chosen) }
        var free = free
        var isBrokenOff = false
        for lever in needed.sorted() {
            free.remove(lever)
            let place = ReadingPlace(levers.levers[lever].target)
            for option in levers.levers[lever].options {
                if tried >= most { return .brokenOff }
                tried += 1
                levers.set(lever, to: option)
                switch search(free: free, chosen: chosen + [place]) {
                case .found(let situation, let places): return .found(situation, places)
                case .brokenOff: isBrokenOff = true
                case .none: break
                }
            }
            levers.set(lever, to: nil)
        }
        return isBrokenOff ? .brokenOff : .none
    }
}

extension ValueSet {
    /// The set and, of quantities, its least and its greatest value: some rules want a value itself.
    fileprivate var itselfAndItsEnds: [ValueSet] {
        guard case .runs(let runs) = self, !isExact else { return [self] }
        let ends = [runs.first?.lower, runs.last?.upper].compactMap(\.self)
        return [self] + ends.filter { $0 != .min && $0 != .max }.map { .ticks($0, $0) }
    }
}
