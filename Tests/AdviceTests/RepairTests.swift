import Inference
import RuleModel
import Testing

import Advice

@Suite struct RepairTests {
    @Test func `a reading that works through concepts that rest on each other is found`() {
        var sketch = Sketch()
        let sign = sketch.diagnostic("sign")
        let (first, second) = (sketch.concept("first"), sketch.concept("second"))
        let orders = sketch.package("orders")
        sketch.rule(
            "first", when: .any([.concept(second, of: .cluster), .reads(sign)]),
            [.concept(first, of: .cluster)])
        sketch.rule("second", when: .concept(first, of: .cluster), [.concept(second, of: .cluster)])
        sketch.rule("orders", when: .concept(second, of: .cluster), [.recommends(orders)])
        let evaluation = CompiledEvaluation(CompiledRules(sketch.rules), history: sketch.history)
        let answer = repair(sketch.request, evaluation, orders, toStand: true)
        #expect(answer.repairs.contains { $0.parts.map(\.place) == [.diagnostic(sign)] })
    }

    @Test func `a concept that is only required can be stated`() {
        var sketch = Sketch()
        let ready = sketch.concept("ready", bySigns: true)
        let orders = sketch.package("orders")
        sketch.rule("orders", [.recommends(orders)])
        sketch.rule("ready first", [.require(.concept(ready), before: .package(orders))])
        let evaluation = CompiledEvaluation(CompiledRules(sketch.rules), history: sketch.history)
        let answer = repair(sketch.request, evaluation, orders, toStand: true)
        #expect(answer.repairs.map { $0.parts.map(\.place) } == [[.concept(ready, nil)]])
    }

    @Test func `a trend from what was only presumed before can be told`() {
        var sketch = Sketch()
        let level = sketch.diagnostic("level", .number(of: "points"))
        let orders = sketch.package("orders")
        sketch.rule(
            "falling", when: .falling(.diagnostic(level)), [.recommends(orders)])
        var before = Situation()
        before.readings[level] = Reading(
            possible: .runs([.unbounded]), presumed: .ticks(12_500, 12_500), basis: .assumed)
        sketch.before = [before]
        let evaluation = CompiledEvaluation(CompiledRules(sketch.rules), history: sketch.history)
        let answer = repair(sketch.request, evaluation, orders, toStand: true)
        #expect(answer.repairs.map { $0.parts.map(\.place) } == [[.diagnostic(level)]])
    }
}
