import ArgumentParser
import Notation
import Presentation
import Workspace

/// `distretto check [FILES]`: everything wrong with rules and cases.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Are rules and cases right? Every mistake with its place.",
        discussion: "With files, only what concerns them is shown, checked against all rules in use.")

    @Argument(
        help: "Rule or case files, or folders of them; all unless said.", completion: Completions.sources)
    var files: [String] = []

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules, files: files))
        // Who names files asks about those alone.
        if files.isEmpty { try checked.sources.requireAllRead() } else { checked.sources.warnOfUnread() }
        let findings = checked.findingsAskedFor
        let screen = FindingsView(findings, texts: checked.sources.excerpts)
        var document = screen.document
        let read = files.isEmpty ? checked.sources.texts.count : checked.sources.named.count
        document.add(
            .paragraph(Prose("\(read == 1 ? "1 file" : "\(read) files"): \(FindingsView.tally(findings))")))
        view.show(document, json: screen.json)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
