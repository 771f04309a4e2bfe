import Foundation
import Running
import Synchronization
import Testing

/// What the program keeps for itself about rules it has read: it saves time and changes nothing else.
@Suite struct AttestationTests {
    /// Rules and a case of an adviser's own, and the folder that the program keeps things in.
    private struct Desk: Sendable {
        var folder: URL
        var cache: URL { folder.appendingPathComponent("kept", isDirectory: true) }

        init(_ folder: URL) throws {
            self.folder = folder
            for (name, text) in Desk.files { try write(text, to: name) }
        }

        static let files = [
            "Rules/words.rules": """
            language 1
            diagnostic trust: yes/no ask "Is there trust?"
            package fair "A fair together" { }
            source S { authors "A" year 2000 title "T" publisher "P" }
            claim C at S "1" firmness strong from-case town "Fairs want trust."
            """,
            "Rules/fairs.rules": """
            language 1
            rule go-together { when trust recommend fair because "It works." from C }
            """,
            "Rules/fairs-tests.rules": """
            language 1
            test "trust" { trust expect { recommend fair } }
            """,
            "Cases/town.case": "language 1\ncase town \"A town\" { not trust assumed \"hearsay\" }\n",
            "Cases/village.case": "language 1\ncase village \"A village\" { trust assumed \"hearsay\" }\n",
            "own.case": "language 1\ncase own \"My own\" { trust assumed \"hearsay\" }\n",
        ]

        func write(_ text: String, to name: String) throws {
            let url = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        func run(_ arguments: String..., cache: String? = nil) throws -> Program.Run {
            try Program.run(
                arguments, in: folder, environment: ["DISTRETTO_CACHE": cache ?? self.cache.path])
        }

        /// What is said without anything kept.
        func afresh(_ arguments: String...) throws -> Program.Run {
            try Program.run(arguments, in: folder, environment: ["DISTRETTO_CACHE": "off"])
        }

        /// What is known of rules.
        var kept: [URL] { files("rules-") }
        /// What was made of them.
        var networks: [URL] { files("network-") }

        private func files(_ beginning: String) -> [URL] {
            let all =
                (try? FileManager.default.contentsOfDirectory(at: cache, includingPropertiesForKeys: nil))
                ?? []
            return all.filter { $0.lastPathComponent.hasPrefix(beginning) }
        }
    }

    private func atDesk(_ body: (Desk) throws -> Void) throws {
        try Program.inEmptyFolder { try body(Desk($0)) }
    }

    private func expectSame(_ one: Program.Run, _ other: Program.Run) {
        #expect(one.output == other.output)
        #expect(one.exitCode == other.exitCode)
    }

    @Test(arguments: ["town", "village", "own.case", "Cases/town.case", "nowhere"])
    func `what is kept changes no answer`(name: String) throws {
        try atDesk { desk in
            let afresh = try desk.afresh("recommend", name)
            #expect(name == "nowhere" || afresh.exitCode == 0, "\(afresh.output)")
            for _ in 1...3 { expectSame(try desk.run("recommend", name), afresh) }
            for command in ["explain", "what-if"] {
                let more = command == "explain" ? "fair" : "trust"
                expectSame(try desk.run(command, name, more), try desk.afresh(command, name, more))
            }
            #expect(desk.kept.count == (name == "nowhere" ? 0 : 1))
        }
    }

    @Test func `what was found out with one case serves the others`() throws {
        try atDesk { desk in
            _ = try desk.run("recommend", "own.case")
            let kept = try desk.kept.map { try Data(contentsOf: $0) }
            try desk.write("language 1\ncase own \"My own\" { }\n", to: "own.case")
            for name in ["own.case", "village", "town"] {
                expectSame(try desk.run("recommend", name), try desk.afresh("recommend", name))
            }
            #expect(try desk.kept.map { try Data(contentsOf: $0) } == kept)
        }
    }

    @Test(arguments: [
        ("Rules/fairs-tests.rules", "recommend fair", "recommend fare"),
        ("Rules/fairs-tests.rules", "expect {", "expect  "),
        ("Rules/fairs.rules", "when trust", "when thrust"),
        ("Rules/words.rules", "case town", "case tomn"), ("Cases/village.case", "trust", "truss"),
        ("own.case", "trust", "truss"), ("own.case", "case own", "case town"),
        ("Rules/fairs.rules", "It works.", "It worked"),
    ])
    func `one byte changed is a change`(file: String, old: String, new: String) throws {
        try atDesk { desk in
            for name in ["own.case", "town"] { _ = try desk.run("recommend", name) }
            try desk.write(try #require(Desk.files[file]).replacing(old, with: new), to: file)
            for name in ["own.case", "town", "village"] {
                expectSame(try desk.run("recommend", name), try desk.afresh("recommend", name))
            }
        }
    }

    @Test func `nothing is kept of rules with a mistake, be it in a test`() throws {
        try atDesk { desk in
            try desk.write(
                "language 1\ntest \"t\" { trusst expect { recommend fair } }\n", to: "Rules/t.rules")
            for _ in 1...2 { #expect(try desk.run("recommend", "town").exitCode == 2) }
            #expect(desk.kept.isEmpty)
        }
    }

    @Test(
        arguments: ["rules", "network"],
        ["empty", "short", "long", "foreign", "folder"] + [0, 33, 41, 60, 200, -1].map { "byte \($0)" })
    func `a damaged file costs time only, and is replaced`(kind: String, damage: String) throws {
        try atDesk { desk in
            let afresh = try desk.run("recommend", "town")
            let kept = kind == "rules" ? desk.kept : desk.networks
            let url = try #require(kept.first), whole = try Data(contentsOf: url)
            var bytes = whole
            switch damage {
            case "empty": bytes = Data()
            case "short": bytes = bytes.dropLast(7)
            case "long": bytes += Data([7])
            case "foreign": bytes = Data("Somebody else's file, a good deal longer than a digest is.".utf8)
            case "folder": break
            default:
                let place = try #require(Int(damage.dropFirst(5)))
                bytes[place < 0 ? bytes.count - 1 : place] ^= 1
            }
            try FileManager.default.removeItem(at: url)
            if damage == "folder" {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            } else {
                try bytes.write(to: url)
            }
            for _ in 1...2 { expectSame(try desk.run("recommend", "town"), afresh) }
            if damage != "folder" { #expect(try Data(contentsOf: url) == whole) }
            #expect(desk.kept.count == 1)
            #expect(desk.networks.count == 1)
        }
    }

    @Test func `one network serves all cases with as many members, and other rules have their own`() throws {
        try atDesk { desk in
            for name in ["town", "village", "town"] { _ = try desk.run("recommend", name) }
            let first = try desk.networks.map { try Data(contentsOf: $0) }
            #expect(first.count == 1)
            try desk.write(
                try #require(Desk.files["Rules/fairs.rules"]).replacing("when trust", with: "when not trust"),
                to: "Rules/fairs.rules")
            try desk.write(
                "language 1\ntest \"t\" { not trust expect { recommend fair } }\n",
                to: "Rules/fairs-tests.rules")
            for _ in 1...2 {
                expectSame(try desk.run("recommend", "town"), try desk.afresh("recommend", "town"))
            }
            #expect(try desk.networks.map { try Data(contentsOf: $0) } != first)
        }
    }

    @Test(arguments: ["/proc/nowhere", "own.case", "/dev/null", "a/b/c"])
    func `a folder that cannot be used is done without, and one that is missing is made`(folder: String)
        throws
    {
        try atDesk { desk in
            let afresh = try desk.afresh("recommend", "town")
            for _ in 1...2 { expectSame(try desk.run("recommend", "town", cache: folder), afresh) }
            #expect(try desk.afresh("recommend", "own.case").exitCode == 0)
        }
    }

    @Test func `many at once leave each other alone`() throws {
        try atDesk { desk in
            let afresh = try desk.afresh("recommend", "town").output
            let outputs = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 6) { _ in
                let output = try? desk.run("recommend", "town").output
                outputs.withLock { $0.append(output ?? "") }
            }
            #expect(outputs.withLock { $0 } == Array(repeating: afresh, count: 6))
            #expect(desk.kept.count == 1)
        }
    }

    @Test func `the folder for such things is used, and none where it is switched off`() throws {
        try atDesk { desk in
            let caches = desk.folder.appendingPathComponent("caches").path
            let home = desk.folder.appendingPathComponent("home").path
            let folders = [
                (["XDG_CACHE_HOME": caches, "HOME": home], "caches/distretto"),
                (["HOME": home], "home/.cache/distretto"),
            ]
            for (environment, folder) in folders {
                let off = environment.merging(["DISTRETTO_CACHE": "off"]) { $1 }
                let path = desk.folder.appendingPathComponent(folder).path
                _ = try Program.run(["recommend", "town"], in: desk.folder, environment: off)
                #expect(!FileManager.default.fileExists(atPath: path))
                _ = try Program.run(["recommend", "town"], in: desk.folder, environment: environment)
                #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
            }
        }
    }
}
