extension Schema {
    /// What `distretto recommend --bounds` adds to the answer.
    static let bounds = object([
        "evaluations": whole,
        "limit": whole.about("Evaluations for one package before it is left undecided."),
        "packages": list(
            of: object([
                "package": text, "fate": words(["always", "sometimes", "never", "undecided"]),
                "standsNow": yesNo,
                "readings": whole.about("Readings that are not certain and that it could hang on."),
                "stands": witness, "falls": witness,
                "undecidedFor": words(["too-many-evaluations", "unbounded-quantities"]).orNull,
            ])),
    ]).about("With --bounds: what becomes of each package over all that readings could turn out to be.")

    private static let witness = list(of: object(["reading": text, "values": text])).orNull
        .about("With these it is so, whatever the other readings are.")
}
