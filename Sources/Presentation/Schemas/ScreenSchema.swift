import Advice
import Census

extension Schema {
    /// `distretto screen TABLE --summary-by COLUMN --format json`.
    static let screen = object([
        "format": constant("distretto/screen/1"), "rulesDigest": digest,
        "by": text.about("The column, or package where all rows are one group."), "rows": whole(),
        "groups": list(
            of: object([
                "name": text.about("As the table has it; empty for a blank."), "rows": whole(),
                "packages": list(
                    of: object([
                        "package": text, "stands": whole(), "provisional": whole(), "open": whole(),
                        "contested": whole(), "advised-against": whole(), "not-advised": whole(),
                    ])
                ).about("All packages, in order of name, with the number of rows in which each stands so."),
            ])),
    ])
}
