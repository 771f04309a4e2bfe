import ArgumentParser
import Presentation
import Workspace

/// `distretto coverage`: what tests and cases have shown of the rules.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What tests and cases try of the rules, and what nobody has tried yet.",
        discussion: """
            Rules that fire and are held back, conditions met and not met, thresholds tried at, below and \
            above, packages recommended and withheld: by rule tests and by cases apart. Missing is what no \
            rule test shows, and of packages what neither test nor case does.

            What counts is what was evaluated in a stage that expects something, not what it expects.

            lcov is the form that code-review tools read: what rule tests show, lines, rules and both sides of \
            conditions. html writes a folder: the rule files, each line marked with what tests show of it.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, markdown, json, lcov, html }

    @Flag(help: "Everything that is missing; else the first of it.")
    var details = false

    @Flag(help: "Exit with 1 when anything is missing.")
    var require = false

    @Option(help: "How to print: terminal, markdown, json, lcov or html.")
    var format: Format = .terminal

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp("Write to this file; with html, to this folder.", valueName: "path"),
        completion: .file())
    var output: String?

    @Flag(help: "With html: write into a folder that holds other files as well; they stay.")
    var keepOthers = false

    @OptionGroup var sources: SourceOptions
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if format == .html, output == nil {
            throw ValidationError("Please name the folder to write: --format html --output FOLDER.")
        }
    }

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        for cluster in checked.cases { try Session.refuseBroken(checked, about: cluster) }
        if checked.cases.isEmpty { try Session.refuseBroken(checked, about: nil) }
        let coverage = checked.coverage()
        let texts = checked.sources.texts.filter { !$0.isCase }.map { (name: $0.name, bytes: $0.bytes) }
        let screen = CoverageView(coverage, tellsAll: details)
        let text: String
        switch format {
        case .html:
            let files = CoverageSite(coverage, texts: texts).files.map { (path: $0.path, text: $0.text) }
            let folder = output ?? ""
            try FolderWriter(workingFolder: Output.workingFolder).write(
                files, to: folder, keepingOthers: keepOthers)
            text = ""
        case .lcov: text = CoverageTrace(coverage, texts: texts).text
        case .json: text = screen.json.text
        case .markdown: text = MarkdownLayout().render(screen.document)
        case .terminal: text = layout.layout.render(screen.document)
        }
        if let output, format != .html {
            try AnswerWriter(workingFolder: Output.workingFolder).write(text, to: output)
        } else {
            Output.write(text)
        }
        if require, !coverage.isComplete { throw ExitCode(1) }
    }
}
