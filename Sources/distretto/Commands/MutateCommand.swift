import Analysis
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto mutate`: would any test notice if a rule were otherwise?
struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Change the rules in small ways, one at a time, and see which changes no test notices.",
        discussion: """
            A condition is dropped or turned round, a threshold shifted by one step, a value swapped for its \
            neighbour, an exception left out, a conclusion changed. A change is noticed when an expectation \
            of a test or case that was met is met no longer. For each change that nobody notices the \
            missing test is written out, or it is proved that no case could tell the difference.

            Exits with 1 when a change goes unnoticed.
            """)

    @Argument(
        help: ArgumentHelp("Rules by name, or rule files; all rules unless said.", valueName: "rule or file"),
        completion: Completions.sources)
    var chosen: [String] = []

    @Option(help: ArgumentHelp("Try only so many of the changes, drawn by chance.", valueName: "count"))
    var sample: Int?

    @Option(help: ArgumentHelp("What the chance begins with: the same draw every time.", valueName: "number"))
    var seed: UInt64 = 1

    @Flag(help: "Everything that no test notices, and what makes no difference; else the first of it.")
    var details = false

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("Please give --sample at least 1.") }
    }

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        for cluster in checked.cases { try Session.refuseBroken(checked, about: cluster) }
        if checked.cases.isEmpty { try Session.refuseBroken(checked, about: nil) }
        let report = checked.mutationReport(
            of: try RuleChoice.rules(chosen, in: checked.advising), sample: sample, seed: seed,
            progress: { done, all in Progress.show("\(done) of \(all) changes tried") })
        Progress.clear()
        let screen = MutationView(report, tellsAll: details)
        view.show(screen.document, json: screen.json)
        if report.tally.survived > 0 { throw ExitCode(1) }
    }
}

/// The rules that names and files stand for.
enum RuleChoice {
    static func rules(_ chosen: [String], in rules: RuleBase) throws -> [ID<Rule>] {
        let all = rules.rules.indices.map { ID<Rule>($0) }
        guard !chosen.isEmpty else { return all }
        return Set(try chosen.flatMap { text in try found(text, in: rules, among: all) }).sorted()
    }

    private static func found(_ text: String, in rules: RuleBase, among all: [ID<Rule>]) throws -> [ID<Rule>]
    {
        if SourceFinder.isPath(text) || text.hasSuffix(".rules") {
            let inside = all.filter { id in
                let file = rules[id].origin.file
                return file == text || file.hasSuffix("/" + text) || text.hasSuffix("/" + file)
            }
            guard inside.isEmpty else { return inside }
            throw Refusal("no rule stands in `\(text)`", help: "name a rule, or a file with rules in it")
        }
        if let place = rules.rules.firstIndex(where: { $0.name == text }) { return [ID(place)] }
        let near = NearNames.of(text, among: rules.rules.map(\.name)).map { "`\($0)`" }
            .joined(separator: " or ")
        throw Refusal(
            "no rule is called `\(text)`",
            help: near.isEmpty ? "rules are declared in the files under Rules" : "did you mean \(near)?")
    }
}
