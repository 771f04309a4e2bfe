import ArgumentParser
import Presentation
import Workspace

/// `distretto new lesson NAME`: a lesson in which what a trainer can say stands as comments.
struct NewLesson: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Write Cases/NAME.case with a lesson over a case.")

    @Argument(help: "The lesson's name: lower-case words joined by hyphens.")
    var name: String

    @Option(
        name: .customLong("case"), help: ArgumentHelp("The case that it goes through.", valueName: "name"),
        completion: Completions.cases)
    var cluster: String?

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        guard let named = try cluster.map({ try checked.cluster($0) }) ?? checked.cases.first else {
            throw Refusal(
                "there is no case to make a lesson of", help: "begin one with: distretto new case NAME")
        }
        if checked.walkNames.contains(name) {
            throw Refusal(
                "there is a case, a lesson or a course `\(name)` already",
                help: "choose another name, or edit what is there")
        }
        let text = LessonSkeleton(named, name: name).text
        let file = try CaseWriter(workingFolder: Output.workingFolder).write(text, name: name, of: "a lesson")
        Output.write("Wrote \(file). Put your own words into it, then: distretto walk \(name)\n")
    }
}
