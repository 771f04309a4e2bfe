import RuleModel
import Testing

@Suite struct TypeFindingTests {
    @Test func `a number without a percent sign is no percentage`() {
        #expect(
            Sample.complaints(when: "share at least 70") == [
                "unit-mismatch: `70` is not a percentage of \"output\""
            ])
    }

    @Test func `percentages of unlike wholes do not compare`() {
        #expect(
            Sample.complaints(when: "share at least export-share") == [
                "unit-mismatch: `share` and `export-share` do not measure the same"
            ])
    }

    @Test func `money of another year does not compare`() {
        #expect(
            Sample.complaints(when: "sales above USD 100 (1990) judgement \"j\"") == [
                "unit-mismatch: `USD 100 (1990)` is not money in USD (1993)"
            ])
    }

    @Test func `a plain number is no duration`() {
        #expect(
            Sample.complaints(when: "wait above 3 judgement \"j\"") == [
                "unit-mismatch: `3` is not a duration"
            ])
    }

    @Test func `a word that is no value of the scale is told with the values`() {
        let finding = Sample.findings(
            "rule r { when trust is hihg  conclude ready  because \"so\"  from C1 }"
        ).first
        #expect(finding?.message == "`hihg` is not a value of `trust`")
        #expect(finding?.label == "did you mean `high`?")
        #expect(finding?.help == ["its values are `none`, `little`, `some`, `medium` and `high`"])
    }

    @Test func `a choice has no order`() {
        #expect(
            Sample.complaints(when: "aim at least jobs") == ["not-ordered: the values of `aim` have no order"]
        )
    }

    @Test func `a classification has no order`() {
        #expect(
            Sample.complaints(when: "kind at least old") == [
                "not-ordered: the values of `kind` have no order"
            ])
    }

    @Test func `a percentage ends at a hundred`() {
        #expect(
            Sample.complaints("case c \"C\" { share = 140% }") == [
                "out-of-domain: `140%` is more than `share` can be"
            ])
    }

    @Test func `a count is whole`() {
        #expect(
            Sample.complaints("case c \"C\" { producers = 2.5 }") == [
                "out-of-domain: `2.5` is no whole number"
            ])
    }

    @Test func `a sum of shares may pass a hundred`() {
        #expect(Sample.complaints(when: "sum of weight of channels at most 120% judgement \"j\"").isEmpty)
    }

    @Test func `a range runs upwards`() {
        #expect(
            Sample.complaints("case c \"C\" { share = 60..40% }") == [
                "reversed-range: the range `60..40%` runs backwards"
            ])
    }

    @Test func `a number beyond counting is refused`() {
        #expect(
            Sample.complaints("case c \"C\" { producers = 99999999999999 billion }") == [
                "number-too-large: `99999999999999 billion` is too large a number"
            ])
    }

    @Test func `five digits behind the point are too many`() {
        #expect(
            Sample.complaints("case c \"C\" { share = 0.00001% }") == [
                "number-too-precise: `0.00001%` has more than four digits behind the point"
            ])
    }

    @Test func `a concept takes no value`() {
        #expect(
            Sample.complaints(when: "ready is high") == [
                "wrong-kind: `ready` is a concept: it holds or it does not, and has no values"
            ])
    }

    @Test func `a figure alone is no condition`() {
        #expect(
            Sample.complaints(when: "producers") == [
                "missing-test: `producers` is a count of \"makers\", and what it should be is not said"
            ])
    }

    @Test func `quantities are told with the sign of equality`() {
        #expect(
            Sample.complaints("case c \"C\" { producers is 300 }") == [
                "is-for-equals: `producers` is a count of \"makers\", and is told with `=`"
            ])
    }

    @Test func `texts are told with is`() {
        #expect(
            Sample.complaints("case c \"C\" { product = \"desks\" }") == [
                "equals-for-is: `product` is text, and is told with `is`"
            ])
    }

    @Test func `a diagnostic does not list its values itself`() {
        #expect(
            Sample.complaints("diagnostic size: small | large").contains(
                "inline-choice: a diagnostic's values are declared as a `choice` or `scale` of their own"))
    }

    @Test func `a list has at most sixty-four values`() {
        let values = (0...64).map { "v\($0)" }.joined(separator: " | ")
        #expect(
            Sample.complaints("choice many: \(values)") == ["too-many-values: `many` has more than 64 values"]
        )
    }
}
