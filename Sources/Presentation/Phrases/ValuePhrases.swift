import RuleModel

extension RuleBase {
    /// A set of values in words: `300`, `40–60%`, `little to medium`, `at least 4`, `network or
    /// quasi-hierarchical`; `unknown` for the whole domain.
    public func phrase(_ values: ValueSet, _ type: ValueType) -> String {
        if values == domain(of: type) { return "unknown" }
        switch values {
        case .members(let mask): return members(mask, type)
        case .texts(let texts): return texts.map { listed($0.map { "“\($0)”" }, "or") } ?? "unknown"
        case .runs(let runs):
            return runs.isEmpty ? "no value" : listed(runs.map { self.run($0, type) }, "or")
        }
    }

    /// The names a type's finite domain consists of, in order; empty for quantities and text.
    func valueNames(of type: ValueType) -> [String] {
        switch type {
        case .yesNo: ["no", "yes"]
        case .scale(let scale): self[scale].values.map(\.name)
        case .choice(let choice): self[choice].values.map(\.name)
        default: []
        }
    }

    private func members(_ mask: UInt64, _ type: ValueType) -> String {
        let names = valueNames(of: type)
        let places = names.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }
        guard let first = places.first, let last = places.last else { return "no value" }
        if case .scale = type, places.count > 1, last - first == places.count - 1 {
            if first == 0 { return "at most \(names[last])" }
            if last == names.count - 1 { return "at least \(names[first])" }
            return "\(names[first]) to \(names[last])"
        }
        return listed(places.map { names[$0] }, "or")
    }

    private func run(_ run: TickRange, _ type: ValueType) -> String {
        if case .date = type { return DatePhrases.period(run) }
        let quantity = Quantity(type: type)
        let start = domainStart(of: type)
        let end = domainEnd(of: type)
        if run.lower == run.upper { return quantity.words(run.lower) }
        if run.upper >= end {
            // A closed bound one tick off a whole figure was written as an open one.
            return quantity.isJustAbove(run.lower)
                ? "above \(quantity.words(run.lower &- 1))" : "at least \(quantity.words(run.lower))"
        }
        if run.lower <= start {
            return quantity.isJustAbove(run.upper &+ 2)
                ? "below \(quantity.words(run.upper &+ 1))" : "at most \(quantity.words(run.upper))"
        }
        return quantity.words(from: run.lower, to: run.upper)
    }

    private func domainStart(of type: ValueType) -> Int64 {
        if case .runs(let runs) = domain(of: type), let first = runs.first { first.lower } else { .min }
    }

    private func domainEnd(of type: ValueType) -> Int64 {
        if case .runs(let runs) = domain(of: type), let last = runs.last { last.upper } else { .max }
    }

    /// A type as the vocabulary writes it: `percent of "the cluster's output"`.
    func phrase(_ type: ValueType) -> String {
        switch type {
        case .yesNo: "yes/no"
        case .count(let of): of.map { "count of \"\($0)\"" } ?? "count"
        case .number(let of): of.map { "number of \"\($0)\"" } ?? "number"
        case .percent(let of): "percent of \"\(of)\""
        case .money(let currency, let year): "money in \(currency) (\(year))"
        case .duration: "duration"
        case .date: "date"
        case .scale(let scale): self[scale].values.map(\.name).joined(separator: " < ")
        case .choice(let choice): self[choice].values.map(\.name).joined(separator: " | ")
        case .text: "text"
        }
    }
}

/// Ticks of one type as figures with their unit.
private struct Quantity {
    let type: ValueType

    func words(_ ticks: Int64) -> String {
        let (figure, unit) = self.figure(ticks)
        return prefix + figure + unit + suffix
    }

    /// Both ends with one unit: `40–60%`, `1–3 years`.
    func words(from lower: Int64, to upper: Int64) -> String {
        let (start, startUnit) = figure(lower)
        let (end, endUnit) = figure(upper)
        guard startUnit.trimmed.hasPrefix(endUnit.trimmed) || endUnit.trimmed.hasPrefix(startUnit.trimmed)
        else {
            return "\(prefix)\(start)\(startUnit) to \(end)\(endUnit)\(suffix)"
        }
        return "\(prefix)\(start)–\(end)\(endUnit)\(suffix)"
    }

    /// One tick above a figure that people would write.
    func isJustAbove(_ ticks: Int64) -> Bool {
        type.ticksPerUnit > 1 && ticks > 1 && (ticks - 1) % 100 == 0
    }

    private var prefix: String {
        if case .money(let currency, _) = type { "\(currency) " } else { "" }
    }

    private var suffix: String {
        if case .money(_, let year) = type { " (\(year))" } else { "" }
    }

    private func figure(_ ticks: Int64) -> (String, unit: String) {
        switch type {
        case .percent: return (decimal(ticks), "%")
        case .duration: return duration(ticks)
        case .money:
            let million: Int64 = 10_000_000_000
            if ticks != 0, ticks % (million / 100) == 0, ticks.magnitude >= million.magnitude {
                return (decimal(ticks / 1_000_000), " million")
            }
            return (decimal(ticks), "")
        case .count: return (grouped(String(ticks)), "")
        default: return (decimal(ticks), "")
        }
    }

    private func duration(_ ticks: Int64) -> (String, unit: String) {
        let units: [(ticks: Int64, name: String)] = [
            (3_652_500, "year"), (304_375, "month"), (70_000, "week"),
        ]
        for unit in units where ticks != 0 && ticks % unit.ticks == 0 {
            let count = ticks / unit.ticks
            return (String(count), " \(unit.name)\(count == 1 ? "" : "s")")
        }
        return (decimal(ticks), ticks == 10_000 ? " day" : " days")
    }

    /// A number of ten-thousandths without needless zeros.
    private func decimal(_ ticks: Int64) -> String {
        let magnitude = ticks.magnitude
        let whole = grouped(String(magnitude / 10_000))
        var fraction = String(magnitude % 10_000 + 10_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return (ticks < 0 ? "−" : "") + (fraction.isEmpty ? whole : "\(whole).\(fraction)")
    }

    /// Groups of three behind no-break spaces, as case files may write them.
    private func grouped(_ digits: String) -> String {
        guard digits.count > 3 else { return digits }
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return groups.joined(separator: "\u{A0}")
    }
}
