import Foundation
import Running
import Testing

/// Whatever happens while `fmt` writes, the author's file is as it was or as it should be.
///
///     DISTRETTO_KILLS=500 swift test --filter FmtSafetyTests
///
/// kills it that often; `swift test` alone a few times.
@Suite struct FmtSafetyTests {
    private static let kills =
        ProcessInfo.processInfo.environment["DISTRETTO_KILLS"].flatMap { Int($0) } ?? 4

    /// A rule for each number, badly laid out, of a kilobyte each: long to write and soon read.
    private static func untidy(_ count: Int) -> String {
        let reason = String(repeating: "it follows ", count: 90)
        return "language 1\n"
            + (0..<count).map { "rule  r\($0) {when a\nconclude b because \"\(reason)\"  }\n" }.joined()
    }

    /// The names and texts of all files in a folder that a command reads.
    private static func texts(_ folder: URL) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".rules") && !name.hasPrefix(".") {
            texts[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        return texts
    }

    @Test func `killed at any moment, it leaves every file untouched or whole`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let untidy = Self.untidy(8)
            let names = (0..<8).map { "f\($0).rules" }
            func spoil() throws {
                for name in names {
                    try Data(untidy.utf8).write(to: folder.appendingPathComponent(name))
                }
            }
            try spoil()
            #expect(try Program.run(["fmt"] + names, in: folder).exitCode == 0)
            let tidy = try #require(try Self.texts(folder)[names[0]])
            #expect(tidy != untidy)
            var changed = 0
            for round in 0..<Self.kills {
                try spoil()
                // Half of the times at the moment a draft shows, else anywhere between start and end.
                let moment =
                    round % 2 == 0
                    ? "while kill -0 $! 2> /dev/null; do compgen -G '.*.draft' > /dev/null && break; done"
                    : "sleep 0.$(printf %03d \(round * 397 % 500))"
                _ = try shell.run(
                    "rm -f .*.draft; $program fmt *.rules > /dev/null & \(moment); kill -KILL $!; wait $!")
                for (name, text) in try Self.texts(folder) {
                    #expect(text == untidy || text == tidy, "\(name) in round \(round)")
                    if text == tidy { changed += 1 }
                }
            }
            print(
                "fmt killed \(Self.kills) times: \(changed) of \(Self.kills * names.count) files were written by then"
            )
            // What a killed run left behind is in nobody's way.
            #expect(try Program.run(["fmt"] + names, in: folder).exitCode == 0)
            #expect(try Set(Self.texts(folder).values) == [tidy])
        }
    }

    // MARK: Full disks

    /// Mounts a disk of a few kilobytes as `disk`, in a name space of its own; without root by a name
    /// space of users, where the system lets one have it.
    private static func onTinyDisk(_ script: String) -> String {
        """
        mkdir -p disk
        [ "$(id -u)" = 0 ] && own='unshare -m' || own='unshare -rm'
        $own bash -c 'mount -t tmpfs -o size=32k tmpfs disk && { \(script); }'
        """
    }

    @Test(.enabled(if: Shell.works(onTinyDisk("true")), "no disk can be mounted here"))
    func `on a full disk the file stays as it was, and that is said`() throws {
        try Program.inEmptyFolder { folder in
            let text = Self.untidy(20)
            try Data(text.utf8).write(to: folder.appendingPathComponent("a.rules"))
            let run = try Shell(folder).run(
                Self.onTinyDisk(
                    "cp a.rules disk/; cd disk; $program fmt a.rules; echo $?; cmp a.rules ../a.rules && ls -A"
                ))
            #expect(run.output == "2\na.rules\n", "\(run.output)")
            #expect(run.errors.contains("the disk is full"), "\(run.errors)")
        }
    }

    @Test func `where files may not grow, the file stays as it was`() throws {
        try Program.inEmptyFolder { folder in
            let text = Self.untidy(20)
            try Data(text.utf8).write(to: folder.appendingPathComponent("a.rules"))
            // Whether the signal ends the program or the error is reported is the system's choice.
            let run = try Shell(folder).run(
                "cp a.rules b; ulimit -f 4; $program fmt a.rules; echo $?; cmp a.rules b")
            #expect(!run.output.contains("differ"), "\(run.output)")
            #expect(run.output.first != "0", "\(run.output)")
            #expect(try Self.texts(folder) == ["a.rules": text])
        }
    }

    // MARK: Without permission

    @Test(.enabled(if: Shell.works("\(Shell.asNobody) true"), "root cannot become anybody else here"))
    func `in a folder that may not be written the file stays as it was, and that is said`() throws {
        try Program.inEmptyFolder { folder in
            let text = Self.untidy(3)
            try Data(text.utf8).write(to: folder.appendingPathComponent("a.rules"))
            // The program may stand where nobody else can reach it.
            let run = try Shell(folder).run(
                """
                mkdir shut; cp a.rules shut/; cp "$program" program; chmod 755 . program
                chmod 666 shut/a.rules; chmod 555 shut; cd shut
                \(Shell.asNobody) ../program fmt a.rules; echo $?
                cmp a.rules ../a.rules && ls -A
                chmod 755 .
                """)
            #expect(run.output == "2\na.rules\n", "\(run.output)")
            #expect(run.errors.contains("permission is denied"), "\(run.errors)")
        }
    }

    @Test(.enabled(if: Shell.works("\(Shell.asNobody) true"), "root cannot become anybody else here"))
    func `a file that its author made read-only stays as it was`() throws {
        try Program.inEmptyFolder { folder in
            let text = Self.untidy(3)
            try Data(text.utf8).write(to: folder.appendingPathComponent("a.rules"))
            let run = try Shell(folder).run(
                """
                mkdir open; cp a.rules open/; cp "$program" program; chmod 755 . program
                chmod 777 open; chmod 444 open/a.rules; cd open
                \(Shell.asNobody) ../program fmt a.rules; echo $?
                cmp a.rules ../a.rules && ls -A
                """)
            #expect(run.output == "2\na.rules\n", "\(run.output)")
            #expect(run.errors.contains("permission is denied"), "\(run.errors)")
        }
    }
}
