/// A date as typed: a year and a month, and a day if one was given.
///
/// It is a period, not a moment: `1994-05` is the whole of that May.
public struct CalendarDate: Sendable, Hashable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the length of the month.
    public let day: Int?

    /// Reads `1994-05` or `1994-05-17`; `nil` for days and months that no calendar has.
    init?(bytes: some Sequence<UInt8>) {
        var parts: [Int] = [0]
        for byte in bytes {
            if byte == UInt8(ascii: "-") {
                parts.append(0)
            } else {
                guard byte.isDigit, parts[parts.count - 1] < 100_000 else { return nil }
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        guard parts.count == 2 || parts.count == 3, (1...12).contains(parts[1]) else { return nil }
        year = parts[0]
        month = parts[1]
        day = parts.count == 3 ? parts[2] : nil
        if let day, day < 1 || day > CalendarDate.days(inMonth: month, of: year) { return nil }
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
