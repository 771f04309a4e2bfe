// Signs, quotes and braces.

extension FindingManual {
    static let signs: [FindingPage] = [
        FindingPage(
            "empty-text", .warning,
            "a text says nothing",
            why: """
                Reasons, titles and places are read by people, in answers too, and there a gap would stand where \
                they look for them.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because ""
                  from B-1
                }
                """,
            instead: "Write the text. One that is not needed is left out with its quotes.",
            unseen: "A text that has words and says nothing."),
        FindingPage(
            "equals-for-is", .error,
            "`=` stands where the language says `is`",
            why: "`=` tells numbers and `is` tells words, so that a line can be read aloud.",
            example: """
                rule an-example {
                  when transport = lorry
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write `is`.",
            unseen: "`is` before a number in a condition, which is allowed."),
        FindingPage(
            "extra-brace", .error,
            "a `}` closes nothing",
            why: "The block it was meant for has been closed before.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                }
                """,
            instead: "Remove it, or look for a `}` too many further up.",
            unseen: "Which of two braces is the one too many."),
        FindingPage(
            "extra-parenthesis", .error,
            "a `)` closes nothing",
            why: "Without its `(`, nobody knows which conditions belong together.",
            example: """
                rule an-example {
                  when trust is high)
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Remove it, or write the `(` that it closes.",
            unseen: "A parenthesis in the wrong place."),
        FindingPage(
            "extra-sign", .error,
            "a sign is not needed",
            why: "Text follows its keyword directly.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because: "It follows."
                  from B-1
                }
                """,
            instead: "Leave the sign out.",
            unseen: "Signs inside of quotes."),
        FindingPage(
            "is-for-equals", .error,
            "`is` stands where a number is told with `=`",
            why: "`=` tells numbers and `is` tells words, so that a slip in either is seen.",
            example: """
                case example "An example" {
                  growers is 40 at Book "1"
                }
                """,
            instead: "Write `=`.",
            unseen: "A number that is told as a word of a scale."),
        FindingPage(
            "missing-brace", .error,
            "a `{` or `}` is missing",
            why: """
                Braces show what belongs to a rule or a case. Where one is missing, everything behind \
                it seems to belong there.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                actor town "the town"
                """,
            instead: """
                Write the brace. The mark shows where the block begins, and a note where it must have \
                ended.
                """,
            unseen: "A brace that is there and too late: the indentation is what gives it away."),
        FindingPage(
            "missing-comma", .error,
            "a comma is missing in a list",
            why: "Two names without a comma could be one thing and what is said of it.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1 B-2
                }
                """,
            instead: "Write the comma.",
            unseen: "A list that goes on in the next line, where the name could begin a clause."),
        FindingPage(
            "missing-equals", .error,
            "`=` is missing before a number",
            why: "Without it, the number could be part of the name.",
            example: """
                case example "An example" {
                  growers 40 at Book "1"
                }
                """,
            instead: "Write `=` before the number.",
            unseen: "A name that ends in a number."),
        FindingPage(
            "missing-parenthesis", .error,
            "a `)` is missing",
            why: "Without it, nobody knows which conditions belong together.",
            example: """
                rule an-example {
                  when (trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write the `)` where the group ends.",
            unseen: "A parenthesis in the wrong place."),
        FindingPage(
            "missing-quotes", .error,
            "a text lacks its quotes",
            why: "Outside of quotes, words are read as names and as words of the language.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because It follows from trust.
                  from B-1
                }
                """,
            instead: "Put the text between double quotes.",
            unseen: "A text of a single word, which could be a name."),
        FindingPage(
            "missing-sign", .error,
            "a sign is missing",
            why: "Colons, braces and the like show where one part ends and the next begins.",
            example: "diagnostic colour yes/no",
            instead: "Write the sign that the label names.",
            unseen: "A sign that is there and in the wrong place."),
        FindingPage(
            "missing-string", .error,
            "a text between quotes is missing",
            why: "Titles, reasons and places in documents are what the answer is read by.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because
                  from B-1
                }
                """,
            instead: "Write the text between double quotes.",
            unseen: "A text that says nothing."),
        FindingPage(
            "quotes-in-text", .error,
            "a text holds plain double quotes",
            why: "The first of them ends the text, and what follows would be read as names.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "They call it "trust" themselves."
                  from B-1
                }
                """,
            instead: "Write \\\" for a quote inside of a text, or use typographic quotes.",
            unseen: "Inner quotes with blanks beside them: they look like two texts."),
        FindingPage(
            "second-text", .error,
            "two texts stand where there is room for one",
            why: "One of them would be lost.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows," "they say."
                  from B-1
                }
                """,
            instead: "Put both between the same quotes; a text may run over several lines.",
            unseen: "Two texts that are parted by a comma."),
        FindingPage(
            "sign-for-words", .error,
            "a sign from mathematics or programming stands for words",
            why: "Rules are read by people who have never programmed, and often aloud.",
            example: """
                rule an-example {
                  when growers >= 1
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Take the words offered.",
            unseen: "Signs inside of quotes."),
        FindingPage(
            "single-quotes", .error,
            "single quotes stand for double ones",
            why: "An apostrophe inside of the text would end it.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because 'It follows.'
                  from B-1
                }
                """,
            instead: "Write double quotes.",
            unseen: "Single quotes inside of a text, which are welcome."),
        FindingPage(
            "smart-quotes", .error,
            "typographic quotes stand for plain ones",
            why: """
                Word processors put them in; the language knows the plain one, so that every keyboard \
                can write it.
                """,
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because “It follows.”
                  from B-1
                }
                """,
            instead: "Write plain double quotes.",
            unseen: "Typographic quotes inside of a text, which are welcome."),
        FindingPage(
            "unclosed-string", .error,
            "a text is not closed by a second quote",
            why: "All that follows, up to the next quote anywhere, would be taken for text.",
            example: """
                rule an-example {
                  when trust is high
                  conclude acts-together
                  because "It follows.
                  from B-1
                }
                """,
            instead: "Write the quote where the text ends.",
            unseen: "A quote that closes the text too late."),
        FindingPage(
            "underscore-in-name", .error,
            "the parts of a name are joined by an underscore",
            why: "One way to write a name is enough, or each would be looked for in two.",
            example: """
                rule an-example {
                  when acts_together
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write a hyphen.",
            unseen: "Underscores inside of quotes."),
        FindingPage(
            "unknown-character", .error,
            "a sign has no meaning in this language",
            why: "It may have come along from another document, or be invisible.",
            example: """
                rule an-example {
                  when @ trust is high
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Remove it, or write in words what it stands for.",
            unseen: "Signs inside of quotes, which may be any."),
        FindingPage(
            "wrong-separator", .error,
            "a list is separated by another sign",
            why: """
                `<` orders the values of a scale, `|` separates choices, `;` conditions: the sign says \
                what kind of list it is.
                """,
            example: "scale strength: none | some | much",
            instead: "Take the sign offered.",
            unseen: "A scale that is declared as a choice."),
        FindingPage(
            "wrong-sign", .error,
            "one sign stands for another",
            why: "`:` declares and `=` tells; exchanged, a line could be read both ways.",
            example: """
                case example "An example" {
                  growers: 40 at Book "1"
                }
                """,
            instead: "Take the sign offered.",
            unseen: "Signs inside of quotes."),
    ]
}
