import Foundation
import Running
import Testing

/// A walk as it is broken off, gone on with, and hindered, through the built program.
@Suite struct WalkTests {
    private static func inEmptyFolder(_ body: (Shell) throws -> Void) throws {
        try Program.inEmptyFolder { try body(Shell($0)) }
    }

    /// Waits some seconds, and not for ever.
    private static func untilFound(_ text: String, in file: String) -> String {
        "for i in $(seq 400); do grep -q '\(text)' \(file) && break; sleep 0.05; done"
    }

    @Test func `a whole case is walked through a pipe, from its first stage to what is to be read`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                "printf 'reveal\\nmatters market-access\\npropose regulator-negotiation\\nreveal\\nhint\\nreveal\\n' | $program walk sialkot"
            )
            #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
            for words in [
                "stage 1", "stage 2", "stage 3", "THE WALK AS A WHOLE", "TO READ",
                "The walk is in sialkot.walk.",
            ] {
                #expect(run.output.contains(words), "\(words)")
            }
        }
    }

    @Test(arguments: [("KILL", 137), ("TERM", 143), ("INT", 130), ("QUIT", 131), ("HUP", 129)])
    func `what was said is in the file when it is broken off`(signal: String, code: Int) throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                set -m; mkfifo answers; $program walk sialkot < answers > screen & walking=$!
                exec 3> answers; echo matters trust >&3
                \(Self.untilFound("matters trust", in: "sialkot.walk"))
                kill -\(signal) $walking; wait $walking; echo $?
                cat sialkot.walk; ls -A | grep -c draft
                """)
            #expect(
                run.output == "\(code)\nwalk 1\ncase sialkot\nstage exporting\nmatters trust\n0\n",
                "\(run.output) \(run.errors)")
        }
    }

    @Test func `who breaks off by the keyboard is told how to go on`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                set -m; mkfifo answers; $program walk sialkot --session anna.walk < answers > screen & walking=$!
                exec 3> answers; echo matters trust >&3
                \(Self.untilFound("matters trust", in: "anna.walk"))
                kill -INT $walking; wait $walking; echo $?; tail -n 1 screen
                """)
            #expect(
                run.output
                    == "130\nThe walk is in anna.walk. Go on with: distretto walk sialkot --session anna.walk\n",
                "\(run.output) \(run.errors)")
        }
    }

    @Test func `a diagnosis that lacks its value is offered with each of them`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                "echo 'holds cluster-type' | $program walk sialkot | grep 'Did you mean'")
            #expect(
                run.output.contains("Did you mean `cluster-type is informal` or `cluster-type is organized`"),
                "\(run.output)")
        }
    }

    @Test func `who goes on finds the answer where it was left`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                "printf 'matters trust\\nreveal\\npropose regulator\\n' | $program walk sialkot > /dev/null; echo mine | $program walk sialkot"
            )
            #expect(run.output.hasPrefix("The walk goes on where it was left."), "\(run.output)")
            #expect(run.output.contains("proposed: Negotiation with the regulator"), "\(run.output)")
        }
    }

    @Test func `a session that somebody else changed is not written over`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                echo 'matters trust' | $program walk sialkot > /dev/null
                mkfifo answers; $program walk sialkot < answers > screen 2> errors & walking=$!
                exec 3> answers; \(Self.untilFound("exporting>", in: "screen"))
                echo '# mine' >> sialkot.walk; echo hint >&3; echo matters skills >&3; exec 3>&-; wait $walking; echo $?
                tail -n 1 sialkot.walk; cat errors
                """)
            #expect(run.output.hasPrefix("2\n# mine\n"), "\(run.output)")
            #expect(run.output.contains("it has changed while it was read"), "\(run.output)")
        }
    }

    @Test func `a line of a session that means nothing is told with its place, and the file left alone`()
        throws
    {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                printf 'walk 1\\ncase sialkot\\nstage exporting\\nmatters trsut\\n' > a.walk; cp a.walk before
                echo reveal | $program walk sialkot --session a.walk; echo $?; cmp a.walk before && echo same
                """)
            #expect(run.output == "2\nsame\n", "\(run.output)")
            #expect(run.errors.contains("line 4, `matters trsut`"), "\(run.errors)")
        }
    }

    @Test func `nothing is judged in class before the trainer types reveal, and each step waits`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                printf 'reveal\\n\\n\\npropose regulator\\ncheck\\n' | $program walk sialkot --pace class > before
                grep -c 'YOU PROPOSED\\|✓\\|✗' before
                printf 'reveal\\n' | $program walk sialkot --pace class > after; grep -c 'WHAT THE RULES ADVISE' after
                grep -c 'WHAT WAS DONE' after
                """)
            #expect(run.output == "0\n1\n0\n", "\(run.output) \(run.errors)")
        }
    }

    @Test func `answers over several cases show the belief behind them, and the case to walk next`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                walk() { (for i in 1 2 3 4 5 6; do printf 'propose guaranteed-purchase\\nreveal\\n'; done) | \
                  $program walk $1 --session anna.walk; }
                walk nnewi > /dev/null; walk macael > /dev/null; walk agra
                """)
            #expect(
                run.output.contains("WHAT MAY STAND BEHIND YOUR ANSWERS"),
                "\(run.output.suffix(2000)) \(run.errors)")
            #expect(run.output.contains("a-sure-buyer-helps"))
            #expect(run.output.contains("(distretto walk ceara)"))
        }
    }

    @Test func `a folder that may not be written loses nothing, and says what to do`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                "mkdir full && printf 'matters trust\\n' | $program walk sialkot --session full > screen; echo $?"
            )
            #expect(run.output == "2\n")
            #expect(run.errors.contains("`full` is a folder"), "\(run.errors)")
        }
    }

    @Test func `what is said twice stands once, and what nobody meant is not said back at length`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                { printf 'matters trust\\nmatters trust\\r\\n\\033[A\\nmatters trust\\000\\n\\377\\n'
                  printf 'propose '; head -c 100000 /dev/zero | tr '\\0' x; echo; printf 'card '; head -c 9000 /dev/zero | tr '\\0' y
                } | $program walk sialkot > screen; echo $?; cat sialkot.walk; grep -ac 'said already: matters trust' screen
                grep -a 'xxx\\|yyy' screen | awk '{ print (length > 200) }'
                """)
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(
                run.output == "0\nwalk 1\ncase sialkot\nstage exporting\nmatters trust\n1\n0\n0\n",
                "\(run.output)")
        }
    }
}
