import RuleModel
import Testing

@Suite struct ValueTests {
    @Test func `a unit behind a range belongs to both ends`() {
        #expect(Sample.reading("share = 40..60%")?.possible == .ticks(400_000, 600_000))
    }

    @Test func `currency and multiplier belong to both ends`() {
        #expect(
            Sample.reading("sales = USD 100..130 million (1993)")?.possible
                == .ticks(1_000_000_000_000, 1_300_000_000_000))
    }

    @Test func `groups of digits make one number`() {
        #expect(Sample.reading("producers = 1 500")?.possible == .ticks(1_500, 1_500))
    }

    @Test func `above is a tick more`() {
        #expect(Sample.reading("share = above 40%")?.possible == .ticks(400_001, 1_000_000))
        #expect(Sample.reading("producers = below 10")?.possible == .ticks(0, 9))
    }

    @Test func `a year is a run of days`() {
        #expect(Sample.reading("closed-on = 1970")?.possible == .ticks(0, 364))
        #expect(Sample.reading("closed-on = 1970-02")?.possible == .ticks(31, 58))
        #expect(Sample.reading("closed-on = late 1970")?.possible == .ticks(243, 364))
    }

    @Test func `after a period is after its last day`() {
        #expect(Sample.reading("closed-on = after 1970")?.possible == .ticks(365, .max))
        #expect(Sample.reading("closed-on = before 1970")?.possible == .ticks(.min, -1))
    }

    @Test func `a year lasts 365 and a quarter days`() {
        #expect(Sample.reading("wait = 1..2 years")?.possible == .ticks(3_652_500, 7_305_000))
    }

    @Test func `a scale has ranges and endings`() {
        #expect(Sample.reading("trust is little..some")?.possible == .members(0b00110))
        #expect(Sample.reading("trust is medium or more")?.possible == .members(0b11000))
        #expect(Sample.reading("trust is none or high")?.possible == .members(0b10001))
    }

    @Test func `an assumed reading leaves everything possible`() {
        let reading = Sample.reading("producers = 10 assumed \"a guess\"")
        #expect(reading?.possible == .ticks(0, .max))
        #expect(reading?.presumed == .ticks(10, 10))
        #expect(reading?.basis == .assumed)
        #expect(reading?.note == "a guess")
    }

    @Test func `a disputed reading is the union of its sides`() {
        let reading = Sample.reading("trust disputed { little at DOC \"1\"  high at DOC \"2\" }")
        #expect(reading?.possible == .members(0b10010))
        #expect(reading?.sides.count == 2)
        #expect(reading?.basis == .disputed)
    }

    @Test func `not in front and behind is deny`() {
        #expect(Sample.reading("not open-market")?.possible == .no)
        #expect(Sample.reading("trust is not high")?.possible == .members(0b01111))
    }

    @Test(
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1900, 3, 1, -25_508),
            (1600, 1, 1, -135_140),
            (2026, 11, 21, 20_778),
        ] as [(Int, Int, Int, Int64)])
    func `days are counted by the Gregorian calendar`(year: Int, month: Int, day: Int, number: Int64) {
        #expect(CivilCalendar.day(year: year, month: month, day: day) == number)
        let date = CivilCalendar.date(of: number)
        #expect(date.year == year && date.month == month && date.day == day)
    }

    @Test func `every day of eight centuries comes back`() {
        let first = CivilCalendar.day(year: 1600, month: 1, day: 1),
            last = CivilCalendar.day(year: 2400, month: 1, day: 1)
        for day in stride(from: first, through: last, by: 1) {
            let date = CivilCalendar.date(of: day)
            guard CivilCalendar.day(year: date.year, month: date.month, day: date.day) == day else {
                Issue.record("day \(day) comes back as another")
                return
            }
        }
    }
}
