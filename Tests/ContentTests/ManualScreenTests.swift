import Foundation
import Running
import Testing

/// The screens that the README and the manual show are what the program prints.
///
/// A page is followed from its top to its end in an empty folder, as its reader would: what it says to
/// write is written, what it says to call is called. To accept what is printed now, look at the difference of
///
///     DISTRETTO_RECORD=1 swift test --filter ManualScreens
///
/// Screens with lines left out (`…`) are kept as they are; one that no longer fits is for a person to mend.
@Suite struct ManualScreens {
    static let pages = Result { try [ManualPage.readMe()] + ManualPage.manual() }

    @Test(arguments: try pages.get().filter { page in page.blocks.contains { $0.language == "console" } })
    func `every screen of a page is what the program prints`(page: ManualPage) throws {
        let now = try Program.inEmptyFolder { folder in
            if page.path == "README.md" { try Self.copyShippedFiles(to: folder) }
            return try Self.replayed(page, in: folder)
        }
        guard now != page.lines else { return }
        if isRecording {
            try Data(now.joined(separator: "\n").utf8)
                .write(to: Repository.root.appending(path: page.path), options: .atomic)
            Issue.record("recorded \(page.path): look at its difference in git")
        } else {
            Issue.record(Comment(rawValue: "\(page.path) differs:\n" + Self.difference(page.lines, now)))
        }
    }

    @Test func `the README and the tutorial have screens, and this run compares them`() throws {
        let withScreens = try Self.pages.get().filter { $0.blocks.contains { $0.language == "console" } }
        #expect(withScreens.map(\.path).contains("README.md"))
        #expect(withScreens.map(\.path).contains { $0.hasSuffix("/FirstHour.md") })
        #expect(!isRecording, "a recording run proves nothing")
    }

    @Test func `a line of three dots stands for any lines`() {
        let shown = ManualScreen.Command(line: "", output: ["a", "…", "c", "d", "…", "f"])
        #expect(shown.shows(["a", "b", "c", "c", "d", "e", "f"]))
        #expect(shown.shows(["a", "c", "d", "f"]))
        #expect(!shown.shows(["a", "c", "d", "f", "g"]))
        #expect(!shown.shows(["a", "d", "c", "f"]))
        #expect(!shown.shows(["a", "c", "d"]))
        #expect(ManualScreen.Command(line: "", output: ["a", "…"]).shows(["a"]))
        #expect(!ManualScreen.Command(line: "", output: ["a", "…", "a"]).shows(["a"]))
    }

    /// The page's lines with what its commands print now; excerpts that no longer fit are reported.
    private static func replayed(_ page: ManualPage, in folder: URL) throws -> [String] {
        var lines = page.lines
        // From the end, so that a block that grows does not move those still to be replaced.
        var replacements: [(range: Range<Int>, lines: [String])] = []
        for block in page.blocks {
            if let file = block.file {
                try write(page.text(block), to: folder.appending(path: file))
            } else if block.isRun {
                try run(page.text(block), in: folder)
            } else if block.language == "console" {
                let screen = try replayed(try ManualScreen(page.lines[block.range]), in: folder)
                replacements.append((block.range, screen.lines))
            }
        }
        for replacement in replacements.reversed() {
            lines.replaceSubrange(replacement.range, with: replacement.lines)
        }
        return lines
    }

    private static func run(_ script: String, in folder: URL) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-eu", "-c", script]
        shell.currentDirectoryURL = folder
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0, "\(script)")
    }

    private static func replayed(_ screen: ManualScreen, in folder: URL) throws -> ManualScreen {
        var screen = screen
        for index in screen.commands.indices {
            let command = screen.commands[index]
            let arguments = try #require(
                command.arguments(words: Program.words(command.line)),
                "a console block calls distretto only; `\(command.line)` belongs into an sh block")
            let printed = try Program.run(arguments, in: folder).output
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
            if command.shows(Array(printed)) { continue }
            if command.isExcerpt {
                let missing = command.missing(in: Array(printed)).map { "\n    " + $0 }.joined()
                Issue.record(
                    """
                    the excerpt of `\(command.line)` fits no more, and is for a person to mend; \
                    it has lines that are not printed, or in another order:\(missing)
                    """)
            } else {
                screen.commands[index].output = Array(printed)
            }
        }
        return screen
    }

    private static func write(_ text: String, to url: URL) throws {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The README speaks from the root of the project; a copy, so that `new case` leaves nothing behind there.
    private static func copyShippedFiles(to folder: URL) throws {
        for name in ["Rules", "Cases"] {
            try FileManager.default.copyItem(
                // A link would be copied as one, and what is written below it would end up here after all.
                at: Repository.root.appending(path: name).resolvingSymlinksInPath(),
                to: folder.appending(path: name))
        }
    }

    private static func difference(_ old: [String], _ new: [String]) -> String {
        new.difference(from: old).prefix(40).map { step in
            switch step {
            case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
            }
        }.joined(separator: "\n")
    }
}
