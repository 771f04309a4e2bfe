import Inference
import RuleModel
import Testing

@Suite struct StageTests {
    /// A count read at two stages.
    private func sketch(_ before: ValueSet, _ now: ValueSet, presumed: ValueSet? = nil) -> (
        Sketch, Expression
    ) {
        var sketch = Sketch()
        let diagnostic = sketch.diagnostic(.count(of: nil))
        sketch.read(diagnostic, before)
        sketch.nextStage()
        sketch.read(diagnostic, now, presumed: presumed)
        return (sketch, .diagnostic(diagnostic))
    }

    @Test(arguments: [
        (ValueSet.ticks(5, 9), ValueSet.ticks(10, 12), Verdict.yes, Verdict.no),
        (.ticks(5, 9), .ticks(9, 12), .open, .no),
        (.ticks(5, 9), .ticks(5, 5), .no, .open),
        (.ticks(7, 7), .ticks(7, 7), .no, .no),
        (.ticks(5, 9), .ticks(1, 4), .no, .yes),
        (.ticks(0, .max), .ticks(5, 5), .open, .open),
    ])
    func `a trend compares with the stage before`(
        before: ValueSet, now: ValueSet, rises: Verdict, falls: Verdict
    ) {
        let (sketch, expression) = sketch(before, now)
        #expect(sketch.verdict(.rising(expression)) == rises)
        #expect(sketch.verdict(.falling(expression)) == falls)
    }

    @Test func `a presumed value makes a presumed trend`() {
        let (sketch, expression) = sketch(.ticks(5, 5), .ticks(0, .max), presumed: .ticks(8, 8))
        #expect(sketch.verdict(.rising(expression)) == .presumablyYes)
        #expect(sketch.verdict(.falling(expression)) == .presumablyNo)
    }

    @Test func `the first stage told has nothing to compare with`() {
        var sketch = Sketch()
        let diagnostic = sketch.diagnostic(.count(of: nil))
        sketch.read(diagnostic, .ticks(3, 3))
        let expression = Expression.diagnostic(diagnostic)
        for condition in [
            Condition.rising(expression), .falling(expression), .previously(lies(diagnostic, .ticks(3, 3))),
        ] {
            #expect(sketch.verdict(condition) == .open)
        }
        #expect(sketch.verdict(.earlier(lies(diagnostic, .ticks(3, 3)))) == .open)
    }

    @Test func `previously asks the stage just before and earlier any`() {
        var sketch = Sketch()
        let diagnostic = sketch.diagnostic()
        for value in [ValueSet.yes, .no, .no] {
            sketch.read(diagnostic, value)
            sketch.nextStage()
        }
        let holds = Condition.holds(.diagnostic(diagnostic))
        #expect(sketch.verdict(.previously(holds)) == .no)
        #expect(sketch.verdict(.earlier(holds)) == .yes)
        // What was before the first stage is not told.
        #expect(sketch.verdict(.earlier(.all([]))) == .yes)
        #expect(sketch.verdict(.earlier(.any([]))) == .open)
    }

    @Test func `an earlier stage is asked for what its own rules conclude`() {
        var sketch = Sketch()
        let diagnostic = sketch.diagnostic()
        let concept = sketch.concept()
        let package = sketch.package()
        sketch.rule(when: .holds(.diagnostic(diagnostic)), .concept(concept, of: .cluster))
        sketch.rule(
            when: .previously(.concept(concept, of: .cluster)),
            .recommend(.package(package), Recommendation()))
        sketch.read(diagnostic, .yes)
        sketch.nextStage()
        sketch.read(diagnostic, .no)
        #expect(sketch.verdict(.concept(concept, member: nil)) == .no)
        #expect(sketch.verdict(.recommended(package)) == .yes)
    }

    @Test func `members are the same by name from stage to stage`() {
        var sketch = Sketch()
        let channels = sketch.collection()
        let share = sketch.attribute(.percent(of: "output"), of: channels)
        let growing = sketch.concept(of: channels)
        sketch.rule(
            for: [Rule.Binding(variable: x, range: .members(channels, parent: nil))],
            when: .rising(.attribute(share, of: x)), .concept(growing, of: .member(x)))
        sketch.member(channels, [share: exactly(50)], name: "b")
        sketch.nextStage()
        sketch.situation.members = [:]
        let new = sketch.member(channels, [share: exactly(90)], name: "a")
        let known = sketch.member(channels, [share: exactly(60)], name: "b")
        #expect(sketch.verdict(.concept(growing, member: known)) == .yes)
        #expect(sketch.verdict(.concept(growing, member: new)) == .open)
    }
}
