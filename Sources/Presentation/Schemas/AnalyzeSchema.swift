extension Schema {
    /// `distretto analyze --format json`.
    static let analyze = object([
        "format": constant("distretto/analyze/1"),
        "faults": list(
            of: object([
                "question": text(like: "^[a-z-]+$"), "message": text, "details": list(of: text),
                "place": textOrNull, "meant": yesNo.about("A test, a case or a dispute says so."),
                "allowed": textOrNull.about("Why a file lets it stand; null where none does."),
                "membersAtMost": whole.orNull.about(
                    "Members of a collection up to which it holds; null where none are asked about."),
                "looksBack": yesNo.about("One stage before the last was considered."),
                "witness": object([
                    "readings": whole, "case": text.about("The text of a case file."),
                ]),
            ])),
        "questions": list(
            of: object([
                "question": text, "asked": whole, "found": whole, "meant": whole,
                "allowed": whole,
                "undecided": list(of: object(["about": list(of: text), "reason": text])),
            ])),
        "unusedAllowances": list(of: object(["question": text, "place": text])),
    ])
}
