import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// Where something new goes, and which rules it is checked against.
struct PlaceOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Write it at the end of this file, or into this new one.", valueName: "file"),
        completion: Completions.sources)
    var file: String?

    @OptionGroup var sources: SourceOptions

    /// The rules in use, with a starter that knows what they declare.
    func start() throws -> (rules: RuleBase, starter: RuleStarter) {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        return (checked.rules, RuleStarter(workingFolder: Output.workingFolder, rules: checked.rules))
    }

    /// - Parameter command: what is to be typed next.
    static func tell(_ written: RuleStarter.Written, next: String, with command: String) {
        let verb = written.wasThere ? "Added to" : "Wrote"
        let option = written.isFound ? "" : " --rules \(written.file)"
        Output.write("\(verb) \(written.file). \(next): distretto \(command)\(option)\n")
    }
}

/// `distretto new rule NAME`: a rule in which what it can say stands as comments.
struct NewRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Start a rule, in Rules/NAME.rules unless said.")

    @Argument(help: "The rule's name: lower-case words joined by hyphens.")
    var name: String

    @OptionGroup var place: PlaceOptions

    func run() throws {
        let (rules, starter) = try place.start()
        let text = RuleSkeleton(rules, name: name).text
        PlaceOptions.tell(
            try starter.startRule(name, text, in: place.file),
            next: "Fill it in; what is missing says", with: "check")
    }
}

/// `distretto new package NAME`: a package in which all that can be said of one stands as comments.
struct NewPackage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package", abstract: "Start a package, in Rules/packages/NAME.rules unless said.")

    @Argument(help: "The package's name: lower-case words joined by hyphens.")
    var name: String

    @OptionGroup var place: PlaceOptions

    func run() throws {
        let (rules, starter) = try place.start()
        let text = PackageSkeleton(rules, name: name).text
        PlaceOptions.tell(
            try starter.startPackage(name, text, in: place.file),
            next: "Fill it in; what is missing says", with: "check")
    }
}

/// `distretto new test RULE`: two tests of a rule, with the words it reads.
struct NewTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Start two tests of a rule, in a file beside the rule's own.")

    @Argument(help: "The rule that is tried.", completion: Completions.rules)
    var rule: String

    @OptionGroup var place: PlaceOptions

    func run() throws {
        let (rules, starter) = try place.start()
        let rule = try starter.rule(rule)
        let tests = TestSkeleton(rules, rule: rule)
        PlaceOptions.tell(
            try starter.startTests(of: rule, titles: tests.titles, tests.text, in: place.file),
            next: "Tell of the two clusters, then try what they expect", with: "test")
    }
}
