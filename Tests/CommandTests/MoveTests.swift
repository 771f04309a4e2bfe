import Foundation
import Running
import Testing

/// `distretto move`: a rule with its tests and comments, and nothing else.
@Suite struct MoveTests {
    @Test func `a rule goes with its tests, and the rules stay the same`() throws {
        try Workbench.withOrchard { bench in
            let before = try bench.digests()
            let run = try bench.run("move together Rules/trust.rules")
            #expect(run.exitCode == 0, "\(run.output)")
            #expect(try bench.digests() == before)
            #expect(
                try bench.read("Rules/trust.rules") == """
                    language 1

                    rule together "When growers join" {
                      when growers at least 20 judgement "fewer know each other" and trust at least some
                      conclude acts-together
                      because "Trust is shared."
                      from B-1
                    }

                    """)
            #expect(
                try bench.read("Rules/trust-tests.rules") == """
                    language 1

                    # Two growers are few.
                    test "few growers do not act together" {
                      growers = 2
                      expect { not rule together applies }
                    }

                    """)
            // A test of two rules stays where it is.
            #expect(try bench.read("Rules/orchard-tests.rules").contains("a store needs those"))
            #expect(!(try bench.read("Rules/orchard.rules").contains("rule together")))
        }
    }

    @Test(arguments: ["trouble", "a-strict-buyer", "grading-first", "captured"])
    func `whatever rule is moved, into a file that is there or not, the digest stays`(rule: String) throws {
        try Workbench.withOrchard { bench in
            try bench.write("language 1\n\nactor helper \"who helps\"", to: "Rules/there.rules")
            let before = try bench.digests()
            #expect(try bench.run("move \(rule) Rules/there.rules").exitCode == 0)
            #expect(try bench.digests() == before)
            #expect(try bench.run("move \(rule) Rules/deep/new.rules").exitCode == 0)
            #expect(try bench.digests() == before)
            #expect(try bench.read("Rules/there.rules") == "language 1\n\nactor helper \"who helps\"\n")
        }
    }

    @Test func `a rehearsal shows what would change and changes nothing`() throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let run = try bench.run("move together Rules/trust.rules --dry-run")
            #expect(run.output.contains("+rule together \"When growers join\" {"))
            #expect(run.output.contains("-rule together \"When growers join\" {"))
            #expect(try bench.texts() == before)
        }
    }

    @Test(
        arguments: [
            ("together Rules/orchard.rules", "stands in `Rules/orchard.rules` already"),
            ("together elsewhere.rules", "rules in `elsewhere.rules` would not be found"),
            ("together Rules/a.txt", "does not end in `.rules`"),
            ("togethr Rules/a.rules", "did you mean `together`?"),
            ("valley-type-gathered Rules/a.rules", "is a row of a table"),
        ])
    func `what cannot be is refused and changes nothing`(line: String, said: String) throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let run = try bench.run("move \(line)")
            #expect(run.exitCode == 2)
            #expect(run.output.contains(said), "\(run.output)")
            #expect(try bench.texts() == before)
        }
    }
}
