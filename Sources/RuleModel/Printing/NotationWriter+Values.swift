// Values and sets of values in notation.

extension NotationWriter {
    /// A test for lying in a set: `at least 40%`, `is low or medium`.
    func test(_ set: ValueSet, _ type: ValueType, bounds: TickRange, isNot: Bool = false) -> String {
        if !isNot, case .runs(let runs) = set, runs.count == 1, isHalfOpen(runs[0], bounds) {
            return run(runs[0], type, bounds)
        }
        return (isNot ? "is not " : "is ") + values(set, type, bounds: bounds)
    }

    /// A set of values: `40..60% or 90%`.
    func values(_ set: ValueSet, _ type: ValueType, bounds: TickRange? = nil) -> String {
        switch set {
        case .members(let mask): return members(mask, rules.values(of: type) ?? [], isOrdered: type.isOrdered)
        case .texts(let texts): return (texts ?? []).map(quoted).joined(separator: " or ")
        case .runs(let runs):
            var bounds = bounds ?? .unbounded
            if bounds == .unbounded, case .runs(let all) = rules.domain(of: type) {
                bounds = all.first ?? bounds
            }
            return runs.map { run($0, type, bounds) }.joined(separator: " or ")
        }
    }

    /// Named values; neighbours on a scale as a range.
    func members(_ mask: UInt64, _ names: [String], isOrdered: Bool) -> String {
        var parts: [String] = []
        var place = 0
        while place < names.count {
            guard mask >> UInt64(place) & 1 == 1 else {
                place += 1
                continue
            }
            var last = place
            if isOrdered {
                while last + 1 < names.count, mask >> UInt64(last + 1) & 1 == 1 { last += 1 }
            }
            parts.append(last > place ? "\(names[place])..\(names[last])" : names[place])
            place = last + 1
        }
        return parts.joined(separator: " or ")
    }

    private func isHalfOpen(_ run: TickRange, _ bounds: TickRange) -> Bool {
        run.lower < run.upper && run != .unbounded && (run.lower == bounds.lower || run.upper == bounds.upper)
    }

    private func run(_ run: TickRange, _ type: ValueType, _ bounds: TickRange) -> String {
        if run.lower == run.upper { return value(run.lower, type) }
        // All there is, which no single bound can say.
        if run == .unbounded { return "at most \(value(0, type)) or at least \(value(0, type))" }
        if run.upper == bounds.upper || run.upper == .max, run.lower > .min {
            return "at least \(value(run.lower, type))"
        }
        if run.lower == bounds.lower || run.lower == .min { return "at most \(value(run.upper, type))" }
        return "\(value(run.lower, type))..\(value(run.upper, type))"
    }

    /// One value of a quantity, exactly.
    func value(_ tick: Int64, _ type: ValueType) -> String {
        switch type {
        case .count: return String(tick)
        case .percent: return decimal(tick) + "%"
        case .duration: return decimal(tick) + " days"
        case .money(let currency, let year):
            return "\(currency) \(decimal(tick))" + (year == 0 ? "" : " (\(year))")
        case .date: return date(tick)
        default: return decimal(tick)
        }
    }

    /// Ten-thousandths as a decimal number without idle zeros.
    private func decimal(_ ticks: Int64) -> String {
        let magnitude = ticks.magnitude
        var digits = String(magnitude % 10_000 + 10_000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return (ticks < 0 ? "-" : "") + String(magnitude / 10_000) + (digits.isEmpty ? "" : ".\(digits)")
    }

    private func date(_ day: Int64) -> String {
        let date = CivilCalendar.date(of: day)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    private func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(max(0, number))
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    /// A run of days as people write it: `1994`, `1994-05`, `1990s`, `early 1994`, or its first day.
    func period(_ days: TickRange) -> String {
        let start = CivilCalendar.date(of: days.lower)
        if days.lower == days.upper { return date(days.lower) }
        // Thirds of a year or decade may begin in its middle, so the year counts and not the day.
        let decade = start.year - start.year % 10
        let wholes: [(TickRange, String)] = [
            (
                CivilCalendar.days(year: start.year, month: start.month),
                "\(padded(start.year, 4))-\(padded(start.month, 2))"
            ),
            (CivilCalendar.days(year: start.year), padded(start.year, 4)),
            (CivilCalendar.days(year: decade, count: 10), "\(padded(decade, 4))s"),
        ]
        for (whole, name) in wholes {
            if whole == days { return name }
            for third in LiteralParts.thirds where LiteralParts.part(third, of: whole) == days {
                return "\(third) \(name)"
            }
        }
        return date(days.lower)
    }
}
