import Generation
import RuleModel

/// Many cases, a column to a diagnostic: what a warehouse table would hold.
///
/// Of each reading the possible and the presumed values are kept: the ends of a run for whatever has
/// an order, the set for choices. What is unknown has its whole domain.
public struct CaseColumns: Sendable {
    public let count: Int
    /// In order of diagnostic.
    public let columns: [Column]

    public enum Column: Sendable {
        /// Yes/no and scales, by place.
        case places(Ends<UInt8>)
        /// In whole percents.
        case percents(Ends<UInt8>)
        /// The greatest number stands for "without bound".
        case counts(Ends<Int32>)
        /// Sets of places of a choice.
        case sets(possible: [UInt8], presumed: [UInt8])
    }

    /// The ends of the runs of possible and of presumed values, case by case.
    ///
    /// They ascend in this order: what is presumed is possible.
    public struct Ends<Number: FixedWidthInteger & Sendable>: Sendable {
        public private(set) var leastPossible: [Number] = []
        public private(set) var leastPresumed: [Number] = []
        public private(set) var greatestPresumed: [Number] = []
        public private(set) var greatestPossible: [Number] = []

        init(capacity: Int) {
            leastPossible.reserveCapacity(capacity)
            leastPresumed.reserveCapacity(capacity)
            greatestPresumed.reserveCapacity(capacity)
            greatestPossible.reserveCapacity(capacity)
        }

        mutating func append(possible: ClosedRange<Number>, presumed: ClosedRange<Number>) {
            leastPossible.append(possible.lowerBound)
            leastPresumed.append(presumed.lowerBound)
            greatestPresumed.append(presumed.upperBound)
            greatestPossible.append(possible.upperBound)
        }
    }

    /// Draws cases for a rule base of a workload, each column from a stream of its own.
    init(count: Int, seed: UInt64, rules: RuleBase) {
        self.count = count
        columns = rules.diagnostics.indices.map { place in
            var random = SeededGenerator(seed: seed ^ (UInt64(place + 1) << 32))
            return Column(of: rules.diagnostics[place].measurement.type, in: rules, count: count, &random)
        }
    }
}
