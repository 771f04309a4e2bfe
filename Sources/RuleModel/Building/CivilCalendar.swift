/// Days of the Gregorian calendar, counted from 1970-01-01 and carried back before its introduction.
///
/// Kept here because the engine does without Foundation, whose calendars also
/// depend on where and when a program runs.
public enum CivilCalendar {
    /// The number of the day; months and days past their end run on into the next.
    public static func day(year: Int, month: Int, day: Int) -> Int64 {
        // Years are counted from March, so that the odd day of a leap year is the last.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// The date of a day; days beyond ten thousand years in either direction are brought to that end.
    public static func date(of day: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(min(max(day, -4_000_000), 4_000_000)) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400
        return (
            month < 10 ? year : year + 1, month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }

    /// The days of a month.
    static func days(year: Int, month: Int) -> TickRange {
        let next =
            month == 12 ? day(year: year + 1, month: 1, day: 1) : day(year: year, month: month + 1, day: 1)
        return TickRange(day(year: year, month: month, day: 1), next - 1)
    }

    /// The days of some years.
    static func days(year: Int, count: Int = 1) -> TickRange {
        TickRange(day(year: year, month: 1, day: 1), day(year: year + count, month: 1, day: 1) - 1)
    }
}
