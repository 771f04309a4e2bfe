import Foundation
import Running
import Testing

/// `distretto screen` broken off at any moment: whatever is done next, the finished result is the unbroken one.
///
/// `swift test` tries a few moments. More are tried by
///
///     DISTRETTO_LAWS=30 swift test --filter BrokenRun
@Suite(.serialized) struct BrokenRunTests {
    private static let moments =
        ProcessInfo.processInfo.environment["DISTRETTO_LAWS"].flatMap { Int($0) }.map { max(1, $0) }
    private static let rows = moments == nil ? 40_000 : 100_000
    private static let question =
        "screen valleys.csv --mapping valleys.map --columns key,row,packages --reports reports.csv --output out.csv"

    /// With some members of nowhere, some values that cannot be read, and some rows left out.
    private static func write(to bench: Workbench) throws {
        var text = "valley,growers,trust,graded-share\n"
        var members = "valley,buyer,share,demanding,remark\n"
        // Long enough that it is read along with the clusters and not held.
        let remark = moments == nil ? "" : String(repeating: "m", count: 160)
        let words = ["high", "", "little", "some or high", "none"]
        for row in 0..<rows {
            let name = "v\(String(row + 10_000_000).dropFirst())"
            let growers = row % 997 == 5 ? "many" : "\(row % 60)"
            text +=
                "\(name),\(growers),\(words[row % 5]),\(row % 101)\(row % 1_999 == 7 ? ",too many" : "")\n"
            if moments != nil || row % 20 == 0 {
                members += "\(name),canner,\(row % 70),\(row % 3 == 0 ? "yes" : "no"),\(remark)\n"
            }
            if row % 5_000 == 50 { members += "\(name)x,nobody,1,yes,\n" }
        }
        try bench.write(text, to: "valleys.csv")
        try bench.write(members, to: "buyers.csv")
        try bench.write("column valley is key\n", to: "valleys.map")
    }

    /// What came of a run: the result and the reports.
    private static func outcome(_ bench: Workbench) throws -> [Data] {
        try ["out.csv", "reports.csv"].map { try Data(contentsOf: bench.folder.appending(path: $0)) }
    }

    /// - Parameter seconds: After which it is sent the signal.
    /// - Returns: How it ended.
    private static func broken(_ line: String, _ bench: Workbench, after seconds: Double, by signal: Int32)
        throws
        -> Int32
    {
        let process = Process()
        process.executableURL = Program.url
        process.arguments = Program.words(line)
        process.currentDirectoryURL = bench.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try Shell.runWithoutBlockedSignals(process)
        usleep(UInt32(seconds * 1_000_000))
        if process.isRunning { kill(process.processIdentifier, signal) }
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(arguments: ["", " --members buyer=buyers.csv"])
    func `broken off at any moment, a run ends with the same bytes`(members: String) throws {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench)
            let line = Self.question + members
            let start = ContinuousClock.now
            #expect(try bench.run(line).exitCode == 0)
            let length = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1_000
            let whole = try Self.outcome(bench)
            let count = Self.moments ?? 4
            var resumed = 0
            for moment in 0..<count {
                for name in ["out.csv", "reports.csv"] {
                    try FileManager.default.removeItem(at: bench.folder.appending(path: name))
                }
                let signal = moment % 2 == 0 ? SIGKILL : SIGINT
                var after = length * (Double(moment) + 0.5) / Double(count)
                _ = try Self.broken(line, bench, after: after, by: signal)
                try Self.requireSound(bench, whole, "broken off after \(after) s by \(signal)")
                // Every third time the rest is broken off as well, and every fourth is begun anew.
                if moment % 3 == 2, Self.canResume(bench) {
                    after = length / 4
                    _ = try Self.broken(line + " --resume", bench, after: after, by: signal)
                    try Self.requireSound(bench, whole, "the rest broken off after \(after) s by \(signal)")
                }
                if !FileManager.default.fileExists(atPath: bench.folder.appending(path: "out.csv").path) {
                    let goesOn = moment % 4 != 3 && Self.canResume(bench)
                    resumed += goesOn ? 1 : 0
                    let rest = try bench.run(line + (goesOn ? " --resume" : ""))
                    #expect(rest.exitCode == 0, "\(rest.output)")
                }
                let isSame = try Self.outcome(bench) == whole
                #expect(isSame, "broken off after \(after) of \(length) s by signal \(signal)")
                let left = try bench.texts().keys.filter { $0.contains(".part") }
                #expect(left.isEmpty, "\(left)")
            }
            if Self.moments != nil { print("\(count) runs broken off, \(resumed) gone on with") }
        }
    }

    private static func canResume(_ bench: Workbench) -> Bool {
        FileManager.default.fileExists(atPath: bench.folder.appending(path: "out.csv.part.state").path)
    }

    /// What a broken run leaves is the whole result under its name, or the beginning of it aside.
    private static func requireSound(_ bench: Workbench, _ whole: [Data], _ when: String) throws {
        let result = bench.folder.appending(path: "out.csv")
        if let data = try? Data(contentsOf: result) {
            #expect(data == whole[0], "\(when): half a result under its name")
        } else if let part = try? Data(contentsOf: bench.folder.appending(path: "out.csv.part")) {
            #expect(whole[0].starts(with: part), "\(when): what is there is no beginning of it")
        }
    }

    @Test func `a reader that goes away at any moment has had a beginning of the rows`() throws {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench)
            let line = "screen valleys.csv --mapping valleys.map --columns key,packages"
            #expect(try bench.run(line + " --output out.csv").exitCode == 0)
            let whole = try bench.read("out.csv")
            let count = Self.moments ?? 3
            for moment in 0..<count {
                let bytes = whole.utf8.count * (2 * moment + 1) / (2 * count)
                let run = try Shell(bench.folder).run(
                    #""$program" \#(line) 2> err | head -c \#(bytes)"#)
                #expect(run.output.utf8.elementsEqual(whole.utf8.prefix(bytes)), "\(bytes) bytes")
                let errors = try bench.read("err")
                #expect(!errors.contains("rror"), "\(errors)")
            }
        }
    }

    @Test func `where the result may not grow further, what is there is gone on with`() throws {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench)
            let line = Self.question + " --members buyer=buyers.csv --stretch 8000"
            #expect(try bench.run(line).exitCode == 0)
            let whole = try Self.outcome(bench)
            let count = Self.moments ?? 2
            for moment in 0..<count {
                for name in ["out.csv", "reports.csv"] {
                    try FileManager.default.removeItem(at: bench.folder.appending(path: name))
                }
                // In blocks of a kilobyte; the least holds a stretch of rows.
                let blocks = 300 + (whole[0].count / 1_024 - 301) * moment / count
                let run = try Shell(bench.folder).run(
                    "ulimit -f \(blocks); \"$program\" \(line)")
                #expect(run.exitCode == 2, "\(run.exitCode) with \(blocks) blocks: \(run.errors)")
                #expect(run.errors.contains("go on with --resume"), "\(run.errors)")
                try Self.requireSound(bench, whole, "\(blocks) blocks")
                let rest = try bench.run(line + " --resume")
                #expect(rest.exitCode == 0, "\(rest.output)")
                #expect(try Self.outcome(bench) == whole, "\(blocks) blocks")
            }
        }
    }

    private static func onSmallDisk(_ script: String) -> String {
        """
        mkdir -p disk
        [ "$(id -u)" = 0 ] && own='unshare -m' || own='unshare -rm'
        $own bash -c 'mount -t tmpfs -o size=1m tmpfs disk && { \(script); }'
        """
    }

    @Test(.enabled(if: Shell.works(onSmallDisk("true")), "no disk can be mounted here"))
    func `on a full disk whole rows stay, and with room made the run goes on`() throws {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench)
            let line = "screen valleys.csv --mapping valleys.map --columns key,row,packages --stretch 8000"
            #expect(try bench.run(line + " --output whole.csv").exitCode == 0)
            let run = try Shell(bench.folder).run(
                Self.onSmallDisk(
                    """
                    "$program" \(line) --output disk/out.csv; echo $?
                    mount -o remount,size=100m disk
                    "$program" \(line) --output disk/out.csv --resume; echo $?
                    cmp disk/out.csv whole.csv && ls -A disk
                    """))
            #expect(run.output == "2\n0\nout.csv\n", "\(run.output)")
            #expect(run.errors.contains("the disk is full"), "\(run.errors)")
        }
    }
}
