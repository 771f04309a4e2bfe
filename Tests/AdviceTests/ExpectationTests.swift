import Inference
import RuleModel
import Testing

import Advice

@Suite struct ExpectationTests {
    @Test(arguments: [
        (Reading.yes, true, false, false), (.presumablyYes, true, false, false),
        (.presumablyNo, false, true, false),
        (.no, false, true, false), (.certain(.yesOrNo), false, false, true),
    ])
    func `holds, fails and open are each met by their verdicts`(
        reading: Reading, holds: Bool, fails: Bool, isOpen: Bool
    ) {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .reads(buyer), [.recommends(orders)])
        sketch.now.readings[buyer] = reading
        let claim = Expected.recommend(orders, through: nil, targeting: [])
        #expect(sketch.outcome(.holds, claim).isMet == holds)
        #expect(sketch.outcome(.fails, claim).isMet == fails)
        #expect(sketch.outcome(.isOpen, claim).isMet == isOpen)
    }

    @Test func `an exact verdict is met by itself alone`() {
        var sketch = Sketch()
        let orders = sketch.advised("orders")
        let claim = Expected.recommend(orders, through: nil, targeting: [])
        #expect(sketch.outcome(.exactly(2), claim).isMet)
        #expect(!sketch.outcome(.exactly(1), claim).isMet)
    }

    @Test func `the actor a package goes through can be expected`() {
        var sketch = Sketch()
        let (association, state) = (sketch.actor("association"), sketch.actor("state"))
        let orders = sketch.package("orders")
        sketch.rule("orders", [.recommend(.package(orders), Recommendation(through: association))])
        #expect(sketch.outcome(.holds, .recommend(orders, through: association, targeting: [])).isMet)
        #expect(!sketch.outcome(.holds, .recommend(orders, through: state, targeting: [])).isMet)
    }

    @Test func `every member targeted must be recommended for`() {
        var sketch = Sketch()
        let makers = sketch.collection("maker")
        let small = sketch.attribute("small", of: makers, .yesNo)
        let credit = sketch.package("credit")
        let maker = Variable(0)
        sketch.rule(
            "credit", each: [Rule.Binding(variable: maker, range: .members(makers, parent: nil))],
            when: .holds(.attribute(small, of: maker)),
            [.recommend(.package(credit), Recommendation(targeting: maker))])
        sketch.now.members[makers] = [
            Member(name: "large", attributes: [small: .no]),
            Member(name: "little", attributes: [small: .yes]),
        ]
        #expect(sketch.outcome(.holds, .recommend(credit, through: nil, targeting: ["little"])).isMet)
        #expect(
            !sketch.outcome(.holds, .recommend(credit, through: nil, targeting: ["little", "large"])).isMet)
    }

    @Test func `an expectation about a member that is not there is never met`() {
        var sketch = Sketch()
        let credit = sketch.advised("credit")
        let outcome = sketch.outcome(.fails, .recommend(credit, through: nil, targeting: ["nobody"]))
        #expect(!outcome.isMet)
        #expect(outcome.grounds.contains(.noSuchMember("nobody")))
    }

    @Test func `first is met in the first phase only`() {
        var sketch = Sketch()
        let (early, late) = (sketch.advised("early"), sketch.advised("late"))
        sketch.rule("order", [.sequences(early, before: late)])
        #expect(sketch.outcome(.holds, .first(early)).isMet)
        #expect(!sketch.outcome(.holds, .first(late)).isMet)
        #expect(sketch.outcome(.holds, .sequence(early, before: late)).isMet)
    }

    @Test func `contested takes both verdicts`() {
        var sketch = Sketch()
        let orders = sketch.advised("orders")
        #expect(sketch.outcome(.fails, .contested(orders)).isMet)
        sketch.rule("harm", [.against(orders, .disputed)])
        #expect(sketch.outcome(.holds, .contested(orders)).isMet)
        #expect(sketch.outcome(.holds, .adviseAgainst(orders, nil)).isMet)
        #expect(sketch.outcome(.fails, .adviseAgainst(orders, .harmful)).isMet)
    }

    @Test func `a report's bound can be expected`() {
        var sketch = Sketch()
        let (one, other) = (sketch.diagnostic("one"), sketch.diagnostic("other"))
        sketch.rules.reports = [
            Report(name: "signs", title: "Signs", expression: .countOf([.reads(one), .reads(other)]))
        ]
        sketch.now.readings[one] = .yes
        #expect(sketch.outcome(.holds, .report(ID(0), .atLeast, .ticks(1, 1))).isMet)
        #expect(sketch.outcome(.isOpen, .report(ID(0), .exactly, .ticks(2, 2))).isMet)
        #expect(sketch.outcome(.fails, .report(ID(0), .above, .ticks(2, 2))).isMet)
    }
}
