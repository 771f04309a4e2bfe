extension Schema {
    /// `distretto check --format json`.
    static let check = object([
        "format": constant("distretto/check/1"),
        "findings": list(
            of: object([
                "code": text(like: "^[a-z0-9]+(-[a-z0-9]+)*$"),
                "severity": words(["error", "warning", "hint"]), "message": text, "label": textOrNull,
                "place": defined("place").orNull,
                "notes": list(of: object(["place": defined("place"), "label": text])),
                "help": list(of: text),
                "suggestion": object(["place": defined("place"), "replacement": text]).orNull,
            ])),
        "errors": whole, "warnings": whole,
    ])

    static let checkDefinitions: [String: Schema] = [
        "place": object([
            "file": text, "line": whole(from: 1).orNull, "column": whole(from: 1).orNull,
            "start": whole.about("In bytes from the start of the file."), "end": whole,
        ])
    ]

    /// `distretto test --format json`.
    static let test = object([
        "format": constant("distretto/test/1"), "expectations": whole, "unmet": whole,
        "overrides": list(
            of: object(["title": text, "stage": textOrNull, "override": override])
        ).about("What advisers decided, which is no expectation and is not tested."),
        "trials": list(
            of: object([
                "title": text, "stage": textOrNull,
                "outcomes": list(
                    of: object([
                        "expected": text, "met": yesNo, "verdict": verdict, "file": textOrNull,
                        "line": whole,
                    ])),
            ])),
    ])

    /// `distretto cases --format json`.
    static let cases = object([
        "format": constant("distretto/cases/1"),
        "cases": list(
            of: object([
                "name": text, "title": text, "file": textOrNull,
                "fields": list(of: object(["name": text, "text": text])),
                "stages": list(
                    of: object(["name": text, "title": text, "from": textOrNull, "to": textOrNull])),
            ])),
    ])

    /// `distretto coverage --format json`.
    static let coverage = object([
        "format": constant("distretto/coverage/1"), "testStages": whole, "caseStages": whole,
        "figures": list(
            of: object(["figure": text, "all": whole, "tests": whole, "cases": whole, "either": whole])),
        "missing": list(
            of: object([
                "kind": words(["package", "rule"]), "name": text, "gaps": list(of: text, atLeast: 1),
                "file": textOrNull, "line": whole,
            ])),
    ])

    /// `distretto literature --format json`.
    static let literature: Schema = {
        let figures: [String: Schema] = [
            "claims": whole, "encoded": whole, "excused": whole, "neither": whole,
            "retold": whole.about(
                "Of the encoded, those used only by way of a claim that tells the same evidence."),
        ]
        let sections = list(of: object(["location": text, "claims": list(of: defined("entry"))]))
        let document = ["source": textOrNull, "sections": sections].merging(figures) { first, _ in first }
        return object([
            "format": constant("distretto/literature/1"), "total": object(figures),
            "documents": list(of: object(document)),
        ])
    }()

    static let literatureDefinitions: [String: Schema] = [
        "entry": object([
            "claim": claim, "account": words(["encoded", "excused", "neither"]),
            "grounds": list(
                of: object([
                    "kind": text, "name": text, "part": textOrNull, "file": textOrNull, "line": whole,
                ])),
            "exclusion": object(["reason": text, "claims": list(of: text), "note": textOrNull]).orNull,
            "restates": list(of: text), "fromCases": list(of: text), "figure": textOrNull,
            "file": textOrNull, "line": whole,
        ])
    ]

    /// `distretto vocabulary --format json`.
    static let vocabulary = object([
        "format": constant("distretto/vocabulary/1"),
        "entries": list(
            of: object([
                "name": text, "kind": text, "text": textOrNull, "details": list(of: text),
                "section": textOrNull,
            ])),
    ])
}
