extension Schema {
    /// `distretto diff --format json`.
    static let diff = object([
        "format": constant("distretto/diff/1"), "from": version, "to": version,
        "edits": list(
            of: object([
                "what": words(["added", "edited", "removed"]),
                "kind": words([
                    "rule", "package", "claim", "diagnostic", "concept", "classification", "scale",
                ]), "name": text,
            ])),
        "stages": list(
            of: object([
                "case": text, "stage": text.about("Empty where the case has only one."),
                "changesProgramme": yesNo,
                "packages": list(
                    of: object([
                        "package": text,
                        "effect": words([
                            "starts", "stops", "strengthens", "weakens", "moves", "outside", "same",
                        ]), "from": defined("place"), "to": defined("place"), "gained": voices,
                        "lost": voices, "edited": voices,
                    ]), atLeast: 1),
            ])
        ).about("Those in which anything is another."),
        "stagesCompared": whole(from: 0), "packages": packages,
        "claims": list(of: object(["claim": text, "gained": list(of: text), "lost": list(of: text)])),
        "cases": object([
            "edited": list(of: text), "added": list(of: text), "removed": list(of: text),
        ]),
    ])

    /// `distretto gate --format json`.
    static let gate = object([
        "format": constant("distretto/gate/1"), "passed": yesNo,
        "steps": list(of: object(["name": text, "passed": yesNo, "told": text]), atLeast: 1),
        "signedOff": list(of: object(["case": text, "by": text, "named": yesNo])).about(
            "Cases somebody vouched for, whose programme is another one."),
        "diff": diff.orNull,
    ])

    /// One for every package that either version has.
    private static let packages = list(
        of: .either(
            object([
                "package": text, "answer": constant("same"), "membersAtMost": whole.orNull,
                "looksBack": yesNo,
            ]).about("Proved: on no cluster is the advice another."),
            object([
                "package": text, "answer": constant("differs"), "in": text, "before": verdict,
                "after": verdict, "readings": whole, "case": text.about("The text of a case file."),
            ]),
            object(["package": text, "answer": constant("undecided"), "reason": text])
        ))

    private static let version = object(["name": text, "rules": digest, "ruleCount": whole(from: 0)])
    private static let voices = list(
        of: object(["rule": text, "side": words(["for", "against", "order"]), "claims": list(of: text)])
    ).about("Rules that speak for it, against it, or set its place.")
}
