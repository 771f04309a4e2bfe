extension Schema {
    /// `distretto compare --format json`.
    static let compare = object([
        "format": constant("distretto/compare/1"), "rulesDigest": digest,
        "sides": list(
            of: object([
                "label": text, "case": text, "title": text, "stage": text, "caseDigest": digest,
                "lens": object(["name": text, "value": text]).orNull,
            ]), atLeast: 1),
        "differing": list(
            of: object([
                "package": text, "title": text,
                "places": list(
                    of: object([
                        "place": words([
                            "programme", "programme-contested", "contested", "waiting", "withheld",
                            "left-out", "does-not-apply", "not-needed", "harmful", "disputed", "out-of-sight",
                        ]), "number": whole(from: 1).orNull, "standing": standing.orNull,
                    ])
                ).about("One for each side."),
            ])),
        "agreed": list(of: text).about("Packages advised equally firmly on all sides."),
        "differences": list(
            of: object([
                "package": text, "side": whole(from: 1).about("Compared with side 0."),
                "cause": words(["readings", "readings-not-smallest", "lens", "selection"]),
                "sets": list(of: list(of: text, atLeast: 1)).about(
                    "Each set of readings, moved to what the side says, makes the package fare as there."),
            ])),
    ])
}
