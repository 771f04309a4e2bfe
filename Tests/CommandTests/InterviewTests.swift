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

    @Test(arguments: [("KILL", 137), ("TERM", 143), ("INT", 130)])
    func `what was answered is in the file when it is broken off`(signal: String, code: Int) throws {
        try Self.withRules { shell, folder in
            let run = try shell.run(
                """
                \(Self.begun) mkfifo answers
                env --default-signal=INT $program ask valley < answers > screen & asking=$!
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

    @Test func `a case that the program carries is answered in a copy, made with the first answer`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let run = try shell.run(
                """
                $program ask sialkot < /dev/null > screen; head -n 1 screen; ls Cases 2> /dev/null
                echo skip | $program ask sialkot > /dev/null; ls Cases 2> /dev/null
                echo '1 assumed "a guess"' | $program ask sialkot > /dev/null; ls Cases
                $program ask sialkot < /dev/null | head -n 1 | grep -c carries
                """)
            #expect(
                run.output
                    == "The program carries this case; your answers go into a copy, Cases/sialkot.case.\nsialkot.case\n0\n",
                "\(run.output) \(run.errors)")
        }
    }

    @Test func `a name that is taken is refused before anything is asked`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["ask", "sialkot", "--new"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("there is a case `sialkot` already"), "\(run.output)")
        }
    }

    @Test(arguments: ["yes no", "yes trust = 3%", "yes # a remark", "no yes"])
    func `more than one answer on a line is not taken for one`(line: String) throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                "\(Self.begun) echo '\(line)' | $program ask valley > screen; grep -c 'one answer at a time' screen; grep -c owner Cases/valley.case"
            )
            #expect(run.output == "1\n0\n", "\(run.output)")
        }
    }

    @Test func `what steers a terminal does not get into a new case`() throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                "printf 'A\\033[D\\nOrchard\\n\\n\\n\\n' | $program ask valley --new > screen; grep -c 'cannot be seen' screen; grep -c Orchard Cases/valley.case; $program check > /dev/null; echo $?"
            )
            #expect(run.output == "1\n1\n0\n", "\(run.output)")
        }
    }

    @Test(arguments: ["-1", "forty", "40 growers", "140%", "4,5%"])
    func `what is no number is answered with what would be taken`(line: String) throws {
        try Self.withRules { shell, _ in
            let run = try shell.run(
                "\(Self.begun) printf 'skip\\n\(line.replacing("%", with: "%%"))\\n' | $program ask valley")
            #expect(run.output.contains("answer with a share such as"), "\(run.output)")
            #expect(run.output.contains("or `?` if nobody knows"), "\(run.output)")
        }
    }

    @Test(arguments: 0...3)
    func `input that ends while a case is begun leaves a whole file`(lines: Int) throws {
        try Self.withRules { shell, _ in
            let typed = Array(repeating: "Orchards", count: lines).joined(separator: "\\n")
            let run = try shell.run(
                "printf '\(typed)' | $program ask valley --new > /dev/null; echo $?; $program check > /dev/null; echo $?; ls -A Cases"
            )
            #expect(run.output == "0\n0\nvalley.case\n", "\(run.output) \(run.errors)")
        }
    }

    @Test func `that nobody knows which members there are is kept and not asked again`() throws {
        try Self.withRules { shell, folder in
            try Data(
                """
                language 1
                collection buyer "Somebody who buys" { demanding: yes/no ask "Does it refuse poor fruit?" }
                package grading "One grade" { }
                rule strict { when some buyer where demanding recommend grading because "They learn." from B-1 }

                """.utf8
            ).write(to: folder.appendingPathComponent("Rules/b.rules"))
            let run = try shell.run(
                """
                \(Self.begun) printf '?\n?\n?\n?\n' | $program ask valley > screen; grep -c 'buyers listed> ' screen
                grep -c 'not all buyers listed' Cases/valley.case; $program fmt --check Cases && $program check > /dev/null
                $program ask valley < /dev/null | grep -c 'Which buyers'
                $program cases valley --format json > valley.json; grep -c notListed valley.json
                $program recommend valley.json --format json | cmp - <($program recommend valley --format json) && echo same
                """)
            #expect(run.output == "1\n1\n0\n1\nsame\n", "\(run.output) \(run.errors)")
        }
    }
}
