import RuleModel
import Testing

@Suite struct StrataTests {
    private func rules(_ text: String) -> RuleBase { Sample.build(text).rules }

    @Test func `what a rule asks about comes before what it concludes`() {
        let rules = rules(
            """
            concept a "A"  concept b "B"
            rule two { when not b  conclude a  because "so"  from C1 }
            rule one { when open-market  conclude b  because "so"  from C1 }
            """)
        let strata = Strata(rules)
        let a = rules.concepts.firstIndex { $0.name == "a" } ?? -1,
            b = rules.concepts.firstIndex { $0.name == "b" } ?? -1
        let placeOfA = strata.place(of: .concept(ID(a))) ?? -1,
            placeOfB = strata.place(of: .concept(ID(b))) ?? -1
        #expect(placeOfB < placeOfA)
        #expect(strata.strata[placeOfA].rules.map { rules[$0].name } == ["two"])
        #expect(strata.loops.isEmpty)
    }

    @Test func `recursion without not is one stratum and no loop`() {
        let rules = rules(
            """
            concept a "A"  concept b "B"
            rule one { when a  conclude b  because "so"  from C1 }
            rule two { when b or open-market  conclude a  because "so"  from C1 }
            """)
        let strata = Strata(rules)
        #expect(strata.loops.isEmpty)
        #expect(strata.strata.contains { $0.derived.count == 2 && $0.isRecursive })
        #expect(rules.rules.count == 2)
    }

    @Test(arguments: [
        "not ready", "count of { ready } at least 1", "exactly 1 of { ready }", "in an earlier stage ready",
    ])
    func `a concept may not rest on itself through`(condition: String) {
        let built = Sample.build("rule r { when \(condition)  conclude ready  because \"so\"  from C1 }")
        #expect(built.findings.contains { $0.code == "loop-through-not" })
    }

    @Test func `at least so many of a list is no loop`() {
        #expect(Sample.complaints(when: "at least 1 of { ready; open-market }").isEmpty)
    }

    @Test func `one package may rest on another's not being recommended`() {
        #expect(
            Sample.complaints(
                "rule r { when orders is not recommended  recommend loans  because \"so\"  from C1 }"
            ).isEmpty)
        #expect(
            Sample.complaints(
                "rule r { when orders is recommended  recommend orders  because \"so\"  from C1 }"
            ).first?
            .hasPrefix("loop-through-not") == true)
    }

    @Test func `a chain of ten thousand concepts is no deeper than one of two`() {
        var rules = RuleBase()
        for index in 0..<10_000 {
            rules.concepts.append(Concept(name: "c\(index)"))
            rules.rules.append(
                Rule(
                    name: "r\(index)",
                    condition: index > 0 ? .not(.concept(ID(index - 1), of: .cluster)) : nil,
                    conclusions: [.concept(ID(index), of: .cluster)]))
        }
        let strata = Strata(rules)
        #expect(strata.loops.isEmpty)
        #expect(strata.place(of: .concept(ID(9_999))) == 9_999)
    }
}
