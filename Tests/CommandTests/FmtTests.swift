import Foundation
import Running
import Testing

/// `distretto fmt` with files and pipes.
@Suite struct FmtTests {
    static let untidy = "language 1\nrule  r {when a\nconclude b}\n"
    static let tidy = "language 1\n\nrule r {\n  when   a\n  conclude b\n}\n"

    /// A folder with an untidy file.
    private func withFile(_ text: String = untidy, _ body: (URL, URL) throws -> Void) throws {
        try Program.inEmptyFolder { folder in
            let file = folder.appendingPathComponent("a.rules")
            try Data(text.utf8).write(to: file)
            try body(folder, file)
        }
    }

    /// Runs the program with text piped in.
    private func pipe(_ text: String, _ arguments: [String], in folder: URL) throws -> Program.Run {
        let input = folder.appendingPathComponent("input")
        try Data(text.utf8).write(to: input)
        return try Program.run(["fmt"] + arguments, in: folder, input: input)
    }

    @Test func `a file is formatted in place and named`() throws {
        try withFile { folder, file in
            let run = try Program.run(["fmt", "a.rules"], in: folder)
            #expect(run.output == "formatted a.rules\n")
            #expect(run.exitCode == 0)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text == Self.tidy)
        }
    }

    @Test func `a file that is tidy is not touched and nothing is said`() throws {
        try withFile(Self.tidy) { folder, file in
            let before =
                try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
            let run = try Program.run(["fmt", "a.rules"], in: folder)
            #expect(run.output.isEmpty)
            let after = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
            #expect(before == after)
        }
    }

    @Test func `what is piped in comes out formatted`() throws {
        try Program.inEmptyFolder { folder in
            let piped = try pipe(Self.untidy, [], in: folder)
            #expect(piped.output == Self.tidy)
            let asked = try pipe(Self.untidy, ["-"], in: folder)
            #expect(asked.output == Self.tidy)
            let again = try pipe(Self.tidy, ["-"], in: folder)
            #expect(again.output == Self.tidy)
        }
    }

    @Test func `piped text can be checked`() throws {
        try Program.inEmptyFolder { folder in
            let run = try pipe(Self.untidy, ["-", "--check"], in: folder)
            #expect(run.output == "standard input\n")
            #expect(run.exitCode == 1)
            let again = try pipe(Self.tidy, ["-", "--check"], in: folder)
            #expect(again.exitCode == 0)
        }
    }

    @Test func `broken text that is piped in does not come out`() throws {
        try Program.inEmptyFolder { folder in
            let run = try pipe("language 1\nrule r {", ["-"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("`standard input` has an error, and is left as it is"))
        }
    }

    @Test func `where there is nothing to format that is said`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["fmt"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("there are no rules or cases here to format"))
        }
    }

    @Test func `a dash beside files is refused`() throws {
        try withFile { folder, _ in
            let run = try Program.run(["fmt", "-", "a.rules"], in: folder)
            #expect(run.exitCode == 2)
        }
    }
}
