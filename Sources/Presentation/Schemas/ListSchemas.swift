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
