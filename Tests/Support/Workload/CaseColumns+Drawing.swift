import Generation
import RuleModel

/// How the readings of a workload's cases come about: of a hundred, fifteen are unknown, ten assumed
/// (anything possible, some of it presumed), ten a range or alternatives, the others exact. A yes/no
/// has no range, so that those are exact as well.
private enum Manner {
    case unknown, assumed, ranging, exact

    init(_ random: inout SeededGenerator) {
        switch random.below(100) {
        case 0..<15: self = .unknown
        case 15..<25: self = .assumed
        case 25..<35: self = .ranging
        default: self = .exact
        }
    }
}

extension CaseColumns.Column {
    init(of type: ValueType, in rules: RuleBase, count: Int, _ random: inout SeededGenerator) {
        switch type {
        case .scale(let scale):
            let greatest = UInt8(rules[scale].values.count - 1)
            self = .places(Self.ends(0...greatest, count, &random) { UInt8($0.below(Int(greatest) + 1)) })
        case .percent:
            self = .percents(Self.ends(0...100, count, &random) { UInt8($0.below(101)) })
        case .count:
            // Small numbers are common and large ones rare: as many below 32 as above.
            self = .counts(
                Self.ends(0...(.max), count, &random) { Int32($0.below(1 << $0.number(in: 1...11))) })
        case .choice(let choice): self = Self.sets(places: rules[choice].values.count, count, &random)
        default: self = .places(Self.ends(0...1, count, &random) { UInt8($0.chance(65) ? 1 : 0) })
        }
    }

    private static func ends<Number>(
        _ domain: ClosedRange<Number>, _ count: Int, _ random: inout SeededGenerator,
        _ draw: (inout SeededGenerator) -> Number
    ) -> CaseColumns.Ends<Number> {
        var ends = CaseColumns.Ends<Number>(capacity: count)
        for _ in 0..<count {
            let manner = Manner(&random), first = draw(&random)
            let exact = first...first
            switch manner {
            case .unknown: ends.append(possible: domain, presumed: domain)
            case .assumed: ends.append(possible: domain, presumed: exact)
            case .exact: ends.append(possible: exact, presumed: exact)
            case .ranging:
                let second = domain.upperBound > 1 ? draw(&random) : first
                let run = min(first, second)...max(first, second)
                ends.append(possible: run, presumed: run)
            }
        }
        return ends
    }

    private static func sets(places: Int, _ count: Int, _ random: inout SeededGenerator) -> Self {
        let domain = UInt8(RuleBase.mask(count: places))
        var possible: [UInt8] = [], presumed: [UInt8] = []
        for _ in 0..<count {
            let manner = Manner(&random)
            let one = UInt8(1) << UInt8(random.below(places))
            let two = one | UInt8(1) << UInt8(random.below(places))
            let reading: (possible: UInt8, presumed: UInt8) =
                switch manner {
                case .unknown: (domain, domain)
                case .assumed: (domain, one)
                case .exact: (one, one)
                case .ranging: (two, two)
                }
            possible.append(reading.possible)
            presumed.append(reading.presumed)
        }
        return .sets(possible: possible, presumed: presumed)
    }
}
