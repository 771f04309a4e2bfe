import ArgumentParser
import Presentation
import Workspace

/// `distretto cases`: what can be consulted.
struct Cases: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "The cases there are, with their stages; or all of one case, as JSON.",
        discussion: """
            With a case and --format json, the whole case is printed in the form that recommend and \
            explain read (distretto schema case).
            """)

    @Argument(
        help: ArgumentHelp("Only this case, by name or by the path of its file.", valueName: "case"),
        completion: Completions.cases)
    var name: String?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        guard let name else {
            let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
            checked.sources.warnOfUnread()
            let screen = CasesView(checked.cases)
            return view.show(screen.document, json: screen.json)
        }
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules, forCase: name))
        let cluster = try checked.cluster(name)
        // What was only half understood would be only half written.
        if view.format == .json { try Session.refuseBroken(checked, about: cluster) }
        view.show(CasesView([cluster]).document, json: CaseJSON(cluster, in: checked.rules).json)
    }
}
