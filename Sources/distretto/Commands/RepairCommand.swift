import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto repair CASE PACKAGE`: what it would take for a package to be advised, or to stop.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "The smallest sets of readings that would make a package advised, or no longer.",
        discussion: """
            What may be so already and only has to be found out stands apart from what would have to change, \
            and that is grouped by who could change it. Only readings that the vocabulary calls changing, or \
            somebody's to change, are proposed.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Argument(
        help: "A package by name or title, or its number in the programme.", completion: Completions.packages)
    var package: [String]

    @Flag(help: "What would make it stop being advised.")
    var not = false

    @Flag(help: "Every way that was found, however many there are.")
    var details = false

    @Option(help: ArgumentHelp("Look for sets of at most this many readings.", valueName: "count"))
    var upTo = 5

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if upTo < 1 { throw ValidationError("Please give --up-to at least 1.") }
    }

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        guard let package = session.package(named: package) else {
            let text = package.joined(separator: " ")
            let near = session.packages(near: text).map { "`\($0)`" }.joined(separator: " or ")
            throw Refusal(
                "no package is called `\(text)`",
                help: near.isEmpty ? "list packages with: distretto vocabulary" : "did you mean \(near)?")
        }
        let request = session.request
        let answer = repair(
            request, session.consultation.evaluation, package, toStand: !not, limits: RepairLimits(size: upTo)
        )
        let screen = RepairView(
            answer, request: request, rulesDigest: session.checked.digest, isFull: details)
        view.show(screen.document, json: screen.json)
    }
}
