// Rules and packages.

extension FindingManual {
    static let rules: [FindingPage] = [
        FindingPage(
            "claim-without-location", .error,
            "a claim does not say where it stands",
            why: "Readers must be able to look it up.",
            example: "claim B-9 \"Apples float.\"",
            instead: "Write `at` with the document and the place in it.",
            unseen: "Whether the claim is there."),
        FindingPage(
            "contradicting-conclusions", .error,
            "one rule concludes two things that exclude each other",
            why:
                "Whenever it applies, its own conclusions are at odds, and the answer shows a contradiction.",
            example: """
                rule an-example {
                  when trust is high
                  recommend grading
                  advise against grading as harmful
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Leave one of them out, or write a rule for each with what tells the two apart.",
            unseen: "Two rules that contradict each other, which may well be what documents do."),
        FindingPage(
            "never-true", .warning,
            "a rule asks for things that exclude each other",
            why: "It never applies, whatever a case tells, and looks as if it did.",
            example: """
                rule an-example {
                  when transport is rail and transport is lorry
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write `or` between the two if either will do, or leave one out.",
            unseen: "Conditions that exclude each other by way of other rules."),
        FindingPage(
            "said-twice", .warning,
            "a conclusion, a claim or a whole rule stands twice",
            why: "Nothing is stronger for being said again, and one of the two was mostly meant to differ.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1, B-1
                }
                """,
            instead: "Leave one of the two out, or change what was to be different.",
            unseen: "Rules that say the same in other words."),
        FindingPage(
            "loop-through-not", .error,
            "a conclusion would have to be known before it can be drawn",
            why: """
                What a rule denies or counts must be settled before the rule can speak. Where that comes \
                from the rule's own conclusion, it would hold if it did not, and no verdict can be right.
                """,
            example: """
                rule an-example {
                  when not failure is latent
                  conclude failure is public
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Break the loop: one of its rules must ask for something else. A loop through `and` and \
                `or` alone is no mistake.
                """,
            unseen: "Rules that contradict each other without a loop: those are told as contested."),
        FindingPage(
            "one-sided-dispute", .warning,
            "a dispute has fewer than two sides",
            why: "A dispute is told to show who says what; with one side there is nothing to weigh.",
            example: """
                dispute who-pays "Who pays?" {
                  side B-1 "growers do"
                  turns-on trust
                }
                """,
            instead: "Write a `side` for each view, or drop the dispute.",
            unseen: "Two sides that say the same."),
        FindingPage(
            "package-before-itself", .error,
            "a package is to come before itself",
            why: "No order can keep that, and another package was surely meant.",
            example: """
                rule an-example {
                  sequence grading before grading
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Name the other package.",
            unseen: "Two rules that put two packages each before the other."),
        FindingPage(
            "rule-without-because", .warning,
            "a rule gives no reason",
            why: "The reason is what a mayor reads first.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  from B-1
                }
                """,
            instead: "Write `because` with the reason in a sentence.",
            unseen: "A reason that is none."),
        FindingPage(
            "rule-without-claim", .error,
            "a rule names no claim of the literature",
            why: """
                Every line of the advice says on whose word it rests. A rule without one would be ours \
                alone.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                }
                """,
            instead: "Write `from` with the claims that say so.",
            unseen: "A claim that says something else."),
        FindingPage(
            "rule-without-conclusion", .error,
            "a rule concludes nothing",
            why: "It would ask its questions and never answer.",
            example: """
                rule an-example {
                  when trust is high
                  because "It follows."
                  from B-1
                }
                """,
            instead: "End it with `conclude`, `recommend`, `advise against`, `caution` or the like.",
            unseen: "A conclusion that no other rule and no reader makes use of."),
        FindingPage(
            "threshold-without-judgement", .warning,
            "a number rests on no claim and on no judgement",
            why: """
                Numbers look exact. Where no document states one, the reader must know that it was \
                chosen, and why.
                """,
            example: """
                rule an-example {
                  when growers at least 25
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write `judgement` and why this number, or cite the claim whose figure it is.",
            unseen: """
                A number that a cited claim states of something else. 0, 1 and 100% are let pass.
                """),
        FindingPage(
            "unless-without-presume", .error,
            "an exception does not say why it may be presumed absent",
            why: """
                A rule with an exception speaks although nobody has looked for the exception. That is \
                fair only if the exception is rare, or easily found out, and the reader is told so.
                """,
            example: """
                rule an-example {
                  when trust is high
                  unless one-owner
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write `presume` and why.",
            unseen: "A presumption that is too bold."),
        FindingPage(
            "unreachable-phase", .error,
            "a phase of a package can never begin",
            why: "It waits for itself, directly or through others.",
            example: """
                package cellar "A cellar" {
                  phase dig "Dig" after dig
                }
                rule dig { prefer cellar over subsidy because "It follows." from B-1 }
                """,
            instead: "Begin one of the phases without `after`.",
            unseen: "A phase that waits for a success that never comes."),
        FindingPage(
            "unread-diagnostic", .error,
            "nothing reads a diagnostic",
            why: "People would be asked for something that changes no answer.",
            example: "diagnostic colour: yes/no ask \"Are the apples red?\"",
            instead: "Use it in a rule, or take it out.",
            unseen: "A diagnostic that is read by rules that never matter."),
        FindingPage(
            "unrecommended-package", .error,
            "no rule recommends or advises against a package",
            why: "It can never come up in an answer.",
            example: "package cellar \"A cellar\" { side supply as-judged }",
            instead: "Write a rule that recommends, chooses or advises against it, or take it out.",
            unseen: "A package whose only rule can never apply."),
        FindingPage(
            "unused-claim", .error,
            "nothing stands on a claim",
            why: "What was read and then forgotten looks the same as what was never read.",
            example: "claim B-9 at Book \"9\" \"Apples float.\"",
            instead: "Cite it in a rule or package, or say with `not-encoded` why it is left out.",
            unseen: "A claim that is cited by a rule that says something else."),
        FindingPage(
            "wrong-number-of-cells", .error,
            "a row has more or fewer cells than there are columns",
            why: """
                Each cell is the answer to its column; with one missing, all behind it answer the \
                wrong question.
                """,
            example: """
                table valley-type {
                  columns transport, trust
                  row gathered lorry from B-1
                  because "Two traits."
                }
                """,
            instead: "Leave a cell empty or write `-` for what is not asked.",
            unseen: "Two cells that have changed places."),
    ]
}
