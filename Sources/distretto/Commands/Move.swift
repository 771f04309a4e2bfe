import ArgumentParser
import Presentation
import Workspace

/// `distretto move RULE FILE`: a rule where it belongs, with its tests.
struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Move a rule to another file, with its tests and comments.",
        discussion: """
            The comments right above the rule go with it, and its tests: those that ask of no other rule \
            whether it applies, and those that stand right behind it. Tests from a file of their own go to the \
            file of tests beside the new one. A file that is not there is begun.

            The move is only made if rules and cases are the same afterwards, digest by digest. The files are \
            changed together, or none is.
            """)

    @Argument(help: "The rule's name.", completion: .default)
    var rule: String

    @Argument(help: "Where it belongs: a file of rules, there or new.", completion: Completions.sources)
    var file: String

    @Flag(
        name: [.customLong("dry-run"), .customLong("diff")], help: "Change nothing; show what would change.")
    var isRehearsal = false

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        let relocation: Relocation
        do {
            relocation = try Relocation(rule, to: file, workingFolder: Output.workingFolder, in: checked)
        } catch {
            throw Refusal(error.message, help: error.help)
        }
        if isRehearsal { return Output.write(relocation.changes.difference) }
        try relocation.changes.write(workingFolder: Output.workingFolder)
        Output.write("The rule `\(relocation.rule)` stands in \(relocation.file) now.\n")
        for test in relocation.tests {
            Output.write("  its test \"\(test.title)\" went to \(test.file)\n")
        }
        Output.write("Rules and cases are the same, digest by digest.\n")
    }
}
