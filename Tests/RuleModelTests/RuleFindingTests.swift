import RuleModel
import Testing

@Suite struct RuleFindingTests {
    @Test func `a threshold that no cited claim states wants a judgement`() {
        #expect(
            Sample.complaints(when: "share at least 40%") == [
                "threshold-without-judgement: `at least 40%` rests on no figure of a cited claim"
            ])
    }

    @Test func `the figure of a cited claim needs no judgement`() {
        #expect(Sample.complaints(when: "share at least 70%").isEmpty)
    }

    @Test func `a claim may state several figures`() {
        let rule =
            "rule r { when share at least 40% and wait above 10 years conclude ready because \"so\" from C9 }"
        #expect(
            Sample.complaints("claim C9 at DOC \"9\" figure 40%, 10 years \"It says so.\" \(rule)").isEmpty)
    }

    @Test func `a test that expects nothing is told`() {
        #expect(
            Sample.complaints("test \"t\" { trust is high  expect { } }") == [
                "test-without-expectation: the test \"t\" expects nothing"
            ])
    }

    @Test func `an expectation does not put a diagnostic to use`() {
        #expect(
            Sample.complaints("diagnostic rain: yes/no  test \"t\" { rain  expect { rain } }") == [
                "unread-diagnostic: nothing reads the diagnostic `rain`"
            ])
    }

    @Test func `an exception says why it may be presumed absent`() {
        #expect(
            Sample.complaints(
                "rule r { when open-market  unless trust is high  conclude ready  because \"so\"  from C1 }"
            )
                == ["unless-without-presume: it is not said why this exception may be presumed absent"])
    }

    @Test func `a rule stands on claims and gives a reason`() {
        #expect(
            Sample.complaints("rule r { when open-market  conclude ready }") == [
                "rule-without-because: the rule `r` gives no reason",
                "rule-without-claim: the rule `r` names no claim that it stands on",
            ])
    }

    @Test func `a rule concludes something`() {
        #expect(
            Sample.complaints("rule r { when open-market  because \"so\"  from C1 }") == [
                "rule-without-conclusion: the rule `r` concludes nothing"
            ])
    }

    @Test func `a claim says where it stands`() {
        #expect(
            Sample.complaints("claim C9 firmness strong \"Said.\" { not-encoded history-only }") == [
                "claim-without-location: the claim `C9` does not say where it stands"
            ])
    }

    @Test func `a claim that nothing stands on is told unless it is excused`() {
        #expect(
            Sample.complaints(
                "claim C8 at DOC \"8\" \"a\"  claim C9 at DOC \"9\" \"b\" { not-encoded not-observable }")
                == ["unused-claim: nothing stands on the claim `C8`"])
    }

    @Test func `a claim retold is used with the one it retells`() {
        #expect(
            Sample.complaints(
                "claim C9 at DOC \"9\" restates C1 \"a\"  rule r { conclude ready because \"so\" from C1 }"
            ).isEmpty)
    }

    @Test func `a package no rule is about is told`() {
        #expect(
            Sample.complaints("package idle \"Idle\" { }") == [
                "unrecommended-package: no rule recommends, chooses or advises against `idle`"
            ])
    }

    @Test func `a diagnostic nothing reads is told`() {
        #expect(
            Sample.complaints("diagnostic rain: yes/no") == [
                "unread-diagnostic: nothing reads the diagnostic `rain`"
            ])
    }

    @Test func `phases in a circle never begin`() {
        let complaints = Sample.complaints(
            "package p \"P\" { phase a after b  phase b after a }  rule r { recommend p because \"so\" from C1 }"
        )
        #expect(complaints == ["unreachable-phase: the phase `a` can never begin"])
    }

    @Test func `a row has a cell for every column`() {
        #expect(
            Sample.complaints("table kind { columns trust, aim  row old high from C1 because \"so\" }").first
                == "wrong-number-of-cells: the row `old` has 1 cells for 2 columns")
    }

    @Test func `a loop through not is named whole and left out`() {
        let built = Sample.build(
            """
            concept a "A"  concept b "B"
            rule one { when not b  conclude a  because "so"  from C1 }
            rule two { when a  conclude b  because "so"  from C1 }
            """)
        let finding = built.findings.first { $0.code == "loop-through-not" }
        #expect(finding?.message == "`a` would have to be known before it can be concluded")
        #expect(finding?.label == "the rule `one` concludes `a` only when `b` is settled")
        #expect(finding?.notes.map(\.label) == ["the rule `two` concludes `b` from `a`"])
        #expect(built.rules.rules.isEmpty)
    }

    @Test func `an expectation of a case says where it comes from`() {
        #expect(
            Sample.complaints("case c \"C\" { expect { recommend orders } }") == [
                "expectation-without-location: this expectation does not say where in the documents it comes from"
            ])
        #expect(Sample.complaints("test \"t\" { expect { recommend orders } }").isEmpty)
    }

    @Test func `stages in a circle have no order`() {
        #expect(
            Sample.complaints("case c \"C\" { stage a \"A\" after b { }  stage b \"B\" after a { } }").first
                == "stage-order: the stage `a` comes after itself")
    }

    @Test func `one thing is told once in one place`() {
        #expect(
            Sample.complaints("case c \"C\" { trust is high  trust is some }") == [
                "duplicate-reading: `trust` is told twice in one place"
            ])
    }

    @Test func `what is presumed is possible`() {
        #expect(
            Sample.complaints("case c \"C\" { producers = 10..20 presumably 30 }") == [
                "presumed-impossible: what is presumed is not among what is possible"
            ])
    }
}
