// Cases and tests.

extension FindingManual {
    static let cases: [FindingPage] = [
        FindingPage(
            "declaration-outside-rules", .warning,
            "something other than a case stands in a file of cases",
            why: """
                Rules that are read with one case only would make its advice another than everybody \
                else's.
                """,
            shown: """
                # my-cluster.case, read with: distretto recommend my-cluster.case
                language 1
                actor town "the town"
                """,
            instead: "Move it to a file among the rules.",
            unseen: "Rules given with `--rules`, which are meant."),
        FindingPage(
            "duplicate-reading", .error,
            "one thing is told twice in one place",
            why: "If the two differ, one of them would be lost.",
            example: """
                case example "An example" {
                  growers = 40 at Book "1"
                  growers = 41 at Book "2"
                }
                """,
            instead: "Leave one out. If documents disagree, keep both with `disputed`.",
            unseen: "The same thing told under two names."),
        FindingPage(
            "expectation-without-location", .error,
            "an expectation does not say where it comes from",
            why: """
                A case is tried against what really happened, as the documents tell it. Without the \
                place, it could be what the rules happen to answer.
                """,
            example: """
                case example "An example" {
                  trust is high at Book "1"
                  expect { acts-together }
                }
                """,
            instead: """
                Write `at` with the place or `from` with a claim, behind the expectation or behind the \
                whole block.
                """,
            unseen: "A place that says something else. In tests of rules no place is asked for."),
        FindingPage(
            "stage-order", .error,
            "stages stand in no possible order",
            why: "What rose or fell, and what came earlier, is seen by comparing stages.",
            example: """
                case example "An example" {
                  stage first "First" after second { growers = 2 at Book "1" }
                  stage second "Second" after first { growers = 3 at Book "1" }
                }
                """,
            instead: "Begin one stage without `after`, or mend its dates.",
            unseen: "Stages whose dates leave both orders open, and stages without dates."),
        FindingPage(
            "test-without-expectation", .warning,
            "a test expects nothing",
            why: "It passes whatever the rules say, and looks like a rule that was tried.",
            example: """
                test "a crowded valley" {
                  growers = 40
                  expect { }
                }
                """,
            instead: "Write in `expect { … }` what should follow: `rule NAME applies`, `recommend P`.",
            unseen: "An expectation that is met whatever the rule says."),
    ]
}
