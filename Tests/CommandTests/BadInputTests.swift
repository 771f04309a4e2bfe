import Foundation
import Running
import Testing

/// Wrong input gets a reason, and exit code 2.
@Suite struct BadInputTests {
    @Test func `a folder for a file is told apart from a missing file`() throws {
        try Program.inEmptyFolder { folder in
            let cases = folder.appendingPathComponent("some.case")
            try FileManager.default.createDirectory(at: cases, withIntermediateDirectories: true)
            let empty = try Program.run(["check", "some.case"], in: folder)
            #expect(empty.exitCode == 2)
            #expect(empty.output.contains("holds no `.rules` or `.case` file"))
            let missing = try Program.run(["check", "other.case"], in: folder)
            #expect(missing.exitCode == 2)
            #expect(missing.output.contains("there is no file `other.case`"))
        }
    }

    @Test func `a folder cannot be consulted`() throws {
        try Program.inEmptyFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("Cases"), withIntermediateDirectories: true)
            let run = try Program.run(["recommend", "Cases/"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("is a folder, and a file is needed"))
        }
    }

    @Test func `text that is not UTF-8 is named with its line`() throws {
        try Program.inEmptyFolder { folder in
            try Data([0x23, 0x0A, 0xFF, 0xFE]).write(to: folder.appendingPathComponent("latin.case"))
            let run = try Program.run(["check", "latin.case"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("line 2"))
        }
    }

    @Test(.enabled(if: Shell.works("\(Shell.asNobody) true"), "root cannot become anybody else here"))
    func `a folder of rules that may not be read is not passed over`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Shell(folder).run(
                """
                mkdir -p Rules/shut; printf 'language 1\\n' > Rules/a.rules; cp "$program" program
                chmod 755 . program; chmod 000 Rules/shut
                \(Shell.asNobody) ./program check; echo $?
                chmod 755 Rules/shut
                """)
            #expect(run.output.hasSuffix("2\n"), "\(run.output)")
            #expect(run.errors.contains("`Rules/shut`"), "\(run.errors)")
            #expect(run.errors.contains("cannot be listed"), "\(run.errors)")
        }
    }

    @Test func `something that is neither file nor folder is not read`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["check", "/dev/zero"], in: folder)
            #expect(run.exitCode == 2)
        }
    }

    @Test func `an unknown option is wrong input, and says so on standard error`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["recommend", "--nonsense"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.hasPrefix("error: "))
        }
    }

    @Test func `a new case does not replace a file`() throws {
        try Program.inEmptyFolder { folder in
            #expect(try Program.run(["new", "case", "my-place"], in: folder).exitCode == 0)
            let again = try Program.run(["new", "case", "my-place"], in: folder)
            #expect(again.exitCode == 2)
            #expect(again.output.contains("is there already"))
            let left = try FileManager.default.contentsOfDirectory(
                atPath: folder.appendingPathComponent("Cases").path)
            #expect(left == ["my-place.case"])
        }
    }

    @Test func `a new case can be checked and consulted as it is`() throws {
        try Program.inEmptyFolder { folder in
            _ = try Program.run(["new", "case", "my-place"], in: folder)
            let check = try Program.run(["check", "Cases/my-place.case"], in: folder)
            #expect(check.exitCode == 0, "\(check.output)")
            let advice = try Program.run(["recommend", "my-place"], in: folder)
            #expect(advice.exitCode == 0, "\(advice.output)")
        }
    }

    @Test(arguments: ["> /dev/full", ">&-"])
    func `an answer that cannot be written is a mistake`(destination: String) throws {
        try Program.inEmptyFolder { folder in
            let run = try runInShell("vocabulary \(destination)", in: folder)
            #expect(run.exitCode == 2)
            #expect(run.errors.hasPrefix("error: the answer cannot be written: "))
        }
    }

    @Test func `a case that cannot be read does not stand in the way of another`() throws {
        try Program.inEmptyFolder { folder in
            _ = try Program.run(["new", "case", "my-place"], in: folder)
            try Data([0xFF]).write(to: folder.appendingPathComponent("Cases/broken.case"))
            let other = try Program.run(["recommend", "my-place"], in: folder)
            #expect(other.exitCode == 0)
            #expect(other.output.hasPrefix("warning: a case is left out: `Cases/broken.case` is not UTF-8"))
            #expect(try Program.run(["recommend", "broken"], in: folder).exitCode == 2)
            #expect(try Program.run(["check"], in: folder).exitCode == 2)
        }
    }

    @Test func `a broken test of rules keeps advice back, though no answer rests on it`() throws {
        try Program.inEmptyFolder { folder in
            _ = try Program.run(["new", "case", "my-place"], in: folder)
            let test = "language 1\ntest \"nothing such\" { nothing-such  expect { nothing-such } }\n"
            try Data(test.utf8).write(to: folder.appendingPathComponent("more.rules"))
            let run = try Program.run(["recommend", "my-place", "--rules", "more.rules"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("more.rules"), "\(run.output)")
            #expect(run.output.contains("so no advice is given"), "\(run.output)")
        }
    }

    @Test func `a reader that goes away is no mistake`() throws {
        try Program.inEmptyFolder { folder in
            let run = try runInShell("vocabulary | head -n 1", in: folder)
            #expect(run.errors.isEmpty)
        }
    }

    @Test func `colour is only used when asked for or on a terminal`() throws {
        try Program.inEmptyFolder { folder in
            let plain = try Program.run(["cases"], in: folder)
            #expect(!plain.output.contains("\u{1B}"))
            let colored = try Program.run(["cases", "--color", "always"], in: folder)
            #expect(colored.output.contains("\u{1B}["))
            #expect(colored.output.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain.output)
        }
    }

    /// What a command line says on standard error, whatever becomes of its output.
    private func runInShell(_ line: String, in folder: URL) throws -> (errors: String, exitCode: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "'\(Program.url.path)' \(line)"]
        process.currentDirectoryURL = folder
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), process.terminationStatus)
    }
}
