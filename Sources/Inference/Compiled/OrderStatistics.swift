import RuleModel

/// How many of some verdicts hold: the N-th greatest verdict says how far at least N do.
///
/// The verdicts are put in descending order by a sorting network (Batcher's odd-even merge sort:
/// K. E. Batcher, "Sorting networks and their applications", 1968), whose comparators are a greatest
/// and a least each. `k` verdicts take about `k log² k / 4` of them.
struct OrderStatistics<Algebra: VerdictAlgebra> {
    private let descending: [Algebra.Node]
    /// There may be further ones.
    private let isOpenEnded: Algebra.Node

    init(_ verdicts: [Algebra.Node], isOpenEnded: Algebra.Node, in algebra: inout Algebra) {
        descending = Self.sorted(verdicts, in: &algebra)
        self.isOpenEnded = isOpenEnded
    }

    /// How far at least so many hold.
    func atLeast(_ number: Int64, in algebra: inout Algebra) -> Algebra.Node {
        if number <= 0 { return algebra.constant(.yes) }
        let further = algebra.both(isOpenEnded, algebra.constant(.open))
        guard number <= Int64(descending.count) else { return further }
        return algebra.either(descending[Int(number) - 1], further)
    }

    func compares(_ comparison: Comparison, _ number: Int64, in algebra: inout Algebra) -> Algebra.Node {
        // Beyond the ends all numbers are alike; staying near them rules out overflow.
        let number = min(max(number, -1), Int64(descending.count) + 1)
        switch comparison {
        case .atLeast: return atLeast(number, in: &algebra)
        case .above: return atLeast(number + 1, in: &algebra)
        case .below: return algebra.negated(atLeast(number, in: &algebra))
        case .atMost: return algebra.negated(atLeast(number + 1, in: &algebra))
        case .exactly:
            let more = algebra.negated(atLeast(number + 1, in: &algebra))
            return algebra.both(atLeast(number, in: &algebra), more)
        }
    }

    /// Whether their number lies in one of some runs.
    func lies(in runs: [TickRange], in algebra: inout Algebra) -> Algebra.Node {
        var inRun: [Algebra.Node] = []
        for run in runs {
            let enough = atLeast(run.lower, in: &algebra)
            let tooMany = run.upper == .max ? algebra.constant(.no) : atLeast(run.upper + 1, in: &algebra)
            inRun.append(algebra.both(enough, algebra.negated(tooMany)))
        }
        return algebra.greatest(inRun)
    }

    /// Whether their share, in ticks of a percent, lies in one of some runs.
    ///
    /// A share between two ticks is rounded outwards: it is at least a bound only if the tick below
    /// is, and short of it only if the tick above is.
    func proportionLies(in runs: [TickRange], in algebra: inout Algebra) -> Algebra.Node {
        let whole = FigureArithmetic.wholeInTicks
        let total = Int64(descending.count)
        let anything = Estimate(known: .ticks(0, whole)).isAmong(.ticks(runs))
        guard total > 0 else { return algebra.constant(anything) }
        /// How far the share reaches a bound.
        func reaches(_ bound: Int64) -> Algebra.Node {
            func least(_ rounded: (Int64) -> Int64) -> Int64 {
                (0...total).first { rounded($0 * whole) >= bound } ?? total + 1
            }
            let surely = atLeast(least { FigureArithmetic.floor($0, total) }, in: &algebra)
            let perhaps = atLeast(least { FigureArithmetic.ceiling($0, total) }, in: &algebra)
            // Firm and presumed yes as the first says, firm and presumed no as the second does.
            return algebra.either(surely, algebra.both(perhaps, algebra.constant(.open)))
        }
        /// How far it passes a bound: by the tick below for no, by the tick above for yes.
        func passes(_ bound: Int64) -> Algebra.Node {
            func least(_ rounded: (Int64) -> Int64) -> Int64 {
                (0...total).first { rounded($0 * whole) > bound } ?? total + 1
            }
            let surely = atLeast(least { FigureArithmetic.floor($0, total) }, in: &algebra)
            let perhaps = atLeast(least { FigureArithmetic.ceiling($0, total) }, in: &algebra)
            return algebra.either(surely, algebra.both(perhaps, algebra.constant(.open)))
        }
        var inRun: [Algebra.Node] = []
        for run in runs {
            let enough = reaches(run.lower)
            inRun.append(algebra.both(enough, algebra.negated(passes(run.upper))))
        }
        let closed = algebra.both(algebra.greatest(inRun), algebra.negated(isOpenEnded))
        return algebra.either(closed, algebra.both(isOpenEnded, algebra.constant(anything)))
    }

    // MARK: Sorting

    private static func sorted(_ verdicts: [Algebra.Node], in algebra: inout Algebra) -> [Algebra.Node] {
        var nodes = verdicts
        let count = nodes.count
        var width = 1
        while width < count {
            var distance = width
            while distance >= 1 {
                for start in stride(from: distance % width, to: count - distance, by: 2 * distance) {
                    for place in start..<min(start + distance, count - distance)
                    where place / (2 * width) == (place + distance) / (2 * width) {
                        let (one, other) = (nodes[place], nodes[place + distance])
                        nodes[place] = algebra.either(one, other)
                        nodes[place + distance] = algebra.both(one, other)
                    }
                }
                distance /= 2
            }
            width *= 2
        }
        return nodes
    }
}
