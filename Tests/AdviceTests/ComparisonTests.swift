import Advice
import Inference
import RuleModel
import Testing

@Suite struct ComparisonTests {
    private func side(_ sketch: Sketch, _ change: (inout AdviceRequest) -> Void = { _ in }) -> ComparedSide {
        var request = sketch.request
        request.asksQuestions = false
        change(&request)
        let evaluation = ReferenceEvaluation(
            rules: sketch.rules, history: request.history, excluding: request.excludedRules)
        return ComparedSide(request, answer: advise(request, evaluation), evaluation: evaluation)
    }

    private func cause(_ one: Sketch, _ other: Sketch) -> AdviceComparison.Cause? {
        compare([side(one), side(other)]).differences.first?.cause
    }

    @Test func `the one reading that makes the difference is found among many that differ`() {
        var sketch = Sketch()
        let decisive = sketch.diagnostic("decisive")
        let idle = (0..<5).map { sketch.diagnostic("idle-\($0)") }
        let fair = sketch.package("fair")
        sketch.rule("fairs", when: .reads(decisive), [.recommends(fair)])
        var other = sketch
        sketch.now.readings = [decisive: .no]
        other.now.readings = [decisive: .yes]
        for diagnostic in idle { other.now.readings[diagnostic] = .yes }
        #expect(cause(sketch, other) == .readings([[.place(.diagnostic(decisive))]]))
        #expect(cause(other, sketch) == .readings([[.place(.diagnostic(decisive))]]))
    }

    @Test func `where no single reading does it, the smallest sets are found, and all of them`() {
        var sketch = Sketch()
        let parts = (0..<3).map { sketch.diagnostic("part-\($0)") }
        let fair = sketch.package("fair")
        sketch.rule(
            "two-of-three", when: .listed(.atLeast, 2, of: parts.map { .reads($0) }), [.recommends(fair)])
        var other = sketch
        for part in parts {
            sketch.now.readings[part] = .no
            other.now.readings[part] = .yes
        }
        guard case .readings(let sets) = cause(sketch, other) else {
            Issue.record("no sets of readings")
            return
        }
        #expect(sets.count == 3 && sets.allSatisfy { $0.count == 2 })
    }

    @Test func `what is too much to search is thinned out, and said not to be the smallest`() {
        var sketch = Sketch()
        let parts = (0..<6).map { sketch.diagnostic("part-\($0)") }
        let fair = sketch.package("fair")
        sketch.rule("all", when: .all(parts.map { .reads($0) }), [.recommends(fair)])
        var other = sketch
        for part in parts {
            sketch.now.readings[part] = .no
            other.now.readings[part] = .yes
        }
        #expect(cause(sketch, other) == .notSmallest(parts.map { .place(.diagnostic($0)) }))
    }

    @Test func `the source of a reading is no difference`() {
        var sketch = Sketch()
        let grows = sketch.diagnostic("grows")
        let fair = sketch.package("fair")
        sketch.rule("fairs", when: .reads(grows), [.recommends(fair)])
        sketch.now.readings = [grows: .yes]
        var other = sketch
        other.now.readings[grows] = Reading(possible: .yes, note: "told elsewhere")
        let comparison = compare([side(sketch), side(other)])
        #expect(comparison.differing.isEmpty && comparison.differences.isEmpty)
        #expect(comparison.agreed == [fair])
    }

    @Test func `what a stage before said can make the difference`() {
        var sketch = Sketch()
        let grows = sketch.diagnostic("grows")
        let fair = sketch.package("fair")
        sketch.rule("fairs", when: .previously(.reads(grows)), [.recommends(fair)])
        var other = sketch
        sketch.before = [Situation(readings: [grows: .no])]
        other.before = [Situation(readings: [grows: .yes])]
        #expect(cause(sketch, other) == .readings([[.past]]))
    }

    @Test func `members that have other names are moved together`() {
        var sketch = Sketch()
        let buyers = sketch.collection("buyer")
        let demanding = sketch.attribute("demanding", of: buyers, .yesNo)
        let fair = sketch.package("fair")
        let variable = Variable(1)
        sketch.rule(
            "fairs",
            when: .some(
                Members(collection: buyers, variable: variable), .holds(.attribute(demanding, of: variable))),
            [.recommends(fair)])
        var other = sketch
        sketch.now.members[buyers] = [Member(name: "near", attributes: [demanding: .no])]
        sketch.now.closed = [buyers]
        other.now.members[buyers] = [Member(name: "far", attributes: [demanding: .yes])]
        #expect(cause(sketch, other) == .readings([[.members(buyers)]]))
        other.now.members[buyers] = [Member(name: "near", attributes: [demanding: .yes])]
        other.now.closed = [buyers]
        let member = MemberID(collection: buyers, index: 0)
        #expect(cause(sketch, other) == .readings([[.place(.attribute(demanding, member))]]))
    }

    @Test func `under two schools the readings are the same, and the school is named`() {
        var sketch = Sketch()
        sketch.rules.lenses = [
            Lens(name: "school", values: [NamedValue(name: "old"), NamedValue(name: "new")])
        ]
        let old = LensChoice(ID(0), value: 0)
        let fair = sketch.advised("fair", lens: old)
        let comparison = compare([
            side(sketch) { $0.lens = old }, side(sketch) { $0.lens = LensChoice(ID(0), value: 1) },
        ])
        #expect(comparison.differing.map(\.package) == [fair])
        #expect(comparison.differing[0].places[1] == .outOfSight)
        #expect(comparison.differences.map(\.cause) == [.lens])
    }

    @Test func `what is only kept out by a limit differs by what ranks above it`() {
        var sketch = Sketch()
        let grows = sketch.diagnostic("grows")
        let fair = sketch.advised("fair")
        let stand = sketch.package("stand")
        sketch.rule("stands", when: .reads(grows), [.recommends(stand, .firmly)])
        var other = sketch
        sketch.now.readings = [grows: .no]
        other.now.readings = [grows: .yes]
        let comparison = compare([
            side(sketch) { $0.atMost = 1 }, side(other) { $0.atMost = 1 },
        ])
        #expect(comparison.differences.first { $0.package == fair }?.cause == .selection)
        #expect(
            comparison.differences.first { $0.package == stand }?.cause
                == .readings([[.place(.diagnostic(grows))]]))
    }
}
