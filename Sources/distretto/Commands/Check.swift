import ArgumentParser
import Notation
import Presentation
import Workspace

/// `distretto check [FILES]`: everything wrong with rules and cases.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Are rules and cases right? Every mistake with its place.",
        discussion: """
            With files, only what concerns them is shown, checked against all rules in use. With -, standard \
            input is checked as one more file. A case may be told as JSON, too: one file, whose name ends in \
            .json, or standard input.
            """)

    @Argument(
        help: "Rule or case files, or folders of them; all unless said; - for standard input.",
        completion: Completions.sources)
    var files: [String] = []

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if files.contains("-"), files.count > 1 { throw ValidationError("Please give either - or files.") }
    }

    func run() throws {
        if files == ["-"] {
            let text = SourceText(name: "standard input", bytes: Input.read())
            if text.isJSON { return try check(json: text) }
            return try check(try sources.finder.sources(rules: sources.rules, beside: text))
        }
        if files.count == 1, files[0].hasSuffix(".json") {
            return try check(json: try sources.finder.json(files[0]))
        }
        try check(try sources.finder.sources(rules: sources.rules, files: files))
    }

    private func check(_ sources: SourceSet) throws {
        let checked = CheckedRules(sources)
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

    private func check(json text: SourceText) throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try Session.refuseBroken(checked, about: nil)
        let findings = ImportedCase(text, rules: checked.rules).findings
        let screen = FindingsView(findings, texts: SourceTexts([text.name: text.bytes]))
        var document = screen.document
        document.add(.paragraph(Prose("1 file: \(FindingsView.tally(findings))")))
        view.show(document, json: screen.json)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
