import Foundation
import Testing

/// `distretto screen` and the files around a table.
@Suite struct ScreenFileTests {
    private static let table = "valley,growers,trust\nupper,40,high\nlower,12,little\n"

    @Test(arguments: [
        "screen valleys.csv --output valleys.csv", "screen valleys.csv --output linked.csv",
        "screen valleys.csv --output hard.csv", "screen valleys.csv --output ./folder/../valleys.csv",
        "screen valleys.csv --reports valleys.csv", "screen valleys.csv --reports linked.csv",
        "screen valleys.csv --mapping valleys.map --output valleys.map",
        "screen valleys.csv --mapping valleys.map --reports valleys.map",
        "screen valleys.csv --summary-by valley --chart picture.svg",
        "screen other.csv.part --output other.csv",
        "screen valleys.csv --mapping valleys.map --members buyer=buyers.csv --output buyers.csv",
        "screen valleys.csv --output out.csv --reports out.csv",
        "screen valleys.csv --output out.csv --reports out.csv.part",
        "screen valleys.csv --reports Rules/orchard.rules",
    ])
    func `nothing that is read is written over`(_ line: String) throws {
        try Workbench.withOrchard { bench in
            for name in ["valleys.csv", "other.csv.part"] { try bench.write(Self.table, to: name) }
            try bench.write("column valley is key\n", to: "valleys.map")
            try bench.write("valley,buyer\nupper,canners\n", to: "buyers.csv")
            try bench.write("", to: "folder/there")
            let link = try Shell(bench.folder).run(
                "ln -s valleys.csv linked.csv; ln valleys.csv hard.csv; ln -s valleys.csv picture.svg")
            #expect(link.exitCode == 0)
            let before = try bench.texts()
            let run = try bench.run(line)
            #expect(run.exitCode == 2, "\(run.output)")
            #expect(run.output.contains("write over it") || run.output.contains("does not replace rules"))
            #expect(try bench.texts() == before)
        }
    }

    @Test func `neither a redirection nor standard input hides what is read`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table, to: "valleys.csv")
            for line in ["valleys.csv --columns row >> valleys.csv", "- --output valleys.csv < valleys.csv"] {
                let run = try Shell(bench.folder).run("\"$program\" screen \(line)")
                #expect(run.exitCode == 2, "\(line)")
                #expect(try bench.read("valleys.csv") == Self.table)
            }
        }
    }

    @Test func `a device may be written to more than once`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table, to: "valleys.csv")
            // By way of a link: if it were replaced, nothing but the link would be gone.
            let link = bench.folder.appendingPathComponent("nothing")
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "/dev/null")
            let run = try bench.run("screen valleys.csv --output nothing --reports nothing")
            #expect(run.exitCode == 0, "\(run.output)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "/dev/null")
        }
    }

    @Test func `who is told to end gives up what is being worked out, and can go on`() throws {
        try Workbench.withShipped { bench in
            let columns = ["skills", "design-capability", "trust", "one-place", "one-sector", "workers"]
            let words = [
                ["low", "medium", "high"], ["none", "some", "high"], ["little", "high"], ["yes", "no"],
            ]
            var text = "place,\(columns.joined(separator: ","))\n"
            for row in 0..<4_000 {
                let fields = [words[0][row % 3], words[1][row / 3 % 3], words[2][row / 9 % 2]]
                text +=
                    "p\(row),\(fields.joined(separator: ",")),yes,\(words[3][row / 18 % 2]),\(row)..\(row + 9)\n"
            }
            try bench.write(text, to: "places.csv")
            let run = try Shell(bench.folder).run(
                """
                "$program" screen places.csv --output out.csv --stretch 100000000 &
                while [ ! -e out.csv.part.state ]; do sleep 0.01; done
                kill -TERM $!
                wait $!
                code=$?
                cp out.csv.part before
                "$program" screen places.csv --output out.csv --resume --columns row && exit 1
                exit $code
                """)
            #expect(run.exitCode == 143, "\(run.errors)")
            #expect(run.errors.contains("interrupted after 0 rows"))
            #expect(
                run.errors.contains("begun with other rules, another mapping, another table or other columns")
            )
            let rest = try bench.run("screen places.csv --output out.csv --resume --top 3 --stretch 3000")
            #expect(rest.exitCode == 0, "\(rest.output)")
            #expect(try bench.read("out.csv").split(separator: "\n").count == 4_001)
        }
    }
}
