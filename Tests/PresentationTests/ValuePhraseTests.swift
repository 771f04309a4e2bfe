import RuleModel
import Testing

import Presentation

@Suite struct ValuePhraseTests {
    private let rules: RuleBase = {
        var rules = RuleBase()
        let values = ["none", "little", "some", "high"].map { NamedValue(name: $0) }
        rules.scales = [Scale(name: "degree", values: values)]
        rules.choices = [Choice(name: "way", values: values)]
        return rules
    }()

    private let share = ValueType.percent(of: "output")

    @Test func `a range has its unit once`() {
        #expect(rules.phrase(.ticks(400_000, 600_000), share) == "40–60%")
        #expect(rules.phrase(.ticks(3_652_500, 3 * 3_652_500), .duration) == "1–3 years")
    }

    @Test func `an open bound is said as it was written`() {
        #expect(rules.phrase(.ticks(400_001, 1_000_000), share) == "above 40%")
        #expect(rules.phrase(.ticks(0, 399_999), share) == "below 40%")
        #expect(rules.phrase(.ticks(400_000, 1_000_000), share) == "at least 40%")
    }

    @Test func `large numbers are grouped with spaces that do not break`() {
        #expect(rules.phrase(.ticks(1_500, 1_500), .count(of: nil)) == "1\u{A0}500")
    }

    @Test func `the whole domain is unknown`() {
        #expect(rules.phrase(.ticks(0, .max), .count(of: nil)) == "unknown")
        #expect(rules.phrase(.yesOrNo, .yesNo) == "unknown")
    }

    @Test func `a run of a scale is a range, a choice is a list`() {
        #expect(rules.phrase(.members(0b0110), .scale(ID(0))) == "little to some")
        #expect(rules.phrase(.members(0b1100), .scale(ID(0))) == "at least some")
        #expect(rules.phrase(.members(0b0110), .choice(ID(0))) == "little or some")
    }

    @Test func `money has its currency and year`() {
        let type = ValueType.money(currency: "USD", year: 1993)
        #expect(rules.phrase(.ticks(1_300_000_000_000, 1_300_000_000_000), type) == "USD 130 million (1993)")
    }

    @Test func `dates are said as periods`() {
        let start = CivilCalendar.day(year: 1994, month: 5, day: 1)
        #expect(rules.phrase(.ticks(start, start + 30), .date) == "May 1994")
        #expect(rules.phrase(.ticks(start, start), .date) == "1 May 1994")
        let year = CivilCalendar.day(year: 1997, month: 1, day: 1)
        #expect(rules.phrase(.ticks(year, year + 364), .date) == "1997")
        #expect(rules.phrase(.ticks(year, year + 120), .date) == "early 1997")
    }

    @Test func `a third of a decade has its name`() {
        let start = CivilCalendar.day(year: 1990, month: 1, day: 1)
        let length = CivilCalendar.day(year: 2000, month: 1, day: 1) - start
        let middle = TickRange(start + length / 3, start + 2 * length / 3 - 1)
        #expect(rules.phrase(.runs([middle]), .date) == "the mid 1990s")
    }

    @Test func `values at the ends of what can be counted do not overflow`() {
        for type in [ValueType.date, .count(of: nil), .duration, .number(of: nil), share] {
            for set in [
                ValueSet.ticks(.min, .min), .ticks(.max, .max), .ticks(.min, .max),
                .ticks(.max - 1, .max - 1),
            ] {
                #expect(!rules.phrase(set, type).isEmpty)
            }
        }
    }
}
