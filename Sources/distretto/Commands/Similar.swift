import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto similar CASE`: where the same reasons carried the advice, and what came of it there.
struct Similar: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "The cases most alike in what mattered to the advice, what was done and what came of it.",
        discussion: """
            Two cases are alike in the rules that carry the advice in both, not in their raw readings. A rule \
            counts as much as there are cases that do not rest on it. The number before a case is the weight \
            of the shared rules in hundredths of the weight of all rules of either. With --generation or --lens \
            only the advice of that school counts, here and there; --at-most changes nothing.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Flag(help: "All cases that share a reason, not the five most alike.")
    var all = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        let consultation = session.consultation
        let screen = SimilarView(
            session.checked.similarCases(to: consultation, session.request),
            reasons: consultation.evaluation.rulesCarryingAdvice(for: session.request),
            to: consultation.answer,
            rulesDigest: session.checked.digest,
            caseDigest: session.caseDigest.value,
            most: all ? .max : 5)
        view.show(screen.document, json: screen.json)
    }
}
