import ArgumentParser
import Presentation
import Workspace

/// `distretto vocabulary [WORD]`: what a case can say.
struct Vocabulary: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vocabulary",
        abstract:
            "What can be said of a cluster, with the question behind each word, and all that advice names.")

    @Argument(help: "Only what has this word in its name or question.")
    var word: String?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        let screen = VocabularyView(checked.rules, filter: word)
        view.show(screen.document, json: screen.json)
        if screen.isEmpty { throw ExitCode(1) }
    }
}
