// What is worth a look though nothing is wrong.

extension FindingManual {
    /// Of what checks find, beyond what is wrong.
    public static let checks: [FindingPage] = [
        FindingPage(
            "allowance-without-reason", .warning,
            "something is allowed, and nothing says why",
            why: "Who reads the file next year can only guess whether it was looked at or silenced.",
            example: """
                # allow untested-rule
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write the reason behind a colon: `# allow untested-rule: the harvest will show`.",
            unseen: "A reason that is none."),
        FindingPage(
            "always-true", .warning,
            "a condition that every value passes",
            why: "People are asked for a reading, and whatever they answer, it counts for nothing.",
            example: """
                rule an-example {
                  when trust is high and graded-share at least 0%
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Take it out, or write the bound that was meant.",
            unseen: "Conditions that other conditions of the rule make true."),
        FindingPage(
            "because-without-stop", .hint,
            "a reason does not end with a full stop",
            why: "Reasons are printed one behind the other, and run into each other without one.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows"
                  from B-1
                }
                """,
            instead: "End the sentence. `distretto check --fix --hints` does it.",
            unseen: "A sentence that is none."),
        FindingPage(
            "bolder-than-claims", .warning,
            "a rule recommends firmly on claims that are not firm",
            why: """
                `firmly` tells the adviser that the documents leave no doubt. If each of them speaks with \
                reserve, the doubt is lost on the way.
                """,
            example: """
                rule an-example {
                  when trust is high
                  recommend grading firmly
                  because "It follows."
                  from B-2
                }
                """,
            instead: "Leave `firmly` out, or cite a claim of `firmness strong` that says the same.",
            unseen: "Qualified claims that together leave no doubt: allow it there, and say so."),
        FindingPage(
            "case-without-expectation", .hint,
            "a case tells what came of it and expects no advice",
            why: "What is known of its end could show whether the rules are right, and is not put to use.",
            example: """
                case hills "Growers in the hills" {
                  trust is high at Book "3"
                  outcome "Half of them gave up." at Book "3"
                }
                """,
            instead: "Write in `expect` what its documents say would have been right, or wrong.",
            unseen: "Expectations that are too weak to fail."),
        FindingPage(
            "condition-twice", .warning,
            "a condition stands twice in one rule",
            why: """
                The second asks nothing more, and was mostly meant to be another. As its own exception it \
                keeps the rule from ever applying.
                """,
            example: """
                rule an-example {
                  when trust is high and trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Leave one of them out, or write what the second was to be.",
            unseen: "The same said in other words, such as `at least high` for `is high`."),
        FindingPage(
            "denied-bound", .hint,
            "a bound is denied where the opposite bound says the same",
            why: "Who reads `not … at least` has to turn it round, and some turn it the wrong way.",
            example: """
                rule an-example {
                  when not trust at least some
                  recommend grading
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write `trust below some`. `distretto check --fix --hints` does it.",
            unseen: "A `not` before brackets."),
        FindingPage(
            "long-because", .hint,
            "a reason that is too long for what is read first",
            why:
                "The reason stands in every programme, under the package. Three lines are read, six skipped.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "Growers who trust each other store together, since each of them knows that
                           the others will not sell behind his back, and since the store is only full,
                           and so only cheap, when all of them bring their fruit, as they do where
                           they trust each other."
                  from B-1
                }
                """,
            instead: "Say it in a sentence, and leave the rest to the claims that the rule cites.",
            unseen: "A short reason that says nothing."),
        FindingPage(
            "look-alike-names", .hint,
            "two names that differ by a letter",
            why: "A slip of the hand turns one into the other, and no check can see it.",
            example: """
                concept act-together "Growers store their fruit in one place" from B-1
                rule an-example {
                  when trust is high
                  conclude act-together
                  because "It follows."
                  from B-1
                }
                rule another {
                  when act-together
                  recommend grading
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Give one a name that says what sets it apart: distretto rename OLD NEW.",
            unseen: "Names of rules, claims, values and cases, and names that only mean nearly the same."),
        FindingPage(
            "one-sided-expectations", .hint,
            "a case expects things to be so, and nothing not to be",
            why: "Rules that recommend everything everywhere would pass.",
            example: """
                case hills "Growers in the hills" {
                  trust is high at Book "3"
                  expect { acts-together from B-1   recommend grading from B-2 }
                }
                """,
            instead: "Write in `expect` something that its documents speak against: `not recommend …`.",
            unseen: "A single expectation, and whether what is denied was ever in question."),
        FindingPage(
            "package-without-end", .hint,
            "a package has nothing to watch, no end and no known failure",
            why: "Nobody who runs it will see whether it works, and nothing says when it is over.",
            example: """
                package cellar "A cellar" { side supply as-judged }
                rule an-example {
                  when trust is high
                  recommend cellar
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Look in its documents for a `stop when`, a `monitor` or a `failure`.",
            unseen: "A package whose documents have none: allow it there, and say so."),
        FindingPage(
            "placeholder-text", .warning,
            "a text is still to be written",
            why: "It would be printed for a minister as it stands.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "TODO: say why."
                  from B-1
                }
                """,
            instead: "Write what is meant.",
            unseen: "Texts that are finished and empty of sense."),
        FindingPage(
            "same-title", .warning,
            "two things of one kind have the same title",
            why: "On a screen nobody can tell which of the two is meant.",
            example: """
                actor guild "the growers' union"
                rule an-example {
                  when trust is high
                  recommend grading through guild
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Say in each what sets it apart from the other.",
            unseen: "Titles that only mean the same. Of tests, one title for two is an error."),
        FindingPage(
            "stage-expects-nothing", .warning,
            "the last stage of a test expects nothing",
            why: "It is told for nothing: whatever the rules say of it, the test passes.",
            example: """
                test "trust grows" {
                  stage early "Early" { trust is little expect { not recommend cold-store } }
                  stage late "Late" after early { trust is high }
                }
                """,
            instead: "Write what is expected in it, or leave the stage out.",
            unseen: "Stages before the last, which those after them may need."),
        FindingPage(
            "two-figures", .warning,
            "one judgement for two figures",
            why: "When a figure was changed, the other place where it was judged was mostly forgotten.",
            example: """
                rule an-example {
                  when growers at least 25 judgement "fewer know each other"
                  recommend grading
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Give both the same figure, or say why this one is another.",
            unseen: "The same judgement in other words."),
        FindingPage(
            "undecided-concept", .warning,
            "rules ask about a concept that no rule concludes",
            why: "It stays open in every case that does not state it, and no question ever settles it.",
            example: """
                concept well-led "Somebody leads" from B-1
                rule an-example {
                  when well-led
                  recommend grading
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write a rule that concludes it, or make it a diagnostic with a question.",
            unseen: "A concept whose only rule can never apply."),
        FindingPage(
            "unread-concept", .hint,
            "nothing asks about a concept that rules conclude",
            why: "No advice depends on it: either a rule is missing, or it can go.",
            example: """
                concept well-led "Somebody leads" from B-1
                rule an-example {
                  when trust is high
                  conclude well-led
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Ask about it in a rule, take it out, or allow it as a diagnosis that is told as it is.",
            unseen: "A concept that only rules without effect ask about."),
        FindingPage(
            "untested-rule", .hint,
            "no test expects anything of a rule, neither way",
            why: "Whoever changes it will not learn what the change did.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Write a test in which it applies and one in which it does not. \
                `distretto new test NAME` starts them.
                """,
            unseen: """
                Whether its tests try every condition of it, and whether what they expect comes from it: \
                `distretto coverage` tells.
                """),
        FindingPage(
            "unused-allowance", .warning,
            "something is allowed that is not found any more",
            why: "It would let pass the same mistake, made anew, without a word.",
            example: """
                # allow said-twice: both documents were read
                test "many growers" {
                  growers = 90
                  expect { open recommend cold-store }
                }
                """,
            instead: "Take the comment out. `distretto check --fix` does it.",
            unseen: "Allowances of errors: an error cannot be allowed, and stays."),
        FindingPage(
            "unused-word", .warning,
            "something is declared and used nowhere",
            why: "It was forgotten, or whatever was to use it is misspelt or missing.",
            example: "actor bank \"the bank\"",
            instead: "Use it where it belongs, or take it out.",
            unseen: "A name that something else has, too: one use of either counts for both."),
    ]
}
