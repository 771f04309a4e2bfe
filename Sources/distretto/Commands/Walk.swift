import ArgumentParser
import Presentation
import RuleModel
import Training
import Workspace

/// `distretto walk CASE`: a class, or one learner, goes through a case's history stage by stage.
struct Walk: ParsableCommand {
    enum Pace: String, ExpressibleByArgument, CaseIterable {
        case alone
        case classroom = "class"
    }

    static let configuration = CommandConfiguration(
        commandName: "walk",
        abstract:
            "Goes through a case's history: what was known then, your answer, the rules', and what was done.",
        discussion: """
            Stage by stage, with nothing from later ones. Type help for the words. Help, marks and reasons are \
            the rules' own, each with the claims it stands on.

            What is said is kept line by line in a file, so that a walk can be broken off at any moment and \
            gone on with by the same command: beside the case, or in the one named with --session. With \
            --pace class nothing is judged until the trainer types reveal, and each step waits for Enter.

            With --html walks are written as a site that plays them in a browser without a server: all cases, \
            lessons and courses, or those named, with worksheets and keys. The folder is made, or replaced as a whole if walk wrote it; one \
            that holds anything else is left alone, unless --keep-others says that ours may stand among it.

            A session with several cases shows which wrong belief explains the answers best. With --worksheet \
            the case is printed for a class, with --key for its trainer.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case, a lesson or a course by name, or the path of its file; with --html any number of them.",
            valueName: "case"),
        completion: Completions.walks)
    var names: [String] = []

    @Option(help: "Who sets the pace: alone or class.")
    var pace: Pace = .alone

    @Option(help: ArgumentHelp("The file that the walk is kept in.", valueName: "file"))
    var session: String?

    @Flag(help: "Begin the case anew; what was said on an earlier walk through it is forgotten.")
    var again = false

    @Flag(help: "Print the case for a class, with room to answer; with --format markdown to lay out further.")
    var worksheet = false

    @Flag(help: "Print the trainer's key to the worksheet.")
    var key = false

    @Option(
        help: ArgumentHelp(
            "Make up a cluster that no case has, from a number, and walk it; the same number makes the same.",
            valueName: "number"))
    var generate: Int?

    @Flag(help: "With --generate, print the cluster as a file of the language, with its answer, and stop.")
    var caseFile = false

    @Flag(
        help: "Show a course's path and where the session stands in it; without a name, all there is to take."
    )
    var path = false

    @Option(
        help: ArgumentHelp("Write the walk as a site into this folder.", valueName: "folder"),
        completion: .directory)
    var html: String?

    @Flag(help: "With --html, write into a folder that holds other files as well; they stay.")
    var keepOthers = false

    @Option(
        help: ArgumentHelp(
            "Make up so many learners with a wrong belief each, and count how often it is found.",
            valueName: "count"))
    var trialLearners: Int?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    private var name: String? { names.first }
    private var isHeld: Bool {
        !worksheet && !key && !path && !caseFile && trialLearners == nil && html == nil
    }

    func validate() throws {
        if generate != nil, name != nil { throw ValidationError("Please give either a name or --generate.") }
        if path, generate != nil { throw ValidationError("Only a course has a path; --generate has none.") }
        if let generate, generate < 0 {
            throw ValidationError("Please give --generate a number from 0.")
        }
        if caseFile, generate == nil { throw ValidationError("--case-file goes with --generate NUMBER.") }
        if name == nil, trialLearners == nil, html == nil, !path, generate == nil {
            throw ValidationError(
                "Please name a case, a lesson or a course: distretto cases lists the cases, distretto walk --path the rest."
            )
        }
        if names.count > 1, html == nil {
            throw ValidationError("Please name one; with --html FOLDER a site of several is written.")
        }
        let isOther =
            worksheet || key || again || path || session != nil || trialLearners != nil || generate != nil
        if html != nil, isOther {
            throw ValidationError(
                "A site holds worksheets and keys, and no session: please give --html alone.")
        }
        if keepOthers, html == nil { throw ValidationError("--keep-others goes with --html FOLDER.") }
        if let trialLearners, trialLearners < 1 {
            throw ValidationError("Please give --trial-learners a number of learners, such as 500.")
        }
        if worksheet, key { throw ValidationError("Please give either --worksheet or --key.") }
        if view.format == .json || view.format != .terminal && isHeld {
            throw ValidationError(
                "A walk is held on the terminal; --format markdown goes with --worksheet and --key.")
        }
    }

    func run() throws {
        if let html {
            return try WalkSiteFolder(folder: html, names: names, keepingOthers: keepOthers).write(sources)
        }
        if let trialLearners { return try runTrial(trialLearners) }
        if let generate { return try take(made: generate) }
        guard let name else { return try showTeaching() }
        if ImportedCase.isMeant(by: name) {
            throw Refusal(
                "a walk goes through a case's stages, and `\(name)` is JSON, which has none of them told")
        }
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules, forCase: name))
        try checked.sources.requireRead(case: name)
        switch try checked.walkSubject(name) {
        case .plan(let plan): try take(plan, checked)
        case .course(let course):
            if worksheet || key {
                let document = try sheets(course, checked)
                return view.show(document, json: .null)
            }
            let file = try SessionFile(
                session ?? course.name + SessionFile.ending, workingFolder: Output.workingFolder)
            try take(course, Sitting(checked: checked, file: file, command: command))
        }
    }

    func take(_ plan: WalkPlan, _ checked: CheckedRules) throws {
        guard !path else {
            throw Refusal(
                "only a course has a path, and `\(name ?? "")` is none",
                help: "list them with: distretto walk --path")
        }
        let origins = plan.lesson.flatMap(checked.teaching.lesson).map { [$0.origin] } ?? []
        try refuseBroken(checked, [plan], origins)
        if worksheet || key { return view.show(sheet(plan, checked), json: .null) }
        var file = try SessionFile(
            session ?? SessionFile.beside(plan, in: checked), workingFolder: Output.workingFolder)
        if again { try file.change { $0.forget(plan.stops.map(\.place)) } }
        var loop = try WalkLoop(
            plan, in: checked, session: file, pace: pace == .alone ? .alone : .inClass, command: command,
            view: view)
        try loop.run()
    }

    private func runTrial(_ learners: Int) throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try Session.refuseBroken(checked, about: nil)
        let trial = checked.beliefTrial
        let most = min(8, checked.cases.count), seed: UInt64 = 1
        let rows = trial.run(learners: learners, cases: most, seed: seed)
        guard !rows.isEmpty, most > 0 else {
            throw Refusal(
                "there are no misconceptions and cases to try", help: "declare them in a file of rules")
        }
        view.show(
            BeliefTrialView(
                rows,
                namedWithout: (
                    trial.namedWithoutBelief(learners: learners, cases: most, seed: seed), learners
                ), rules: checked.advising
            ).document)
    }

    /// The command that goes on with the same walk.
    private var command: String {
        (["distretto walk \(generate.map { "--generate \($0)" } ?? name ?? "")"]
            + (session.map { ["--session \($0)"] } ?? [])
            + (pace == .alone ? [] : ["--pace class"])).joined(separator: " ")
    }
}
