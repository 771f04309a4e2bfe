extension Schema {
    /// A case as `distretto cases NAME --format json` writes it and `recommend` reads it.
    static let clusterCase = object(
        [
            "format": constant("distretto/case/1"), "name": name, "title": text,
            "stages": list(of: defined("stage"), atLeast: 1).about("In order of time."),
        ],
        optional: [
            "fields": list(
                of: object([
                    "name": words(["country", "place", "sector", "teaches", "signed-off", "note"]),
                    "text": text,
                ]))
        ])

    private static let name = text(like: "^\\S+$")
    private static let period = text.about("A date as the notation writes it: 1994-05, late 1990s.")
    private static let citations = list(of: citation, atLeast: 1)

    static let caseDefinitions: [String: Schema] = [
        "stage": object(
            ["name": name],
            optional: [
                "title": text, "after": name, "from": period, "to": period,
                "readings": defined("readings"), "members": list(of: defined("member")),
                "listed": list(of: name).about("Collections of which every member is told."),
                "notListed": list(of: name).about("Collections of which nobody can name every member."),
                "inForce": names(to: defined("holding")).about("Packages in force, or not."),
                "questions": list(of: text),
                "deeds": list(
                    of: object(["text": text], optional: ["by": name, "as": name, "at": citations])),
                "outcomes": list(of: object(["text": text], optional: ["at": citations])),
                "overrides": list(
                    of: either(
                        object(["reject": name, "reason": text, "by": text]),
                        object(["add": name, "reason": text, "by": text]))
                ).about("What an adviser decides against the rules, or beside them."),
                "expect": list(
                    of: object(
                        ["that": text], optional: ["from": list(of: name, atLeast: 1), "at": citations])
                ),
            ]),
        "member": either(
            object(
                ["collection": name, "name": name],
                optional: [
                    "title": text, "readings": defined("readings"), "members": list(of: defined("member")),
                    "listed": list(of: name), "notListed": list(of: name),
                ]),
            object(["collection": name, "name": name, "gone": constant(true)])),
        "readings": names(to: either(defined("reading"), list(of: defined("reading"), atLeast: 1)))
            .about("By name of the diagnostic, attribute, concept or classification."),
        "value": either(yesNo, number, text).about(
            "True or false for yes/no; else a number, or a text as the notation writes it: 40..60%, low or medium."
        ),
        "texts": either(text, list(of: text, atLeast: 1)),
        "reading": either(
            defined("value"),
            object(["value": defined("value")], optional: readingParts),
            object(["not": text], optional: readingParts),
            object(["text": defined("texts")], optional: readingParts),
            object(["unknown": constant(true)], optional: ["note": text]),
            object([
                "disputed": list(
                    of: either(
                        object(["value": defined("value"), "at": citations], optional: ["note": text]),
                        object(["text": defined("texts"), "at": citations])), atLeast: 1)
            ])),
        "holding": either(yesNo, object(["value": yesNo], optional: readingParts)),
    ]

    /// What may stand beside a value.
    private static let readingParts: [String: Schema] = [
        "presumably": either(defined("value"), object(["text": defined("texts")])),
        "assumed": constant(true), "at": citations, "note": text,
    ]
}
