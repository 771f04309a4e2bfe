import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto brief CASE`: what an adviser hands over.
struct Brief: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Two to four pages to hand over: situation, programme, doubts, precedents, references.",
        discussion: """
            The leading packages are told in full, the others in a line each. Markdown unless said; html is \
            one page that needs nothing else, for the screen and for A4. With --output the ending of the \
            file's name says which: .html, .md or .json. The file is written whole or not at all. For a PDF, \
            write .html and print it from a browser.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, html, json }

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Option(help: "How to write it: markdown, html or json.")
    var format: Format?

    @Option(
        name: [.long, .customShort("o")], help: ArgumentHelp("Write to this file.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions

    func run() throws {
        let format = try self.format ?? formatOfOutput
        let session = try Session(name, sources: sources, options: options, isOverview: true)
        let request = session.request
        let consultation = session.consultation
        let pages = BriefView(
            briefing(
                consultation.answer, of: request.cluster, consultation.evaluation,
                precedents: session.checked.similarCases(to: consultation, request)),
            history: request.history, rulesDigest: session.checked.digest,
            caseDigest: session.caseDigest.value)
        let text =
            switch format {
            case .markdown: MarkdownLayout().render(pages.document)
            case .html: HTMLLayout().render(pages.document)
            case .json: pages.json.text
            }
        guard let output else { return Output.write(text) }
        try AnswerWriter(workingFolder: Output.workingFolder).write(text, to: output)
    }

    /// What the ending of the file's name says.
    private var formatOfOutput: Format {
        get throws {
            guard let output else { return .markdown }
            let name = output.split(separator: "/").last ?? ""
            let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
            switch ending {
            case "html", "htm": return .html
            case "md", "markdown", "txt": return .markdown
            case "json": return .json
            // Rules and cases are not written over, which is said where it is written.
            case "rules", "case": return .markdown
            case "pdf":
                throw Refusal(
                    "a brief is not written as PDF",
                    help: "write \(output.dropLast(4)).html, open it in a browser and print it to a file")
            default:
                throw Refusal(
                    "the name `\(output)` does not say how the brief is to be written",
                    help: "let it end in .html, .md or .json; or add --format html, markdown or json")
            }
        }
    }
}
