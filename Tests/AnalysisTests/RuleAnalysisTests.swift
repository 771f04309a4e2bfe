import Analysis
import Inference
import RuleModel
import Testing
import Workspace

@Suite struct RuleAnalysisTests {
    private let vocabulary = """
        language 1
        source Book { title "A book" }
        claim C-1 at Book "1" "Growers who store together sell later."
        scale degree: none < little < some < high
        section s "Words" {
          diagnostic growers: count of "growers"
          diagnostic trust: degree
          diagnostic debts: degree
          diagnostic one-owner: yes/no
        }
        collection buyer "A buyer" { share: percent of "the fruit"   regular: yes/no }
        concept ready "Ready"
        classification kind: small | large | vast
        package store "A store" { }
        package grading "Grading" { }

        """

    private func report(_ rules: String, _ question: FaultQuestion) -> FaultReport {
        let text = SourceText(name: "Rules/a.rules", bytes: Array((vocabulary + rules + "\n").utf8))
        let checked = CheckedRules(SourceSet(basis: .carried, texts: [text]))
        // Not every test reads every diagnostic, or recommends every package.
        let unused: Set<String> = ["unread-diagnostic", "unrecommended-package"]
        #expect(!checked.findings.contains { $0.severity == .error && !unused.contains($0.code) })
        var analysis = RuleAnalysis(CompiledRules(checked.rules))
        analysis.allowances = checked.faultAllowances
        return analysis.report(on: [question])
    }

    private func rule(_ name: String, _ body: String) -> String {
        "rule \(name) { \(body) because \"So.\" from C-1 }\n"
    }

    @Test func `a rule whose conditions exclude each other down a chain is dead`() throws {
        let found = report(
            rule("r1", "when trust is high conclude ready")
                + rule("r2", "when ready and debts is none and trust at most little recommend store"),
            .deadRules)
        let fault = try #require(found.faults.first)
        #expect(found.faults.count == 1)
        #expect(fault.matter == .deadRule(ID(1), together: [0, 2]))
        #expect(fault.scope.membersAtMost == nil)
        #expect(!fault.scope.looksBack)
    }

    @Test func `a rule that can fire is not dead, and needs no witness`() {
        let found = report(rule("r1", "when trust is high recommend store"), .deadRules)
        #expect(found.faults.isEmpty)
        #expect(found.tallies.map(\.asked) == [1])
    }

    @Test func `a rule about members is asked about clusters that have some`() {
        let found = report(
            rule(
                "r1",
                "when count of buyers where regular at least 2 and count of buyers where regular at most 1 recommend store"
            ),
            .deadRules)
        #expect(found.faults.allSatisfy { $0.scope.membersAtMost == 2 })
    }

    @Test func `a rule that looks back fires where the stage before is told`() {
        let found = report(
            rule("r1", "when trust rising and debts was high and is none recommend store"), .deadRules)
        #expect(found.faults.isEmpty)
        #expect(found.tallies.allSatisfy { $0.undecided.isEmpty })
    }

    @Test func `what one rule recommends and another advises against is shown on one cluster`() throws {
        let found = report(
            rule("r1", "when trust is high recommend store")
                + rule("r2", "when debts is high advise against store as harmful"), .contradictions)
        let fault = try #require(found.faults.first)
        #expect(fault.matter == .contradiction(ID(1), recommending: ID(0), opposing: ID(1), always: false))
        #expect(fault.witness.readingCount == 2)
        #expect(!fault.isKnown)
    }

    @Test func `a contest that a test expects is known`() {
        let found = report(
            rule("r1", "when trust is high recommend store")
                + rule("r2", "when debts is high advise against store as harmful")
                + #"test "a" { trust is high  debts is high  expect { contested store } }"#, .contradictions)
        #expect(found.faults.map(\.isKnown) == [true])
    }

    @Test func `a test that expects a contest speaks of the rules that fire in it alone`() {
        let found = report(
            rule("r1", "when trust is high recommend store")
                + rule("r2", "when debts is high advise against store as harmful")
                + rule("r3", "when one-owner advise against store as harmful")
                + #"test "a" { trust is high  debts is high  expect { contested store } }"#, .contradictions)
        #expect(
            found.unexpected.map(\.matter) == [
                .contradiction(ID(1), recommending: ID(0), opposing: ID(2), always: false)
            ])
    }

    @Test func `a test that expects two values speaks of the values that hold in it alone`() {
        let found = report(
            rule("r1", "when trust is high conclude kind is small")
                + rule("r2", "when debts is high conclude kind is large")
                + rule("r3", "when one-owner conclude kind is vast")
                + #"test "a" { trust is high  debts is high  expect { contested kind } }"#, .contestedKinds)
        #expect(found.faults.count == 3)
        #expect(found.faults.count { $0.isKnown } == 1)
    }

    @Test func `what a file allows with a reason is no fault, and without one it is`() {
        let redundant = { (comment: String) in
            report(
                rule("r1", "when trust at least some recommend store firmly")
                    + comment + "\n" + rule("r2", "when trust is high and one-owner recommend store"),
                .redundantRules)
        }
        let allowed = redundant("# allow redundant-rules: it is said of one owner in another book")
        #expect(allowed.unexpected.isEmpty)
        #expect(
            allowed.allowed.compactMap(\.allowance?.reason) == ["it is said of one owner in another book"])
        #expect(allowed.tallies.map(\.allowed) == [1])
        #expect(redundant("# allow redundant-rules").unexpected.count == 1)
    }

    @Test func `an allowance holds for its own declaration and question`() {
        let found = report(
            "# allow redundant-rules: elsewhere\n" + rule("r1", "when trust is little recommend grading")
                + "# allow gaps: another question\n"
                + rule("r2", "when trust at least some recommend store firmly")
                + rule("r3", "when trust is high and one-owner recommend store"), .redundantRules)
        #expect(found.unexpected.count == 1)
        #expect(found.unusedAllowances.map(\.question) == [.redundantRules])
    }

    @Test func `rules that cannot hold together contradict nothing`() {
        let found = report(
            rule("r1", "when trust is high recommend store")
                + rule("r2", "when trust is little advise against store as harmful"), .contradictions)
        #expect(found.faults.isEmpty)
        #expect(found.tallies.map(\.asked) == [1])
    }

    @Test func `a rule that another says whenever it does is redundant`() {
        let found = report(
            rule("r1", "when trust at least some recommend store firmly")
                + rule("r2", "when trust is high and one-owner recommend store"), .redundantRules)
        #expect(found.faults.map(\.matter) == [.redundantRule(ID(1), by: ID(0), isMutual: false)])
    }

    @Test func `a condition that another implies never decides`() {
        let found = report(
            rule("r1", "when trust is high and trust at least some recommend store"), .idleConditions)
        #expect(found.faults.map(\.matter) == [.idleCondition(ID(0), 1)])
    }

    @Test func `an exception that holds whenever the conditions do swallows its rule`() {
        let found = report(
            rule("r1", "when trust is high unless trust at least some presume \"x\" recommend store"),
            .swallowedRules)
        #expect(found.faults.map(\.matter) == [.swallowedRule(ID(0), by: 0, whileUnknown: false)])
    }

    @Test func `an exception that leaves nothing once it is known swallows what is certain`() {
        let found = report(
            rule("r1", "when trust is high unless debts at least none presume \"x\" recommend store")
                + rule(
                    "r2",
                    "when one-owner unless (one-owner and trust is high) or trust at most some presume \"x\" recommend grading"
                ),
            .swallowedRules)
        #expect(
            found.faults.map(\.matter).contains(.swallowedRule(ID(1), by: 0, whileUnknown: true)))
    }

    @Test func `two values of one kind are contested where both can hold`() {
        let found = report(
            rule("r1", "when growers below 10 judgement \"x\" conclude kind is small")
                + rule("r2", "when trust is high conclude kind is large"), .contestedKinds)
        #expect(found.faults.map(\.matter) == [.contestedKind(ID(0), 0, 1, rules: [ID(0), ID(1)])])
    }

    @Test func `a value between the thresholds of a kind is a hole`() {
        let found = report(
            rule("r1", "when growers below 10 judgement \"x\" conclude kind is small")
                + rule("r2", "when growers at least 20 judgement \"x\" conclude kind is large"), .holes)
        #expect(found.faults.map(\.matter) == [.hole(ID(0), ID(1), .ticks(10, 19))])
    }

    @Test func `a kind for which nothing is ever advised is a gap`() {
        let found = report(
            rule("r1", "when growers below 10 judgement \"x\" conclude kind is small")
                + rule("r2", "when growers at least 20 judgement \"x\" conclude kind is large")
                + rule("r3", "when growers at least 30 judgement \"x\" recommend store"), .gaps)
        let kinds = found.faults.map(\.matter)
        #expect(kinds == [.gap(ClassificationValue(ID(0), 0), lens: nil, value: 0)])
    }

    @Test func `an order that goes in a circle is shown where all in it are recommended`() {
        let found = report(
            rule("r1", "when trust is high recommend store")
                + rule("r2", "when trust at least some recommend grading")
                + rule("r3", "sequence store before grading")
                + rule("r4", "when debts is none sequence grading before store"),
            .cycles)
        #expect(found.faults.map(\.matter) == [.cycle([ID(0), ID(1)], isOfPreference: false)])
        #expect(found.faults.first?.witness.readingCount == 2)
    }
}
