// Files.

extension FindingManual {
    static let files: [FindingPage] = [
        FindingPage(
            "empty-file", .warning,
            "a file is empty",
            why: "It may have been saved before it was written, or emptied by mistake.",
            shown: """
                orchard.rules          0 bytes
                """,
            instead: "Write rules or a case into it, or delete it.",
            unseen: "A file that holds remarks only, which may be meant so."),
        FindingPage(
            "file-too-large", .error,
            "a file is larger than 4 GB",
            why: "It cannot be a file of rules.",
            shown: """
                orchard.rules          4 294 967 296 bytes
                """,
            instead: "Divide it, or look whether it is the right file.",
            unseen: "A file that is smaller and far too large to be read by people."),
        FindingPage(
            "broken-json", .error,
            "a case told as JSON is not JSON",
            why:
                "A case can be given as JSON, for programs that write one. What cannot be read is never guessed.",
            shown: """
                { "format": "distretto/case/1", "name": "orchard" "title": "An orchard", "stages": [ … ] }
                """,
            instead: "Mend the place that is named; `distretto schema case` prints the form.",
            unseen: "JSON that is well-formed and says something else than was meant."),
        FindingPage(
            "no-reading", .error,
            "what was typed on the command line says nothing of the cluster",
            why: "`what-if` and `ask` read what is typed as a case file would say it.",
            shown: """
                distretto what-if sialkot '# trust is little'
                """,
            instead: "Write a reading: `trust is little`, `export-share = 40%`, `not one-sector`.",
            unseen: "A reading that is said of something else than was meant."),
        FindingPage(
            "missing-key", .error,
            "a case told as JSON lacks something it needs",
            why: "Without it, nobody knows what the rest is about.",
            shown: """
                { "format": "distretto/case/1", "title": "An orchard", "stages": [ … ] }
                """,
            instead: "Add the key; `distretto schema case` prints which ones there are.",
            unseen: "A key that may be left out and was forgotten."),
        FindingPage(
            "duplicate-key", .error,
            "a case told as JSON says one key twice",
            why: "One of the two would be lost, and nobody could say which.",
            shown: """
                { "format": "distretto/case/1", "name": "orchard", "name": "garden", "title": "An orchard", "stages": [ … ] }
                """,
            instead: "Leave one out. If documents disagree, tell the reading as `disputed`.",
            unseen: "The same thing told under two keys."),
        FindingPage(
            "unknown-format", .error,
            "a case told as JSON is of another format",
            why: "Its keys may mean something else there.",
            shown: """
                { "format": "distretto/case/9", "name": "orchard", "title": "An orchard", "stages": [ … ] }
                """,
            instead: "Write the format that `distretto schema case` prints.",
            unseen: "JSON of the right format that holds something else."),
        FindingPage(
            "unknown-key", .error,
            "a case told as JSON has a key that means nothing",
            why: "What stands under it would be lost, and the advice would rest on less than was told.",
            shown: """
                { "format": "distretto/case/1", "name": "orchard", "title": "An orchard", "stages": [ … ], "contry": "Nowhere" }
                """,
            instead: "Mend its spelling; the keys that there are stand beside the finding.",
            unseen: "A key that is spelt right and was not meant."),
        FindingPage(
            "wrong-value", .error,
            "a case told as JSON has a value of the wrong kind",
            why: "What cannot be read as what it should be is never guessed.",
            shown: """
                { "format": "distretto/case/1", "name": "orchard", "title": 1994, "stages": [ … ] }
                """,
            instead: "Write what is asked for in that place; `distretto schema case` prints the form.",
            unseen: "A value of the right kind that is wrong."),
        FindingPage(
            "misplaced-language-version", .error,
            "the version stands twice, or not at the start",
            why: "A file has one version, and it must be known before the rest is read.",
            example: "language 1",
            instead: "Leave the line out; the first one counts.",
            unseen: "Files of different versions, which are fine."),
        FindingPage(
            "missing-language-version", .warning,
            "a file does not say in which version of the language it is written",
            why: "When the language grows, old files must keep their meaning.",
            shown: """
                actor town "the town"
                """,
            instead: "Begin the file with `language 1`.",
            unseen: "Whether the file is written in that version."),
        FindingPage(
            "not-utf-8", .error,
            "a file is not stored as UTF-8",
            why: "Its letters would be shown as others, in names and in quotations.",
            shown: """
                title "Os calçados do Vale dos Sinos"     saved as Latin-1
                """,
            instead: "Save the file as UTF-8; every editor can.",
            unseen: "Letters that were damaged before and are now well-formed."),
        FindingPage(
            "too-many-findings", .error,
            "more is wrong than is listed",
            why: "Where one file has a hundred mistakes, the first explain most of the others.",
            shown: """
                rule { }
                rule { }
                …                      and so on, a hundred times
                """,
            instead: "Mend the first ones and check again.",
            unseen: "How many there are."),
        FindingPage(
            "unsupported-language-version", .error,
            "a file is written in a version that is not known here",
            why: "It may use words that mean something else by then.",
            shown: """
                language 2

                actor town "the town"
                """,
            instead: "Use a newer distretto for this file.",
            unseen: "A version that is known and is not the one the file is written in."),
    ]
}
