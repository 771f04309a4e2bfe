import Analysis
import ArgumentParser
import Inference
import Presentation
import RuleModel
import Workspace

/// `distretto analyze [KIND]…`: what no single case shows of the rules.
struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What can never be, what contradicts and what is missing, with a cluster that shows it.",
        discussion: """
            Over all clusters there can be, and over rules that lead to each other: rules that can never \
            fire, packages that can never stand, advice for and against at once, rules and conditions that \
            change nothing, exceptions that swallow their rule, kinds for which nothing is advised. Every \
            fault comes with a smallest cluster that shows it. What is asked can be narrowed by naming \
            questions: \(FaultQuestion.allCases.map(\.rawValue).joined(separator: ", ")).

            A contest is meant where a test or a case shows it and expects it. Anything that is found may stand \
            where a comment above the declaration says why: # allow QUESTION: reason

            Exits with 1 when something is found that nothing says is meant, and no file allows.
            """)

    @Argument(help: ArgumentHelp("Which questions to ask; all unless said.", valueName: "question"))
    var questions: [String] = []

    @Option(help: ArgumentHelp("Only what concerns this package.", valueName: "name"))
    var package: String?

    @Option(
        help: ArgumentHelp("Only what concerns this rule.", valueName: "name"), completion: Completions.rules)
    var rule: String?

    @Flag(help: "Write the proofs out, and show what tests, cases or disputes say is meant.")
    var details = false

    @Option(
        help: ArgumentHelp(
            "Write each witness as a case file into this folder, for recommend and explain.",
            valueName: "folder"))
    var writeWitnesses: String?

    @Option(
        help: ArgumentHelp(
            "Instead, plant so many faults in the rules, one at a time, and print how many are found.",
            valueName: "count"))
    var trial: Int?

    @Option(help: ArgumentHelp("Which faults a trial plants: another number, others.", valueName: "number"))
    var seed: UInt64 = 1

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if let trial, trial < 1 { throw ValidationError("Please give --trial a number above zero.") }
    }

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        try Session.refuseBroken(checked, about: nil)
        let rules = checked.rules
        if let trial {
            return view.show(
                TrialView(AnalysisTrial(rules, count: trial, seed: seed, sharing: AllCores())).document)
        }
        var analysis = RuleAnalysis(CompiledRules(rules), cases: checked.cases)
        analysis.allowances = checked.faultAllowances
        analysis.rule = try rule.map { try Self.place($0, among: rules.rules.map(\.name), "rule") }
        analysis.package = try package.map {
            try Self.place($0, among: rules.packages.map(\.name), "package")
        }
        let report = analysis.report(on: try asked, sharing: AllCores())
        let evaluator = checked.evaluator
        let screen = AnalyzeView(report, rules: rules, tellsAll: details) { evaluator($0, []) }
        view.show(screen.document, json: screen.json)
        if let writeWitnesses {
            let writer = WitnessWriter(workingFolder: Output.workingFolder)
            for (name, text) in screen.cases { _ = try writer.write(text, name: name, in: writeWitnesses) }
        }
        if !report.unexpected.isEmpty { throw ExitCode(1) }
    }

    private var asked: Set<FaultQuestion> {
        get throws {
            let named = try questions.map { text in
                guard let question = FaultQuestion(rawValue: text) else {
                    let known = FaultQuestion.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                    throw Refusal("there is no question called `\(text)`", help: "the questions are \(known)")
                }
                return question
            }
            return named.isEmpty ? Set(FaultQuestion.allCases) : Set(named)
        }
    }

    private static func place<Declared>(_ name: String, among names: [String], _ what: String) throws -> ID<
        Declared
    > {
        if let place = names.firstIndex(of: name) { return ID(place) }
        let near = NearNames.of(name, among: names).map { "`\($0)`" }.joined(separator: " or ")
        throw Refusal(
            "no \(what) is called `\(name)`",
            help: near.isEmpty ? "list names with: distretto vocabulary" : "did you mean \(near)?")
    }
}
