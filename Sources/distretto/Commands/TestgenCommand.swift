import Analysis
import ArgumentParser
import Presentation
import Workspace

/// `distretto testgen RULE`: tests in which every condition of a rule is shown to matter.
struct TestgenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "testgen",
        abstract: "Write the smallest set of tests in which every condition of a rule matters.",
        discussion: """
            For each condition there are two little clusters that differ in it alone, and the rule applies to \
            one of them and not to the other. Copy the tests into the rule's tests file, give them titles of \
            your own, and see that they say what you meant.
            """)

    @Argument(help: "A rule by name.")
    var rule: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to a new file, not to the screen.", valueName: "file"))
    var output: String?

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try Session.refuseBroken(checked, about: nil)
        guard let id = try RuleChoice.rules([rule], in: checked.advising).first else { return }
        let tests = GeneratedTests(checked.mutationTrial(alone: true), of: id)
        let text = GeneratedTestsView(tests, rules: checked.advising).text
        guard let output else { return Output.write(text) }
        try TestsWriter(workingFolder: Output.workingFolder).write(text, to: output)
        Output.write("Wrote \(output). Try the tests with: distretto test\n")
    }
}
