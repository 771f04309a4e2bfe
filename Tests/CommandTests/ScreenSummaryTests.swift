import Foundation
import Running
import Testing

/// What a table comes to, where it is large or in other letters.
@Suite struct ScreenSummaryTests {
    @Test func `the picture keeps the one small region that is advised something`() throws {
        try Program.inEmptyFolder { folder in
            let bench = Workbench(folder: folder)
            try bench.write(Self.rules, to: "Rules/firms.rules")
            var table = "region,firms\n"
            for region in 0..<260 {
                for _ in 0..<3 { table += "region \(region),2\n" }
            }
            try bench.write(table + "Little Town,40\n", to: "valleys.csv")
            try bench.write("column region is key\n", to: "valleys.map")
            let run = try bench.run(
                "screen valleys.csv --mapping valleys.map --summary-by region --chart picture.svg")
            #expect(run.exitCode == 0, "\(run.output)")
            #expect(run.output.contains("Little Town, 1 row"))
            #expect(run.output.contains("Nothing is advised in 260 groups: "))
            let picture = try bench.read("picture.svg")
            #expect(picture.contains(">Little Town</text>"))
            #expect(picture.contains("not drawn: 260 groups in which nothing is advised"))
        }
    }

    private static let rules = """
        language 1
        source book { authors "A" year 2000 title "T" publisher "P" }
        claim it-is-so at book "1" firmness strong "It is so."
        diagnostic firms: count of "firms" ask "How many firms are there?"
        package for-many "For many" { about "For many." }
        rule there-are-many {
          when firms at least 20 judgement "many" recommend for-many because "B." from it-is-so
        }
        """

    @Test func `letters that are no UTF-8 are told of once, wherever they come out as they stand`() throws {
        try Workbench.withOrchard { bench in
            let table = Data("valley,growers,note\na,3,\n".utf8) + Data([0x4B, 0xF6, 0x6C, 0x6E])
            try (table + Data(",4,\nb,5,".utf8) + Data([0xE9, 10])).write(
                to: bench.folder.appending(path: "valleys.csv"))
            try bench.write("column valley is key\ncolumn note is ignored\n", to: "valleys.map")
            let run = try bench.run(
                "screen valleys.csv --mapping valleys.map --columns key --stretch 5 --threads 2")
            #expect(run.output.contains("row 2, column `valley` is not UTF-8 text"))
            #expect(run.output.split(separator: "iconv").count == 2)
            let silent = try bench.run("screen valleys.csv --mapping valleys.map --columns growers")
            #expect(!silent.output.contains("iconv"))
            let picture = try bench.run("screen valleys.csv --mapping valleys.map --summary-by note")
            #expect(picture.output.contains("row 3, column `note`"))
        }
    }
}
