// Names.

extension FindingManual {
    static let names: [FindingPage] = [
        FindingPage(
            "blank-in-name", .error,
            "a name is written in several words",
            why: "Where one name ends and the next begins could not be told if names had blanks.",
            example: """
                rule an example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Join the words by `-`.",
            unseen: "Blanks in names that stand within a rule, where each word may be a name."),
        FindingPage(
            "disguised-name", .error,
            "a name holds a character that looks like something else",
            why: "Two names may look alike on the screen and not be the same.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts‑together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write the name with the dash of the keyboard; the help shows it mended.",
            unseen: "Letters of other alphabets that look like Latin ones."),
        FindingPage(
            "duplicate-name", .error,
            "two things have one name",
            why: """
                Rules, cases and answers point to things by their names alone, so that each must be \
                the name of one thing.
                """,
            example: "actor union \"another union\"",
            instead: "Give one of the two another name, or leave it out if both say the same.",
            unseen: "Two names for the same thing."),
        FindingPage(
            "free-variable", .error,
            "a variable stands for nothing here",
            why: """
                `C` in a rule means the channel, firm or package that `for each` or `some` has named \
                so. Without that, the rule is about nobody.
                """,
            example: """
                rule an-example {
                  when share of C at least 40%
                  conclude acts-together
                  because "It follows."
                  from B-2
                }
                """,
            instead: """
                Bind the variable with `for each`, `some` or `every`, or use the letter that is bound.
                """,
            unseen: "A variable that is bound to another member than you meant."),
        FindingPage(
            "member-concept-without-for-each", .error,
            "a rule concludes something of a member without saying of which",
            why: """
                The answer names the members that a conclusion holds of, so that the rule must say for \
                which it concludes it.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude strict
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Begin the rule with `for each` and the collection, and name its member in the \
                conclusion.
                """,
            unseen: "A rule that binds a member and concludes of the wrong one."),
        FindingPage(
            "quoted-name", .error,
            "a name stands between quotes",
            why: "Quotes hold text for people. Names are looked up, and stand alone.",
            example: """
                rule an-example {
                  when trust is high
                  recommend "grading"
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Leave the quotes out.",
            unseen: "A text that happens to be a name where a text belongs."),
        FindingPage(
            "unbound-member", .error,
            "something is said of members, and of which one is not said",
            why: "A cluster has many buyers; whether \"demanding\" holds depends on the buyer.",
            example: """
                rule an-example {
                  when demanding
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Ask `some buyer where demanding`, or `every buyer satisfies demanding`, or begin the \
                rule with `for each buyer`.
                """,
            unseen: "Whether `some` or `every` is what you mean."),
        FindingPage(
            "unknown-name", .error,
            "a name is used that nothing declares",
            why: """
                A rule about something nobody reads off a cluster would never speak, and nobody would \
                notice.
                """,
            example: """
                rule an-example {
                  when turst is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Take the name offered, choose one of those that are listed, or declare the name.
                """,
            unseen: "A name that is misspelt into another name that exists."),
        FindingPage(
            "wrong-kind", .error,
            "a name stands for another kind of thing than belongs here",
            why: """
                A package is recommended, an actor pays, a concept holds: what can be said of one \
                makes no sense of another.
                """,
            example: """
                rule an-example {
                  when trust is high
                  advise against union as harmful
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Name a thing of the kind that belongs here. The label says which kind that is, and a \
                note shows where the name is declared.
                """,
            unseen: "A thing of the right kind that is not the one you had in mind."),
    ]
}
