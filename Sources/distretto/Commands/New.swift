import ArgumentParser
import Presentation
import Workspace

/// `distretto new …`: the start of something.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin something new.",
        subcommands: [NewCase.self, NewRule.self, NewPackage.self, NewTest.self, NewLesson.self])
}

/// `distretto new case NAME`: a case file in which every question stands as a comment.
struct NewCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Write Cases/NAME.case with every question of the vocabulary.")

    @Argument(help: "The case's name: lower-case words joined by hyphens.")
    var name: String

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        let text = CaseSkeleton(checked.rules, name: name).text
        let file = try CaseWriter(workingFolder: Output.workingFolder).write(text, name: name)
        Output.write("Wrote \(file). Answer what you can, then: distretto recommend \(name)\n")
    }
}
