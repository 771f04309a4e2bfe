import Foundation
import Testing

import Running

/// The program among other programs: completions, manual, colours, pipes, signals.
@Suite struct ShellTests {
    @Test(arguments: [
        ("rec", "recommend"), ("recommend sial", "sialkot"), ("recommend sialkot --stage al", "alert"),
        ("explain sialkot procurement-via", "procurement-via-association"), ("schema voc", "vocabulary"),
        ("recommend sialkot --lens generation=2", "generation=2"),
    ])
    func `bash completes commands, cases, stages and names of the rules`(typed: String, completed: String)
        throws
    {
        try Program.inEmptyFolder { folder in
            let run = try Shell(folder).run(
                """
                source <(distretto --generate-completion-script bash)
                COMP_LINE="distretto \(typed)"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
                COMP_WORDBREAKS=$' \\t\\n'; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _distretto distretto "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """)
            let offers = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(offers.contains(completed), "\(run.output) \(run.errors)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `there is a completion script, which its shell can read`(shell: String) throws {
        try Program.inEmptyFolder { folder in
            let run = try Shell(folder).run(
                """
                $program --generate-completion-script \(shell) > script || exit 3
                if command -v \(shell) > /dev/null; then \(shell) -n script; fi
                """)
            #expect(run.exitCode == 0, "\(run.errors)")
            let script = try String(contentsOf: folder.appendingPathComponent("script"), encoding: .utf8)
            #expect(script.contains("vocabulary") && script.contains("without-own-rules"))
        }
    }

    @Test func `the manual has every command and option that the help has, and the exit codes`() throws {
        try Program.inEmptyFolder { folder in
            let root = try Program.run(["manual"], in: folder).output
            let help = try Program.run(["--help"], in: folder).output
            let commands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
                .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
                .map { String($0.split(separator: " ")[0]) }.filter { $0 != "help" }
            #expect(commands.count >= 9)
            for command in commands {
                #expect(root.contains(".B \(command.replacing("-", with: "\\-"))\n"))
                let page = try Program.run(["manual", command], in: folder).output
                #expect(page.contains("Exit codes: 0 fine; 1 "))
                let usage = try Program.run([command, "--help"], in: folder).output
                for option in usage.matches(of: /--[a-z-]+/).map({ String($0.output) }) {
                    #expect(page.contains(option.replacing("-", with: "\\-")), "\(command) \(option)")
                }
            }
            #expect(try Program.run(["manual", "nothing"], in: folder).exitCode == 2)
        }
    }

    @Test func `the help names the exit codes`() throws {
        try Program.inEmptyFolder { folder in
            let help = try Program.run(["--help"], in: folder)
            #expect(help.output.contains("Exit codes: 0 fine; 1 "))
        }
    }

    @Test func `a terminal gets colour, unless NO_COLOR is set or the terminal is dumb`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            guard try shell.run("command -v script").exitCode == 0 else { return }
            let command = "script -qec \"$program cases\" /dev/null < /dev/null"
            let colored = try shell.run(command, environment: ["TERM": "xterm"])
            #expect(colored.output.contains("\u{1B}["))
            for environment in [["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"]] {
                let plain = try shell.run(command, environment: environment)
                #expect(!plain.output.contains("\u{1B}["))
            }
        }
    }

    @Test func `answers go to standard output and complaints to standard error`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let answer = try shell.run("$program recommend ceara --format json")
            #expect(answer.errors.isEmpty && answer.output.hasPrefix("{"))
            let complaint = try shell.run("$program recommend no-such-case")
            #expect(complaint.output.isEmpty && complaint.errors.hasPrefix("error: "))
        }
    }

    @Test(arguments: [
        "schema recommend", "recommend sialkot --details", "vocabulary", "cases ceara --format json",
    ])
    func `a pipe that is closed early ends the program without a word`(command: String) throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            for reader in ["true", "head -1"] {
                let run = try shell.run("$program \(command) | \(reader) > /dev/null; echo ${PIPESTATUS[0]}")
                #expect(run.errors.isEmpty)
                // 0 where all of it was written before the reader went.
                #expect(["0\n", "141\n"].contains(run.output), "\(command) | \(reader): \(run.output)")
            }
        }
    }

    @Test(arguments: [("INT", 130), ("TERM", 143)])
    func `a signal ends the program at once, without a word, as a shell expects`(signal: String, code: Int)
        throws
    {
        try Program.inEmptyFolder { folder in
            // It reads from a pipe that nobody writes to.
            let run = try Shell(folder).run(
                """
                set -m; mkfifo input; exec 3<> input
                $program fmt - < input & sleep 1; kill -\(signal) $!; wait $!; echo $?
                """)
            #expect(run.output == "\(code)\n", "\(run.output)")
            #expect(!run.errors.contains("rror"), "\(run.errors)")
        }
    }

    @Test func `what has nothing to say says nothing`() throws {
        try Program.inEmptyFolder { folder in
            let tidy = "language 1\n\nscale degree: little < much\n"
            try Data(tidy.utf8).write(to: folder.appendingPathComponent("a.rules"))
            let shell = try Shell(folder)
            for command in [
                "fmt a.rules", "fmt --check a.rules", "fmt --diff a.rules", "fmt - --check < a.rules",
            ] {
                let run = try shell.run("$program \(command)")
                #expect(
                    run.output.isEmpty && run.errors.isEmpty && run.exitCode == 0, "\(command): \(run.output)"
                )
            }
        }
    }

    private static let hasMandoc = FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")

    @Test(.enabled(if: hasMandoc, "mandoc is not installed"))
    func `mandoc finds nothing wrong with the manual pages`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            for page in ["", "recommend", "check", "fmt", "new case", "schema"] {
                // A page made by the program it is about has no date of its own.
                let run = try shell.run(
                    "$program manual \(page) | mandoc -T lint -W warning | grep -v 'missing date'")
                #expect(run.output.isEmpty, "\(page): \(run.output)")
            }
        }
    }

    private static let hasMan = FileManager.default.isExecutableFile(atPath: "/usr/bin/man")

    @Test(.enabled(if: hasMan, "man is not installed"))
    func `man shows the manual pages without a warning`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Shell(folder).run(
                "$program manual fmt > fmt.1; man --warnings -l fmt.1 | cat",
                environment: ["MANPAGER": "cat", "MANWIDTH": "80", "TERM": "dumb"])
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.contains("DISTRETTO-FMT(1)") && run.output.contains("--check"))
        }
    }

    @Test(arguments: ["INT", "TERM", "KILL"])
    func `an interrupted new case leaves a whole file or none`(signal: String) throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let whole = try shell.run("$program new case whole > /dev/null; wc -c < Cases/whole.case").output
            let run = try shell.run(
                """
                set -m
                for delay in 0.005 0.02 0.04 0.06 0.08 0.1 0.15; do
                    $program new case other > /dev/null 2>&1 & sleep $delay; kill -\(signal) $! 2> /dev/null; wait $!
                    if [ -e Cases/other.case ]; then wc -c < Cases/other.case; rm Cases/other.case; fi
                done 2> /dev/null
                """)
            for length in run.output.split(separator: "\n") { #expect("\(length)\n" == whole) }
        }
    }
}
