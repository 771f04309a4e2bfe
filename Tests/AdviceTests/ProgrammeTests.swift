import Inference
import RuleModel
import Testing

import Advice

@Suite struct ProgrammeTests {
    @Test func `sequence orders packages into phases against their rank`() {
        var sketch = Sketch()
        let (late, early) = (sketch.advised("late", .firmly), sketch.advised("early"))
        sketch.rule("order", [.sequences(early, before: late)])
        let answer = sketch.answer()
        #expect(answer.programme.map { $0.entries.map(\.package) } == [[early], [late]])
        #expect(answer.entries.map(\.number) == [1, 2])
        #expect(answer.entries.map(\.placement.rank) == [2, 1])
        #expect(answer.entries.map(\.placement.isMovedByOrder) == [true, true])
        #expect(answer.entries.last?.after.map(\.package) == [early])
    }

    @Test func `what is required comes first`() {
        var sketch = Sketch()
        let (orders, association) = (sketch.advised("orders", .firmly), sketch.advised("association"))
        sketch.rule("first", [.requires(association, before: orders)])
        let answer = sketch.answer()
        #expect(answer.programme.map { $0.entries.map(\.package) } == [[association], [orders]])
        #expect(answer.entries.last?.after.map(\.kind) == [.require])
    }

    @Test func `a cycle leaves its members side by side and shows a chain`() {
        var sketch = Sketch()
        let packages = ["a", "b", "c", "d"].map { sketch.advised($0) }
        sketch.rule(
            "round",
            [
                .sequences(packages[0], before: packages[1]), .sequences(packages[1], before: packages[2]),
                .sequences(packages[2], before: packages[0]), .sequences(packages[2], before: packages[3]),
            ])
        let answer = sketch.answer()
        #expect(
            answer.programme.map { $0.entries.map(\.package) } == [Array(packages[0...2]), [packages[3]]])
        #expect(answer.cycles.map(\.packages) == [Array(packages[0...2])])
        let chain = answer.cycles.first?.chain ?? []
        #expect(chain.map(\.package) == Array(packages[0...2]))
        #expect(chain.map(\.before) == [packages[1], packages[2], packages[0]])
    }

    @Test func `a package put before itself is no cycle`() {
        var sketch = Sketch()
        let package = sketch.advised("package")
        sketch.rule("itself", [.sequences(package, before: package)])
        let answer = sketch.answer()
        #expect(answer.cycles.isEmpty)
        #expect(answer.entries.first?.after.isEmpty == true)
    }

    @Test func `choosing at most one keeps the best ranked option`() {
        var sketch = Sketch()
        let (one, other) = (sketch.advised("one"), sketch.advised("other", .firmly))
        sketch.rule("either", [.chooses(.atMost, 1, of: [one, other])])
        let answer = sketch.answer()
        #expect(answer.entries.map(\.package) == [other])
        #expect(answer.leftOut.map(\.cause) == [.choice(0)])
        #expect(answer.choices.first?.options.map(\.isKept) == [true, false])
    }

    @Test func `choosing at least one keeps every option that is advised`() {
        var sketch = Sketch()
        let (one, other) = (sketch.package("one"), sketch.package("other"))
        sketch.rule("some", [.chooses(.atLeast, 1, of: [one, other])])
        let answer = sketch.answer()
        #expect(answer.entries.map(\.package) == [one, other])
        #expect(answer.entries.map(\.choices) == [[0], [0]])
    }

    @Test func `a preferred package displaces another of no higher status`() {
        var sketch = Sketch()
        let (one, other) = (sketch.advised("one"), sketch.advised("other", .firmly))
        sketch.rule("prefer", [.prefers(one, over: other)])
        let answer = sketch.answer()
        #expect(answer.entries.map(\.package) == [one])
        guard case .preferred(one, verdict: .yes, _)? = answer.leftOut.first?.cause else {
            Issue.record("\(answer.leftOut)")
            return
        }
    }

    @Test func `a preferred package of lower status displaces nothing`() {
        var sketch = Sketch()
        let doubt = sketch.diagnostic("doubt")
        let one = sketch.package("one")
        sketch.rule("one", unless: [.reads(doubt)], [.recommends(one)])
        let other = sketch.advised("other")
        sketch.rule("prefer", [.prefers(one, over: other)])
        #expect(sketch.answer().entries.map(\.package) == [other, one])
    }

    @Test func `a displaced package displaces nothing`() {
        var sketch = Sketch()
        let packages = ["a", "b", "c"].map { sketch.advised($0) }
        sketch.rule(
            "prefer", [.prefers(packages[0], over: packages[1]), .prefers(packages[1], over: packages[2])])
        #expect(sketch.answer().entries.map(\.package) == [packages[0], packages[2]])
    }

    @Test func `preferences in a circle keep the best ranked`() {
        var sketch = Sketch()
        let (one, other) = (sketch.advised("one"), sketch.advised("other", .firmly))
        sketch.rule("prefer", [.prefers(one, over: other), .prefers(other, over: one)])
        #expect(sketch.answer().entries.map(\.package) == [other])
    }

    @Test func `a limit on places keeps the best ranked with what they require`() {
        var sketch = Sketch()
        let (orders, association) = (sketch.advised("orders", .firmly), sketch.advised("association"))
        let visits = sketch.advised("visits", .tentatively)
        sketch.rule("first", [.requires(association, before: orders)])
        #expect(sketch.answer { $0.atMost = 1 }.entries.map(\.package) == [association])
        let two = sketch.answer { $0.atMost = 2 }
        #expect(two.entries.map(\.package) == [association, orders])
        #expect(two.leftOut.map(\.package) == [visits])
        #expect(two.leftOut.map(\.cause) == [.atMost(2)])
        #expect(sketch.answer { $0.atMost = 0 }.entries.isEmpty)
    }

    @Test func `a limit on places keeps no second step without its first`() {
        var sketch = Sketch()
        let (quality, talks) = (sketch.advised("quality", .firmly), sketch.advised("talks"))
        sketch.rule("talks first", [.sequences(talks, before: quality)])
        #expect(sketch.answer { $0.atMost = 1 }.entries.map(\.package) == [talks])
        #expect(sketch.answer { $0.atMost = 2 }.entries.map(\.package) == [talks, quality])
    }

    @Test func `a package whose requirement was left out is left out with it`() {
        var sketch = Sketch()
        let (association, orders) = (sketch.advised("association"), sketch.advised("orders"))
        let rival = sketch.advised("rival", .firmly)
        sketch.rule("first", [.requires(association, before: orders)])
        sketch.rule("either", [.chooses(.atMost, 1, of: [association, rival])])
        let answer = sketch.answer()
        #expect(answer.entries.map(\.package) == [rival])
        #expect(answer.leftOut.map(\.cause) == [.choice(0), .requires(association)])
    }

    @Test func `every package stands in one place of the answer`() {
        var sketch = Sketch()
        let doubt = sketch.diagnostic("doubt")
        let kept = sketch.advised("kept")
        let waiting = sketch.package("waiting")
        sketch.rule("waiting", when: .reads(doubt), [.recommends(waiting)])
        _ = sketch.package("never")
        let harmful = sketch.package("harmful")
        sketch.rule("harm", [.against(harmful, .harmful)])
        let answer = sketch.answer()
        let all =
            answer.entries.map(\.package) + answer.waiting.map(\.package) + answer.withheld.map(\.package)
            + answer.notAdvised.map(\.package) + answer.leftOut.map(\.package)
            + answer.contested.map(\.package)
        #expect(all.sorted() == sketch.rules.packages.indices.map { ID($0) })
        #expect(answer.entries.map(\.package) == [kept])
    }

    @Test func `a criterion nothing meets is missing and its claims say why it matters`() {
        var sketch = Sketch()
        let why = sketch.claim("why")
        let criterion = sketch.criterion("collective", claims: [why])
        let package = sketch.advised("alone")
        let summary = sketch.answer().criteria.first
        #expect(summary?.criterion == criterion)
        #expect(summary?.isMissing == true)
        #expect(summary?.missingIn == [package])
        #expect(summary?.claims == [why])
    }

    @Test func `a stop test already met is told`() {
        var sketch = Sketch()
        let sales = sketch.diagnostic("sales", .percent(of: "output"))
        let package = sketch.advised("orders")
        sketch.rules.packages[package.index].stops = [Package.StopTest(condition: .atLeast(500_000, sales))]
        sketch.now.readings[sales] = .certain(.ticks(600_000, 600_000))
        #expect(sketch.answer().entries.first?.stops.map(\.verdict) == [.yes])
    }

    @Test func `roles that rules assign stand beside declared ones`() {
        var sketch = Sketch()
        let (state, bank) = (sketch.actor("state"), sketch.actor("bank"))
        sketch.rules.roles = [Role(name: "fund")]
        let package = sketch.advised("credit")
        sketch.rules.packages[package.index].roles = [Package.RoleHeld(role: ID(0), actor: state)]
        sketch.rule("bank-pays", [.assign(ID(0), of: .package(package), to: bank)])
        #expect(sketch.answer().entries.first?.roles.map(\.actor) == [state, bank])
    }

    @Test func `members a package is for are named`() {
        var sketch = Sketch()
        let makers = sketch.collection("maker")
        let small = sketch.attribute("small", of: makers, .yesNo)
        let package = sketch.package("credit")
        let maker = Variable(0)
        sketch.rule(
            "small-makers", each: [Rule.Binding(variable: maker, range: .members(makers, parent: nil))],
            when: .holds(.attribute(small, of: maker)),
            [.recommend(.package(package), Recommendation(targeting: maker))])
        sketch.now.members[makers] = [
            Member(name: "large", attributes: [small: .no]),
            Member(name: "little", attributes: [small: .yes]),
        ]
        #expect(sketch.answer().entries.first?.targets.map(\.name) == ["little"])
    }

    @Test func `attributes nobody states are listed as unstated`() {
        var sketch = Sketch()
        sketch.rules.packageAttributes = [
            PackageAttribute(name: "cost", measurement: Measurement(type: .duration))
        ]
        _ = sketch.advised("orders")
        let attributes = sketch.answer().entries.first?.attributes
        #expect(attributes?.count == 1)
        #expect(attributes?.first?.value == nil)
    }
}
