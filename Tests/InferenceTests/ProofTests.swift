import Inference
import RuleModel
import Testing

@Suite struct ProofTests {
    private func fact(_ proof: Proof, _ place: Int? = nil) throws -> FactStep {
        guard case .fact(let step) = proof.steps[place ?? proof.root].content else {
            throw Missing(what: "a fact's step")
        }
        return step
    }

    private func condition(_ proof: Proof, _ place: Int) throws -> ConditionStep {
        guard case .condition(let step) = proof.steps[place].content else {
            throw Missing(what: "a condition's step")
        }
        return step
    }

    private struct Missing: Error { var what: String }

    @Test func `every rule that could draw the fact is there, deciding ones first, then the nearest miss`()
        throws
    {
        var sketch = Sketch()
        let concept = sketch.concept()
        let far = sketch.rule(
            when: .all([sketch.condition(.no), sketch.condition(.no)]), .concept(concept, of: .cluster))
        let near = sketch.rule(
            when: .all([sketch.condition(.no), .all([sketch.condition(.yes)])]),
            .concept(concept, of: .cluster))
        let open = sketch.rule(when: sketch.condition(.open), .concept(concept, of: .cluster))
        let defeated = sketch.rule(unless: [sketch.condition(.yes)], .concept(concept, of: .cluster))
        let evaluation = sketch.evaluate()
        let proof = evaluation.proof(of: .concept(concept, member: nil))
        #expect(try fact(proof).applications.map(\.rule) == [open, near, defeated, far])
        #expect(
            evaluation.applications(drawing: .concept(concept, member: nil)).map(\.rule) == [
                open, near, defeated, far,
            ])
    }

    @Test func `shared parts stand once`() throws {
        var sketch = Sketch()
        let concept = sketch.concept()
        let package = sketch.package()
        let shared = sketch.condition(.yes)
        sketch.rule(when: shared, .concept(concept, of: .cluster))
        for _ in 0..<2 {
            sketch.rule(
                when: .all([.concept(concept, of: .cluster), shared]),
                .recommend(.package(package), Recommendation()))
        }
        // Two facts, the `and`, the concept asked for, and the shared condition.
        #expect(sketch.evaluate().proof(of: .recommended(package)).steps.count == 5)
    }

    @Test func `facts in a circle have heights that break it`() throws {
        var sketch = Sketch()
        let (left, right) = (sketch.concept(), sketch.concept())
        sketch.rule(when: .concept(right, of: .cluster), .concept(left, of: .cluster))
        sketch.rule(when: .concept(left, of: .cluster), .concept(right, of: .cluster))
        sketch.rule(when: sketch.condition(.yes), .concept(right, of: .cluster))
        let proof = sketch.evaluate().proof(of: .concept(left, member: nil))
        let heights = try proof.steps.indices.compactMap { place -> Int? in
            guard case .fact = proof.steps[place].content else { return nil }
            return try fact(proof, place).height
        }
        #expect(heights == [2, 1])
    }

    @Test func `a fact at the bottom needs no height`() throws {
        var sketch = Sketch()
        let (decided, bySigns) = (sketch.concept(), sketch.concept(bySigns: true))
        sketch.rule(
            when: sketch.condition(.no), .concept(decided, of: .cluster), .concept(bySigns, of: .cluster))
        let evaluation = sketch.evaluate()
        #expect(try fact(evaluation.proof(of: .concept(decided, member: nil))).height == 0)
        #expect(try fact(evaluation.proof(of: .concept(bySigns, member: nil))).height == 0)
    }

    @Test func `a withdrawal names the step on being in force`() throws {
        var sketch = Sketch()
        let package = sketch.package()
        sketch.rule(.withdraw(.package(package), jointlyWith: []))
        sketch.situation.inForce[package] = reading(.presumablyYes)
        let proof = sketch.evaluate().proof(of: .withdrawn(package, jointlyWith: []))
        let application = try #require(try fact(proof).applications.first)
        #expect(application.verdict == .yes)
        let place = try #require(application.inForce)
        #expect(try condition(proof, place).grounds == .inForce(reading(.presumablyYes)))
        #expect(proof.steps[proof.root].verdict == .presumablyYes)
    }

    @Test func `a proof goes back into the earlier stage`() throws {
        var sketch = Sketch()
        let concept = sketch.concept()
        let diagnostic = sketch.diagnostic()
        sketch.rule(when: .holds(.diagnostic(diagnostic)), .concept(concept, of: .cluster))
        sketch.read(diagnostic, .yes)
        sketch.nextStage()
        sketch.read(diagnostic, .no)
        let proof = sketch.evaluate().proof(of: .previously(.concept(concept, of: .cluster)))
        let stages = proof.steps.compactMap { step -> Int? in
            if case .condition(let condition) = step.content { return condition.stage }
            return nil
        }
        #expect(stages == [1, 0, 0])
        #expect(proof.steps[proof.root].verdict == .yes)
    }

    @Test func `a proof names the readings it rests on`() throws {
        var sketch = Sketch()
        let diagnostic = sketch.diagnostic(.count(of: nil))
        sketch.read(diagnostic, .ticks(3, 5))
        let proof = sketch.evaluate().proof(of: lies(diagnostic, .ticks(1, 9)))
        guard case .figures(let figures) = try condition(proof, proof.root).grounds else {
            throw Missing(what: "figures")
        }
        #expect(figures.map(\.basis) == [.reading(Reading(possible: .ticks(3, 5)))])
    }

    @Test func `an unmentioned fact has a proof without rules`() throws {
        var sketch = Sketch()
        let package = sketch.package()
        let proof = sketch.evaluate().proof(of: .recommended(package))
        #expect(proof.steps.count == 1)
        #expect(try fact(proof).applications.isEmpty)
    }
}
