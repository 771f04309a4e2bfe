import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto stability CASE`: how far readings could be otherwise before the programme is another one.
struct StabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stability",
        abstract: "For each reading the values that keep the programme, and what flips beyond.",
        discussion: """
            One reading is changed at a time; guesses come first. Of what is not known, the reading that \
            could change most is named. Name readings to look at these alone, or a package to ask when that \
            package would be advised, or no longer, whatever becomes of the others.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Argument(
        help: "Readings to look at, all unless said; or a package by name, title or number.",
        completion: Completions.readings)
    var thing: [String] = []

    @Flag(help: "Everything that is not known, and what nothing hangs on.")
    var details = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        let request = session.request
        let package = session.package(named: thing)
        let answer = stability(
            request, session.consultation.evaluation,
            of: package == nil ? try session.places(named: thing) : nil, about: package)
        let screen = StabilityView(
            answer, request: request, rulesDigest: session.checked.digest, isFull: details)
        view.show(screen.document, json: screen.json)
    }
}
