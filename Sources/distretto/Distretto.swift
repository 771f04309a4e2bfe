import ArgumentParser

/// The program: its commands, and what `distretto` alone says.
struct Distretto: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distretto",
        abstract: "Policy advice for clusters of small firms, with a reason and a citation for every line.",
        discussion: """
            Rules and cases are found in the nearest Rules and Cases folders at or above the working \
            folder; elsewhere the program uses the copy it carries.

            What it has found out about rules is kept in your folder for such things (~/.cache/distretto, \
            ~/Library/Caches/distretto) to answer sooner; it may be deleted at any time. DISTRETTO_CACHE names \
            another folder, or says off.

            Exit codes: 0 fine; 1 the answer is no, or a check failed; 2 the input was wrong. A signal ends it \
            as the shell expects: 130 after Ctrl-C, 143 when told to end, 141 when nobody reads on.

            A word of the language, such as unless, is looked up with: distretto help unless

            Completions for bash, zsh and fish: distretto --generate-completion-script SHELL. \
            The manual page: distretto manual.
            """,
        subcommands: [
            Recommend.self, Explain.self, Brief.self, WhatIfCommand.self, RepairCommand.self,
            StabilityCommand.self, Compare.self, Similar.self, Screen.self, Ask.self, Walk.self, Check.self,
            Analyze.self,
            ExplainFinding.self,
            Test.self, Cases.self, Vocabulary.self, New.self, Fmt.self, Literature.self, CoverageCommand.self,
            MutateCommand.self, TestgenCommand.self, Diff.self, Gate.self, Rename.self, Move.self,
            DocsCommand.self, GraphCommand.self, SchemaCommand.self, ManualCommand.self,
        ])

    @Flag(help: "Show the version and the digests of the rules and cases in use.")
    var version = false

    @OptionGroup var sources: SourceOptions

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        Output.write(try VersionText.text(sources))
    }
}
