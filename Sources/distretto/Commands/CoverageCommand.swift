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
            """)

    @Flag(help: "Everything that is missing; else the first of it.")
    var details = false

    @Flag(help: "Exit with 1 when anything is missing.")
    var require = false

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        for cluster in checked.cases { try Session.refuseBroken(checked, about: cluster) }
        if checked.cases.isEmpty { try Session.refuseBroken(checked, about: nil) }
        let coverage = checked.coverage()
        let screen = CoverageView(coverage, tellsAll: details)
        view.show(screen.document, json: screen.json)
        if require, !coverage.isComplete { throw ExitCode(1) }
    }
}
