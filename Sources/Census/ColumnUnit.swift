import RuleModel

/// How the plain numbers of a column are to be taken.
public struct ColumnUnit: Hashable, Sendable {
    /// How many ticks one of the column's units makes.
    var factor: Int64
    /// Shares between 0 and 1, of which 1 is the whole.
    var isFraction = false

    /// What numbers of a type are in where no unit is stated; `nil` where that would be a guess.
    init?(unstatedFor type: ValueType) {
        switch type {
        case .count: factor = 1
        case .number, .percent: factor = 10_000
        default: return nil
        }
    }

    /// - Parameter words: As the mapping states the unit.
    init(_ words: [String], for type: ValueType) throws(TableFault) {
        var words = words
        let multipliers: [String: Int64] = [
            "thousand": 1_000, "thousands": 1_000, "million": 1_000_000, "millions": 1_000_000,
            "billion": 1_000_000_000, "billions": 1_000_000_000,
        ]
        var multiplier: Int64 = 1
        switch type {
        case .count, .number, .money:
            if let first = words.first, let known = multipliers[first] {
                multiplier = known
                words.removeFirst()
            }
        default: break
        }
        let units = ColumnUnit.units(of: type)
        guard let found = units.first(where: { $0.words == words.joined(separator: " ") }) else {
            throw ColumnUnit.unknown(words, units.map(\.words).filter { !$0.isEmpty })
        }
        factor = found.ticks * multiplier
        isFraction = type.isPercent && found.words == "fractions"
    }

    private static func units(of type: ValueType) -> [(words: String, ticks: Int64)] {
        switch type {
        case .percent: [("percent", 10_000), ("fractions", 1_000_000)]
        case .count: [("", 1), ("units", 1)]
        case .number: [("", 10_000), ("units", 10_000)]
        case .money(let currency, let year): [("\(currency) (\(year))", 10_000)]
        case .duration:
            // A month is a twelfth of a year of 365.25 days, as in a case file.
            [("days", 10_000), ("weeks", 70_000), ("months", 304_375), ("years", 3_652_500)]
        case .yesNo, .date, .scale, .choice, .text: []
        }
    }

    private static func unknown(_ words: [String], _ known: [String]) -> TableFault {
        TableFault(
            "`in \(words.joined(separator: " "))` is no unit for it",
            help: known.isEmpty
                ? "it is not measured in units; leave `in` out"
                : "it can be \(known.map { "`in \($0)`" }.joined(separator: " or "))")
    }

    /// How the unit of a type is stated, for who left it out.
    static func statement(for type: ValueType) -> String? {
        let known = units(of: type).map(\.words).filter { !$0.isEmpty && $0 != "units" }
        return known.isEmpty ? nil : known.map { "`in \($0)`" }.joined(separator: " or ")
    }
}

extension ValueType {
    var isPercent: Bool { if case .percent = self { true } else { false } }
}
