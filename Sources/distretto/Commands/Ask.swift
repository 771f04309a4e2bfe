import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto ask CASE`: an interview that builds or completes a case.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract:
            "An interview that builds or completes a case: what settles the advice soonest is asked first.",
        discussion: """
            Every answer is written into the case's file as it is given, so that the interview can be broken \
            off at any moment and gone on with later. An answer is what stands behind the name in a case file, \
            with a source or a reason if there is one: high, 30..40%, low at SOURCE "page 4", about 40%. \
            Other words: ? (don't know), skip, back, why, explain, show, quit.

            With --rehearse no one is asked: every case gives its own answers, and the questions are counted \
            that it takes to come to its programme.
            """)

    @Argument(
        help: ArgumentHelp("A case by name, or the path of its file.", valueName: "case"),
        completion: Completions.cases)
    var name: String?

    @Flag(help: "Begin a case of that name.")
    var new = false

    @Flag(help: "Count the questions for every case, or the one named; no one is asked.")
    var rehearse = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if name == nil, !rehearse { throw ValidationError("Please name a case.") }
        if new, rehearse { throw ValidationError("Please give either --new or --rehearse.") }
        if view.format != .terminal, !rehearse {
            throw ValidationError("An interview is held on the terminal; --format goes with --rehearse.")
        }
    }

    func run() throws {
        if rehearse { return try runRehearsal() }
        guard let name else { return }
        if ImportedCase.isMeant(by: name) {
            throw Refusal(
                "an interview writes case files, and `\(name)` is JSON",
                help: "begin a case with: distretto ask NAME --new")
        }
        if new, try !begin(name) { return }
        do {
            var interview = try InterviewLoop(name, sources: sources, options: options, view: view)
            try interview.run()
        } catch SourceError.noSuchCase(let missing, let near, let all) {
            let meant = near.map { "`\($0)`" }.joined(separator: " or ")
            throw Refusal(
                SourceError.noSuchCase(missing, near: near, all: all).message,
                help: (near.isEmpty ? "" : "did you mean \(meant)? or ")
                    + "begin it with: distretto ask \(missing) --new")
        }
    }

    /// Asks what a new case is called, and writes the beginning of its file.
    ///
    /// - Returns: Whether there is more to read; where the input has ended, nothing further is asked.
    private func begin(_ name: String) throws -> Bool {
        let writer = CaseWriter(workingFolder: Output.workingFolder)
        try writer.refuse(name)
        if CheckedRules(try sources.finder.sources(rules: sources.rules)).cases.contains(where: {
            $0.name == name
        }) {
            throw Refusal(
                "there is a case `\(name)` already",
                help: "go on with it: distretto ask \(name); or choose another name")
        }
        Output.write("A new case. Leave empty what you do not want to say.\n")
        var isOver = false
        func line(_ prompt: String) -> String {
            while !isOver {
                guard let line = Input.line(prompt: prompt) else {
                    isOver = true
                    break
                }
                guard line.unicodeScalars.contains(where: \.isUnseen) else { return line }
                Output.write("That holds characters that cannot be seen; please type it again.\n")
            }
            return ""
        }
        let text = CaseSkeleton.beginning(
            name: name, title: line("In a few words, the cluster: "),
            fields: ["country", "place", "sector"].map { ($0, line("\($0): ")) })
        let file = try writer.write(text, name: name)
        Output.write(isOver ? "Wrote \(file). Go on with: distretto ask \(name)\n" : "Wrote \(file).\n\n")
        return !isOver
    }

    private func runRehearsal() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try Session.refuseBroken(checked, about: nil)
        let cases = try name.map { [try checked.cluster($0)] } ?? checked.cases
        let rehearsals = cases.concurrentMap { cluster in
            (
                cluster.name,
                Advice.rehearse(
                    checked.request(cluster, stage: cluster.stages.count - 1), evaluate: checked.evaluator)
            )
        }
        let screen = RehearsalView(rehearsals)
        view.show(screen.document, json: screen.json)
    }
}

extension Unicode.Scalar {
    /// Steers a terminal or shows nothing: not what anybody means to type.
    fileprivate var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
