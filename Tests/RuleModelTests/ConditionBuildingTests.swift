import RuleModel
import Testing

@Suite struct ConditionBuildingTests {
    private let rules = Sample.build("").rules
    private func diagnostic(_ name: String) -> Expression {
        .diagnostic(ID(rules.diagnostics.firstIndex { $0.name == name } ?? -1))
    }

    @Test func `a literal bound is a set`() {
        #expect(
            Sample.condition("share above 70%")
                == .lies(diagnostic("share"), in: .ticks(700_001, 1_000_000), Threshold()))
    }

    @Test func `a bound by another reading compares the two`() {
        #expect(
            Sample.condition("share above largest of weight of channels")
                == .compares(
                    diagnostic("share"), .above,
                    .fold(
                        .largest, ID(rules.attributes.firstIndex { $0.name == "weight" } ?? -1),
                        Members(collection: ID(0), variable: Variable(0)), where: nil)))
    }

    @Test func `a name in a member's scope is the member's first`() {
        let condition = Sample.condition("some channel where own-design and open-market")
        // `where` takes one condition: the second is asked of the cluster.
        let own = ID<Attribute>(rules.attributes.firstIndex { $0.name == "own-design" } ?? -1)
        #expect(
            condition
                == .all([
                    .some(
                        Members(collection: ID(0), variable: Variable(0)),
                        .holds(.attribute(own, of: Variable(0)))),
                    .holds(diagnostic("open-market")),
                ]))
    }

    @Test func `a nested collection ranges over its parent's members`() {
        let condition = Sample.condition(
            "some channel where (some visit where length above 1 day judgement \"j\")")
        guard case .some(_, .some(let visits, _)?)? = condition else {
            Issue.record("not two quantifiers")
            return
        }
        #expect(visits.parent == Variable(0))
        #expect(visits.variable == Variable(1))
    }

    @Test func `was and is look at the stage before and at this one`() {
        #expect(
            Sample.condition("trust was little and is high")
                == .all([
                    .previously(.lies(diagnostic("trust"), in: .members(0b00010), Threshold())),
                    .lies(diagnostic("trust"), in: .members(0b10000), Threshold()),
                ]))
    }

    @Test func `no is not some`() {
        #expect(
            Sample.condition("no channel")
                == .not(.some(Members(collection: ID(0), variable: Variable(0)), nil)))
    }

    @Test func `a counted quantifier is a count with a bound`() {
        #expect(
            Sample.condition("exactly 2 channels")
                == .lies(
                    .count(Members(collection: ID(0), variable: Variable(0)), where: nil), in: .ticks(2, 2),
                    Threshold()))
    }

    @Test func `names in a package's own filter are the package's`() {
        let rule = Sample.build(
            "rule r { for each package P where side is supply  when age of P is 1 and fair of P  caution P  because \"so\"  from C1 }"
        ).rules.rules.first
        #expect(
            rule?.bindings.first?.filter
                == .lies(
                    .packageAttribute(ID(1), of: .variable(Variable(0))), in: .members(0b10), Threshold()))
        #expect(
            rule?.condition
                == .all([
                    .lens(ID(0), values: 0b01, of: .variable(Variable(0))),
                    .criterion(ID(0), of: .variable(Variable(0))),
                ]))
    }

    @Test func `the row of a table is a rule`() {
        let rule = Sample.build("table kind { columns trust, aim  row old high, - because \"so\" from C1 }")
            .rules.rules.first
        #expect(rule?.name == "kind-old")
        #expect(rule?.kind == .tableRow(table: "kind"))
        #expect(rule?.condition == .lies(diagnostic("trust"), in: .members(0b10000), Threshold()))
    }

    @Test func `choose with a bare number is exactly`() {
        let rule = Sample.build("rule r { choose 1 of { loans; orders }  because \"so\"  from C1 }").rules
            .rules.first
        #expect(rule?.conclusions == [.choose(.exactly, 1, of: [.package(ID(0)), .package(ID(1))])])
    }
}
