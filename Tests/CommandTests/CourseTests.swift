import Foundation
import Running
import Testing

/// A course, lessons and made clusters through the built program, with the rules that it carries.
@Suite struct CourseTests {
    private static func inEmptyFolder(_ body: (Shell) throws -> Void) throws {
        try Program.inEmptyFolder { try body(Shell($0)) }
    }

    @Test func `a lesson of the course is walked to its end, and the next one stands ready`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                echo reveal | $program walk historic > first; tail -n 1 first; cat historic.walk
                printf '' | $program walk historic | grep '^→'; $program walk historic --path | head -n 1
                """)
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(
                run.output.hasPrefix(
                    "Next: A customer who may say no. Go on with: distretto walk historic\nwalk 1\ncase gamarra in nearness\nstage now\nreveal\n→  2 "
                ), "\(run.output)")
            #expect(run.output.contains("1 of 16 walked"))
        }
    }

    @Test func `a whole course is taken through a pipe, exercises and all, and summed up`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                for i in $(seq 16); do for j in 1 2 3 4 5 6; do echo reveal; done | $program walk historic > last || exit 9; done
                grep -c 'walked' last; grep 'What the course teaches' last; $program walk historic | tail -n 1
                grep -c '^case unseen' historic.walk
                """)
            #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(
                run.output.contains("What the course teaches: To look before prescribing"), "\(run.output)")
            #expect(
                run.output.contains(
                    "This course has been taken. To begin it anew: distretto walk historic --again\n2\n"))
        }
    }

    @Test func `a made cluster is the same each time, is sound, and is answered as its file says`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                $program walk --generate 7 --case-file > unseen-7.case
                $program walk --generate 7 --case-file | cmp - unseen-7.case && echo same
                $program check unseen-7.case; $program test unseen-7.case | tail -n 1
                $program walk --generate 7 --worksheet | grep -c 'YOUR ANSWER'
                $program walk --generate 7 --key | grep -c 'WHAT THE RULES ADVISE'
                printf 'hint\\nreveal\\n' | $program walk --generate 7 | tail -n 1; ls
                """)
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(run.output.hasPrefix("same\n1 file: nothing to complain of\n"), "\(run.output)")
            #expect(run.output.contains("\n1\n1\n"), "\(run.output)")
            #expect(
                run.output.hasSuffix("The walk is in unseen-7.walk.\nunseen-7.case\nunseen-7.walk\n"),
                "\(run.output)")
        }
    }

    @Test func `a trainer's own lesson is begun, checked and walked without rules of one's own`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                $program new lesson border --case sialkot
                sed -i 's/# note "What you say before it begins."/note "Ten minutes."/' Cases/border.case
                $program check Cases/border.case && $program fmt --check Cases/border.case; echo $?
                for i in 1 2 3; do echo reveal; done | $program walk border > screen; grep -c 'Ten minutes' screen; head -n 2 border.walk
                """)
            #expect(run.errors.isEmpty, "\(run.errors)")
            #expect(
                run.output.hasPrefix(
                    "Wrote Cases/border.case. Put your own words into it, then: distretto walk border\n1 file: nothing to complain of\n"
                ), "\(run.output)")
            #expect(run.output.hasSuffix("0\n1\nwalk 1\ncase sialkot in border\n"), "\(run.output)")
        }
    }

    @Test func `a broken lesson among the cases spoils no advice`() throws {
        try Self.inEmptyFolder { shell in
            let run = try shell.run(
                """
                mkdir Cases; printf 'language 1\\nlesson l "L" { case nowhere }\\n' > Cases/l.case
                $program recommend sialkot > /dev/null; echo $?; $program walk l > /dev/null 2> errors; echo $?; grep -c nowhere errors
                """)
            #expect(run.output.hasPrefix("0\n2\n"), "\(run.output) \(run.errors)")
        }
    }
}
