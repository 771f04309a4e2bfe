extension Schema {
    /// `distretto mutate --format json`.
    static let mutate: Schema = {
        let tally = object([
            "all": whole, "noticed": whole, "withoutDifference": whole, "notNoticed": whole,
        ])
        return object([
            "format": constant("distretto/mutate/1"), "total": tally,
            "sampledFrom": whole.orNull.about("How many changes there are, where a sample was tried."),
            "kinds": names(to: tally), "files": names(to: tally),
            "notNoticed": list(
                of: object([
                    "rule": text, "file": textOrNull, "line": whole, "kind": text, "change": text,
                    "status": words(["test-missing", "no-difference", "undecided"]),
                    "why": text,
                    "test": textOrNull.about("A test in the language that would notice the change."),
                ])),
        ])
    }()
}
