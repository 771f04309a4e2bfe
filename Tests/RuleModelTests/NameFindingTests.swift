import RuleModel
import Testing

@Suite struct NameFindingTests {
    @Test func `a misspelt name is offered as it is declared`() {
        let finding = Sample.findings(
            "rule r { when trsut is high  conclude ready  because \"so\"  from C1 }"
        ).first
        #expect(finding?.code == "unknown-name")
        #expect(finding?.message == "no diagnostic, concept or classification is called `trsut`")
        #expect(finding?.label == "did you mean `trust`?")
        #expect(finding?.suggestion?.replacement == "trust")
        #expect(finding?.notes.first?.place.file == "vocabulary.rules")
    }

    @Test func `a name unlike any other is not guessed at`() {
        let finding = Sample.findings("rule r { when weather  conclude ready  because \"so\"  from C1 }")
            .first
        #expect(finding?.label == "nothing has this name")
        #expect(finding?.suggestion == nil)
    }

    @Test func `one undeclared name in two places is one finding with a note`() {
        let findings = Sample.findings(
            "rule r { when zebra and not zebra  conclude ready  because \"so\"  from C1 }")
        #expect(findings.count == 1)
        #expect(findings.first?.notes.map(\.label) == ["also here"])
    }

    @Test func `a member's reading is looked for among the member's own`() {
        #expect(
            Sample.complaints(when: "some channel C where governd of C is tight") == [
                "unknown-name: a channel has no reading called `governd`"
            ])
    }

    @Test func `a concept where a package belongs is of the wrong kind`() {
        #expect(
            Sample.complaints("rule r { recommend ready  because \"so\"  from C1 }") == [
                "wrong-kind: `ready` is a concept, and a package belongs here"
            ])
    }

    @Test func `a name declared twice is told at the second with the first beside it`() {
        let finding = Sample.findings("concept calm \"Calm\"  concept calm \"Again\"").first
        #expect(finding?.code == "duplicate-name")
        #expect(finding?.message == "`calm` is declared twice")
        #expect(finding?.notes.count == 1)
    }

    @Test func `a variable that nothing binds is free`() {
        #expect(
            Sample.complaints(when: "side of P is supply") == ["free-variable: `P` stands for nothing here"])
    }

    @Test func `a member's concept needs a member`() {
        #expect(
            Sample.complaints(when: "captive") == [
                "unbound-member: `captive` is said of a channel, and none is meant here"
            ])
    }

    @Test func `a member's concept is concluded for each member only`() {
        #expect(
            Sample.complaints("rule r { when ready  conclude captive  because \"so\"  from C1 }") == [
                "member-concept-without-for-each: `captive` is said of a channel, and of which one is not said"
            ])
    }

    @Test func `a fault of a declaration is not told again where it is used`() {
        let complaints = Sample.complaints(
            "diagnostic heat: degre  rule r { when heat is high  conclude ready  because \"so\"  from C1 }")
        #expect(complaints == ["unknown-name: no scale or choice is called `degre`"])
    }
}
