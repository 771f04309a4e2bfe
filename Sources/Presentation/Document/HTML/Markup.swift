/// A piece of a page. Text goes in as text: only the program's own words become tags and attributes.
///
///     Markup.element("p", ["dir": "auto"], [.text("<script>")])      // <p dir="auto">&lt;script&gt;</p>
///
/// Names of elements and attributes are `StaticString`s, which no file can supply.
struct Markup: Hashable, Sendable {
    /// What a browser reads.
    private(set) var source: String

    private init(source: String) { self.source = source }

    static let nothing = Markup(source: "")

    /// Words for the reader, whatever characters they have.
    static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

    static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ inside: [Markup] = []
    ) -> Markup {
        var source = opening(name, attributes)
        for part in inside { source += part.source }
        return Markup(source: source + "</\(name)>")
    }

    /// An element that has no inside, such as `meta`.
    static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Markup {
        Markup(source: opening(name, attributes))
    }

    /// Rules of style of the program's own.
    static func style(_ rules: StaticString) -> Markup {
        Markup(source: "<style>\n\(rules)</style>")
    }

    /// Data for a script beside the page; a browser neither shows nor runs it.
    static func data(_ id: StaticString, _ value: JSON) -> Markup {
        Markup(
            source: opening("script", ["type": "application/json", "id": "\(id)"]) + value.scriptText
                + "</script>")
    }

    /// A whole page.
    static func page(_ inside: [Markup]) -> Markup {
        Markup(source: "<!DOCTYPE html>\n" + inside.map(\.source).joined() + "\n")
    }

    /// A line break in the source, for those who read it.
    static let line = Markup(source: "\n")

    private static func opening(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
    ) -> String {
        "<\(name)" + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
