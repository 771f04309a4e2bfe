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
            could change most is named. Name readings to look at these alone.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Argument(help: "Readings to look at; all unless said.", completion: Completions.readings)
    var reading: [String] = []

    @Flag(help: "Everything that is not known, and what nothing hangs on.")
    var details = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        let request = session.request
        let answer = stability(
            request, session.consultation.evaluation, of: try session.places(named: reading))
        let screen = StabilityView(
            answer, request: request, rulesDigest: session.checked.digest, isFull: details)
        view.show(screen.document, json: screen.json)
    }
}
