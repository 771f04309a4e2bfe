import Inference
import RuleModel
import Testing

/// Members whose `belongs` has a given verdict and whose `size` a given range.
private struct Crowd {
    var sketch = Sketch()
    let collection: ID<Collection>
    let belongs: ID<Attribute>
    let size: ID<Attribute>

    init(
        _ members: [(Verdict, TickRange)], listed: Bool = true, type: ValueType = .percent(of: "output")
    ) {
        collection = sketch.collection()
        belongs = sketch.attribute(of: collection)
        size = sketch.attribute(type, of: collection)
        for (verdict, range) in members {
            sketch.member(collection, [belongs: reading(verdict), size: Reading(possible: .runs([range]))])
        }
        if listed { sketch.situation.closed = [collection] }
    }

    var members: Members { Members(collection: collection, variable: x) }
    var filter: Condition { .holds(.attribute(belongs, of: x)) }
    var count: Figure { sketch.figure(.count(members, where: filter)) }
    var proportion: Figure { sketch.figure(.proportion(members, where: filter)) }
    func fold(_ fold: Expression.Fold) -> Figure { sketch.figure(.fold(fold, size, members, where: filter)) }
}

private func crowd(_ verdicts: Verdict..., listed: Bool = true) -> Crowd {
    Crowd(verdicts.map { ($0, TickRange(10, 20)) }, listed: listed)
}

@Suite struct AggregateTests {
    let domain = ValueSet.ticks(0, percent(100))

    @Test func `a count runs from the certain to the not excluded`() {
        let count = crowd(.yes, .presumablyYes, .open, .presumablyNo, .no).count
        #expect(count.possible == .ticks(1, 4))
        #expect(count.presumed == .ticks(2, 3))
    }

    @Test func `a count of an open-ended collection has no upper bound`() {
        let count = crowd(.yes, .no, listed: false).count
        #expect(count.possible == .ticks(1, .max))
        #expect(count.presumed == .ticks(1, .max))
    }

    @Test func `a count without a filter counts the members`() {
        let crowd = crowd(.no, .no)
        #expect(crowd.sketch.figure(.count(crowd.members, where: nil)).possible == .ticks(2, 2))
    }

    @Test func `a count of conditions has both ends`() {
        var sketch = Sketch()
        let parts = Verdict.allCases.map { sketch.condition($0) }
        #expect(sketch.figure(.countOf(parts)).possible == .ticks(1, 4))
        #expect(sketch.figure(.countOf(parts)).presumed == .ticks(2, 3))
    }

    @Test func `a proportion is rounded outwards to a tick`() {
        let third = crowd(.yes, .no, .no).proportion.possible
        #expect(third == .ticks(333_333, 333_334))
        let doubtful = crowd(.yes, .presumablyYes, .open, .no).proportion
        #expect(doubtful.possible == .ticks(percent(25), percent(75)))
        #expect(doubtful.presumed == .ticks(percent(50), percent(75)))
    }

    @Test func `a proportion of nothing or of an open-ended collection is anything`() {
        #expect(crowd().proportion.possible == domain)
        #expect(crowd(.yes, listed: false).proportion.possible == domain)
    }

    @Test func `a sum takes doubtful members or leaves them`() {
        let sum = crowd(.yes, .presumablyYes, .open, .presumablyNo, .no).fold(.sum)
        #expect(sum.possible == .ticks(10, 80))
        #expect(sum.presumed == .ticks(20, 60))
    }

    @Test func `a sum over an empty closed collection is nothing`() {
        #expect(crowd().fold(.sum).possible == .ticks(0, 0))
    }

    @Test func `a sum of an open-ended collection has no upper bound`() {
        #expect(crowd(.yes, listed: false).fold(.sum).possible == .ticks(10, .max))
    }

    @Test func `a sum of numbers of either sign may lose what is doubtful`() {
        let crowd = Crowd(
            [(.yes, TickRange(-5, 5)), (.open, TickRange(-9, -3)), (.open, TickRange(2, 4))],
            type: .number(of: nil))
        #expect(crowd.fold(.sum).possible == .ticks(-14, 9))
    }

    @Test func `unbounded members make a sum unbounded and never trap`() {
        let members = [
            (Verdict.yes, TickRange(.max - 1, .max)), (.yes, TickRange(.max - 1, .max)),
            (.yes, TickRange(.min, 3)),
        ]
        let crowd = Crowd(members, type: .number(of: nil))
        #expect(crowd.fold(.sum).possible == .ticks(.min, .max))
        #expect(crowd.fold(.mean).possible == .ticks(.min, .max))
    }

    @Test func `an unread attribute can be anything of its domain`() {
        var crowd = crowd(.yes)
        crowd.sketch.situation.members[crowd.collection]?[0].attributes[crowd.size] = nil
        #expect(crowd.fold(.sum).possible == domain)
        #expect(crowd.fold(.largest).possible == domain)
    }

    @Test func `a mean includes the doubtful while they move it`() {
        // Certain 30; doubtful 0, 12 and 90. Least: (30 + 0 + 12) / 3 = 14; greatest: (30 + 90) / 2 = 60.
        let members = [
            (Verdict.yes, TickRange(30, 30)), (.open, TickRange(0, 0)), (.open, TickRange(12, 12)),
            (.open, TickRange(90, 90)),
        ]
        #expect(Crowd(members).fold(.mean).possible == .ticks(14, 60))
    }

    @Test func `a mean is rounded outwards`() {
        let members = [(Verdict.yes, TickRange(1, 1)), (.yes, TickRange(2, 2))]
        #expect(Crowd(members).fold(.mean).possible == .ticks(1, 2))
        let below = [(Verdict.yes, TickRange(-1, -1)), (.yes, TickRange(-2, -2))]
        #expect(Crowd(below, type: .number(of: nil)).fold(.mean).possible == .ticks(-2, -1))
    }

    @Test(arguments: [Expression.Fold.mean, .largest, .smallest])
    func `of no certain member it is anything`(fold: Expression.Fold) {
        #expect(crowd(.presumablyYes, .open).fold(fold).possible == domain)
        #expect(crowd(.open).fold(fold).presumed == domain)
        #expect(crowd(.presumablyYes).fold(fold).presumed == .ticks(10, 20))
        #expect(crowd().fold(fold).possible == domain)
    }

    @Test func `a mean of an open-ended collection is anything`() {
        #expect(crowd(.yes, listed: false).fold(.mean).possible == domain)
    }

    @Test func `the largest is at least each certain member's least`() {
        let members = [
            (Verdict.yes, TickRange(10, 20)), (.yes, TickRange(15, 18)), (.open, TickRange(5, 40)),
        ]
        #expect(Crowd(members).fold(.largest).possible == .ticks(15, 40))
        #expect(Crowd(members).fold(.smallest).possible == .ticks(5, 18))
    }

    @Test func `the largest of an open-ended collection is bounded on one side`() {
        let members = [(Verdict.yes, TickRange(10, 20)), (.open, TickRange(5, 40))]
        #expect(Crowd(members, listed: false).fold(.largest).possible == .ticks(10, percent(100)))
        #expect(Crowd(members, listed: false).fold(.smallest).possible == .ticks(0, 20))
    }

    @Test func `the figure names the members it went through`() {
        let figure = crowd(.yes, .no).fold(.sum)
        guard case .members(let steps, let readings, let isOpenEnded) = figure.basis else {
            Issue.record("a sum rests on members")
            return
        }
        #expect(steps.count == 2 && readings.count == 2 && !isOpenEnded)
    }
}
