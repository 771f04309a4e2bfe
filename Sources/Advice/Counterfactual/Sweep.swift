import Inference
import RuleModel

/// What becomes of the programme for each value that one reading could have.
public struct Sweep: Hashable, Sendable {
    public var place: ReadingPlace
    public var type: ValueType
    /// What is said now; `nil` where nothing is.
    public var reading: Reading?
    /// Values with the same programme taken together, in order of the least of them; together they are all
    /// there are (of a text only those that rules name).
    public var outcomes: [Outcome]

    public struct Outcome: Hashable, Sendable {
        public var values: ValueSet
        /// That of the least of the values; among the others it may differ outside of the programme.
        public var outline: Outline
        /// What is otherwise in the programme than now, without the rules that carry it; of the one package
        /// where the sweep is about one.
        public var changes: [PackageChange]

        /// Whether the programme is another one than now.
        public var changesProgramme: Bool { !changes.isEmpty }
    }
}

/// Tries every value of readings, one reading at a time, on a case kept up to date change by change.
public struct Sweeping {
    public let now: Outline
    /// How many times the case was evaluated, the first time included.
    public private(set) var evaluations = 1
    private let outlining: Outlining
    private let cells: AnswerCells
    private let evaluation: any Evaluation
    private let situation: Situation
    /// The only package that matters; `nil` for the whole programme.
    private let package: ID<Package>?
    /// A case changed reading by reading, where the evaluator can.
    private let live: LiveEvaluation?

    public init(
        _ request: AdviceRequest, _ evaluation: any Evaluation, about package: ID<Package>? = nil
    ) {
        self.package = package
        outlining = Outlining(request)
        cells = AnswerCells(request.rules, history: request.history)
        self.evaluation = evaluation
        situation = evaluation.history.last ?? Situation()
        live = (evaluation as? CompiledEvaluation).map { LiveEvaluation($0) }
        now = outlining.outline(of: evaluation)
    }

    /// Everything a case of this shape can read: diagnostics, members' attributes, packages in force.
    public var places: [ReadingPlace] {
        let rules = evaluation.rules
        let attributes = situation.members.keys.sorted().flatMap { collection in
            (situation.members[collection] ?? []).indices.flatMap { place in
                rules.attributes.indices.filter { rules.attributes[$0].collection == collection }.map {
                    ReadingPlace.attribute(ID($0), MemberID(collection: collection, index: place))
                }
            }
        }
        return rules.diagnostics.indices.map { .diagnostic(ID($0)) } + attributes
            + rules.packages.indices.map { .inForce(ID($0)) }
    }

    /// - Returns: `nil` where no rule asks for the reading, so that there is nothing to try.
    public mutating func sweep(_ place: ReadingPlace) -> Sweep? {
        let cells = cells.cells(at: place)
        if cells.count < 2 { return nil }
        var tried: [(values: ValueSet, outline: Outline)] = []
        for cell in cells {
            switch cell {
            case .members(let mask):
                tried.append((cell, outline(with: .members(mask & (~mask &+ 1)), at: place)))
            case .texts: tried.append((cell, outline(with: cell, at: place)))
            case .runs(let runs):
                for run in runs { tried += outlines(over: run, at: place) }
            }
        }
        var outcomes: [Sweep.Outcome] = []
        for (values, outline) in tried {
            if let known = outcomes.firstIndex(where: { isSame($0.outline, outline) }) {
                outcomes[known].values = outcomes[known].values.union(values)
            } else {
                outcomes.append(
                    Sweep.Outcome(
                        values: values, outline: outline,
                        changes: changes(to: outline)))
            }
        }
        return Sweep(
            place: place, type: self.cells.type(of: place), reading: situation.reading(at: place),
            outcomes: outcomes)
    }

    private func isSame(_ one: Outline, _ other: Outline) -> Bool {
        package.map { one.hasPlace(of: other, for: $0) } ?? one.hasProgramme(of: other)
    }

    private func changes(to outline: Outline) -> [PackageChange] {
        if isSame(now, outline) { return [] }
        return now.changes(to: outline).filter {
            $0.effect != .standsAsideOtherwise && (package == nil || $0.package == package)
        }
    }

    /// Cuts a run of values where the advice changes, wherever the rules' own bounds do not tell.
    private mutating func outlines(
        over run: TickRange, at place: ReadingPlace
    ) -> [(values: ValueSet, outline: Outline)] {
        let ends = run.withinReach
        let first = outline(with: .ticks(ends.lower, ends.lower), at: place)
        let last =
            ends.lower == ends.upper ? first : outline(with: .ticks(ends.upper, ends.upper), at: place)
        if isSame(first, last) { return [(.runs([run]), first)] }
        // Somewhere between them it changes; sums and means change in one direction only.
        var (low, high) = (ends.lower, ends.upper)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let isAsFirst = isSame(outline(with: .ticks(middle, middle), at: place), first)
            if isAsFirst { low = middle } else { high = middle }
        }
        let rest = TickRange(high, run.upper)
        return [(.ticks(run.lower, low), first)] + outlines(over: rest, at: place)
    }

    private mutating func outline(with value: ValueSet, at place: ReadingPlace) -> Outline {
        evaluations += 1
        let reading = Reading(possible: value)
        // A copy is changed, so that nothing is to be taken back.
        guard var changed = live, changed.change(place, to: reading) else {
            var otherwise = situation
            otherwise.tell(reading, at: place)
            return outlining.outline(of: evaluation.replacingLastStage(with: otherwise))
        }
        return outlining.outline(of: changed.evaluation)
    }
}

extension LiveEvaluation {
    /// - Returns: Whether the place is one that can be changed by itself.
    fileprivate mutating func change(_ place: ReadingPlace, to reading: Reading?) -> Bool {
        switch place {
        case .diagnostic(let diagnostic): change(diagnostic, to: reading)
        case .attribute(let attribute, let member): change(attribute, of: member, to: reading)
        case .inForce(let package): change(inForce: package, to: reading)
        case .concept, .classification, .allListed: return false
        }
        return true
    }
}

extension TickRange {
    /// The run with ends to try, where it has none: far from every bound that a person would write.
    fileprivate var withinReach: TickRange {
        let far: Int64 = 1 << 53
        guard -far..<far ~= lower || lower == .min, -far..<far ~= upper || upper == .max else { return self }
        return TickRange(
            lower == .min ? min(upper, 0) - far : lower, upper == .max ? max(lower, 0) + far : upper)
    }
}
