import Inference
import RuleModel
import Testing

private let tenOrSeventy = ValueSet.ticks([
    TickRange(percent(10), percent(10)), TickRange(percent(70), percent(70)),
])

@Suite struct ReadingTests {
    /// At least 50 %, against a reading of each form.
    @Test(arguments: [
        (ValueSet.ticks(percent(60), percent(60)), ValueSet?.none, Verdict.yes),  // 60%
        (.ticks(percent(40), percent(40)), nil, .no),  // 40%
        (.ticks(percent(40), percent(60)), nil, .open),  // 40..60%
        (.ticks(percent(50), percent(60)), nil, .yes),  // 50..60%
        (.ticks(percent(0), percent(50) - 1), nil, .no),  // below 50%
        (tenOrSeventy, nil, .open),  // 10% or 70%
        (.ticks(0, percent(100)), .ticks(percent(60), percent(60)), .presumablyYes),  // assumed 60%
        (.ticks(0, percent(100)), .ticks(percent(10), percent(20)), .presumablyNo),  // assumed 10..20%
        (.ticks(0, percent(100)), .ticks(percent(40), percent(60)), .open),  // assumed 40..60%
        (.ticks(percent(50), percent(90)), .ticks(percent(60), percent(60)), .yes),  // whatever the guess
    ])
    func `a bound is settled by what is possible, else by what is presumed`(
        possible: ValueSet, presumed: ValueSet?, expected: Verdict
    ) {
        var sketch = Sketch()
        let share = sketch.diagnostic(.percent(of: "output"))
        sketch.read(share, possible, presumed: presumed)
        #expect(sketch.verdict(lies(share, .ticks(percent(50), .max))) == expected)
    }

    @Test func `nothing said leaves the whole domain`() {
        var sketch = Sketch()
        let scale = sketch.scale(5)
        for type in [
            ValueType.yesNo, .count(of: nil), .number(of: nil), .percent(of: "x"), .duration, .date, .text,
            scale,
        ] {
            let diagnostic = sketch.diagnostic(type)
            #expect(sketch.figure(.diagnostic(diagnostic)).possible == sketch.rules.domain(of: type))
        }
        let share = sketch.diagnostic(.percent(of: "x"))
        #expect(sketch.verdict(lies(share, .ticks(0, percent(100)))) == .yes)
        #expect(sketch.verdict(lies(share, .ticks(percent(1), percent(100)))) == .open)
    }

    @Test func `a scale value lies in a run of places`() {
        var sketch = Sketch()
        let degree = sketch.diagnostic(sketch.scale(5))
        sketch.read(degree, .members(0b00110))
        #expect(sketch.verdict(lies(degree, .members(0b00111))) == .yes)
        #expect(sketch.verdict(lies(degree, .members(0b00011))) == .open)
        #expect(sketch.verdict(lies(degree, .members(0b11000))) == .no)
    }

    @Test func `texts are compared as texts`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic(.text)
        #expect(sketch.verdict(lies(buyer, .texts(["a"]))) == .open)
        sketch.read(buyer, .texts(["a", "b"]))
        #expect(sketch.verdict(lies(buyer, .texts(["a", "b"]))) == .yes)
        #expect(sketch.verdict(lies(buyer, .texts(["a"]))) == .open)
        #expect(sketch.verdict(lies(buyer, .texts(["c"]))) == .no)
    }

    /// 10..20 against a second reading, for at least, at most, above, below, exactly.
    @Test(arguments: [
        (TickRange(1, 10), [Verdict.yes, .open, .open, .no, .open]),
        (TickRange(1, 9), [.yes, .no, .yes, .no, .no]),
        (TickRange(15, 15), [.open, .open, .open, .open, .open]),
        (TickRange(20, 30), [.open, .yes, .no, .open, .open]),
        (TickRange(21, 30), [.no, .yes, .no, .yes, .no]),
    ])
    func `two readings are compared over all pairs`(other: TickRange, expected: [Verdict]) {
        var sketch = Sketch()
        let left = sketch.diagnostic(.count(of: nil))
        let right = sketch.diagnostic(.count(of: nil))
        sketch.read(left, .ticks(10, 20))
        sketch.read(right, .runs([other]))
        let comparisons: [Comparison] = [.atLeast, .atMost, .above, .below, .exactly]
        #expect(
            comparisons.map { sketch.verdict(.compares(.diagnostic(left), $0, .diagnostic(right))) }
                == expected)
    }

    @Test func `exactly holds for two equal single values`() {
        var sketch = Sketch()
        let left = sketch.diagnostic(.count(of: nil))
        sketch.read(left, .ticks(7, 7))
        #expect(sketch.verdict(.compares(.diagnostic(left), .exactly, number(7))) == .yes)
        sketch.read(left, .ticks(0, 9), presumed: .ticks(7, 7))
        #expect(sketch.verdict(.compares(.diagnostic(left), .exactly, number(7))) == .presumablyYes)
    }

    @Test func `time since a date runs to the beginning of the stage`() {
        var sketch = Sketch()
        let date = sketch.diagnostic(.date)
        sketch.read(date, .ticks(100, 130))
        #expect(sketch.figure(.timeSince(.diagnostic(date))).possible == .runs([.fromZero]))
        sketch.situation.from = TickRange(200, 210)
        #expect(sketch.figure(.timeSince(.diagnostic(date))).possible == .ticks(70 * 10_000, 110 * 10_000))
        sketch.read(date, .ticks(205, .max))
        #expect(sketch.figure(.timeSince(.diagnostic(date))).possible == .ticks(0, 5 * 10_000))
    }
}
