import Foundation
import Running
import Testing

/// `distretto check --fix` changes what it can mend for certain.
@Suite struct CheckFixTests {
    private static let rule = """
        rule an-example {
          when trust is high and trust is high
          conclude acts-together
          because "It follows"
          from B-1
        }

        """

    @Test func `what is said twice is said once, and hints are mended when asked for`() throws {
        try Workbench.withOrchard { bench in
            try bench.write("language 1\n\n\(Self.rule)", to: "Rules/more.rules")
            let run = try bench.run("check Rules/more.rules --fix")
            #expect(run.output.contains("mended Rules/more.rules: condition-twice"), "\(run.output)")
            #expect(try bench.read("Rules/more.rules").contains("when trust is high\n"))
            #expect(try bench.read("Rules/more.rules").contains("\"It follows\"\n"))
            #expect(try bench.run("check Rules/more.rules --fix --hints").exitCode == 0)
            #expect(try bench.read("Rules/more.rules").contains("\"It follows.\"\n"))
        }
    }

    @Test func `a name that is close to one alone is mended`() throws {
        try Workbench.withOrchard { bench in
            let orchard = try bench.read("Rules/orchard.rules")
            try bench.write(
                orchard.replacingOccurrences(of: "and trust at least some", with: "and turst at least some"),
                to: "Rules/orchard.rules")
            #expect(try bench.run("check").exitCode == 1)
            #expect(try bench.run("check --fix").exitCode == 0)
            #expect(try bench.read("Rules/orchard.rules") == orchard)
        }
    }

    @Test func `of names that are as close as each other none is chosen`() throws {
        try Workbench.withOrchard { bench in
            let text = "language 1\n\n\(Self.rule)"
                .replacingOccurrences(of: "and trust is high", with: "and growers at least 2")
                .replacingOccurrences(of: "from B-1", with: "from B-5")
            try bench.write(text, to: "Rules/more.rules")
            #expect(try bench.run("check --fix").exitCode == 1)
            #expect(try bench.read("Rules/more.rules") == text)
        }
    }

    @Test func `a rehearsal shows the difference and changes nothing`() throws {
        try Workbench.withOrchard { bench in
            try bench.write("language 1\n\n\(Self.rule)", to: "Rules/more.rules")
            let before = try bench.texts()
            let run = try bench.run("check --fix --dry-run")
            #expect(run.output.contains("-  when trust is high and trust is high\n+  when trust is high\n"))
            #expect(run.output.contains("would mend Rules/more.rules: condition-twice"))
            #expect(try bench.texts() == before)
        }
    }

    @Test func `an allowance silences its finding, and says so once it is of no use`() throws {
        try Workbench.withOrchard { bench in
            let reason = "# allow condition-twice: both documents say it\n"
            try bench.write("language 1\n\n\(reason)\(Self.rule)", to: "Rules/more.rules")
            #expect(!(try bench.run("check").output.contains("condition-twice")))
            let mended = Self.rule.replacingOccurrences(of: " and trust is high", with: "")
            try bench.write("language 1\n\n\(reason)\(mended)", to: "Rules/more.rules")
            #expect(try bench.run("check").output.contains("warning[unused-allowance]"))
            #expect(try bench.run("check --fix").exitCode == 0)
            #expect(try bench.read("Rules/more.rules") == "language 1\n\n\(mended)")
        }
    }
}
