import Advice
import ArgumentParser
import Presentation
import RuleModel

/// `distretto recommend CASE`: the ranked and ordered programme.
struct Recommend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommend",
        abstract: "What to do for a cluster: a ranked, ordered, cited programme.")

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Flag(
        help: "Everything that can be said of every package: steps, measures, failures, figures, questions.")
    var details = false

    @Flag(
        help: "Which packages stand whatever the truth, for some answers, and for none.")
    var bounds = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: true)
        let screen = RecommendView(
            session.consultation.answer, history: session.request.history,
            rulesDigest: session.checked.digest,
            caseDigest: session.caseDigest.value,
            detail: details ? .full : .overview,
            bounds: bounds
                ? Advice.bounds(session.request, session.consultation.evaluation) : nil,
            askedAs: name)
        view.show(screen.document, json: screen.json)
    }
}
