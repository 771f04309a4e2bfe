import Foundation
import Running
import Testing

/// The tab key in the shells themselves, each driven through a terminal of its own where it is installed.
@Suite struct CompletionTests {
    /// What is typed behind the program's name before the tab key, and what then stands there.
    static let typed = [
        ("rec", "recommend"), ("recommend sial", "recommend sialkot"),
        ("recommend sialkot --stage al", "recommend sialkot --stage alert"),
        ("recommend sialkot --deta", "recommend sialkot --details"),
        ("explain sialkot procurement-via", "explain sialkot procurement-via-association"),
    ]

    private static func has(_ program: String) -> Bool {
        ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"]
            .contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
    }

    /// Types in a shell that stands in a terminal of zsh's making, and waits for what should appear.
    private static let driver = #"""
        zmodload zsh/zpty
        zpty shell "${(z)shell_command}"
        wait_for() {
            local all= part= try
            for try in {1..600}; do
                while zpty -r -t shell part; do all+=$part; done
                [[ $all == *"$1"* ]] && return 0
                sleep 0.1
            done
            print -r -- "wanted [$1], and there was [$all]"
            return 1
        }
        zpty -w shell "$setup"
        wait_for "ready: yes" || exit 3
        while [ $# -gt 0 ]; do
            zpty -w -n shell "distretto $1"$'\t'
            wait_for "$2" || exit 4
            zpty -w -n shell $'\x15'
            shift 2
        done
        zpty -d shell
        """#

    private func complete(in command: String, script: String, setup: String) throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            try Data(Self.driver.utf8).write(to: folder.appendingPathComponent("driver"))
            let words = Self.typed.flatMap { ["\($0.0)", "\($0.1)"] }.map { "'\($0)'" }
            let run = try shell.run(
                """
                $program --generate-completion-script \(script) > _distretto || exit 5
                export shell_command='\(command)' setup='\(setup)'
                zsh -f driver \(words.joined(separator: " "))
                """, environment: ["TERM": "dumb"])
            #expect(run.exitCode == 0, "\(run.output) \(run.errors)")
        }
    }

    @Test(.enabled(if: has("zsh"), "zsh is not installed"))
    func `zsh completes commands, options, cases, stages and names of the rules`() throws {
        try complete(
            in: "zsh -f -i", script: "zsh",
            setup: "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; PS1=; print ready: ${:-yes}")
    }

    @Test(.enabled(if: has("zsh") && has("fish"), "fish, or zsh to drive it, is not installed"))
    func `fish completes commands, options, cases, stages and names of the rules`() throws {
        try complete(
            in: "fish --no-config -i", script: "fish",
            setup: "source _distretto; set word yes; echo ready: $word")
    }
}
