import Analysis
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto graph THING…`: what leads to what, as a picture.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "What leads to what: readings, concepts, rules and packages, as a picture.",
        discussion: """
            THING is the name of a package, concept, classification, rule, diagnostic or collection, or the \
            title of a package; several make one picture. A package is shown with the rules that speak of it, what they \
            ask, and what decides that, as far as it can be read on one page.

            --all shows the whole rule base theme by theme, since its hundreds of lines could not be told \
            apart: sections of the vocabulary on the left, concepts in the middle, packages by their files on \
            the right, with the number of rules between them. SVG draws the strongest lines of each theme; DOT and \
            Mermaid write all.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case svg, dot, mermaid }

    @Argument(help: "What to show.", completion: Completions.things)
    var thing: [String] = []

    @Flag(help: "The whole rule base, theme by theme.")
    var all = false

    @Option(help: "How to write it: svg, dot or mermaid.")
    var format: Format?

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp(
            "Write to this file; its ending says how (.svg, .dot, .gv, .mmd) unless --format does.",
            valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var sources: SourceOptions

    func validate() throws {
        if all != thing.isEmpty {
            throw ValidationError("Please name what to show, or say --all for the whole rule base.")
        }
    }

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        try Session.refuseBroken(checked, about: nil)
        let rules = checked.advising
        let view = GraphView(rules)
        let format = self.format ?? formatOfOutput
        let picture: GraphPicture
        if all {
            let themes = Influence(themesOf: rules)
            picture =
                format == .svg ? view.overview(themes) : view.picture(themes, title: "What leads to what")
        } else {
            let things = try thing.map { try found($0, in: rules) }
            picture = view.picture(Influence(around: things, in: rules), title: view.title(of: things))
        }
        let text =
            switch format {
            case .svg: view.svg(picture)
            case .dot: GraphText(picture).dot
            case .mermaid: GraphText(picture).mermaid
            }
        guard let output else { return Output.write(text) }
        try AnswerWriter(workingFolder: Output.workingFolder).write(text, to: output)
    }

    private var formatOfOutput: Format {
        switch output?.split(separator: ".").last?.lowercased() {
        case "dot"?, "gv"?: .dot
        case "mmd"?, "mermaid"?: .mermaid
        default: .svg
        }
    }

    private func found(_ text: String, in rules: RuleBase) throws -> Influence.Thing {
        if let thing = Influence.Thing(named: text, in: rules) { return thing }
        let near = NearNames.of(text, among: Influence.Thing.names(in: rules)).map { "`\($0)`" }
            .joined(separator: " or ")
        throw Refusal(
            "nothing here that could be shown is called `\(text)`",
            help: near.isEmpty ? "list names with: distretto vocabulary" : "did you mean \(near)?")
    }
}
