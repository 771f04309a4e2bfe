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

    /// `distretto repair --format json`.
    static let repair = object([
        "format": constant("distretto/repair/1"), "rules": digest, "case": text, "stage": text,
        "package": text, "goal": words(["advised", "not-advised"]), "isSo": yesNo,
        "completeUpTo": whole.about("Every set of at most this many readings was considered."),
        "complete": yesNo.about("There are no ways besides, of whatever size."),
        "evaluations": whole, "readings": whole,
        "repairs": list(
            of: list(
                of: object([
                    "reading": text, "values": text, "kind": words(["find-out", "change"]),
                    "changedBy": list(of: text),
                ]), atLeast: 1)
        ).about("Sets of readings that do it together, the smallest first."),
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

    /// `distretto stability --format json`.
    static let stability = object([
        "format": constant("distretto/stability/1"), "rules": digest, "case": text, "stage": text,
        "package": textOrNull.about("The one package it is about; null for the whole programme."),
        "evaluations": whole, "mostTellingUnknown": textOrNull,
        "readings": list(
            of: object([
                "reading": text, "now": text,
                "ground": words(["assumed", "disputed", "carried-over", "stated", "unknown"]),
                "keeps": textOrNull, "flips": list(of: defined("flip"), atLeast: 1),
            ])),
        "steady": list(of: text).about("Readings no value of which changes the programme."),
    ])

    /// `distretto ask --rehearse --format json`.
    static let askRehearsal = object([
        "format": constant("distretto/ask-rehearsal/1"),
        "cases": list(
            of: object([
                "case": text,
                "asked": whole.orNull.about("Null where the programme is never reached."),
                "askedInVocabularyOrder": whole.orNull,
            ])),
        "medianPercent": whole.orNull,
    ])

    static let flipDefinitions: [String: Schema] = changeDefinitions.merging([
        "flip": object([
            "values": text, "changes": list(of: defined("change"), atLeast: 1),
        ])
    ]) { first, _ in first }
}
