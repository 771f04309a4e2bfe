import Inference
import RuleModel
import Testing

@Suite struct ConclusionTests {
    @Test func `a conclusion about members has a verdict for each and a package their greatest`() {
        var sketch = Sketch()
        let makers = sketch.collection()
        let small = sketch.attribute(of: makers)
        let members = [Verdict.no, .presumablyYes, .open].map { sketch.member(makers, [small: reading($0)]) }
        let needy = sketch.concept(of: makers)
        let package = sketch.package()
        let each = [Rule.Binding(variable: x, range: .members(makers, parent: nil))]
        sketch.rule(for: each, when: .holds(.attribute(small, of: x)), .concept(needy, of: .member(x)))
        sketch.rule(
            for: each, when: .concept(needy, of: .member(x)),
            .recommend(.package(package), Recommendation(targeting: x)))
        #expect(members.map { sketch.verdict(.concept(needy, member: $0)) } == [.no, .presumablyYes, .open])
        #expect(members.map { sketch.verdict(.recommendedFor(package, $0)) } == [.no, .presumablyYes, .open])
        #expect(sketch.verdict(.recommended(package)) == .presumablyYes)
    }

    @Test func `the filter of a binding is a conjunct of the rule`() {
        var sketch = Sketch()
        let makers = sketch.collection()
        let small = sketch.attribute(of: makers)
        let needy = sketch.concept(of: makers)
        let member = sketch.member(makers, [small: reading(.open)])
        sketch.rule(
            for: [
                Rule.Binding(
                    variable: x, range: .members(makers, parent: nil),
                    filter: .holds(.attribute(small, of: x)))
            ], when: sketch.condition(.yes), .concept(needy, of: .member(x)))
        #expect(sketch.verdict(.concept(needy, member: member)) == .open)
    }

    @Test func `a choice recommends each of its options`() {
        var sketch = Sketch()
        let (first, second) = (sketch.package(), sketch.package())
        sketch.rule(
            when: sketch.condition(.presumablyYes),
            .choose(.atLeast, 1, of: [.package(second), .package(first)]))
        #expect(sketch.verdict(.choice(.atLeast, 1, of: [first, second])) == .presumablyYes)
        #expect(sketch.verdict(.recommended(first)) == .presumablyYes)
        #expect(sketch.verdict(.recommended(second)) == .presumablyYes)
    }

    @Test func `what is not in force cannot be withdrawn`() {
        for rule in Verdict.allCases {
            for inForce in Verdict.allCases {
                var sketch = Sketch()
                let package = sketch.package()
                sketch.rule(when: sketch.condition(rule), .withdraw(.package(package), jointlyWith: []))
                sketch.situation.inForce[package] = reading(inForce)
                #expect(sketch.verdict(.withdrawn(package, jointlyWith: [])) == min(rule, inForce))
            }
        }
    }

    @Test func `a withdrawal of what nobody says is in force is open`() {
        var sketch = Sketch()
        let package = sketch.package()
        sketch.rule(.withdraw(.package(package), jointlyWith: []))
        #expect(sketch.verdict(.withdrawn(package, jointlyWith: [])) == .open)
    }

    @Test func `rules range over packages and their attributes`() {
        var sketch = Sketch()
        let side = sketch.scale(2)
        sketch.rules.packageAttributes = [
            PackageAttribute(name: "side", measurement: Measurement(type: side))
        ]
        func attribute(_ mask: UInt64) -> [Package.AttributeValue] {
            [Package.AttributeValue(attribute: ID(0), value: .members(mask))]
        }
        let demand = sketch.package(attribute(0b01))
        let supply = sketch.package(attribute(0b10))
        let unstated = sketch.package()
        func on(_ variable: Variable, _ mask: UInt64) -> Rule.Binding {
            Rule.Binding(
                variable: variable, range: .packages,
                filter: .lies(
                    .packageAttribute(ID(0), of: .variable(variable)), in: .members(mask), Threshold()))
        }
        sketch.rule(for: [on(x, 0b01), on(y, 0b10)], .sequence(.variable(x), before: .variable(y)))
        #expect(sketch.verdict(.sequenced(demand, before: supply)) == .yes)
        #expect(sketch.verdict(.sequenced(supply, before: demand)) == .no)
        #expect(sketch.verdict(.sequenced(demand, before: unstated)) == .open)
    }

    @Test func `is recommended reads the verdict before advice against`() {
        var sketch = Sketch()
        let (package, follower) = (sketch.package(), sketch.package())
        sketch.rule(when: sketch.condition(.yes), .recommend(.package(package), Recommendation()))
        sketch.rule(when: sketch.condition(.yes), .adviseAgainst(.package(package), .harmful))
        sketch.rule(when: .recommended(.package(package)), .recommend(.package(follower), Recommendation()))
        #expect(sketch.verdict(.advisedAgainst(package, .harmful)) == .yes)
        #expect(sketch.verdict(.advisedAgainst(package, .disputed)) == .no)
        #expect(sketch.verdict(.recommended(follower)) == .yes)
    }

    @Test func `every kind of conclusion has its fact`() {
        var sketch = Sketch()
        let (first, second) = (sketch.package(), sketch.package())
        let concept = sketch.concept()
        let type = sketch.classification(2)
        let diagnostic = sketch.diagnostic()
        sketch.rules.measures = [Measure(name: "m", text: "", package: first)]
        sketch.rules.roles = [Role(name: "fund")]
        sketch.rules.actors = [Actor(name: "state")]
        sketch.rule(
            .concept(concept, of: .cluster), .classification(type, value: 1, of: .cluster),
            .recommend(.package(first), Recommendation(strength: .firmly)),
            .adviseAgainst(.package(second), .notNeeded), .caution(.package(.package(first))),
            .caution(.measure(ID(0))), .caution(.concept(concept)),
            .caution(.classification(type, value: nil)),
            .require(.package(.package(second)), before: .package(first)),
            .require(.concept(concept), before: .package(first)),
            .require(.diagnostic(diagnostic), before: .package(first)),
            .sequence(.package(first), before: .package(second)),
            .prefer(.package(first), over: .package(second)),
            .withdraw(.package(first), jointlyWith: [.package(second)]),
            .assign(ID(0), of: .package(first), to: ID(0)))
        let facts: [Fact] = [
            .concept(concept, member: nil), .classification(ClassificationValue(type, 1), member: nil),
            .recommended(first), .advisedAgainst(second, .notNeeded), .caution(.package(first)),
            .caution(.measure(ID(0))), .caution(.concept(concept)),
            .caution(.classification(type, value: nil)),
            .required(.package(second), before: first), .required(.concept(concept), before: first),
            .required(.diagnostic(diagnostic), before: first), .sequenced(first, before: second),
            .preferred(first, over: second), .withdrawn(first, jointlyWith: [second]),
            .assigned(ID(0), of: first, to: ID(0)),
        ]
        let evaluation = sketch.evaluate()
        #expect(evaluation.facts == facts)
        #expect(facts.map { evaluation.verdict(of: $0) }.filter { $0 == .yes }.count == facts.count - 1)
    }
}
