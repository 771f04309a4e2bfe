import RuleModel
import Testing

/// A wrong belief is told as a rule, and stands apart from the rules.
@Suite struct MisconceptionTests {
    @Test func `a misconception is built with the cases that would unsettle it, and is no rule`() {
        let built = Sample.build(
            "misconception money-first \"Money first\" { when trust is none  recommend loans  because \"so\"  from C1  unsettled-by valley, hills }"
        )
        #expect(built.rules.rules.isEmpty)
        #expect(built.rules.misconceptions.map(\.name) == ["money-first"])
        #expect(built.rules.misconceptions.first?.unsettledBy == ["valley", "hills"])
        #expect(built.rules.misconceptions.first?.rule.conclusions.count == 1)
    }

    @Test func `a misconception puts no package and no diagnostic to use`() {
        let belief = "misconception m { when open-market  recommend loans  because \"so\"  from C1 }"
        let with = Sample.build(belief).findings.filter(\.isAboutUse).map(\.message)
        #expect(with.contains { $0.contains("`loans`") })
        #expect(with.contains { $0.contains("`open-market`") })
        #expect(!with.contains { $0.contains("`C1`") })
    }

    @Test func `a misconception without a claim is complained about by its own name`() {
        let finding = Sample.findings("misconception m { recommend loans  because \"so\" }").first
        #expect(finding?.code == "rule-without-claim")
        #expect(finding?.message == "the misconception `m` names no claim that it stands on")
    }

    @Test func `a misconception does not ask what is recommended`() {
        let findings = Sample.findings(
            "misconception m { when orders is recommended  recommend loans  because \"so\"  from C1 }")
        #expect(findings.map(\.code) == ["unexpected-text"])
        #expect(
            Sample.build("misconception m { recommend loans  because \"so\" }").rules.misconceptions.count
                == 1)
    }

    @Test func `the rules of believers stand behind the others, whose places stay`() {
        let rules = Sample.build(
            "rule r { when open-market  conclude ready  because \"so\"  from C1 } misconception a { recommend loans  because \"so\"  from C1 }"
        ).rules
        #expect(rules.believing.rules.map(\.name) == ["r", "a"])
        #expect(rules.rule(of: ID<Misconception>(0)).index == 1)
    }

    @Test func `a belief counts for the digest of the rules`() {
        let belief = "misconception m { recommend loans  because \"so\"  from C1 }"
        #expect(digest(of: Sample.build(belief).rules) != digest(of: Sample.build("").rules))
    }
}
