extension Schema {
    /// `distretto recommend --format json`.
    static let recommend = object(answerMembers, optional: ["bounds": bounds])

    private static let answerMembers: [String: Schema] = [
        "format": constant("distretto/recommend/1"),
        "digests": digests,
        "case": consultedCase,
        "lens": object(["name": text, "value": text]).orNull,
        "atMost": whole.orNull,
        "programme": list(of: list(of: programmeEntry, atLeast: 1))
            .about("Phases in order, each with the packages to begin in it."),
        "waiting": list(
            of: object([
                "package": text, "asks": list(of: object(["reading": text, "question": textOrNull])),
            ])
        ).about("What readings would decide."),
        "withheld": list(of: object(["package": text, "misses": list(of: defined("miss"))])),
        "contested": list(
            of: object([
                "package": text, "takenIn": yesNo, "for": list(of: defined("reason")),
                "against": list(of: defined("objection")),
            ])),
        "leftOut": list(
            of: object([
                "package": text, "rank": whole, "standing": standing,
                "cause": text(like: "^(choice|at-most|rejected|preferred: .+|requires: .+)$"),
            ])),
        "notAdvised": list(
            of: object([
                "package": text, "kind": words(["does-not-apply", "not-needed", "harmful", "disputed"]),
                "verdict": verdict, "objections": list(of: defined("reason")),
                "misses": list(of: defined("miss")),
            ])),
        "overrides": list(of: override).about("What the adviser decides, with what the rules say of it."),
        "withdraw": list(
            of: object([
                "package": text, "verdict": verdict, "jointlyWith": list(of: text),
                "reasons": list(of: defined("reason")),
            ])),
        "cautions": list(
            of: object(["subject": text, "verdict": verdict, "reasons": list(of: defined("reason"))])),
        "criteria": list(
            of: object(["criterion": text, "metBy": list(of: text), "missingIn": list(of: text)])),
        "disputes": list(of: object(["dispute": text, "sidesReliedOn": list(of: text)])),
        "reports": list(of: object(["report": text, "possible": text, "presumed": text])),
        "questions": list(of: question).about("The questions that would change most, first."),
    ]

    static let recommendDefinitions: [String: Schema] = [
        "reason": object([
            "rule": text, "verdict": verdict, "because": textOrNull, "claims": list(of: text),
        ]),
        "objection": object([
            "as": objection, "verdict": verdict, "reasons": list(of: defined("reason")),
        ]),
        "payment": object([
            "actor": text, "amount": text, "of": textOrNull, "inAdvance": yesNo, "for": textOrNull,
            "cappedAt": textOrNull, "until": textOrNull, "claims": list(of: text),
        ]),
        "miss": object([
            "rule": text, "verdict": verdict,
            "obstacles": list(
                of: object([
                    "kind": words(["fails", "unknown", "exception"]), "condition": text, "verdict": verdict,
                ])),
        ]),
    ]

    static let override = object([
        "package": text, "kind": words(["reject", "add"]), "reason": text, "by": text,
        "rulesSay": words([
            "stands", "provisional", "contested", "waiting", "withheld", "does-not-apply", "not-needed",
            "harmful", "disputed",
        ]),
    ])

    static let digests = object(["rules": digest, "case": digest])

    static let consultedCase = object([
        "name": text, "title": text,
        "stage": object([
            "name": text, "title": textOrNull, "number": whole(from: 1), "of": whole(from: 1),
            "from": textOrNull, "to": textOrNull,
        ]),
        "classifications": list(
            of: object([
                "name": text, "contested": yesNo,
                "values": list(of: object(["value": text, "verdict": verdict, "stated": yesNo])),
            ])),
        "concepts": list(of: text), "readings": list(of: text), "assumed": list(of: text),
        "disputed": list(of: text), "carriedOver": list(of: text),
    ])

    private static let programmeEntry = object([
        "number": whole(from: 1), "package": text, "title": text, "standing": standing, "verdict": verdict,
        "strength": words(["tentatively", "plainly", "firmly"]), "contested": yesNo, "rank": whole(from: 1),
        "through": list(of: text), "for": list(of: text), "measures": list(of: text),
        "after": list(of: text),
        "roles": list(of: object(["role": text, "actor": text, "verdict": verdict])),
        "criteria": list(of: object(["criterion": text, "how": text, "claims": list(of: text)])),
        "presumes": list(of: object(["not": text, "why": text]))
            .about("Exceptions nobody mentioned, which are presumed absent."),
        "evidence": object([
            "claims": list(of: claim), "independent": whole,
            "weakest": words(["strong", "qualified", "hypothesis"]).orNull, "inSample": yesNo,
        ]),
        "reasons": list(of: defined("reason")),
        // The terms of the package.
        "lenses": names(to: textOrNull), "attributes": names(to: textOrNull),
        "phases": list(
            of: object([
                "name": text, "text": textOrNull, "after": textOrNull, "afterSuccess": yesNo,
                "takes": textOrNull, "payments": list(of: defined("payment")), "claims": list(of: text),
            ])),
        "payments": list(of: defined("payment")).about("Those that belong to no phase."),
        "stops": list(of: object(["condition": text, "verdict": verdict, "claims": list(of: text)])),
        "watch": list(of: text), "failures": list(of: object(["text": text, "claims": list(of: text)])),
        "placement": object(["decidedBy": textOrNull, "behind": textOrNull, "movedByOrder": yesNo]),
    ])

    private static let question = object([
        "reading": text, "question": textOrNull,
        "answers": list(
            of: object([
                "value": text,
                "changes": list(of: object(["package": text, "from": standing, "to": standing])),
            ])),
    ])
}
