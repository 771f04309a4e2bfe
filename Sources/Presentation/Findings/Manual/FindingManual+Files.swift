// Files.

extension FindingManual {
    static let files: [FindingPage] = [
        FindingPage(
            "empty-file", .warning,
            "a file is empty",
            why: "It may have been saved before it was written, or emptied by mistake.",
            example: "",
            instead: "Write rules or a case into it, or delete it.",
            unseen: "A file that holds remarks only, which may be meant so."),
        FindingPage(
            "file-too-large", .error,
            "a file is larger than 4 GB",
            why: "It cannot be a file of rules.",
            example: "",
            instead: "Divide it, or look whether it is the right file.",
            unseen: "A file that is smaller and far too large to be read by people."),
        FindingPage(
            "broken-json", .error,
            "a case told as JSON is not JSON",
            why:
                "A case can be given as JSON, for programs that write one. What cannot be read is never guessed.",
            example: "",
            instead: "Mend the place that is named; `distretto schema case` prints the form.",
            unseen: "JSON that is well-formed and says something else than was meant."),
        FindingPage(
            "missing-key", .error,
            "a case told as JSON lacks something it needs",
            why: "Without it, nobody knows what the rest is about.",
            example: "",
            instead: "Add the key; `distretto schema case` prints which ones there are.",
            unseen: "A key that may be left out and was forgotten."),
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
            example: "",
            instead: "Begin the file with `language 1`.",
            unseen: "Whether the file is written in that version."),
        FindingPage(
            "not-utf-8", .error,
            "a file is not stored as UTF-8",
            why: "Its letters would be shown as others, in names and in quotations.",
            example: "",
            instead: "Save the file as UTF-8; every editor can.",
            unseen: "Letters that were damaged before and are now well-formed."),
        FindingPage(
            "too-many-findings", .error,
            "more is wrong than is listed",
            why: "Where one file has a hundred mistakes, the first explain most of the others.",
            example: "",
            instead: "Mend the first ones and check again.",
            unseen: "How many there are."),
        FindingPage(
            "unsupported-language-version", .error,
            "a file is written in a version that is not known here",
            why: "It may use words that mean something else by then.",
            example: "",
            instead: "Use a newer distretto for this file.",
            unseen: "A version that is known and is not the one the file is written in."),
    ]
}
