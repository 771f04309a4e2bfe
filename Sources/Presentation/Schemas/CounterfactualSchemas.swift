extension Schema {
    /// `distretto what-if --format json`.
    static let whatIf = object([
        "format": constant("distretto/what-if/1"), "rules": digest, "case": text, "stage": text,
        "said": list(of: object(["what": text, "from": textOrNull, "to": text]))
            .about("What is taken to be otherwise."),
        "changesProgramme": yesNo,
        "packages": list(of: defined("change")),
        "derived": list(of: object(["what": text, "from": verdict, "to": verdict]))
            .about("Concepts and classifications with another verdict."),
    ])

    static let changeDefinitions: [String: Schema] = [
        "change": object([
            "package": text,
            "effect": words(["starts", "stops", "strengthens", "weakens", "moves", "outside"]),
            "from": defined("place"), "to": defined("place"),
            "rules": list(of: object(["rule": text, "from": verdict, "to": verdict]))
                .about("The rules that carry the change."),
        ]),
        "place": either(
            object([
                "number": whole(from: 1), "phase": whole(from: 1), "standing": standing,
                "strength": words(["tentatively", "plainly", "firmly"]),
            ]),
            object([
                "outside": words([
                    "open", "not-advised", "not-needed", "harmful", "disputed", "contested", "given-up",
                ])
            ])),
    ]

    /// `distretto what-if --each --format json`.
    static let eachChange = object([
        "format": constant("distretto/each-change/1"), "rules": digest, "case": text, "stage": text,
        "evaluations": whole,
        "readings": list(of: object(["reading": text, "now": text, "otherwise": list(of: defined("flip"))])),
        "withoutEffect": list(of: text).about("Readings none of whose values changes the programme."),
    ])

    static let flipDefinitions: [String: Schema] = changeDefinitions.merging([
        "flip": object([
            "values": text, "changes": list(of: defined("change"), atLeast: 1),
        ])
    ]) { first, _ in first }
}
