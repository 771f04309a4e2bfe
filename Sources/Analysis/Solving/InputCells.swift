import Inference
import RuleModel

/// What can be said in each place, cut into cells that no condition tells apart.
///
/// Thresholds cut a quantity into a few stretches, and within one every value is as good as another; so
/// finitely many readings stand for all there are. Where conditions compare readings with each other, or
/// add them up, a cell stands for a single value of its own, and each stretch gives two: enough for one
/// to be more than the other, or the same.
public struct InputCells: Sendable {
    /// Values that are as good as each other, and one of them to show.
    public struct Cell: Hashable, Sendable {
        public var values: ValueSet
        public var sample: ValueSet
        /// Stands only for the lack of a bound, above or below: possible where the last cell on that side
        /// is, if at all.
        public var isEnd = false
    }

    private var cells: [RuleCircuit.Input: [Cell]] = [:]
    /// Places about which some rule concludes something, so that a case need not.
    private var drawn: Set<ReadingPlace> = []
    /// The same whatever members there are: a rule through members stands in no circuit without any.
    private var drawnConcepts: Set<ID<Concept>> = []
    private var drawnClassifications: Set<ID<Classification>> = []

    /// The cells that some circuits tell apart together.
    public init(_ circuits: [RuleCircuit], rules: RuleBase) {
        self.init(circuits) { rules[$0].isSeveral }
        for rule in rules.rules {
            for conclusion in rule.conclusions {
                switch conclusion {
                case .concept(let concept, of: _): drawnConcepts.insert(concept)
                case .classification(let kind, value: _, of: _) where !rules[kind].isSeveral:
                    drawnClassifications.insert(kind)
                default: break
                }
            }
        }
    }

    /// - Parameter isSeveral: Whether a classification, as the circuits number them, has several values.
    init(_ circuits: [RuleCircuit], isSeveral: (ID<Classification>) -> Bool) {
        var accepted: [RuleCircuit.Input: Set<ValueSet>] = [:]
        var whole: Set<RuleCircuit.Input> = []
        for circuit in circuits {
            for input in circuit.inputs where accepted[input] == nil { accepted[input] = [] }
            for node in circuit.nodes {
                switch node {
                case .lies(let input, let values), .statedAtLeast(let input, let values),
                    .statedAtMost(let input, let values):
                    accepted[circuit.inputs[input], default: []].insert(values)
                case .compares(let left, _, let right):
                    for case .input(let input) in [left, right] { whole.insert(circuit.inputs[input]) }
                    for case (.input(let input), .known(let values)) in [(left, right), (right, left)] {
                        accepted[circuit.inputs[input], default: []].insert(values)
                    }
                case .figure(readings: let readings, verdicts: _, accepted: let values):
                    for reading in readings {
                        whole.insert(circuit.inputs[reading])
                        if let values { accepted[circuit.inputs[reading], default: []].insert(values) }
                    }
                default: break
                }
            }
            for fact in circuit.facts where !circuit.factsNoRuleDraws.contains(fact) {
                if let place = fact.placeStated(isSeveral) { drawn.insert(place) }
            }
        }
        // What is compared with what it was a stage before is cut alike at both.
        for (input, sets) in accepted {
            let other = input.atOtherStage
            let all = sets.union(accepted[other] ?? []).sorted(by: ValueSet.precedes)
            let isWhole = whole.contains(input) || whole.contains(other)
            cells[input] = InputCells.cells(of: input.domain, all, isWhole: isWhole)
        }
    }

    public func cells(of input: RuleCircuit.Input) -> [Cell] { cells[input] ?? [] }

    /// Whether rules conclude what is said at a place.
    public func isDrawn(_ place: ReadingPlace) -> Bool {
        switch place {
        case .concept(let concept, _) where drawnConcepts.contains(concept): true
        case .classification(let kind, value: _, _) where drawnClassifications.contains(kind): true
        default: drawn.contains(place)
        }
    }

    private static func cells(of domain: ValueSet, _ accepted: [ValueSet], isWhole: Bool) -> [Cell] {
        switch domain {
        case .members(let mask): members(mask, accepted, isWhole: isWhole)
        case .runs(let runs): runs.flatMap { stretches(of: $0, accepted, isWhole: isWhole) }
        case .texts: textsToldApart(by: accepted).map { Cell(values: .texts([$0]), sample: .texts([$0])) }
        }
    }

    /// Values of a list, those that all conditions accept or refuse alike in one cell.
    private static func members(_ mask: UInt64, _ accepted: [ValueSet], isWhole: Bool) -> [Cell] {
        var cells: [Cell] = []
        var alike: [[Bool]: Int] = [:]
        for value in 0..<64 where mask >> UInt64(value) & 1 == 1 {
            let one = ValueSet.members(1 << UInt64(value))
            let answers = accepted.map { one.isSubset(of: $0) }
            if !isWhole, let known = alike[answers] {
                cells[known].values = cells[known].values.union(one)
            } else {
                alike[answers] = cells.count
                cells.append(Cell(values: one, sample: one))
            }
        }
        return cells
    }

    private static func stretches(of domain: TickRange, _ accepted: [ValueSet], isWhole: Bool) -> [Cell] {
        var starts: Set<Int64> = [domain.lower]
        for case .runs(let runs) in accepted {
            for run in runs {
                if run.lower > domain.lower, run.lower <= domain.upper { starts.insert(run.lower) }
                if run.upper < domain.upper, run.upper >= domain.lower { starts.insert(run.upper + 1) }
            }
        }
        let sorted = starts.sorted()
        let stretches = sorted.indices.map { place in
            TickRange(sorted[place], place + 1 < sorted.count ? sorted[place + 1] - 1 : domain.upper)
        }
        guard isWhole else {
            return stretches.map { Cell(values: .runs([$0]), sample: .ticks($0.sample, $0.sample)) }
        }
        var cells: [Cell] = []
        for stretch in stretches {
            let samples = Set([stretch.sample, stretch.otherSample, stretch.lower, stretch.upper])
                .filter { $0 != .min && $0 != .max }
            for sample in samples.sorted() {
                cells.append(Cell(values: .ticks(sample, sample), sample: .ticks(sample, sample)))
            }
        }
        if domain.lower == .min {
            cells.insert(Cell(values: .ticks(.min, .min), sample: .ticks(.min, .min), isEnd: true), at: 0)
        }
        if domain.upper == .max {
            cells.append(Cell(values: .ticks(.max, .max), sample: .ticks(.max, .max), isEnd: true))
        }
        return cells
    }
}

/// The texts that sets name, and one that none of them does.
func textsToldApart(by sets: [ValueSet]) -> [String] {
    var named: Set<String> = []
    for case .texts(let texts?) in sets { named.formUnion(texts) }
    var other = "something else"
    while named.contains(other) { other += " again" }
    return named.sorted() + [other]
}

extension ValueSet {
    /// A fixed order, of no other meaning.
    fileprivate static func precedes(_ left: ValueSet, _ right: ValueSet) -> Bool {
        switch (left, right) {
        case (.members(let one), .members(let other)): one < other
        case (.runs(let one), .runs(let other)): one.lexicographicallyPrecedes(other)
        case (.texts(let one), .texts(let other)): (one ?? []).lexicographicallyPrecedes(other ?? [])
        case (.members, _), (.runs, .texts): true
        default: false
        }
    }
}

extension TickRange {
    /// A value of the stretch that reads well: as round as there is one near its nearer end.
    fileprivate var sample: Int64 {
        if lower <= 0, upper >= 0 { return 0 }
        if lower < 0 {
            return -TickRange(upper == .min ? .max : -upper, lower == .min ? .max : -lower).sample
        }
        // The greatest power of ten that is no more, then its half, its fifth and its tenth.
        var step: Int64 = 1
        while step <= lower / 10 { step *= 10 }
        var turn = 0
        while step > 1 {
            let above = (step - lower % step) % step
            if above <= upper - lower { return lower + above }
            step = turn % 3 == 1 ? step * 2 / 5 : step / 2
            turn += 1
        }
        return lower
    }

    /// Another one where there are two.
    fileprivate var otherSample: Int64 {
        let one = sample
        if one < upper, one &+ 10_000 <= upper { return one &+ 10_000 }
        if one > lower, one &- 10_000 >= lower { return one &- 10_000 }
        if one < upper { return one + 1 }
        return one > lower ? one - 1 : one
    }
}

extension Fact {
    /// Where a case states it.
    fileprivate func placeStated(_ isSeveral: (ID<Classification>) -> Bool) -> ReadingPlace? {
        switch self {
        case .concept(let concept, let member): .concept(concept, member)
        case .classification(let value, let member):
            .classification(
                value.classification, value: isSeveral(value.classification) ? value.value : nil, member)
        default: nil
        }
    }
}
