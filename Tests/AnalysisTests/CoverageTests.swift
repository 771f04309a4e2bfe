import Analysis
import RuleModel
import Testing
import Workspace

@Suite struct CoverageTests {
    /// A rule with a threshold, tried by the tests given.
    private func coverage(_ tests: String) -> Coverage {
        let rules = """
            language 1
            source Book { title "A book" }
            claim C-1 at Book "1" "Growers who store together sell later."
            scale degree: none < little < some < high
            section s "Words" {
              diagnostic growers: count of "growers"
              diagnostic trust: degree
              diagnostic one-owner: yes/no
            }
            package store "A store" { }
            rule store-together {
              when   growers at least 20 judgement "fewer know each other"
                and  trust at least some
              unless one-owner   presume "land is common"
              recommend store
              because "A store lets growers wait."
              from C-1
            }
            """
        let text = SourceText(name: "Rules/a.rules", bytes: Array("\(rules)\n\(tests)\n".utf8))
        return CheckedRules(SourceSet(basis: .carried, texts: [text])).coverage()
    }

    private let firing =
        #"test "a" { growers = 20  trust is some  not one-owner  expect { recommend store } }"#

    @Test func `a rule that fires in a test is seen firing, and its package recommended`() {
        let coverage = coverage(firing)
        #expect(coverage.ruleSights[0].fired == .tests)
        #expect(coverage.ruleSights[0].heldBack == [])
        #expect(coverage.packageSights[0].recommended == .tests)
        #expect(coverage.packageGaps.map(\.isNeverWithheld) == [true])
    }

    @Test func `a stage that expects nothing counts for nothing`() {
        let silent = coverage(#"test "a" { growers = 20  trust is some  expect { } }"#)
        #expect(silent.testStages == 0)
        #expect(silent.ruleSights[0].fired == [])
    }

    @Test func `every condition is counted by itself, met and not met`() {
        let sights = coverage(firing).ruleSights[0].conditions
        #expect(sights.map(\.met) == [.tests, .tests, []])
        #expect(sights.map(\.unmet) == [[], [], .tests])
    }

    @Test func `a number is a threshold, tried at, below and above`() {
        let sight = coverage(firing + #" test "b" { growers = 30  expect { open recommend store } }"#)
            .ruleSights[0].conditions[0].thresholds[0]
        #expect(sight.value == 20)
        #expect((sight.at, sight.below, sight.above) == (.tests, [], .tests))
    }

    @Test func `a grade is a threshold where the words speak of a bound`() {
        let sight = coverage(firing).ruleSights[0].conditions[1].thresholds
        #expect(sight.map(\.value) == [2])
        #expect(sight[0].at == .tests)
    }

    @Test func `what is open is seen on neither side`() {
        let sight = coverage(#"test "a" { trust is high  expect { open recommend store } }"#).ruleSights[0]
        #expect((sight.fired, sight.heldBack) == ([], []))
        #expect(sight.conditions[0].met == [] && sight.conditions[0].unmet == [])
    }

    @Test func `nothing is missing when everything is tried`() {
        let tests = [
            ("a", 20, "some", "not one-owner"), ("b", 30, "high", "not one-owner"),
            ("c", 10, "little", "one-owner"),
        ]
        .map { title, growers, trust, owner in
            let expected = title == "c" ? "not recommend store" : "recommend store"
            return
                #"test "\#(title)" { growers = \#(growers)  trust is \#(trust)  \#(owner)  expect { \#(expected) } }"#
        }
        let coverage = coverage(tests.joined(separator: "\n"))
        #expect(coverage.isComplete, "\(coverage.ruleGaps) \(coverage.packageGaps)")
    }

    @Test func `gaps name what no test shows`() {
        #expect(
            coverage(firing).ruleGaps.map(\.gaps) == [
                [
                    .neverHeldBack, .neverUnmet(0), .untried(0, threshold: 0, [.below, .above]),
                    .neverUnmet(1), .untried(1, threshold: 0, [.below, .above]), .neverMet(2),
                ]
            ])
    }
}
