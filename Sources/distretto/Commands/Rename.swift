import ArgumentParser
import Presentation
import Workspace

/// `distretto rename OLD NEW`: another name, everywhere it is meant.
struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give something in the rules or a case another name, everywhere.",
        discussion: """
            Diagnostics, concepts, packages, claims, rules, cases, actors, scales and all else that has a \
            name: in rules, tests and cases, and in no text and no comment. An attribute or a value can be \
            given with what it belongs to: channel.share, degree.high. The file of a case follows it.

            All files are read again before any is written. The name is only changed if no error comes and \
            rules and cases mean the same but for it. The files are changed together, or none is.
            """)

    @Argument(help: "The name it has.")
    var old: String

    @Argument(help: "The name it gets.")
    var new: String

    @Option(help: "What is meant, where things of several kinds have the name: package, concept, value, ….")
    var kind: String?

    @Flag(
        name: [.customLong("dry-run"), .customLong("diff")], help: "Change nothing; show what would change.")
    var isRehearsal = false

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        let renaming: Renaming
        do {
            renaming = try Renaming(old, to: new, kind: kind, in: checked)
        } catch {
            throw Refusal(error.message, help: error.help)
        }
        if isRehearsal { return Output.write(renaming.changes.difference) }
        try renaming.changes.write(workingFolder: Output.workingFolder)
        Output.write("The \(renaming.kind) `\(renaming.oldName)` is called `\(renaming.newName)` now:\n")
        for (file, count) in renaming.places {
            Output.write("  \(file): \(count == 1 ? "once" : "\(count) times")\n")
        }
        for change in renaming.changes.changes {
            if let name = change.newName { Output.write("  \(change.old.name) is \(name) now\n") }
        }
        Output.write("Rules and cases mean the same. If lines have grown: distretto fmt\n")
    }
}
