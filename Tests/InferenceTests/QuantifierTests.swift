import Inference
import RuleModel
import Testing

@Suite struct QuantifierTests {
    private struct Group {
        var sketch = Sketch()
        let collection: ID<Collection>
        let passes: ID<Attribute>
        let meets: ID<Attribute>

        init(_ members: [(passes: Verdict, meets: Verdict)], listed: Bool) {
            collection = sketch.collection()
            passes = sketch.attribute(of: collection)
            meets = sketch.attribute(of: collection)
            for member in members {
                sketch.member(collection, [passes: reading(member.passes), meets: reading(member.meets)])
            }
            if listed { sketch.situation.closed = [collection] }
        }

        var members: Members { Members(collection: collection, variable: x) }
        var some: Condition { .some(members, .holds(.attribute(meets, of: x))) }
        var every: Condition {
            .every(members, filter: .holds(.attribute(passes, of: x)), .holds(.attribute(meets, of: x)))
        }
    }

    private func group(_ verdicts: Verdict..., listed: Bool = true) -> Group {
        Group(verdicts.map { (.yes, $0) }, listed: listed)
    }

    @Test func `some is the greatest member's verdict`() {
        let group = group(.no, .presumablyYes, .open)
        #expect(group.sketch.verdict(group.some) == .presumablyYes)
    }

    @Test func `some of an open-ended collection is at least open`() {
        let none = group(.no, listed: false)
        #expect(none.sketch.verdict(none.some) == .open)
        let one = group(.yes, listed: false)
        #expect(one.sketch.verdict(one.some) == .yes)
    }

    @Test func `every is the smallest member's verdict`() {
        let group = group(.yes, .presumablyYes, .presumablyNo)
        #expect(group.sketch.verdict(group.every) == .presumablyNo)
    }

    @Test func `every of an open-ended collection is at most open`() {
        let all = group(.yes, listed: false)
        #expect(all.sketch.verdict(all.every) == .open)
        let not = group(.yes, .no, listed: false)
        #expect(not.sketch.verdict(not.every) == .no)
    }

    @Test func `a member that the filter leaves out does not count against every`() {
        let group = Group([(.no, .no), (.open, .no), (.presumablyNo, .open)], listed: true)
        #expect(group.sketch.verdict(group.every) == .open)
    }

    @Test func `every mirrors some not`() {
        for passes in Verdict.allCases {
            for meets in Verdict.allCases {
                for listed in [true, false] {
                    let group = Group([(passes, meets)], listed: listed)
                    let someNot = Condition.some(
                        group.members,
                        .all([
                            .holds(.attribute(group.passes, of: x)),
                            .not(.holds(.attribute(group.meets, of: x))),
                        ]))
                    #expect(group.sketch.verdict(.not(group.every)) == group.sketch.verdict(someNot))
                }
            }
        }
    }

    @Test func `over an empty closed collection every holds and some does not`() {
        let group = group()
        #expect(group.sketch.verdict(group.every) == .yes)
        #expect(group.sketch.verdict(group.some) == .no)
    }

    @Test func `a proof that rests on emptiness says so`() {
        let group = group()
        let proof = group.sketch.evaluate().proof(of: group.every)
        guard case .condition(let step) = proof.steps[proof.root].content else {
            Issue.record("the proof of a condition is a condition's")
            return
        }
        #expect(step.grounds == .members([], isOpenEnded: false))
    }

    @Test func `some without a condition asks for a member at all`() {
        let none = group(listed: false)
        let one = group(.no)
        #expect(none.sketch.verdict(.some(none.members, nil)) == .open)
        #expect(one.sketch.verdict(.some(one.members, nil)) == .yes)
    }

    @Test func `members of a member are that member's only`() {
        var sketch = Sketch()
        let group = sketch.collection()
        let firm = sketch.collection(in: group)
        let active = sketch.attribute(of: firm)
        let first = sketch.member(group, listing: [firm])
        let second = sketch.member(group)
        sketch.member(firm, [active: reading(.yes)], in: first)
        sketch.member(firm, [active: reading(.no)], in: second)
        let idle = Condition.some(
            Members(collection: firm, variable: y, parent: x), .not(.holds(.attribute(active, of: y))))
        let idleGroup = sketch.concept(of: group)
        sketch.rule(
            for: [Rule.Binding(variable: x, range: .members(group, parent: nil))], when: idle,
            .concept(idleGroup, of: .member(x)))
        #expect(sketch.verdict(.concept(idleGroup, member: first)) == .no)
        #expect(sketch.verdict(.concept(idleGroup, member: second)) == .yes)
        // Nothing is known of the firms of a group that does not list them all.
        sketch.situation.members[firm]?[1].attributes[active] = reading(.yes)
        #expect(sketch.verdict(.concept(idleGroup, member: second)) == .open)
    }

    @Test func `nested members are all listed when every list is closed`() {
        var sketch = Sketch()
        let group = sketch.collection()
        let firm = sketch.collection(in: group)
        sketch.member(firm, in: sketch.member(group, listing: [firm]))
        let firms = Expression.count(Members(collection: firm, variable: x), where: nil)
        #expect(sketch.figure(firms).possible == .ticks(1, .max))
        sketch.situation.closed = [group]
        #expect(sketch.figure(firms).possible == .ticks(1, 1))
        sketch.member(group)
        #expect(sketch.figure(firms).possible == .ticks(1, .max))
        sketch.situation.closed = [firm]
        #expect(sketch.figure(firms).possible == .ticks(1, 1))
    }
}
