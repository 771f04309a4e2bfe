import Advice
import Analysis
import ArgumentParser
import Notation
import Presentation
import RuleModel
import Workspace

/// `distretto gate`: may this change of the rules pass, and what does it change for whom?
struct Gate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "May this change of the rules pass? All that must hold, and what changes for whom.",
        discussion: """
            Formatting, check, tests and coverage of the rules in use, then what becomes of every case \
            against another version, on one page for whoever reviews the change.

            A case that is signed-off by somebody does not get another programme unnoticed: its name must \
            stand in the message of a commit since the other version, or be given with --accept.

            Exit code 1 says that the gate is closed.
            """)

    @Option(
        help: ArgumentHelp("The version to compare with: a folder or a git revision.", valueName: "version"))
    var against = "main"

    @Option(
        help: ArgumentHelp(
            "A signed-off case whose other programme is meant; may be given several times.",
            valueName: "case"), completion: Completions.cases)
    var accept: [String] = []

    @Flag(help: "Long lists to their end.")
    var details = false

    @OptionGroup var view: ViewOptions

    func run() throws {
        let finder = SourceFinder(workingFolder: Output.workingFolder)
        let now = CheckedRules(try finder.sources())
        try now.sources.requireAllRead()
        var steps = [try formatting(finder), check(now)]
        var diff: DiffView?
        var signedOff: [GateView.SignedOff] = []
        // Of rules that are not understood nothing else can be said.
        if steps[1].isPassed {
            steps += [tests(now), coverage(now)]
            let after = Version(name: Version.inUseName, checked: now)
            let before = try Version(against)
            let comparison = VersionComparison(from: before.checked, to: after.checked)
            diff = DiffView(comparison, from: before, to: after, tellsAll: details)
            signedOff = try vouchedFor(comparison, before, after, finder)
        }
        let screen = GateView(steps, diff: diff, signedOff: signedOff)
        view.show(screen.document, json: screen.json)
        if !screen.isPassed { throw ExitCode(1) }
    }

    private func formatting(_ finder: SourceFinder) throws -> GateView.Step {
        let (names, all) = try finder.sourcesToFormat(rules: [], files: [])
        let untidy = Tidying(names, of: all).files.filter {
            if case .tidy = $0.outcome { false } else { true }
        }
        return GateView.Step(
            "fmt", isPassed: untidy.isEmpty,
            told: untidy.isEmpty
                ? "\(counted(names.count, "file")), laid out"
                : "\(counted(untidy.count, "file")) of \(names.count) not laid out",
            command: "distretto fmt --diff")
    }

    private func check(_ rules: CheckedRules) -> GateView.Step {
        let findings = rules.reviewedFindings
        return GateView.Step(
            "check", isPassed: !findings.contains { $0.severity == .error },
            told: FindingsView.tally(findings), command: "distretto check")
    }

    private func tests(_ rules: CheckedRules) -> GateView.Step {
        let outcomes = rules.trials(of: nil).flatMap(\.outcomes)
        let unmet = outcomes.count { !$0.isMet }
        return GateView.Step(
            "test", isPassed: unmet == 0,
            told: unmet == 0
                ? "\(counted(outcomes.count, "expectation")), all met"
                : "\(unmet) of \(counted(outcomes.count, "expectation")) not met", command: "distretto test")
    }

    private func coverage(_ rules: CheckedRules) -> GateView.Step {
        let coverage = rules.coverage()
        let gaps = coverage.packageGaps.count + coverage.ruleGaps.count
        return GateView.Step(
            "coverage", isPassed: coverage.isComplete,
            told: gaps == 0 ? "everything is tried" : "something untried in \(gaps) rules or packages",
            command: "distretto coverage --details")
    }

    /// Cases with a word of honour on them whose programme is another one, before or after.
    private func vouchedFor(
        _ comparison: VersionComparison, _ before: Version, _ after: Version, _ finder: SourceFinder
    ) throws -> [GateView.SignedOff] {
        let moved = Set(comparison.stages.filter(\.changesProgramme).map(\.caseName))
            .union(comparison.removed)
        let messages = try finder.commitMessages(since: against)
        let known = after.checked.cases + before.checked.cases
        return moved.sorted().compactMap { name in
            // Taking the word out in the same change does not do away with it.
            let words = known.filter { $0.name == name }.compactMap { $0.field("signed-off") }
            guard let by = words.first else { return nil }
            return GateView.SignedOff(
                name, by: by, isNamed: accept.contains(name) || messages.hasWord(name))
        }
    }
}

extension String {
    /// Whether a name stands here by itself: `sialkot` does not in `sialkot-again`.
    fileprivate func hasWord(_ name: String) -> Bool {
        split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == name }
    }
}
