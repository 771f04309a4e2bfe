import Foundation
import Running
import Testing

/// `distretto screen --members` on tables that come in other ways than as a short file.
@Suite struct MemberScreenTests {
    private static let question = "screen valleys.csv --mapping valleys.map --columns key,packages"

    /// - Parameter remark: Stands in each row of the table of members, and is not read.
    private static func write(to bench: Workbench, remark: String, isTurned: Bool = false) throws {
        let names = (100..<400).map { "v\($0)" }
        let clusters = names.map { "\($0),40,high\n" }
        let members = names.flatMap { name in
            ["canners", "grocers"].map { "\(name),\($0),\($0 == "grocers" ? "yes" : ""),\(remark)\n" }
        }
        try bench.write("valley,growers,trust\n" + clusters.joined(), to: "valleys.csv")
        try bench.write(
            "valley,buyer,demanding,remark\n" + (isTurned ? members.reversed() : members).joined(),
            to: "buyers.csv")
        try bench.write(
            "column valley is key\nmembers buyer\ncolumn remark is ignored\nall listed\n", to: "valleys.map")
    }

    /// What comes out where the table of members is a file, compressed, and a stream.
    private static func outcomes(_ bench: Workbench) throws -> Shell.Run {
        try Shell(bench.folder).run(
            """
            gzip -k buyers.csv valleys.csv
            "$program" \(question) --members buyer=buyers.csv > one
            "$program" \(question) --members buyer=buyers.csv.gz > two
            gzip -dc buyers.csv.gz | "$program" \(question) --members buyer=- > three
            "$program" \(question.replacing("valleys.csv", with: "valleys.csv.gz")) --members buyer=buyers.csv.gz > four
            cmp one two && cmp one three && cmp one four && cat one
            """)
    }

    @Test func `a table of members may be long, compressed or a stream, and the bytes are the same`() throws {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench, remark: "")
            let short = try Self.outcomes(bench)
            #expect(short.exitCode == 0, "\(short.errors)")
            #expect(short.output.split(separator: "\n").count == 301)
            try Self.write(to: bench, remark: String(repeating: "r", count: 30_000))
            for name in ["buyers.csv.gz", "valleys.csv.gz"] {
                try FileManager.default.removeItem(at: bench.folder.appending(path: name))
            }
            let long = try Self.outcomes(bench)
            #expect(long.exitCode == 0, "\(long.errors)")
            #expect(long.output == short.output)
        }
    }

    @Test func `a long table of members out of order ends the run, and a short one may stand in any`() throws
    {
        try Workbench.withOrchard { bench in
            try Self.write(to: bench, remark: "", isTurned: true)
            #expect(try bench.run(Self.question + " --members buyer=buyers.csv").exitCode == 0)
            try Self.write(to: bench, remark: String(repeating: "r", count: 30_000), isTurned: true)
            let run = try bench.run(Self.question + " --members buyer=buyers.csv")
            #expect(run.exitCode == 2)
            #expect(run.output.contains("too long to be held"), "\(run.output)")
        }
    }

    @Test func `what is gone on with asks about shares of members as the whole run would`() throws {
        try Workbench.withOrchard { bench in
            // Only the first rows say that shares are percents.
            let names = (0..<40_000).map { "v\($0 + 100_000)" }
            try bench.write(
                "valley,growers\n" + names.map { "\($0),40\n" }.joined(), to: "valleys.csv")
            try bench.write(
                "valley,buyer,share\n"
                    + names.enumerated().map { "\($1),b,\($0 < 100 ? "40" : "0.5")\n" }.joined(),
                to: "buyers.csv")
            try bench.write("column valley is key\n", to: "valleys.map")
            let line = Self.question + " --members buyer=buyers.csv --stretch 4000 --output out.csv"
            let run = try Shell(bench.folder).run(
                """
                "$program" \(line) & while [ ! -s out.csv.part.state ] && kill -0 $!; do sleep 0.01; done
                kill -KILL $!
                wait $!
                "$program" \(line) --resume
                """)
            #expect(run.exitCode == 0, "\(run.errors)")
            #expect(try bench.read("out.csv").split(separator: "\n").count == 40_001)
        }
    }
}
