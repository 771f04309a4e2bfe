import Advice
import RuleModel

/// Makes up clusters that no document tells of, out of parts of those that documents do tell of.
///
/// What is read under one heading of the vocabulary, and who is there, is taken as a whole from one of two
/// stages of history that agree in much: so that what hangs together stays together. Then figures and a few
/// degrees are moved. What comes out is kept if it is unlike every stage of history, and if the rules have
/// something to advise and something to advise against, without arguing about it.
public struct ClusterMaker: Sendable {
    private let rules: RuleBase
    private let evaluate: Evaluator
    private let history: [HistoricPart]

    public init(rules: RuleBase, cases: [ClusterCase], evaluate: @escaping Evaluator) {
        self.rules = rules
        self.evaluate = evaluate
        history = cases.sorted { $0.name < $1.name }.flatMap { cluster in
            cluster.stages.indices.compactMap { stage in
                rules.situations(of: cluster.stages, caseName: cluster.name, upTo: stage).last
                    .map { HistoricPart($0, rules) }
            }
        }.filter { $0.readings.count >= ClusterMaker.leastReadings }
    }

    /// Fewer tell too little to be diagnosed.
    private static let leastReadings = 12
    /// Of a hundred readings, how many may be those of one stage of history.
    private static let mostAlike = 70
    private static let mostTrials = 2_000

    /// The first cluster made from a number that is worth walking and that is taken; the same number gives
    /// the same one.
    ///
    /// - Returns: `nil` where patience ends before one is found.
    public func cluster(_ seed: Int, isTaken: (ClusterCase) -> Bool) -> ClusterCase? {
        guard history.count > 1 else { return nil }
        var draw = Draw(seed: UInt64(bitPattern: Int64(seed)))
        for _ in 0..<ClusterMaker.mostTrials {
            guard let mixed = mixture(&draw), !isNearHistory(mixed) else { continue }
            var cluster = MadeCluster.blank(seed)
            cluster.stages[0].statements = mixed.statements(in: rules)
            cluster.stages[0].questions = [.init(text: MadeCluster.question)]
            let moment = Moment(of: cluster, stage: 0, rules: rules, evaluate: evaluate)
            guard moment.isWorthWalking else { continue }
            cluster.stages[0].expectations = moment.expectations
            if isTaken(cluster) { return cluster }
        }
        return nil
    }

    /// How many of a hundred readings of a cluster are those of the stage of history nearest to it.
    public func likeness(_ cluster: ClusterCase) -> Int {
        guard let now = rules.situations(of: cluster.stages, caseName: "", upTo: 0).last else { return 0 }
        let part = HistoricPart(now, rules)
        return history.map { part.likeness(to: $0) }.max() ?? 0
    }

    private func isNearHistory(_ part: HistoricPart) -> Bool {
        history.contains { part.likeness(to: $0) > ClusterMaker.mostAlike }
    }

    // MARK: Mixing

    /// Two stages of history in one, and some of it moved; `nil` where the two do not fit.
    private func mixture(_ draw: inout Draw) -> HistoricPart? {
        let base = history[draw.below(history.count)]
        let donor = history[draw.below(history.count)]
        guard base.situation.caseName != donor.situation.caseName, base.agrees(with: donor, rules) else {
            return nil
        }
        var mixed = base
        let headings: [ID<Section>?] = rules.sections.indices.map { ID($0) } + [nil]
        for heading in headings where draw.below(3) == 0 {
            let isUnder = { (id: ID<Diagnostic>) in rules[id].section == heading }
            mixed.readings = mixed.readings.filter { !isUnder($0.key) }
            for (id, value) in donor.readings where isUnder(id) { mixed.readings[id] = value }
        }
        for collection in rules.collections.indices.map({ ID<Collection>($0) })
        where rules[collection].parent == nil && draw.below(3) == 0 {
            mixed.members[collection] = donor.members[collection]
            mixed.isListed[collection] = donor.isListed[collection]
        }
        move(&mixed, &draw)
        return mixed.readings.count >= ClusterMaker.leastReadings ? mixed : nil
    }

    /// Moves every figure, and a few degrees by a step.
    private func move(_ part: inout HistoricPart, _ draw: inout Draw) {
        let ids = part.readings.keys.sorted()
        // A larger cluster is larger in all that is counted.
        let sizes: [Int64] = [50, 60, 75, 130, 150, 200]
        let size = sizes[draw.below(sizes.count)]
        for id in ids {
            guard let value = part.readings[id] else { continue }
            part.readings[id] = moved(value, rules[id].measurement.type, by: size, &draw)
        }
        let degrees = ids.filter { if case .scale = rules[$0].measurement.type { true } else { false } }
        guard !degrees.isEmpty else { return }
        for _ in 0..<2 + draw.below(3) {
            let id = degrees[draw.below(degrees.count)]
            let isUp = draw.below(2) == 0
            guard case .members(let mask)? = part.readings[id], mask.nonzeroBitCount == 1,
                case .members(let whole) = rules.domain(of: rules[id].measurement.type)
            else { continue }
            let next = isUp ? mask << 1 : mask >> 1
            if next & whole != 0 { part.readings[id] = .members(next) }
        }
    }

    /// A share by some points, another figure by what the cluster is larger or smaller.
    ///
    /// - Parameter size: In hundredths.
    private func moved(
        _ value: ValueSet, _ type: ValueType, by size: Int64, _ draw: inout Draw
    ) -> ValueSet {
        guard type.isQuantity, case .runs(let runs) = value, runs.count == 1, let run = runs.first,
            run.lower == run.upper, run.lower > 0
        else { return value }
        let unit = type.ticksPerUnit
        let whole = run.lower / unit
        if case .percent = type {
            let steps: [Int64] = [-15, -10, -5, 5, 10, 15]
            let kept = min(max(whole + steps[draw.below(steps.count)], 5), 95) * unit
            return .ticks(kept, kept)
        }
        // Of a handful half is soon none.
        guard whole >= 20 else { return value }
        let kept = (whole / 100 * size + whole % 100 * size / 100).roundedToTwoDigits * unit
        return .ticks(kept, kept)
    }
}

extension Int64 {
    /// 1 234 is 1 200: nobody counts made-up makers one by one.
    fileprivate var roundedToTwoDigits: Int64 {
        var power: Int64 = 1
        while self / power >= 100 { power *= 10 }
        return self / power * power
    }
}
