import Foundation
import Running
import Testing

/// An interview as it is broken off, gone on with, and hindered.
@Suite struct InterviewTests {
    /// Rules of one question that a package hangs on.
    private static let rules = """
        language 1
        source Book { authors "A. Author" year 1999 title "On orchards" publisher "A press" }
        claim B-1 at Book "1" "Growers who trust each other can share a store."
        diagnostic one-owner: yes/no ask "Does one grower own the land?" from B-1
        diagnostic trust: percent of "growers" ask "How many trust each other?" from B-1
        package cold-store "A common cold store" { }
        rule together {
          when trust at least 40% judgement "many"
          unless one-owner presume "land is mostly common"
          recommend cold-store because "They can share." from B-1
        }

        """

    private static func withRules(_ body: (Shell, URL) throws -> Void) throws {
        try Program.inEmptyFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("Rules"), withIntermediateDirectories: true)
            try Data(rules.utf8).write(to: folder.appendingPathComponent("Rules/a.rules"))
            try body(try Shell(folder), folder)
        }
    }

    /// Begins the case `valley`, with nothing said of it.
    private static let begun = "printf '\\n\\n\\n\\nquit\\n' | $program ask valley --new > /dev/null; "

    /// Waits some seconds, and not for ever.
    private static func untilFound(_ text: String, in file: String) -> String {
        "for i in $(seq 400); do grep -q '\(text)' \(file) && break; sleep 0.05; done"
    }

    @Test(arguments: [("KILL", 137), ("TERM", 143)])
    func `what was answered is in the file when it is broken off`(signal: String, code: Int) throws {
        try Self.withRules { shell, folder in
            let run = try shell.run(
                """
                \(Self.begun) mkfifo answers; $program ask valley < answers > screen & asking=$!
                exec 3> answers; echo no >&3
                \(Self.untilFound("not one-owner", in: "Cases/valley.case"))
                kill -\(signal) $asking; wait $asking; echo $?
                $program check && $program fmt --check Cases && ls -A Cases
                """)
            #expect(run.output.hasPrefix("\(code)\n"), "\(run.output)")
            #expect(run.output.hasSuffix("valley.case\n"), "\(run.output) \(run.errors)")
        }
    }

    @Test func `who goes on is asked only what was not answered`() throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                "\(Self.begun) echo no | $program ask valley > /dev/null; $program ask valley")
            #expect(run.output.contains("trust> "), "\(run.output)")
            #expect(!run.output.contains("one-owner> "), "\(run.output)")
        }
    }

    @Test func `an answer taken back leaves the file as it was`() throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                "\(Self.begun) cp Cases/valley.case before; printf 'no\\nback\\n' | $program ask valley > /dev/null; cmp before Cases/valley.case && echo same"
            )
            #expect(run.output == "same\n")
        }
    }

    @Test func `a file that was changed meanwhile is not written over`() throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                """
                \(Self.begun) mkfifo answers; $program ask valley < answers > screen 2> errors & asking=$!
                exec 3> answers; \(Self.untilFound("one-owner>", in: "screen"))
                echo '# mine' >> Cases/valley.case; echo no >&3; exec 3>&-; wait $asking; echo $?
                tail -n 1 Cases/valley.case; cat errors
                """)
            #expect(run.output.hasPrefix("2\n# mine\n"), "\(run.output)")
            #expect(run.output.contains("it has changed while it was read"), "\(run.output)")
        }
    }

    @Test func `a case that the program carries is answered in a copy`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["ask", "sialkot"], in: folder)
            #expect(run.exitCode == 0)
            #expect(run.output.contains("your answers go into a copy, Cases/sialkot.case"))
            #expect(
                FileManager.default.fileExists(
                    atPath: folder.appendingPathComponent("Cases/sialkot.case").path))
        }
    }
}
