import ArgumentParser
import Presentation

/// `distretto schema [NAME]`: the form of what is printed and read, for programs.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "The JSON Schema of an answer or of a case; the list of them alone.",
        discussion: """
            Everything printed with --format json, and every case read as JSON, follows one of these \
            schemas (draft 2020-12). Its first key, format, says which.
            """)

    @Argument(help: ArgumentHelp("\(names.joined(separator: ", "))."), completion: .list(names))
    var name: String?

    private static let names = PublishedSchemas.all.map(\.name)

    func run() throws {
        guard let name else {
            let width = Self.names.map(\.count).max() ?? 0
            for schema in PublishedSchemas.all {
                let gap = String(repeating: " ", count: width - schema.name.count + 2)
                Output.write("\(schema.name)\(gap)\(schema.about) (\(schema.format))\n")
            }
            return
        }
        guard let schema = PublishedSchemas.schema(name) else {
            throw Refusal(
                "there is no schema `\(name)`", help: "the schemas are \(Self.names.joined(separator: ", "))")
        }
        Output.write(schema.text)
    }
}
