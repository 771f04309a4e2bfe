extension Schema {
    /// `distretto explain --format json`: proofs for what rules conclude, else a reading or a claim.
    static let explain = object(
        ["format": constant("distretto/explain/1"), "thing": text],
        optional: [
            "case": text, "stage": text,
            "proofs": list(of: object(["root": whole, "steps": list(of: defined("step"), atLeast: 1)])),
            "reading": defined("reading").orNull,
            "claim": claim, "standsBehind": list(of: text),
        ])

    private static let place = whole.about("The place of a step of this proof, from 0.")

    static let explainDefinitions: [String: Schema] = [
        "step": either(defined("factStep"), defined("conditionStep")),
        "factStep": object(
            [
                "verdict": verdict, "fact": text, "stated": yesNo, "verdictByRules": verdict,
                "applications": list(of: defined("application")),
            ],
            optional: [
                "withoutMembers": list(
                    of: object(["rule": text, "collection": text, "allListed": yesNo]), atLeast: 1)
            ]),
        "application": object([
            "rule": text, "verdict": verdict, "because": textOrNull, "claims": list(of: claim),
            "members": list(of: text), "packages": list(of: text), "conditions": list(of: place),
            "exceptions": list(of: place), "inForce": place.orNull,
        ]),
        "conditionStep": object([
            "verdict": verdict, "condition": text, "stage": whole, "grounds": defined("grounds"),
        ]),
        "grounds": either(
            object(["figures": list(of: defined("figure"))]), object(["fact": place]),
            object(["parts": list(of: place)]),
            object(["members": list(of: defined("member")), "openEnded": yesNo]),
            object(["declared": constant(true)]), object(["reading": defined("reading").orNull])),
        "member": object(["name": text, "filter": place.orNull, "body": place.orNull]),
        "figure": object(
            ["expression": text, "possible": text, "presumed": text],
            optional: [
                "reading": defined("reading").orNull, "members": list(of: defined("member")),
                "openEnded": yesNo, "conditions": list(of: place),
            ]),
        "reading": object([
            "possible": text, "presumed": text,
            "basis": basis,
            "note": textOrNull, "citations": list(of: citation),
        ]),
    ]
}
