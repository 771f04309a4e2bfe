import Foundation
import Running
import Testing

/// `distretto screen` where things go wrong on the way: nothing whole is lost, nothing half is kept.
@Suite struct ScreenTests {
    @Test func `a killed run goes on where it was, and ends with the same bytes`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table(rows: 400_000), to: "valleys.csv")
            let whole = try bench.run("screen valleys.csv --columns row,packages --output whole.csv")
            #expect(whole.exitCode == 0)
            let process = Process()
            process.executableURL = Program.url
            process.arguments = Program.words(
                "screen valleys.csv --columns row,packages --output part.csv --stretch 4000")
            process.currentDirectoryURL = bench.folder
            process.standardError = FileHandle.nullDevice
            try process.run()
            let state = bench.folder.appending(path: "part.csv.part.state").path(percentEncoded: false)
            while process.isRunning, !FileManager.default.fileExists(atPath: state) { usleep(2_000) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try #require(
                !FileManager.default.fileExists(atPath: bench.folder.appending(path: "part.csv").path))
            let rest = try bench.run("screen valleys.csv --columns row,packages --output part.csv --resume")
            #expect(rest.exitCode == 0, "\(rest.output)")
            #expect(try bench.read("part.csv") == bench.read("whole.csv"))
            #expect(!FileManager.default.fileExists(atPath: state))
            #expect(try bench.texts().keys.filter { $0.hasSuffix(".part") }.isEmpty)
        }
    }

    @Test func `Ctrl-C leaves whole rows and says how to go on`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table(rows: 200_000), to: "valleys.csv")
            let run = try Shell(bench.folder).run(
                """
                "$program" screen valleys.csv --columns row,packages --output out.csv --stretch 4000 &
                while [ ! -s out.csv.part ]; do sleep 0.01; done
                kill -INT $!
                wait $!
                """)
            #expect(run.exitCode == 130)
            #expect(run.errors.contains("go on with --resume"))
            let text = try bench.read("out.csv.part")
            #expect(text.hasSuffix("\n"))
            let last = text.split(separator: "\n").last ?? ""
            #expect(
                last.split(separator: ",").count == text.split(separator: "\n")[0].split(separator: ",").count
            )
        }
    }

    @Test func `a result is not gone on with under another question`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table(rows: 10), to: "valleys.csv")
            try bench.write("half", to: "out.csv.part")
            try bench.write("distretto screen 2\nother\n1 1 1 1 0 0\n\n\n\n", to: "out.csv.part.state")
            let run = try bench.run("screen valleys.csv --output out.csv --resume")
            #expect(run.exitCode == 2)
            #expect(run.output.contains("begun with other rules"))
            #expect(try bench.read("out.csv.part") == "half")
        }
    }

    @Test func `members that nobody listed may be there, and a text for nothing is no number`() throws {
        try Program.inEmptyFolder { folder in
            let bench = Workbench(folder: folder)
            try bench.write(Self.fewOrMany, to: "Rules/some.rules")
            try bench.write("place,firms\na,5\nb,999\nc,200\n", to: "places.csv")
            try bench.write("column place is key\nblank \"999\"\n", to: "places.map")
            let run = try bench.run("screen places.csv --mapping places.map --columns key,packages")
            #expect(run.exitCode == 0, "\(run.output)")
            #expect(
                run.output.hasSuffix(
                    """
                    place,for-few,for-many
                    a,open,not-advised
                    b,open,open
                    c,open,stands

                    """))
        }
    }

    private static let fewOrMany = """
        language 1
        source book { authors "A" year 2000 title "T" publisher "P" }
        claim it-is-so at book "1" firmness strong from-case hollow "It is so."
        diagnostic firms: count of "firms" ask "How many firms are there?"
        collection buyer "Buyers" { regular: yes/no ask "Does the buyer come back?" }
        package for-few "For few" { about "For few." }
        package for-many "For many" { about "For many." }
        rule nobody-comes-back {
          when count of buyer where regular at most 0 judgement "none" recommend for-few because "B." from it-is-so
        }
        rule there-are-many {
          when firms at least 100 judgement "many" recommend for-many because "B." from it-is-so
        }
        case hollow "The hollow" { stage now "Now" { firms = 5 } }
        """

    @Test func `an old result stays until the new one is whole`() throws {
        try Workbench.withOrchard { bench in
            try bench.write("old", to: "out.csv")
            try bench.write("valley,growers\na,3\nb,\"4\n", to: "valleys.csv")
            let run = try bench.run("screen valleys.csv --columns row,packages --output out.csv")
            #expect(run.exitCode == 2)
            #expect(run.output.contains("row 2, which begins on line 3, a quote is opened and never closed"))
            #expect(try bench.read("out.csv") == "old")
        }
    }

    @Test func `a compressed table, a stream and a file give the same bytes`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table(rows: 3_000), to: "valleys.csv")
            let run = try Shell(bench.folder).run(
                """
                gzip -k valleys.csv
                "$program" screen valleys.csv --columns row,packages > one
                "$program" screen valleys.csv.gz --columns row,packages > two
                gzip -dc valleys.csv.gz | "$program" screen - --columns row,packages --stretch 100 > three
                head -c 1000 valleys.csv.gz > cut.csv.gz
                cmp one two && cmp one three && "$program" screen cut.csv.gz > four
                """)
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("damaged"))
        }
    }

    @Test func `a reader that goes away ends the run without a word`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(Self.table(rows: 50_000), to: "valleys.csv")
            let run = try Shell(bench.folder).run(
                #""$program" screen valleys.csv --columns row,packages | head -2"#)
            #expect(run.output.split(separator: "\n").count == 2)
        }
    }

    @Test func `UTF-16, NUL bytes and byte order marks are told from text`() throws {
        try Workbench.withOrchard { bench in
            let text = "growers,trust\r\n40,high\r\n"
            let files: [(String, Data)] = [
                ("wide.csv", Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())),
                ("bare.csv", text.data(using: .utf16LittleEndian) ?? Data()),
                ("nul.csv", Data("growers,trust\n40,hi\0gh\n".utf8)),
                ("mark.csv", Data([0xEF, 0xBB, 0xBF] + Array(text.utf8))),
                ("broken.csv", Data("growers,trust\n40,".utf8) + Data([0xFF, 0xFE, 10])),
            ]
            for (name, data) in files { try data.write(to: bench.folder.appending(path: name)) }
            for name in ["wide", "bare"] {
                let run = try bench.run("screen \(name).csv")
                #expect(run.exitCode == 2 && run.output.contains("iconv"), "\(name)")
            }
            #expect(try bench.run("screen nul.csv --columns row").output.contains("NUL byte"))
            #expect(try bench.run("screen broken.csv --columns row").output.contains("not UTF-8"))
            #expect(
                try bench.run("screen mark.csv --columns growers,trust").output == "growers,trust\n40,high\n")
        }
    }

    @Test func `an endless row is refused, and the rows before it are there`() throws {
        try Workbench.withOrchard { bench in
            let run = try Shell(bench.folder).run(
                """
                echo valley,growers > long.csv
                echo a,3 >> long.csv
                yes b, | head -c 40000000 | tr -d '\\n' >> long.csv
                "$program" screen long.csv --columns valley --stretch 1000
                """)
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("longer than 16 MB"))
            #expect(run.output.hasSuffix("\na\n"))
        }
    }

    private static func table(rows: Int) -> String {
        var text = "valley,growers,trust,graded-share\n"
        let words = ["high", "", "little", "some or high", "none"]
        for row in 0..<rows { text += "v\(row),\(row % 60),\(words[row % 5]),\(row % 101)\n" }
        return text
    }
}
