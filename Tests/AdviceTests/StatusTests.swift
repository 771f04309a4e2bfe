import Inference
import RuleModel
import Testing

import Advice

@Suite struct StatusTests {
    @Test func `a package whose condition is read stands`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .reads(buyer), [.recommends(orders)])
        sketch.now.readings[buyer] = .yes
        #expect(sketch.answer().entries.map(\.standing) == [.stands])
    }

    @Test func `an exception nobody mentioned makes advice provisional and is named`() {
        var sketch = Sketch()
        let captive = sketch.diagnostic("captive")
        let orders = sketch.package("orders")
        sketch.rule("orders", unless: [.reads(captive)], [.recommends(orders)])
        let entry = sketch.answer().entries.first
        #expect(entry?.standing == .provisional)
        #expect(entry?.presumedAbsent.map(\.presumption) == ["rarely so"])
    }

    @Test func `a presumed exception withholds advice by default and is named`() {
        var sketch = Sketch()
        let captive = sketch.diagnostic("captive")
        let orders = sketch.package("orders")
        sketch.rule("orders", unless: [.reads(captive)], [.recommends(orders)])
        sketch.now.readings[captive] = .presumablyYes
        let answer = sketch.answer()
        #expect(answer.withheld.map(\.package) == [orders])
        #expect(answer.withheld.first?.misses.first?.obstacles.map(\.condition) == [.reads(captive)])
        #expect(answer.notAdvised.isEmpty)
    }

    @Test func `an exception that certainly holds is not advice withheld but advice that does not apply`() {
        var sketch = Sketch()
        let captive = sketch.diagnostic("captive")
        let orders = sketch.package("orders")
        sketch.rule("orders", unless: [.reads(captive)], [.recommends(orders)])
        sketch.now.readings[captive] = .yes
        let answer = sketch.answer()
        #expect(answer.withheld.isEmpty)
        #expect(answer.notAdvised.map(\.kind) == [.doesNotApply])
        #expect(
            answer.notAdvised.first?.misses.first?.obstacles.first?.kind
                == .exception(presumption: "rarely so"))
    }

    @Test func `a package that needs a fact waits and says which`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .reads(buyer), [.recommends(orders)])
        let waiting = sketch.answer().waiting
        #expect(waiting.map(\.package) == [orders])
        #expect(waiting.first?.asks == [.diagnostic(buyer)])
        #expect(waiting.first?.misses.first?.obstacles.map(\.kind) == [.unknown])
    }

    @Test func `what a package requires lowers its status`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let (association, orders) = (sketch.package("association"), sketch.advised("orders"))
        sketch.rule("association", when: .reads(buyer), [.recommends(association)])
        sketch.rule("first", [.requires(association, before: orders)])
        #expect(sketch.answer().waiting.map(\.package) == [association, orders])
        sketch.now.readings[buyer] = .presumablyYes
        #expect(sketch.answer().entries.map(\.standing) == [.provisional, .provisional])
        sketch.now.readings[buyer] = .no
        #expect(sketch.answer().notAdvised.map(\.package) == [association, orders])
    }

    @Test func `a requirement counts only as far as it holds itself`() {
        var sketch = Sketch()
        let remote = sketch.diagnostic("remote")
        let (association, orders) = (sketch.package("association"), sketch.advised("orders"))
        sketch.rule("first", when: .reads(remote), [.requires(association, before: orders)])
        #expect(sketch.answer().waiting.map(\.package) == [orders])
        sketch.now.readings[remote] = .presumablyNo
        #expect(sketch.answer().entries.map(\.standing) == [.provisional])
        sketch.now.readings[remote] = .no
        #expect(sketch.answer().entries.map(\.standing) == [.stands])
    }

    @Test func `packages that require each other stand together`() {
        var sketch = Sketch()
        let (one, other) = (sketch.advised("one"), sketch.advised("other"))
        sketch.rule("both", [.requires(one, before: other), .requires(other, before: one)])
        #expect(sketch.answer().entries.map(\.standing) == [.stands, .stands])
    }

    @Test func `a concept can be required of a cluster`() {
        var sketch = Sketch()
        let trust = sketch.concept("trust", bySigns: true)
        let orders = sketch.advised("orders")
        sketch.rule("trust", [.require(.concept(trust), before: .package(orders))])
        let waiting = sketch.answer().waiting.first
        #expect(waiting?.prerequisites.map(\.effect) == [.open])
        #expect(waiting?.asks == [.concept(trust, nil)])
    }

    @Test func `recommended and advised against is contested and kept out of the programme`() {
        var sketch = Sketch()
        let orders = sketch.advised("orders")
        sketch.rule("harm", [.against(orders, .harmful)])
        let answer = sketch.answer()
        #expect(answer.entries.isEmpty)
        #expect(answer.contested.map(\.package) == [orders])
        #expect(answer.contested.first?.objections.map(\.objection) == [.harmful])
    }

    @Test func `a contested package can be taken in and ranks after the others`() {
        var sketch = Sketch()
        let (orders, visits) = (sketch.advised("orders", .firmly), sketch.advised("visits"))
        sketch.rule("harm", [.against(orders, .harmful)])
        let answer = sketch.answer { $0.takingIn = [orders] }
        #expect(answer.entries.map(\.package) == [visits, orders])
        #expect(answer.entries.last?.placement.decidedBy == .contested)
        #expect(answer.contested.first?.isTakenIn == true)
    }

    @Test func `what does not apply, would harm, is disputed and is not needed are kept apart`() {
        var sketch = Sketch()
        let packages = ["absent", "needless", "harmful", "disputed"].map { sketch.package($0) }
        for (package, objection) in zip(packages.dropFirst(), Objection.allCases) {
            sketch.rule("against-\(package.index)", [.against(package, objection)])
        }
        #expect(sketch.answer().notAdvised.map(\.kind) == [.doesNotApply, .notNeeded, .harmful, .disputed])
    }

    @Test func `the nearest miss comes first`() {
        var sketch = Sketch()
        let (buyer, price) = (sketch.diagnostic("buyer"), sketch.diagnostic("price"))
        let orders = sketch.package("orders")
        let far = sketch.rule("far", when: .all([.reads(buyer), .reads(price)]), [.recommends(orders)])
        let near = sketch.rule("near", when: .reads(price), [.recommends(orders)])
        sketch.now.readings = [buyer: .no, price: .no]
        let misses = sketch.answer().notAdvised.first?.misses
        #expect(misses?.map(\.reason.rule) == [near, far])
        #expect(misses?.map(\.obstacles.count) == [1, 2])
    }
}
