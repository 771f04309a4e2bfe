/// The JSON Schemas of all that the program prints and of the one thing it reads.
public enum PublishedSchemas {
    /// By the name that `distretto schema` takes, in order of name.
    public static var all: [(name: String, format: String, about: String)] {
        documents.map { ($0.name, format($0.name), $0.about) }
    }

    /// The schema of a format, by its short name or in full: `case`, `distretto/case/1`.
    public static func schema(_ name: String) -> JSON? {
        documents.first { $0.name == name || format($0.name) == name }.map {
            $0.schema.document(format: format($0.name), title: $0.about, definitions: $0.definitions)
        }
    }

    private static func format(_ name: String) -> String { "distretto/\(name)/1" }

    private struct Published {
        var name: String
        var about: String
        var schema: Schema
        var definitions: [String: Schema] = [:]
    }

    private static var documents: [Published] {
        [
            Published(
                name: "analyze", about: "What no single case shows of the rules", schema: .analyze),
            Published(
                name: "ask-rehearsal", about: "How many questions each case takes", schema: .askRehearsal),
            Published(name: "brief", about: "What a brief tells, as data", schema: .brief),
            Published(
                name: "case", about: "A case, to be read or written", schema: .clusterCase,
                definitions: Schema.caseDefinitions),
            Published(name: "cases", about: "The cases there are", schema: .cases),
            Published(
                name: "check", about: "What is wrong with rules and cases", schema: .check,
                definitions: Schema.checkDefinitions),
            Published(name: "compare", about: "Advice side by side", schema: .compare),
            Published(
                name: "coverage", about: "What tests and cases try of the rules", schema: .coverage),
            Published(
                name: "diff", about: "What an edit of the rules does", schema: .diff,
                definitions: Schema.changeDefinitions),
            Published(
                name: "each-change", about: "What each single change would do", schema: .eachChange,
                definitions: Schema.flipDefinitions),
            Published(
                name: "explain", about: "A proof, a reading or a claim", schema: .explain,
                definitions: Schema.explainDefinitions),
            Published(
                name: "gate", about: "Whether a change of the rules may pass", schema: .gate,
                definitions: Schema.changeDefinitions),
            Published(
                name: "literature", about: "Every claim, with what stands on it", schema: .literature,
                definitions: Schema.literatureDefinitions),
            Published(
                name: "mutate", about: "Which changes of the rules the tests notice", schema: .mutate),
            Published(
                name: "recommend", about: "The programme for a case", schema: .recommend,
                definitions: Schema.recommendDefinitions),
            Published(name: "repair", about: "What it would take for a package", schema: .repair),
            Published(name: "screen", about: "Where packages stand in a table's rows", schema: .screen),
            Published(
                name: "similar", about: "The cases most alike, and what came of them", schema: .similar),
            Published(
                name: "stability", about: "How far readings could be otherwise", schema: .stability,
                definitions: Schema.flipDefinitions),
            Published(name: "test", about: "Expectations and what came of them", schema: .test),
            Published(name: "vocabulary", about: "What can be said of a cluster", schema: .vocabulary),
            Published(
                name: "what-if", about: "What changes when something is otherwise", schema: .whatIf,
                definitions: Schema.changeDefinitions),
        ]
    }
}
