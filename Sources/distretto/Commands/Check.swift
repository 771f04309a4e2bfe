import ArgumentParser
import Notation
import Presentation
import Workspace

/// `distretto check [FILES]`: everything wrong with rules and cases, and what is worth a look.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Are rules and cases right? Every mistake with its place.",
        discussion: """
            With files, only what concerns them is shown, checked against all rules in use. With -, standard \
            input is checked as one more file. A case may be told as JSON, too: one file, whose name ends in \
            .json, or standard input.

            An error is certain harm, a warning is worth a look, a hint is quiet: hints are counted, and shown \
            with --hints. What you have looked at and let stand you can allow, with the reason, in a comment \
            above the declaration: # allow CODE: reason

            --fix makes the changes that findings offer. Each is tried first: it is made only if the finding \
            is gone with it and no error has come.

            Exit codes: 0 fine; 1 there are errors (with --fix, errors that are left); 2 the input was wrong.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, text, markdown, json, sarif }

    @Argument(
        help: "Rule or case files, or folders of them; all unless said; - for standard input.",
        completion: Completions.sources)
    var files: [String] = []

    @Flag(help: "Show hints, too.")
    var hints = false

    @Flag(help: "Make the changes that findings offer; those of hints with --hints.")
    var fix = false

    @Flag(
        name: [.customLong("dry-run"), .customLong("diff")],
        help: "With --fix: change nothing, and show what would change.")
    var isRehearsal = false

    @Option(help: "How to print: text (terminal), markdown, json, or sarif for code-review tools.")
    var format: Format = .terminal

    @OptionGroup var sources: SourceOptions
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if files.contains("-"), files.count > 1 { throw ValidationError("Please give either - or files.") }
        if isRehearsal, !fix { throw ValidationError("--dry-run goes with --fix.") }
        if fix, format == .json || format == .sarif {
            throw ValidationError("--fix tells what it changed as text or markdown.")
        }
    }

    func run() throws {
        if files == ["-"] {
            let text = SourceText(name: "standard input", bytes: Input.read())
            guard !fix else { throw Refusal("standard input is not a file that could be mended") }
            if text.isJSON { return try check(json: text) }
            return try check(CheckedRules(try sources.finder.sources(rules: sources.rules, beside: text)))
        }
        if files.count == 1, files[0].hasSuffix(".json") {
            return try check(json: try sources.finder.json(files[0]))
        }
        let checked = try read()
        if fix { return try mend(checked) }
        try check(checked)
    }

    private func check(_ checked: CheckedRules) throws {
        show(checked.findingsAskedFor, of: checked)
        if checked.findingsAskedFor.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func read() throws -> CheckedRules {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules, files: files))
        // Who names files asks about those alone.
        guard files.isEmpty else {
            checked.sources.warnOfUnread()
            return checked
        }
        try checked.sources.requireAllRead()
        checked.sources.warnOfPassedOver()
        return checked
    }

    private func show(_ findings: [Finding], of checked: CheckedRules) {
        let read = files.isEmpty ? checked.sources.texts.count : checked.sources.named.count
        show(findings, texts: checked.sources.excerpts, count: read)
    }

    /// - Parameter count: how many files were looked at.
    private func show(_ findings: [Finding], texts: SourceTexts, count: Int) {
        let shown = findings.filter { hints || $0.severity != .hint }
        let screen = FindingsView(shown, texts: texts)
        var document = screen.document
        let quiet = findings.count - shown.count
        let tally = FindingsView.tally(findings) + (quiet == 0 ? "" : " (shown with --hints)")
        document.add(.paragraph(Prose("\(count == 1 ? "1 file" : "\(count) files"): \(tally)")))
        switch format {
        case .terminal, .text: layout.show(document, json: screen.json, as: .terminal)
        case .markdown: layout.show(document, json: screen.json, as: .markdown)
        case .json: layout.show(document, json: screen.json, as: .json)
        case .sarif:
            Output.write(SarifView(shown, texts: texts, version: VersionText.version).json.text)
        }
    }

    // MARK: Mending

    private func mend(_ checked: CheckedRules) throws {
        let wanted = checked.findingsAskedFor.filter { hints || $0.severity != .hint }
        let mending = Mending(wanted, in: checked)
        if isRehearsal {
            Output.write(mending.changes.difference)
            return layout.show(MendingView(mending.mended, refused: mending.refused, isDone: false).document)
        }
        try mending.changes.write(workingFolder: Output.workingFolder)
        layout.show(MendingView(mending.mended, refused: mending.refused, isDone: true).document)
        try check(try read())
    }

    // MARK: JSON

    private func check(json text: SourceText) throws {
        guard !fix else { throw Refusal("a case told as JSON is not mended by this program") }
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try Session.refuseBroken(checked, about: nil)
        let findings = ImportedCase(text, rules: checked.rules).findings
        show(findings, texts: SourceTexts([text.name: text.bytes]), count: 1)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
