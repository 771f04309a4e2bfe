import Inference
import RuleModel
import Testing

@Suite struct TableColumnTests {
    @Test func `a number that is only compared with an earlier one is no number to keep in a table`() {
        var sketch = Sketch()
        let (trend, compared) = (sketch.diagnostic(.count(of: nil)), sketch.diagnostic(.count(of: nil)))
        let other = sketch.diagnostic(.count(of: nil))
        let concept = sketch.concept()
        sketch.rule(when: .rising(.diagnostic(trend)), .concept(concept, of: .cluster))
        sketch.rule(
            when: .compares(.diagnostic(compared), .above, .diagnostic(other)),
            .concept(concept, of: .cluster))
        let compiled = CompiledRules(sketch.rules)
        #expect(TableColumn(trend, in: compiled)?.isReadWhole == false)
        #expect(TableColumn(compared, in: compiled)?.isReadWhole == true)
        #expect(TableColumn(other, in: compiled)?.isReadWhole == true)
    }
}
