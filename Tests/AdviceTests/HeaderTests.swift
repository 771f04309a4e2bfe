import Inference
import RuleModel
import Testing

import Advice

@Suite struct HeaderTests {
    @Test func `only readings the programme rests on are counted`() {
        var sketch = Sketch()
        let (used, lesser, idle) = (sketch.diagnostic("a"), sketch.diagnostic("b"), sketch.diagnostic("c"))
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .any([.reads(used), .reads(lesser)]), [.recommends(orders)])
        sketch.now.readings = [used: .yes, lesser: .presumablyYes, idle: .yes]
        #expect(sketch.answer().header.readings.all == [.diagnostic(used)])
    }

    @Test func `guesses the programme rests on are told apart`() {
        var sketch = Sketch()
        let (used, guessed) = (sketch.diagnostic("a"), sketch.diagnostic("b"))
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .all([.reads(used), .reads(guessed)]), [.recommends(orders)])
        sketch.now.readings = [used: .yes, guessed: .presumablyYes]
        let readings = sketch.answer().header.readings
        #expect(readings.all.count == 2)
        #expect(readings.assumed == [.diagnostic(guessed)])
    }

    @Test func `two values of a single-valued classification are contested`() {
        var sketch = Sketch()
        let kind = sketch.classification("kind", ["informal", "organized", "new"])
        for value in 0...1 {
            sketch.rule("kind-\(value)", [.classification(kind, value: value, of: .cluster)])
        }
        let answer = sketch.answer().header.classifications.first
        #expect(answer?.isContested == true)
        #expect(answer?.values.map(\.value) == [0, 1])
    }

    @Test func `several values of a several classification are not contested`() {
        var sketch = Sketch()
        let kind = sketch.classification("kind", ["one", "two"], several: true)
        for value in 0...1 {
            sketch.rule("kind-\(value)", [.classification(kind, value: value, of: .cluster)])
        }
        #expect(sketch.answer().header.classifications.first?.isContested == false)
    }

    @Test func `a statement that contradicts the rules is flagged`() {
        var sketch = Sketch()
        let concept = sketch.concept("locked-in")
        sketch.now.statements.concepts[concept] = .yes
        let answer = sketch.answer().header.concepts.first
        #expect(answer?.isStated == true)
        #expect(answer?.contradictedByRules == .no)
    }

    @Test func `cautions that hold come before open ones`() {
        var sketch = Sketch()
        let doubt = sketch.diagnostic("doubt")
        let (one, other) = (sketch.package("one"), sketch.package("other"))
        sketch.rule("maybe", when: .reads(doubt), [.caution(.package(.package(one)))])
        sketch.rule("sure", [.caution(.package(.package(other)))])
        let cautions = sketch.answer().cautions
        #expect(cautions.map(\.verdict) == [.yes, .open])
        #expect(cautions.last?.asks == [.diagnostic(doubt)])
    }

    @Test func `what is in force and should go is withdrawn with its partners`() {
        var sketch = Sketch()
        let (news, subsidy) = (sketch.package("news"), sketch.package("subsidy"))
        sketch.rule("go", [.withdraw(.package(news), jointlyWith: [.package(subsidy)])])
        #expect(sketch.answer().withdrawals.isEmpty)
        sketch.now.inForce[news] = .yes
        let withdrawals = sketch.answer().withdrawals
        #expect(withdrawals.map(\.package) == [news])
        #expect(withdrawals.first?.jointlyWith == [subsidy])
    }

    @Test func `a dispute that touches the programme's claims says what it turns on`() {
        var sketch = Sketch()
        let goal = sketch.diagnostic("goal")
        let (grants, fees) = (sketch.claim("grants"), sketch.claim("fees"))
        sketch.rules.disputes = [
            Dispute(
                name: "who-pays",
                sides: [
                    Dispute.Side(claims: [grants], summary: "scale"),
                    Dispute.Side(claims: [fees], summary: "care"),
                ],
                turnsOn: [.diagnostic(goal)])
        ]
        let network = sketch.advised("network", from: [fees])
        let dispute = sketch.answer().disputes.first
        #expect(dispute?.sides == [1])
        #expect(dispute?.packages == [network])
        #expect(dispute?.turnsOn.first?.figure?.possible == .yesOrNo)
    }

    @Test func `reports carry their figures`() {
        var sketch = Sketch()
        let (one, other) = (sketch.diagnostic("one"), sketch.diagnostic("other"))
        sketch.rules.reports = [
            Report(name: "signs", title: "Signs", expression: .countOf([.reads(one), .reads(other)]))
        ]
        sketch.now.readings[one] = .yes
        #expect(sketch.answer().reports.map(\.figure.possible) == [.ticks(1, 2)])
    }
}
