import ArgumentParser
import Presentation
import Workspace

/// `distretto cases`: what can be consulted.
struct Cases: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The cases there are, with their stages.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        let screen = CasesView(checked.cases)
        view.show(screen.document, json: screen.json)
    }
}
