// Values and units.

extension FindingManual {
    static let values: [FindingPage] = [
        FindingPage(
            "comma-decimal", .error,
            "a number is written with a comma",
            why: "`1,5` is one and a half to some readers and two values of a list to others.",
            example: """
                case example "An example" {
                  growers unknown
                  graded-share = 12,5% at Book "1"
                }
                """,
            instead: """
                Write a point before a fraction, and blanks between thousands: `1.5`, `4 000`.
                """,
            unseen: "A comma with a blank behind it, which separates two values."),
        FindingPage(
            "money-without-year", .warning,
            "an amount of money does not say of which year its prices are",
            why: "Money of 1984 and of 1994 is worth something else, and a limit may lie between the two.",
            example: """
                case example "An example" {
                  growers unknown
                  sales = USD 2 million at Book "1"
                }
                """,
            instead: "Write the year of the prices behind it: `USD 2 million (1993)`.",
            unseen: "A year that is not the one whose prices were meant."),
        FindingPage(
            "dash-for-range", .error,
            "a range is written with a dash",
            why: "`1992-1993` could be a name, a date or a difference.",
            example: """
                case example "An example" {
                  growers unknown
                  graded-share = 10–20% at Book "1"
                }
                """,
            instead: "Write two dots: `10..20%`.",
            unseen: "A dash between words, which is part of a name."),
        FindingPage(
            "ellipsis-for-range", .error,
            "a range is written with three dots",
            why: "Two dots are a range; three are how prose leaves something out.",
            example: """
                case example "An example" {
                  growers unknown
                  graded-share = 10...20% at Book "1"
                }
                """,
            instead: "Write two dots: `10..20%`.",
            unseen: "Dots inside of quotes, which are text."),
        FindingPage(
            "hyphen-in-period", .error,
            "a part of a period is joined to it by a hyphen",
            why: "`mid-1990s` is one word, and so a name.",
            example: """
                case example "An example" {
                  since-when = mid-1990s at Book "1"
                }
                """,
            instead: "Write a blank: `mid 1990s`.",
            unseen: "A name that is meant to be one."),
        FindingPage(
            "impossible-date", .error,
            "a date is not in the calendar",
            why: "Time since such a date cannot be worked out.",
            example: """
                case example "An example" {
                  since-when = 1991-13 at Book "1"
                }
                """,
            instead: "Write the date as year, month and day: `1991-05-17`.",
            unseen: "A date that exists and is the wrong one."),
        FindingPage(
            "inline-choice", .error,
            "a diagnostic lists its values itself",
            why: """
                Values that several rules and cases use need a name of their own, by which they can be \
                found and explained.
                """,
            example: "diagnostic cooling: ice | none",
            instead: """
                Declare a `choice` or, if the values have an order, a `scale`, and use its name.
                """,
            unseen: "Two choices with the same values under different names."),
        FindingPage(
            "missing-number", .error,
            "a number is missing",
            why: """
                Money without the year of its prices, or a count without how many, cannot be compared \
                with anything.
                """,
            example: "diagnostic wages: money in USD",
            instead: "Write the number where the mark stands.",
            unseen: "Whether the number is right."),
        FindingPage(
            "missing-test", .error,
            "what something should be is not said",
            why: "A reading with many values neither holds nor fails by itself.",
            example: """
                rule an-example {
                  when transport
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Say which value is asked for: `is lorry`, `at least 40%`.",
            unseen: "A yes/no reading that stands alone and is meant otherwise."),
        FindingPage(
            "missing-value", .error,
            "a value is missing",
            why: "A line of a case that names a reading and no value tells nothing.",
            example: """
                case example "An example" {
                  trust at Book "1"
                }
                """,
            instead: "Write the value that the document gives. If nobody knows it, write `unknown`.",
            unseen: """
                A reading that the case leaves out altogether: `recommend` asks for it if it matters.
                """),
        FindingPage(
            "more-than-whole", .warning,
            "shares that are added up come to more than the whole",
            why: "Rules that sum them would compare more than all there is.",
            example: """
                case example "An example" {
                  buyer first-buyer "one" { share = 70% at Book "1" }
                  buyer second-buyer "two" { share = 40% at Book "1" }
                }
                """,
            instead: "Lower one of them, or tell roughly what is known roughly.",
            unseen: "Shares told at different stages, and shares that no rule sums: those may overlap."),
        FindingPage(
            "negative-number", .error,
            "a number is below nothing",
            why: """
                Counts, shares, money and time start at 0, and a dash before a number is mostly a \
                slip.
                """,
            example: """
                case example "An example" {
                  growers = -12 at Book "1"
                }
                """,
            instead: "Turn the diagnostic round: a loss of 5 instead of a gain of -5.",
            unseen: "A dash that stands apart from its number."),
        FindingPage(
            "not-ordered", .error,
            "more or less is asked of values that have no order",
            why: """
                Of rail and lorry neither is more. Only numbers, dates and the values of a scale can \
                be compared.
                """,
            example: """
                rule an-example {
                  when transport at least lorry
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Name the values: `is lorry`. If they do have an order, declare them as a `scale`.
                """,
            unseen: "A scale whose values are declared in the wrong order."),
        FindingPage(
            "number-too-large", .error,
            "a number is too large to count with",
            why: "Sums of such numbers would no longer be exact.",
            example: """
                case example "An example" {
                  growers = 99999999999999999999 at Book "1"
                }
                """,
            instead: "Look for a digit too many; write large numbers as `40 million`.",
            unseen: "A number of three digits too many that can still be counted with."),
        FindingPage(
            "number-too-precise", .error,
            "a number has more digits behind the point than are kept",
            why: """
                Numbers are kept exactly, to a ten-thousandth; more would be rounded without telling \
                you.
                """,
            example: """
                case example "An example" {
                  growers unknown
                  graded-share = 12.34567% at Book "1"
                }
                """,
            instead: "Round the number yourself.",
            unseen: "Whether a document is as precise as its numbers."),
        FindingPage(
            "out-of-domain", .error,
            "a value is more or less than can be",
            why: """
                A share above 100% or half a firm is a slip of the pen that would count in every sum.
                """,
            example: """
                case example "An example" {
                  growers = 2.5 at Book "1"
                }
                """,
            instead: """
                Write the number that the document gives; percentages lie between 0 and 100%, and \
                counts are whole.
                """,
            unseen: "A number that is possible and wrong."),
        FindingPage(
            "point-in-number", .warning,
            "a point stands where thousands may be meant",
            why: "The point parts the whole from the tenths: `4.000` is four.",
            example: """
                case example "An example" {
                  growers = 4.000 at Book "1"
                }
                """,
            instead: "Write thousands behind a blank, `4 000`, or all digits together.",
            unseen: "Thousands that do not end in three zeros, such as `4.500`."),
        FindingPage(
            "presumed-impossible", .error,
            "what is presumed is not among what is possible",
            why: """
                A presumption picks the likelier part of what the documents leave open. Outside of \
                that it contradicts them.
                """,
            example: """
                case example "An example" {
                  trust is some..high presumably little at Book "1"
                }
                """,
            instead: "Widen the value before it, or presume less.",
            unseen: "A presumption that is possible and unlikely."),
        FindingPage(
            "reversed-range", .error,
            "the larger end of a range stands first",
            why: "Nothing lies in such a range, so that the condition could never hold.",
            example: """
                rule an-example {
                  when trust is high..little
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: "Write the smaller end first.",
            unseen: "A range that is too wide or too narrow."),
        FindingPage(
            "short-date", .error,
            "a month or day has one digit",
            why: "`1991-5` can be read as a year and a month or as a range of numbers.",
            example: """
                case example "An example" {
                  since-when = 1991-5 at Book "1"
                }
                """,
            instead: "Write two digits: `1991-05`.",
            unseen: "A month and a day that have changed places."),
        FindingPage(
            "too-many-values", .error,
            "a list has more than 64 values",
            why: "Nobody can choose well among so many, and each question lists them all.",
            example: """
                choice month-of-harvest: v1 | v2 | v3 | v4 | v5 | v6 | v7 | v8 | v9 | v10 | v11 | v12 | \
                v13 | v14 | v15 | v16 | v17 | v18 | v19 | v20 | v21 | v22 | v23 | v24 | v25 | v26 | v27 | \
                v28 | v29 | v30 | v31 | v32 | v33 | v34 | v35 | v36 | v37 | v38 | v39 | v40 | v41 | v42 | \
                v43 | v44 | v45 | v46 | v47 | v48 | v49 | v50 | v51 | v52 | v53 | v54 | v55 | v56 | v57 | \
                v58 | v59 | v60 | v61 | v62 | v63 | v64 | v65
                """,
            instead: "Measure a number instead, or divide the list in two.",
            unseen: "A list that is shorter and still too long to read."),
        FindingPage(
            "unit-mismatch", .error,
            "a value has another unit than the thing it is said of",
            why: """
                40 is not 40%, and a sum in the prices of 1993 is worth something else in those of \
                1997. Compared as if they were the same, they give wrong advice.
                """,
            example: """
                rule an-example {
                  when graded-share at least 40
                  conclude acts-together
                  because "It follows."
                  from B-2
                }
                """,
            instead: """
                Write the unit that the label names. Money of another year or currency is to be worked \
                out by hand, because the program knows no rates.
                """,
            unseen: "A number with the right unit of the wrong thing."),
        FindingPage(
            "unknown-value", .error,
            "a value is none of those declared",
            why: """
                Scales, choices and classifications list their values so that every case uses the same \
                words.
                """,
            example: """
                rule an-example {
                  when trust is medium
                  conclude acts-together
                  because "It follows."
                  from B-1
                }
                """,
            instead: """
                Use one of the values that are listed. If another one is needed, add it where the \
                scale or choice is declared.
                """,
            unseen: "A value that exists and is not what the source says."),
    ]
}
