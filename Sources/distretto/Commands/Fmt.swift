import ArgumentParser
import Notation
import Presentation
import Workspace

/// `distretto fmt [FILES]`: the same rules and cases, pleasant to read.
struct Fmt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay rules and cases out alike, keeping every word and comment.",
        discussion: """
            Files are rewritten in place, whole or not at all, and the changed ones are named. With `-`, or \
            with text piped in, the text goes from standard input to standard output. What the author put on \
            one line stays there if it fits; nothing is sorted.

            A file whose text is not understood is left as it is and its errors are shown; the others are \
            formatted all the same. A name that nothing has does not hinder it.

            Exit codes: 0 fine; 1 with --check, files would change; 2 a file has errors or cannot be written.
            """)

    @Argument(
        help: "Rule or case files, or folders of them; all found unless said; - for standard input.")
    var files: [String] = []

    @Flag(help: "Change nothing; name the files that would change.")
    var check = false

    @Flag(help: "Change nothing; show what would change.")
    var diff = false

    @OptionGroup var sources: SourceOptions

    func validate() throws {
        if files.contains("-"), files.count > 1 {
            throw ValidationError("Please give either - or files.")
        }
    }

    func run() throws {
        if files == ["-"] { return try formatInput(Input.read()) }
        if files.isEmpty, Input.isPiped {
            let text = Input.read()
            // A pipe without text is no input, but what a program without a terminal leaves open.
            if !text.isEmpty { return try formatInput(text) }
        }
        let (names, all) = try sources.finder.sourcesToFormat(rules: sources.rules, files: files)
        let tidying = Tidying(names, of: all)
        let replacer = FileReplacer(workingFolder: Output.workingFolder)
        var result = FmtResult()
        for file in tidying.files {
            guard case .changed(let bytes) = file.outcome else {
                result.note(file)
                continue
            }
            if check || diff {
                show(file.text, bytes, &result)
                continue
            }
            do {
                try replacer.replace(file.text, with: bytes)
                Output.write("formatted \(file.text.name)\n")
            } catch {
                Output.complain(error.message, help: error.help)
                result.isWrong = true
            }
        }
        try result.finish(isCheck: check)
    }

    /// Text from standard input to standard output.
    private func formatInput(_ bytes: [UInt8]) throws {
        let text = SourceText(name: "standard input", bytes: bytes)
        let sources = SourceSet(basis: .carried, texts: [text], named: [text.name])
        var result = FmtResult()
        for file in Tidying([text.name], of: sources).files {
            switch file.outcome {
            case .changed(let bytes) where check || diff: show(text, bytes, &result)
            case .changed(let bytes): Output.write(String(decoding: bytes, as: UTF8.self))
            case .tidy where !check && !diff: Output.write(String(decoding: bytes, as: UTF8.self))
            default: result.note(file)
            }
        }
        try result.finish(isCheck: check)
    }

    private func show(_ text: SourceText, _ bytes: [UInt8], _ result: inout FmtResult) {
        result.wouldChange = true
        if diff { Output.write(unifiedDifference(from: text.bytes, to: bytes, name: text.name)) }
        if check && !diff { Output.write(text.name + "\n") }
    }
}

/// How a run went, for its exit code.
private struct FmtResult {
    var wouldChange = false
    var isWrong = false

    /// Complains about a file that is not formatted.
    mutating func note(_ file: Tidying.File) {
        switch file.outcome {
        case .tidy, .changed: return
        case .broken(let findings):
            let view = FindingsView(findings, texts: SourceTexts([file.text.name: file.text.bytes]))
            Output.complain(raw: TerminalLayout(width: 100).render(view.document))
            let count = findings.count == 1 ? "an error" : "\(findings.count) errors"
            Output.complain("`\(file.text.name)` has \(count), and is left as it is")
        case .leftAlone:
            Output.complain(
                "`\(file.text.name)` is left as it is: laid out, it would not read the same",
                help: "a name that is also a word of the language may be the reason")
        }
        isWrong = true
    }

    func finish(isCheck: Bool) throws {
        if isWrong { throw ExitCode(2) }
        if isCheck && wouldChange { throw ExitCode(1) }
    }
}
