// Words of the language.

extension FindingManual {
    static let words: [FindingPage] = [
        FindingPage(
            "extra-word", .error,
            "a word is not needed",
            why: """
                The language has few words, each with one task; others would seem to mean something.
                """,
            example: """
                rule an-example {
                  when trust is high
                  then conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Leave the word out.",
            unseen: "Words too many that happen to be names."),
        FindingPage(
            "hedged-condition", .error,
            "a rule asks whether something is probably so",
            why: """
                How sure a fact is belongs to the case that tells it. The engine carries it along, and marks \
                advice that rests on a guess.
                """,
            example: """
                rule an-example {
                  when trust is probably high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Ask for the fact alone. Write `assumed` in the case that guesses it, and `tentatively` behind \
                advice that is weak itself.
                """,
            unseen: "Doubt that is told in a text."),
        FindingPage(
            "is-before-trend", .error,
            "`is` stands before `rising` or `falling`",
            why: "`is` asks for a value, and rising is none: it compares two stages.",
            example: """
                rule an-example {
                  when trust is rising
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Leave out the `is`.",
            unseen: "A trend of something that no case tells of twice."),
        FindingPage(
            "missing-condition", .error,
            "a condition is missing",
            why: """
                Behind `when`, `and` and the like something must be asked, or the rule would always \
                speak.
                """,
            example: """
                rule an-example {
                  when trust is high and
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write what is asked for, or leave out the word before it.",
            unseen: "A condition that is there and always holds."),
        FindingPage(
            "missing-name", .error,
            "a name is missing",
            why: "Things without names cannot be pointed to by rules, cases and answers.",
            example: "actor \"the town\"",
            instead: """
                Write the name behind the word that declares it: lower-case words joined by hyphens.
                """,
            unseen: "Whether the name is a good one."),
        FindingPage(
            "missing-word", .error,
            "a word of the language is missing",
            why: """
                Such words say how the parts of a sentence hang together: who pays, what follows, \
                where it stands.
                """,
            example: """
                package {
                  colour: yes/no
                }
                """,
            instead: "Write the word that the label names.",
            unseen: """
                Several words missing in one line: the first is told, and the next when that is \
                mended.
                """),
        FindingPage(
            "misspelt-keyword", .error,
            "a word is close to a word of the language and is none",
            why: """
                The sentence is read as if the word were right, so that one slip does not hide what \
                else there is to mend; but nothing is advised until you have agreed.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  becuase "It follows."
                  from B-1
                }
                """,
            instead: "Take the word offered.",
            unseen: "A word of the language that stands where another one was meant."),
        FindingPage(
            "mixed-and-or", .error,
            "`and` and `or` stand side by side without parentheses",
            why: """
                "Poor and old or sick" has two readings with different advice; nobody should have to \
                guess which one is meant.
                """,
            example: """
                rule an-example {
                  when trust is high and in-trouble or one-owner
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Put parentheses around the conditions that belong together.",
            unseen: "Parentheses around the wrong ones."),
        FindingPage(
            "other-words", .error,
            "something is said in words that the language has others for",
            why: "One way to say a thing keeps rules alike, so that each can be read at first sight.",
            example: """
                rule an-example {
                  when growers more than 20 judgement "fewer know each other"
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write what the label says.",
            unseen: "Turns of speech that nobody has foreseen."),
        FindingPage(
            "too-deep", .error,
            "too many things are nested",
            why: "A condition within 200 others can be read by nobody.",
            shown: """
                when ((((((((((((((((((((((((((((((((((  …      more than 200 of them
                """,
            instead: "Give the inner part a name: a concept with a rule of its own.",
            unseen: "A condition that is hard to read long before that."),
        FindingPage(
            "unexpected-text", .error,
            "words stand where nothing can use them",
            why: """
                What is not understood is not followed, and what you wrote there would be lost without \
                a word.
                """,
            example: "Rules about storing come next.",
            instead: """
                Move the text to where it belongs, mend the word before it, or write `#` before a \
                remark.
                """,
            unseen: "Remarks and text between quotes, which may say anything."),
    ]
}
