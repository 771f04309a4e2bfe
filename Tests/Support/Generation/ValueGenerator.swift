import RuleModel

/// Draws values, sets and readings of any type.
///
/// Quantities are drawn from a short ladder of points, so that thresholds and
/// readings of one type meet often: two draws from all of `Int64` never would.
struct ValueGenerator {
    let rules: RuleBase

    /// Texts that readings and tests use, awkward ones among them.
    static let texts = ["alpha", "beta", "gamma, and more", "a \"quoted\" name", "naïve – ünïcode"]
    private static let rungs = 10

    private func point(_ type: ValueType, _ rung: Int) -> Int64 {
        let rung = Int64(rung)
        return switch type {
        case .count: rung
        case .date: 7_305 + 61 * rung
        case .duration: 300_000 * rung
        case .money: 2_500_000_000 * rung
        case .percent: 100_000 * rung
        default: 12_500 * rung
        }
    }

    private func bounds(_ type: ValueType) -> TickRange {
        if case .runs(let runs) = rules.domain(of: type), let run = runs.first { run } else { .unbounded }
    }

    /// One value of a type, as a set.
    func exact(_ type: ValueType, _ random: inout SeededGenerator) -> ValueSet {
        switch type {
        case .text: return .texts([random.pick(Self.texts) ?? ""])
        case _ where type.isQuantity:
            let tick = point(type, random.below(Self.rungs + 1))
            return .ticks(tick, tick)
        default: return .members(1 << UInt64(random.below(placeCount(type))))
        }
    }

    /// Some values of a type: exact, a range, a half-open range or alternatives; never none.
    func values(_ type: ValueType, _ random: inout SeededGenerator) -> ValueSet {
        if random.chance(30) { return exact(type, &random) }
        switch type {
        case .text:
            return .texts(random.sample(random.number(in: 1...2), of: Self.texts).sorted())
        case _ where type.isQuantity:
            let run = range(type, &random)
            return random.chance(25) ? .ticks([run, range(type, &random)]) : .runs([run])
        default:
            let count = placeCount(type)
            if case .scale = type {
                let low = random.below(count)
                let run = (low...random.number(in: low...(count - 1))).reduce(UInt64(0)) {
                    $0 | 1 << UInt64($1)
                }
                return .members(run)
            }
            let mask = random.next() & RuleBase.mask(count: count)
            return mask == 0 ? exact(type, &random) : .members(mask)
        }
    }

    private func range(_ type: ValueType, _ random: inout SeededGenerator) -> TickRange {
        let (first, second) = (
            point(type, random.below(Self.rungs + 1)), point(type, random.below(Self.rungs + 1))
        )
        return switch random.below(4) {
        case 0: TickRange(first, bounds(type).upper)
        case 1: TickRange(bounds(type).lower, first)
        default: TickRange(first, second)
        }
    }

    private func placeCount(_ type: ValueType) -> Int {
        switch type {
        case .scale(let scale): rules[scale].values.count
        case .choice(let choice): rules[choice].values.count
        default: 2
        }
    }

    /// Some of the values of a set; never none of a set that has any.
    func subset(of values: ValueSet, _ random: inout SeededGenerator) -> ValueSet {
        switch values {
        case .members(let mask):
            let kept = mask & random.next()
            if kept != 0 { return .members(kept) }
            let places = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
            return .members(random.pick(places).map { 1 << UInt64($0) } ?? mask)
        case .runs(let runs):
            guard let run = random.pick(runs) else { return values }
            let first = tick(in: run, &random)
            return random.chance(50) ? .ticks(first, first) : .ticks(first, tick(in: run, &random))
        case .texts(nil):
            return .texts(random.sample(random.number(in: 1...2), of: Self.texts).sorted())
        case .texts(let texts?):
            return .texts(random.sample(random.number(in: 1...max(1, texts.count)), of: texts))
        }
    }

    /// A tick of a run: most often an end, where mistakes live.
    private func tick(in run: TickRange, _ random: inout SeededGenerator) -> Int64 {
        // The notation has no negative numbers and no years of five digits, and sums of a few values must stay far
        // from the ends of Int64: beyond this many days, or hundreds, nothing new happens.
        let most: Int64 = 1_000_000
        let lower = run.upper >= 0 ? max(run.lower, 0) : run.lower
        let upper = run.upper == .max ? lower + most : run.upper
        guard lower >= .min / 2, lower < upper else { return run.lower == .min ? run.upper : lower }
        switch random.below(4) {
        case 0: return lower
        case 1: return upper
        default:
            return lower
                + Int64(random.below(Int(min(upper - lower, random.chance(50) ? most : .max - 1)) + 1))
        }
    }

    /// A reading in one of the forms a case can give it: stated, assumed, presumed in part, disputed, unknown.
    func reading(_ type: ValueType, _ random: inout SeededGenerator) -> Reading {
        let domain = rules.domain(of: type)
        let note = random.chance(20) ? "as told" : ""
        switch random.below(12) {
        case 0...1:
            return Reading(possible: domain, presumed: values(type, &random), basis: .assumed, note: note)
        case 2:
            let possible = values(type, &random)
            return Reading(possible: possible, presumed: subset(of: possible, &random), note: note)
        case 3 where !rules.sources.isEmpty:
            let sides = (0..<2).map { _ in
                Reading.Side(
                    value: values(type, &random), citations: [citation(&random)],
                    note: type == .text ? "" : note)
            }
            return Reading(possible: sides[0].value.union(sides[1].value), basis: .disputed, sides: sides)
        case 4:
            return Reading(possible: domain, basis: .unknown, note: note)
        case 5...8:
            return Reading(possible: exact(type, &random), citations: cited(&random), note: note)
        default:
            return Reading(possible: values(type, &random), citations: cited(&random), note: note)
        }
    }

    /// A reading of something of which a case says that it is so or not, and nothing between: packages in force, values
    /// of a classification that may have several.
    func plainReading(_ random: inout SeededGenerator) -> Reading {
        let told: ValueSet = random.pick(of: .yes, .no)
        return random.chance(30)
            ? Reading(possible: .yesOrNo, presumed: told, basis: .assumed)
            : Reading(possible: told, citations: cited(&random))
    }

    private func cited(_ random: inout SeededGenerator) -> [Citation] {
        random.chance(30) && !rules.sources.isEmpty ? [citation(&random)] : []
    }

    private func citation(_ random: inout SeededGenerator) -> Citation {
        Citation(
            source: ID(random.below(rules.sources.count)), location: random.pick(of: "Box 2", "4.3", "¶14"))
    }
}
