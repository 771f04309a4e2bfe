extension Schema {
    /// `distretto brief --format json`.
    static let brief = object([
        "format": constant("distretto/brief/1"), "digests": digests, "case": consultedCase,
        "programme": list(
            of: object([
                "number": whole(from: 1), "phase": whole(from: 1), "package": text, "title": text,
                "standing": standing, "inFull": yesNo, "after": list(of: text),
            ])),
        "overrides": list(of: override),
        "against": list(
            of: object([
                "package": text, "title": text, "kind": words(["not-needed", "harmful", "disputed"]),
                "verdict": verdict,
            ])),
        "readings": list(
            of: object([
                "reading": text, "possible": text, "presumed": text, "basis": basis, "note": textOrNull,
                "citations": list(of: citation), "packages": list(of: text),
            ])
        ).about("What the programme rests on, that which carries most of it first."),
        "diagnosis": list(
            of: object([
                "subject": text, "verdict": verdict, "stated": yesNo, "contested": yesNo,
                "rules": list(of: text), "bearing": whole.about("Packages of the programme that rest on it."),
            ])),
        "questions": list(
            of: object([
                "reading": text, "question": text, "method": textOrNull, "packages": list(of: text),
            ])),
        "precedents": list(of: similarCase),
        "disputes": list(of: object(["dispute": text, "sidesReliedOn": list(of: text)])),
        "notes": list(
            of: object([
                "number": whole(from: 1), "source": text, "location": text, "claims": list(of: text),
            ])),
    ])

    /// `distretto similar --format json`.
    static let similar = object([
        "format": constant("distretto/similar/1"), "digests": digests, "case": text, "stage": text,
        "reasons": list(of: text).about("The rules that carry the advice here."),
        "similar": list(of: similarCase),
    ])

    static let similarCase = object([
        "case": text, "title": text, "stage": text,
        "likeness": whole.about(
            "In hundredths: the weight of the shared reasons out of the weight of all reasons of either."),
        "shared": list(
            of: object([
                "rule": text, "because": textOrNull, "claims": list(of: text),
                "cases": whole(from: 1).about("How many of the cases compared rest on it."),
            ])),
        "story": list(
            of: object([
                "stage": text,
                "done": list(
                    of: object([
                        "text": text, "by": textOrNull, "package": textOrNull,
                        "citations": list(of: citation),
                    ])),
                "outcomes": list(of: object(["text": text, "citations": list(of: citation)])),
            ])),
    ])

    static let basis = words(["stated", "assumed", "disputed", "carried-over", "unknown"])
}
