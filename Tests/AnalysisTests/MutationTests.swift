import Analysis
import RuleModel
import Testing
import Workspace

@Suite struct MutationTests {
    /// A rule with a threshold, a grade and an exception, tried by the tests given.
    private func report(_ tests: String, when: String = "growers at least 20 and trust at least some")
        -> MutationReport
    {
        checked(tests, when: when).mutationReport(of: [ID(0)], sample: nil, seed: 1) { _, _ in }
    }

    private func checked(_ tests: String, when: String) -> CheckedRules {
        let rules = """
            language 1
            source Book { title "A book" }
            claim C-1 at Book "1" "Growers who store together sell later."
            scale degree: none < little < some < high
            section s "Words" {
              diagnostic growers: count of "growers"
              diagnostic trust: degree
              diagnostic one-owner: yes/no
              diagnostic roads: yes/no
            }
            package silo "A silo" { }
            package store "A store" { }
            rule store-together {
              when   \(when)
              unless one-owner   presume "land is common"
              recommend store
              because "A store lets growers wait."
              from C-1
            }
            """
        let text = SourceText(name: "Rules/a.rules", bytes: Array("\(rules)\n\(tests)\n".utf8))
        return CheckedRules(SourceSet(basis: .carried, texts: [text]))
    }

    private let thorough = """
        test "a" { growers = 20  trust is some  not one-owner  expect { recommend store as yes } }
        test "b" { growers = 19  trust is some  not one-owner  expect { not recommend store as no } }
        test "c" { growers = 20  trust is little  not one-owner  expect { not recommend store as no } }
        test "d" { growers = 20  trust is some  one-owner  expect { not recommend store as no } }
        test "e" { growers = 20  trust is some  expect { recommend store as presumably-yes } }
        """

    @Test func `tests at and beside every bound notice every change but that of strength`() {
        let survivors = report(thorough).survivors
        #expect(survivors.map(\.mutant.kind) == [.strengthChanged])
    }

    @Test func `a change of strength is noticed by who expects the strength, and that test is written`()
        throws
    {
        let survivor = try #require(report(thorough).survivors.first)
        guard case .missing(let test)? = survivor.survival,
            case .recommendAs(.plainly, _, through: nil, targeting: [])? = test.stages.last?.expectations
                .first?.claim
        else {
            Issue.record("\(String(describing: survivor.survival))")
            return
        }
        let strong = """
            test "f" { growers = 20  trust is some  not one-owner  expect { recommend store plainly } }
            """
        #expect(report(thorough + "\n" + strong).survivors.isEmpty)
    }

    @Test func `without tests nothing is noticed`() {
        let report = report("")
        #expect(report.tally.killed == 0)
        #expect(report.tally.all > 10)
    }

    @Test func `for what nobody notices the missing test is found, and notices it`() throws {
        let bare = report("")
        let tests = bare.survivors.compactMap { result -> RuleTest? in
            if case .missing(let test) = result.survival { test } else { nil }
        }
        #expect(tests.count >= bare.survivors.count - 1)
        let written = tests.enumerated().map { number, test in
            var test = test
            test.title = "made \(number)"
            return print(test, in: bare.rules)
        }
        #expect(report(written.joined(separator: "\n")).survivors.isEmpty)
    }

    @Test func `a threshold that another condition implies makes no difference`() {
        let report = report(
            thorough, when: "growers at least 20 and growers at least 10 and trust at least some")
        #expect(!report.equivalents.isEmpty)
        #expect(
            report.equivalents.allSatisfy {
                if case .equivalent(let proof) = $0.survival { proof.readings > 1 } else { false }
            })
    }

    @Test func `a sample is the same for the same seed`() {
        let checked = checked(thorough, when: "roads")
        let mutants = checked.advising.mutants(of: ID(0))
        #expect(mutants.sample(3, seed: 7) == mutants.sample(3, seed: 7))
        #expect(mutants.sample(3, seed: 7).count == 3)
        #expect(mutants.sample(1_000, seed: 7) == mutants)
    }

    @Test func `a rule's changes are listed once each, in the order of its text`() {
        let mutants = checked("", when: "roads").advising.mutants(of: ID(0))
        #expect(Set(mutants.map(\.after)).count == mutants.count)
        #expect(
            mutants.map(\.kind).prefix(3) == [.conditionDropped, .conditionTurned, .exceptionDropped])
    }

    // MARK: Tests made for a rule

    private func generated(_ when: String) -> GeneratedTests {
        GeneratedTests(checked("", when: when).mutationTrial(alone: true), of: ID(0))
    }

    @Test func `each condition takes one test besides the one in which all hold`() {
        let tests = generated("growers at least 20 and trust at least some")
        #expect(tests.shown == 3)
        #expect(tests.items.count == 4)
        #expect(tests.isSmallest)
        #expect(tests.unshown.isEmpty)
    }

    @Test func `alternatives are shown one by one`() {
        let tests = generated("roads or trust at least some")
        #expect(tests.shown == 3)
        #expect(tests.unshown.isEmpty)
    }

    @Test func `a condition that can never decide is named`() {
        let tests = generated("growers at least 20 and growers at least 10")
        #expect(tests.unshown.map(\.condition) == [1])
    }
}
