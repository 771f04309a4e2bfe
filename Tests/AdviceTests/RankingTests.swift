import Inference
import RuleModel
import Testing

import Advice

@Suite struct RankingTests {
    @Test func `a firm recommendation ranks before a plain one`() {
        var sketch = Sketch()
        let (plain, firm) = (sketch.advised("a-plain"), sketch.advised("b-firm", .firmly))
        let entries = sketch.answer().entries
        #expect(entries.map(\.package) == [firm, plain])
        #expect(entries.last?.placement.decidedBy == .strength)
        #expect(entries.last?.placement.behind == firm)
    }

    @Test func `what stands ranks before what stands provisionally, however firm`() {
        var sketch = Sketch()
        let doubt = sketch.diagnostic("doubt")
        let provisional = sketch.package("a-provisional")
        sketch.rule("provisional", unless: [.reads(doubt)], [.recommends(provisional, .firmly)])
        let standing = sketch.advised("b-standing", .tentatively)
        #expect(sketch.answer().entries.map(\.package) == [standing, provisional])
    }

    @Test func `strength counts only from rules that reach the verdict`() {
        var sketch = Sketch()
        let doubt = sketch.diagnostic("doubt")
        let package = sketch.advised("package", .tentatively)
        sketch.rule("stronger", unless: [.reads(doubt)], [.recommends(package, .firmly)])
        #expect(sketch.answer().entries.map(\.strength) == [.tentatively])
    }

    @Test func `criteria are compared one by one`() {
        var sketch = Sketch()
        let (first, second) = (sketch.criterion("first"), sketch.criterion("second"))
        let late = sketch.advised("a-late", meets: [second])
        let early = sketch.advised("b-early", meets: [first])
        let entries = sketch.answer().entries
        #expect(entries.map(\.package) == [early, late])
        #expect(entries.last?.placement.decidedBy == .criterion(first))
    }

    @Test func `restatements count as one piece of evidence`() {
        var sketch = Sketch()
        let told = sketch.claim("told")
        let retold = sketch.claim("retold", restates: [told])
        let other = sketch.claim("other")
        let once = sketch.advised("a-once", from: [told, retold])
        let twice = sketch.advised("b-twice", from: [told, other])
        let entries = sketch.answer().entries
        #expect(entries.map(\.package) == [twice, once])
        #expect(entries.map(\.evidence.independent) == [2, 1])
        #expect(entries.last?.placement.decidedBy == .evidence)
    }

    @Test func `the weakest and the strongest evidence are told`() {
        var sketch = Sketch()
        let claims = [sketch.claim("a", firmness: .hypothesis), sketch.claim("b", firmness: .strong)]
        _ = sketch.advised("package", from: claims)
        let evidence = sketch.answer().entries.first?.evidence
        #expect(evidence?.weakest == .hypothesis)
        #expect(evidence?.strongest == .strong)
    }

    @Test func `advice that rests only on the case's own story is marked in-sample`() {
        var sketch = Sketch()
        let own = sketch.claim("own", fromCases: ["sample"])
        let retold = sketch.claim("retold", restates: [own])
        let elsewhere = sketch.claim("elsewhere", fromCases: ["other"])
        _ = sketch.advised("a", from: [own, retold])
        _ = sketch.advised("b", from: [own, elsewhere])
        let entries = sketch.answer().entries.sorted { $0.package < $1.package }
        #expect(entries.map(\.evidence.isInSample) == [true, false])
    }

    @Test func `a case's own rules can be left out`() {
        var sketch = Sketch()
        let own = sketch.claim("own", fromCases: ["sample"])
        _ = sketch.advised("a", from: [own])
        #expect(sketch.answer { $0.leavesOutOwnRules = true }.entries.isEmpty)
    }

    @Test func `a lens keeps the chosen value and what states none`() {
        var sketch = Sketch()
        sketch.rules.lenses = [
            Lens(name: "school", values: [NamedValue(name: "old"), NamedValue(name: "new")])
        ]
        let (old, new) = (LensChoice(ID(0), value: 0), LensChoice(ID(0), value: 1))
        _ = sketch.advised("old", lens: old)
        let kept = [sketch.advised("new", lens: new), sketch.advised("plain")]
        let byOldRule = sketch.package("by-old-rule")
        sketch.rule("old-rule", [.recommends(byOldRule)], lens: old)
        #expect(sketch.answer { $0.lens = new }.entries.map(\.package) == kept)
        #expect(sketch.answer { $0.lens = old }.entries.map(\.package).contains(byOldRule))
    }

    @Test func `without any difference the name decides`() {
        var sketch = Sketch()
        let packages = [sketch.advised("a"), sketch.advised("b")]
        let entries = sketch.answer().entries
        #expect(entries.map(\.package) == packages)
        #expect(entries.map(\.placement.decidedBy) == [nil, .name])
    }
}
