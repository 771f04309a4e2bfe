import Inference
import RuleModel

/// Divides what is possible into answers that the rules can tell apart.
///
/// A quantity is cut where some test of the rules changes its mind; the values
/// of a list are taken together when every test treats them alike. Within an
/// answer every direct test is then settled. A sum is cut where the other
/// members' shares, taken at their ends, let it cross a bound: an approximation
/// that may leave such a test open within an answer, and never gives a wrong one.
struct AnswerCells {
    private let rules: RuleBase
    private let history: [Situation]
    private let tests: [ReadingTest.Subject: [ReadingTest]]

    init(_ rules: RuleBase, history: [Situation]) {
        self.rules = rules
        self.history = history
        tests = Dictionary(grouping: ReadingTest.all(in: rules), by: \.subject)
    }

    func type(of place: ReadingPlace) -> ValueType {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, _): rules[attribute].measurement.type
        case .inForce, .concept, .allListed, .classification: .yesNo
        }
    }

    /// Possible answers in order; each is some of what is possible now.
    func answers(at place: ReadingPlace) -> [ValueSet] { cells(at: place, of: possible(at: place)) }

    /// The cells of everything that could be read at a place, whatever is read there now.
    func cells(at place: ReadingPlace) -> [ValueSet] { cells(at: place, of: domain(of: place)) }

    /// The cells of some values.
    func cells(at place: ReadingPlace, of values: ValueSet) -> [ValueSet] {
        switch values {
        case .members(let mask): members(of: mask, at: place)
        case .runs(let runs): regions(of: runs, at: place)
        case .texts: texts(at: place)
        }
    }

    /// Everything that could be read at a place.
    func domain(of place: ReadingPlace) -> ValueSet {
        if case .classification(let classification, value: nil, _) = place {
            return .members(RuleBase.mask(count: rules[classification].values.count))
        }
        return rules.domain(of: type(of: place))
    }

    private func possible(at place: ReadingPlace) -> ValueSet {
        switch place {
        case .diagnostic, .attribute, .classification(_, value: nil, _):
            history.last?.reading(at: place)?.possible ?? domain(of: place)
        case .inForce, .concept, .allListed, .classification: .yesOrNo
        }
    }

    private func members(of mask: UInt64, at place: ReadingPlace) -> [ValueSet] {
        let values = (0..<64).map { UInt64(1) << UInt64($0) }.filter { mask & $0 != 0 }
        guard let tests = tests(of: place), !tests.contains(where: \.isAgainstOther) else {
            return values.map { .members($0) }
        }
        let masks = tests.compactMap { test -> UInt64? in
            if case .members(let accepted) = test.accepted { return accepted }
            return nil
        }
        var cells: [(signature: [Bool], mask: UInt64)] = []
        for value in values {
            let signature = masks.map { $0 & value != 0 }
            if let cell = cells.firstIndex(where: { $0.signature == signature }) {
                cells[cell].mask |= value
            } else {
                cells.append((signature, value))
            }
        }
        return cells.map { .members($0.mask) }
    }

    private func regions(of runs: [TickRange], at place: ReadingPlace) -> [ValueSet] {
        let cuts = Set((tests(of: place) ?? []).flatMap { self.cuts(of: $0, at: place) }).sorted()
        return runs.flatMap { run -> [ValueSet] in
            var lower = run.lower
            var regions: [ValueSet] = []
            for cut in cuts where cut > lower && cut <= run.upper {
                regions.append(.ticks(lower, cut - 1))
                lower = cut
            }
            return regions + [.ticks(lower, run.upper)]
        }
    }

    private func texts(at place: ReadingPlace) -> [ValueSet] {
        let named = (tests(of: place) ?? []).flatMap { test -> [String] in
            if case .texts(let texts?) = test.accepted { return texts }
            return []
        }
        return Set(named).sorted().map { .texts([$0]) }
    }

    private func tests(of place: ReadingPlace) -> [ReadingTest]? {
        switch place {
        case .diagnostic(let diagnostic): tests[.diagnostic(diagnostic)] ?? []
        case .attribute(let attribute, _): tests[.attribute(attribute)] ?? []
        default: nil
        }
    }

    // MARK: Where a quantity is cut

    /// Ticks at which a test may change its mind: each is the first of a new region.
    private func cuts(of test: ReadingTest, at place: ReadingPlace) -> [Int64] {
        var cuts: [Int64] = []
        if case .runs(let runs) = test.accepted { cuts += runs.flatMap(AnswerCells.ends) }
        switch test.manner {
        case .direct: break
        case .sum: cuts += cuts.flatMap { cut in others(than: place).map { AnswerCells.minus(cut, $0) } }
        case .sinceStage: cuts = cuts.flatMap(dates)
        case .trend, .againstOther: cuts += rivals(of: test, at: place)
        }
        return cuts
    }

    private static func ends(_ run: TickRange) -> [Int64] {
        (run.lower == .min ? [] : [run.lower]) + (run.upper == .max ? [] : [run.upper + 1])
    }

    private static func minus(_ one: Int64, _ other: Int64) -> Int64 {
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return overflow ? one : difference
    }

    /// What the other members may add up to, least and most, where that is bounded.
    private func others(than place: ReadingPlace) -> [Int64] {
        guard case .attribute(let attribute, let own) = place, let now = history.last else { return [] }
        let type = rules[attribute].measurement.type
        let others = (now.members[own.collection] ?? []).enumerated().filter { $0.offset != own.index }
        var ends: (Int64, Int64) = (0, 0)
        for (_, member) in others {
            let possible = member.attributes[attribute]?.possible ?? rules.domain(of: type)
            guard case .runs(let runs) = possible, let first = runs.first, let last = runs.last else {
                continue
            }
            if first.lower != .min { ends.0 = ends.0.addingReportingOverflow(first.lower).partialValue }
            if last.upper != .max { ends.1 = ends.1.addingReportingOverflow(last.upper).partialValue }
        }
        return [ends.0, ends.1]
    }

    /// A span before the stage's beginning, as days.
    private func dates(_ span: Int64) -> [Int64] {
        guard let from = history.last?.from else { return [] }
        let days = span / ValueType.duration.ticksPerUnit
        return [from.lower, from.upper].flatMap { [$0, AnswerCells.minus($0, -1)] }.map {
            AnswerCells.minus($0, days)
        }
    }

    /// The ends of what is read of the value compared with, or of the same value at the stage before.
    private func rivals(of test: ReadingTest, at place: ReadingPlace) -> [Int64] {
        let situation = test.manner == .trend ? history.dropLast().last : history.last
        guard let situation else { return [] }
        let rival: Reading? =
            switch test.rival {
            case .diagnostic(let diagnostic)?: situation.readings[diagnostic]
            case .attribute(let attribute)?:
                if case .attribute(_, let member) = place {
                    situation[member]?.attributes[attribute]
                } else {
                    nil
                }
            case nil: nil
            }
        return [rival?.possible, rival?.presumed].flatMap { set -> [Int64] in
            guard case .runs(let runs)? = set else { return [] }
            return runs.flatMap { AnswerCells.ends($0) + [$0.lower, $0.upper] }
        }
    }
}
