import Foundation
import Running
import Testing

/// Versions of the rules that git keeps.
@Suite struct RevisionTests {
    private static let rules = """
        language 1
        source Book { authors "A. Author" title "On orchards" }
        claim B-1 at Book "1" "Growers store together."
        diagnostic trust: yes/no ask "Do growers trust each other?" from B-1
        package store "A common store" { }
        rule store-together { when trust recommend store because "It keeps." from B-1 }
        """
    private static let cases = """
        language 1
        case valley "The valley" { signed-off "The growers" trust at Book "1" }
        """

    /// A repository with a first version, in which the rule was turned round since.
    private func inRepository(_ body: (Shell) throws -> Void) throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let made = try shell.run(
                """
                mkdir Rules Cases && cat > Rules/orchard.rules <<'END' && cat > Cases/valley.case <<'END2'
                \(Self.rules)
                END
                \(Self.cases)
                END2
                export HOME="$PWD"
                git init -q -b main . && git config user.name A && git config user.email a@b.c
                git add Rules Cases && git commit -q -m first && git tag first
                sed -i 's/when trust/when not trust/' Rules/orchard.rules
                """)
            try #require(made.exitCode == 0, "\(made.output) \(made.errors)")
            try body(shell)
        }
    }

    @Test(arguments: ["main", "first", "HEAD", "main~0"])
    func `what git calls a version is compared with the files as they are`(revision: String) throws {
        try inRepository { shell in
            let run = try shell.run("$program diff \(revision)")
            #expect(run.exitCode == 1)
            #expect(run.output.contains("“A common store” stops"), "\(run.output) \(run.errors)")
        }
    }

    @Test func `from a folder further down the rules of the nearest folder above are meant`() throws {
        try inRepository { shell in
            let run = try shell.run("mkdir -p Rules/deep && cd Rules/deep && $program diff main")
            #expect(run.output.contains("“A common store” stops"), "\(run.output) \(run.errors)")
        }
    }

    @Test(arguments: ["no-such-branch", "--help-me", "main:Rules", ""])
    func `what names no version is refused in words`(revision: String) throws {
        try inRepository { shell in
            let run = try shell.run("$program diff -- '\(revision)'")
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("neither a folder nor a revision"), "\(run.errors)")
        }
    }

    @Test func `a signed-off case gets another programme only when a commit names it`() throws {
        try inRepository { shell in
            let closed = try shell.run(
                "git commit -qam 'The other way round' && $program gate --against first")
            #expect(closed.output.contains("name it in the message of a commit"), "\(closed.output)")
            let named = try shell.run(
                "git commit -q --allow-empty -m 'This is meant for valley' && $program gate --against first")
            #expect(named.output.contains("the change names it"), "\(named.output)")
        }
    }

    @Test func `nothing is written, neither in the folder nor in git`() throws {
        try inRepository { shell in
            let before = try shell.run("git status --porcelain; ls -aR | grep -v index")
            _ = try shell.run("$program diff main; $program gate")
            let after = try shell.run("git status --porcelain; ls -aR | grep -v index")
            #expect(before.output == after.output)
        }
    }
}
