import Advice
import Inference
import RuleModel
import Testing

@Suite struct OverrideTests {
    private func decided(_ kind: Stage.Override.Kind, _ package: ID<Package>) -> Stage.Override {
        Stage.Override(kind, package, reason: "it is so", by: "an adviser")
    }

    @Test func `a rejected package leaves the programme, and what the rules say of it stays told`() {
        var sketch = Sketch()
        let fair = sketch.advised("fair", .firmly)
        let credit = sketch.advised("credit")
        let answer = sketch.answer { $0.overrides = [decided(.reject, fair)] }
        #expect(answer.entries.map(\.package) == [credit])
        #expect(answer.leftOut.map(\.package) == [fair])
        #expect(answer.leftOut.map(\.cause) == [.rejected])
        #expect(answer.overrides.map(\.rules) == [.advised(.stands, rank: 1)])
    }

    @Test func `what requires a rejected package is left out with it`() {
        var sketch = Sketch()
        let fair = sketch.advised("fair")
        let credit = sketch.advised("credit")
        sketch.rule("credit-first", [.requires(credit, before: fair)])
        let answer = sketch.answer { $0.overrides = [decided(.reject, credit)] }
        #expect(answer.entries.isEmpty)
        #expect(answer.leftOut.first { $0.package == fair }?.cause == .requires(credit))
    }

    @Test func `a rejected package makes place for another`() {
        var sketch = Sketch()
        let fair = sketch.advised("fair", .firmly)
        let credit = sketch.advised("credit")
        let answer = sketch.answer {
            $0.atMost = 1
            $0.overrides = [decided(.reject, fair)]
        }
        #expect(answer.entries.map(\.package) == [credit])
    }

    @Test func `an added package is not among what the rules advise`() {
        var sketch = Sketch()
        let fair = sketch.package("fair")
        let answer = sketch.answer { $0.overrides = [decided(.add, fair)] }
        #expect(answer.entries.isEmpty)
        #expect(answer.notAdvised.map(\.package) == [fair])
        #expect(answer.overrides.map(\.rules) == [.doesNotApply])
    }

    @Test func `an added package that would do harm is told with the objection`() {
        var sketch = Sketch()
        let subsidy = sketch.package("subsidy")
        let objecting = sketch.rule("harm", [.against(subsidy, .harmful)])
        let answer = sketch.answer { $0.overrides = [decided(.add, subsidy)] }
        guard case .against(.harmful, let reasons) = answer.overrides.first?.rules else {
            Issue.record("not told as harmful")
            return
        }
        #expect(reasons.map(\.rule) == [objecting])
    }

    @Test func `a contested package that is added comes into the programme as contested`() {
        var sketch = Sketch()
        let subsidy = sketch.advised("subsidy")
        sketch.rule("harm", [.against(subsidy, .harmful)])
        #expect(sketch.answer().entries.isEmpty)
        let answer = sketch.answer { $0.overrides = [decided(.add, subsidy)] }
        #expect(answer.entries.map(\.package) == [subsidy])
        #expect(answer.entries.map(\.isContested) == [true])
        #expect(answer.contested.map(\.isTakenIn) == [true])
    }

    @Test func `no verdict changes by what an adviser decides`() {
        var sketch = Sketch()
        let fair = sketch.advised("fair")
        let credit = sketch.package("credit")
        sketch.rule("after-fair", when: .recommended(.package(fair)), [.recommends(credit)])
        let answer = sketch.answer { $0.overrides = [decided(.reject, fair)] }
        #expect(answer.entries.map(\.package) == [credit])
    }
}
