import Inference
import RuleModel
import Testing

@Suite struct RuleTests {
    @Test func `a rule has the smaller verdict of its condition and its exceptions`() {
        for condition in Verdict.allCases {
            for exception in Verdict.allCases {
                var sketch = Sketch()
                let package = sketch.package()
                let (when, unless) = (sketch.condition(condition), sketch.condition(exception))
                sketch.rule(when: when, unless: [unless], .recommend(.package(package), Recommendation()))
                let absent = exception == .open ? 1 : -exception.rawValue
                #expect(sketch.verdict(.recommended(package)).rawValue == min(condition.rawValue, absent))
            }
        }
    }

    @Test func `an exception nobody mentioned makes advice provisional`() {
        var sketch = Sketch()
        let package = sketch.package()
        let captive = sketch.diagnostic()
        sketch.rule(unless: [.holds(.diagnostic(captive))], .recommend(.package(package), Recommendation()))
        #expect(sketch.verdict(.recommended(package)) == .presumablyYes)
        #expect(sketch.evaluate().applications(drawing: .recommended(package)).map(\.presumedAbsent) == [[0]])
    }

    @Test func `a conclusion has the greatest verdict of the rules that draw it`() {
        var sketch = Sketch()
        let concept = sketch.concept()
        for verdict in [Verdict.no, .presumablyYes, .open] {
            sketch.rule(when: sketch.condition(verdict), .concept(concept, of: .cluster))
        }
        #expect(sketch.verdict(.concept(concept, of: .cluster)) == .presumablyYes)
    }

    @Test func `a decided concept without support is no and one by signs is open`() {
        for verdict in Verdict.allCases {
            var sketch = Sketch()
            let decided = sketch.concept()
            let bySigns = sketch.concept(bySigns: true)
            let undrawn = sketch.concept(bySigns: true)
            let condition = sketch.condition(verdict)
            sketch.rule(when: condition, .concept(decided, of: .cluster), .concept(bySigns, of: .cluster))
            #expect(sketch.verdict(.concept(decided, of: .cluster)) == verdict)
            #expect(sketch.verdict(.concept(bySigns, of: .cluster)) == max(.open, verdict))
            #expect(sketch.verdict(.concept(undrawn, of: .cluster)) == .open)
        }
    }

    @Test func `a case's statement replaces the verdict of the rules, downstream too`() {
        for stated in Verdict.allCases {
            var sketch = Sketch()
            let concept = sketch.concept()
            let package = sketch.package()
            sketch.rule(when: sketch.condition(.yes), .concept(concept, of: .cluster))
            sketch.rule(
                when: .concept(concept, of: .cluster), .recommend(.package(package), Recommendation()))
            sketch.situation.statements.concepts[concept] = reading(stated)
            #expect(sketch.verdict(.recommended(package)) == stated)
            let proof = sketch.evaluate().proof(of: .concept(concept, member: nil))
            guard case .fact(let step) = proof.steps[proof.root].content else { return }
            #expect(step.statement == reading(stated))
            #expect(step.verdictByRules == .yes)
        }
    }

    @Test func `a stated single classification is a reading over its values`() {
        var sketch = Sketch()
        let type = sketch.classification(3)
        sketch.situation.statements.classifications[type] = Reading(
            possible: .members(0b011), presumed: .members(0b001))
        #expect(
            (0..<3).map { sketch.verdict(.classification(type, value: $0, of: .cluster)) }
                == [.presumablyYes, .presumablyNo, .no])
    }

    @Test func `a stated value of a several classification settles that value only`() {
        var sketch = Sketch()
        let failure = sketch.classification(2, several: true)
        sketch.rule(when: sketch.condition(.open), .classification(failure, value: 0, of: .cluster))
        sketch.rule(when: sketch.condition(.open), .classification(failure, value: 1, of: .cluster))
        sketch.situation.statements.classificationValues[ClassificationValue(failure, 1)] = reading(.yes)
        #expect(sketch.verdict(.classification(failure, value: 0, of: .cluster)) == .open)
        #expect(sketch.verdict(.classification(failure, value: 1, of: .cluster)) == .yes)
    }

    @Test func `the values of a contested classification keep their own verdicts`() {
        var sketch = Sketch()
        let type = sketch.classification(3)
        sketch.rule(when: sketch.condition(.yes), .classification(type, value: 0, of: .cluster))
        sketch.rule(when: sketch.condition(.presumablyYes), .classification(type, value: 2, of: .cluster))
        #expect(
            (0..<3).map { sketch.verdict(.classification(type, value: $0, of: .cluster)) }
                == [.yes, .no, .presumablyYes])
    }

    @Test func `rules chain whatever their order`() {
        var sketch = Sketch()
        let concepts = (0..<5).map { _ in sketch.concept() }
        for place in concepts.indices.dropFirst() {
            sketch.rule(
                when: .concept(concepts[place], of: .cluster), .concept(concepts[place - 1], of: .cluster))
        }
        sketch.rule(when: sketch.condition(.presumablyYes), .concept(concepts[4], of: .cluster))
        #expect(sketch.verdict(.concept(concepts[0], of: .cluster)) == .presumablyYes)
    }

    @Test func `facts that only support each other stay at the bottom`() {
        var sketch = Sketch()
        let left = sketch.concept()
        let right = sketch.concept()
        sketch.rule(when: .concept(right, of: .cluster), .concept(left, of: .cluster))
        sketch.rule(when: .concept(left, of: .cluster), .concept(right, of: .cluster))
        #expect(sketch.verdict(.concept(left, of: .cluster)) == .no)
        sketch.rule(when: sketch.condition(.open), .concept(right, of: .cluster))
        #expect(sketch.verdict(.concept(left, of: .cluster)) == .open)
    }

    @Test func `a loop through not ends nevertheless`() {
        var sketch = Sketch()
        let liar = sketch.concept()
        sketch.rule(when: .not(.concept(liar, of: .cluster)), .concept(liar, of: .cluster))
        #expect(sketch.verdict(.concept(liar, of: .cluster)) == sketch.verdict(.concept(liar, of: .cluster)))
    }

    @Test func `an excluded rule is not applied`() {
        var sketch = Sketch()
        let package = sketch.package()
        let rule = sketch.rule(.recommend(.package(package), Recommendation()))
        #expect(sketch.evaluate().verdict(of: .recommended(package)) == .yes)
        #expect(sketch.evaluate(excluding: [rule]).verdict(of: .recommended(package)) == .no)
        #expect(sketch.evaluate(excluding: [rule]).facts.isEmpty)
    }

    @Test func `without a history nothing is told`() {
        var sketch = Sketch()
        let evaluation = ReferenceEvaluation(rules: sketch.rules, history: [])
        #expect(evaluation.facts.isEmpty)
        let diagnostic = sketch.diagnostic()
        let told = ReferenceEvaluation(rules: sketch.rules, history: [])
        #expect(told.verdict(of: .holds(.diagnostic(diagnostic))) == .open)
    }
}
