import ArgumentParser
import Inference
import Presentation
import RuleModel
import Workspace

/// `distretto explain CASE THING`: the proof, or the complete why-not.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why, or why not: the proof down to readings and claims.",
        discussion: """
            THING is a number of the programme as recommend prints it, the title of a package, or the name \
            of a package, concept, classification (cluster-type, or cluster-type=organized for one value), \
            rule, diagnostic or claim, of a measure, indicator, report, criterion, lens, actor or role, or \
            of a member of the cluster. What follows for a member: captive of lead-buyers.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Argument(help: "What to explain.", completion: Completions.things)
    var thing: [String]

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        let lookup = ThingLookup(session.consultation.answer, now: session.request.history.last)
        let text = thing.joined(separator: " ")
        guard let found = lookup.thing(text) else {
            if let length = lookup.programmeLength(missing: text) {
                throw Refusal(
                    "the programme has \(length == 1 ? "1 line" : "\(length) lines"), and none is \(text)",
                    help:
                        "see them with: distretto recommend \(name)\(options.stage.map { " --stage \($0)" } ?? "")"
                )
            }
            let near = lookup.near(text).map { "`\($0)`" }.joined(separator: " or ")
            throw Refusal(
                "nothing here is called `\(text)`",
                help: near.isEmpty ? "list names with: distretto vocabulary" : "did you mean \(near)?")
        }
        let evaluation = session.consultation.evaluation
        let screen = ExplainView(found.subject(in: evaluation), evaluation: evaluation)
        view.show(screen.document, json: screen.json)
    }
}
