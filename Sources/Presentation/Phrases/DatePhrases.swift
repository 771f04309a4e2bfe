import RuleModel

/// Days since 1970-01-01 as people write them.
enum DatePhrases {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// A run of days: `1994`, `May 1994`, `17 May 1994`, or from one to another.
    static func period(_ run: TickRange) -> String {
        guard run.lower > -4_000_000, run.upper < 4_000_000 else { return openPeriod(run) }
        let first = CivilCalendar.date(of: run.lower)
        let last = CivilCalendar.date(of: run.upper)
        let next = CivilCalendar.date(of: run.upper + 1)
        if let third = third(run) { return third }
        let coversMonths = first.day == 1 && next.day == 1
        if coversMonths, first.month == 1, next.month == 1 {
            if first.year == last.year { return "\(first.year)" }
            return last.year - first.year == 9 && first.year % 10 == 0
                ? "the \(first.year)s" : "\(first.year) to \(last.year)"
        }
        if coversMonths {
            let start = "\(months[first.month - 1]) \(first.year)"
            let end = "\(months[last.month - 1]) \(last.year)"
            return start == end ? start : "\(start) to \(end)"
        }
        return run.lower == run.upper ? day(first) : "\(day(first)) to \(day(last))"
    }

    /// `early 1997`, `the early 1960s`: the thirds of a year or a decade, as case files write them.
    private static func third(_ run: TickRange) -> String? {
        let year = CivilCalendar.date(of: run.lower).year
        if let word = third(run, of: 1, from: year) { return "\(word) \(year)" }
        let decade = year - year % 10
        return third(run, of: 10, from: decade).map { "the \($0) \(decade)s" }
    }

    private static func third(_ run: TickRange, of years: Int, from year: Int) -> String? {
        let start = CivilCalendar.day(year: year, month: 1, day: 1)
        let length = CivilCalendar.day(year: year + years, month: 1, day: 1) - start
        let bounds = [0, length / 3, 2 * length / 3, length].map { start + $0 }
        let place = (0..<3).first { bounds[$0] == run.lower && bounds[$0 + 1] - 1 == run.upper }
        return place.map { ["early", "mid", "late"][$0] }
    }

    /// A period with an end beyond what a calendar shows.
    private static func openPeriod(_ run: TickRange) -> String {
        let shown: ClosedRange<Int64> = -3_999_999...3_999_999
        if shown.contains(run.upper) { return "until \(period(TickRange(run.upper, run.upper)))" }
        if shown.contains(run.lower) { return "since \(period(TickRange(run.lower, run.lower)))" }
        return "at any time"
    }

    private static func day(_ date: (year: Int, month: Int, day: Int)) -> String {
        "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
}
