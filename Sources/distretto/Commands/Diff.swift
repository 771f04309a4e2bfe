import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto diff OLD [NEW]`: what an edit of the rules does to every historic case.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What an edit of the rules does: to every case, in a sentence each, and to the claims.",
        discussion: """
            A version is a folder that holds Rules and Cases, a Rules folder, or a revision of the git \
            repository here: a branch, a tag, a commit. Without a second one, the rules in use are the new \
            version: distretto diff main.

            Then, package by package, both versions are asked about all clusters there can be: shown is a \
            smallest cluster on which they advise differently, or it is proved that there is none.

            Each version is tried on its own telling of the cases; those whose telling was edited are named. \
            Exit code 1 says that the programme of some case is another one.
            """)

    @Argument(help: ArgumentHelp("The version before: a folder or a git revision.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The version after; the rules in use unless said.", valueName: "new"))
    var new: String?

    @Flag(help: "Long lists to their end.")
    var details = false

    @Option(
        help: ArgumentHelp(
            "Write each cluster on which the two differ as a case file into this folder.",
            valueName: "folder"))
    var writeWitnesses: String?

    @OptionGroup var view: ViewOptions

    func run() throws {
        let before = try Version(old)
        let after = try new.map { try Version($0) } ?? Version.inUse()
        let comparison = VersionComparison(from: before.checked, to: after.checked)
        let screen = DiffView(comparison, from: before, to: after, tellsAll: details)
        view.show(screen.document, json: screen.json)
        if let writeWitnesses {
            let writer = WitnessWriter(workingFolder: Output.workingFolder)
            for (name, text) in screen.caseFiles {
                _ = try writer.write(text, name: name, in: writeWitnesses)
            }
        }
        if comparison.changesProgrammes { throw ExitCode(1) }
    }
}

/// One version of the rules and cases, as a person named it.
struct Version {
    static let inUseName = "the rules in use"

    var name: String
    var checked: CheckedRules

    var side: DiffView.Side {
        DiffView.Side(name, digest: checked.digest, ruleCount: checked.advising.rules.count)
    }
}

extension Version {
    /// - Throws: `SourceError` when it cannot be found or read, `Refusal` when it has errors.
    init(_ name: String) throws {
        let finder = SourceFinder(workingFolder: Output.workingFolder)
        try self.init(name, try finder.sources(ofVersion: name))
    }

    static func inUse() throws -> Version {
        let finder = SourceFinder(workingFolder: Output.workingFolder)
        return try Version(inUseName, try finder.sources())
    }

    private init(_ name: String, _ sources: SourceSet) throws {
        self.init(name: name, checked: CheckedRules(sources))
        try sources.requireAllRead()
        do {
            try Session.refuseBroken(checked, about: nil)
            for cluster in checked.cases { try Session.refuseBroken(checked, about: cluster) }
        } catch let refusal as Refusal {
            throw Refusal("\(name): \(refusal.message)", help: refusal.help)
        }
    }
}

extension DiffView {
    init(_ comparison: VersionComparison, from old: Version, to new: Version, tellsAll: Bool) {
        var unmatched = Unmatched()
        unmatched.added = comparison.added
        unmatched.removed = comparison.removed
        unmatched.edited = comparison.edited
        self.init(
            comparison.rules, stages: comparison.stages, advice: comparison.advice,
            bases: (old.checked.advising, new.checked.advising), from: old.side, to: new.side,
            unmatched: unmatched, tellsAll: tellsAll)
    }
}
