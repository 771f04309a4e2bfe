import Foundation
import Running
import Testing

/// `distretto screen --suggest-mapping` on tables that others made.
@Suite struct ProposedMappingTests {
    private static let table = """
        NUTS3,industry,year,employees,number of firms,makers,turnover (EUR),avg firm size,Trade-Association,x
        DE111,shoes,2001,1200,30,30,2000000,40,yes,1
        DE112,wood,2001,800,22,22,900000,36,no,2

        """

    @Test func `each line that somebody uncomments is read as a mapping`() throws {
        try Workbench.withShipped { bench in
            try bench.write(Self.table, to: "regions.csv")
            let proposal = try bench.run("screen regions.csv --suggest-mapping")
            #expect(proposal.exitCode == 0)
            let lines = proposal.output.split(separator: "\n").map(String.init)
            let choices = lines.filter { $0.hasPrefix("# column ") && !$0.hasSuffix("is ignored") }
            #expect(choices.count > 5)
            for choice in choices where !choice.contains(" is ?") {
                let chosen = lines.map { $0 == choice ? String($0.dropFirst(2)) : $0 }
                try bench.write(chosen.joined(separator: "\n"), to: "regions.map")
                let run = try bench.run("screen regions.csv --mapping regions.map --columns key,programme")
                #expect(run.exitCode == 0, "\(choice): \(run.output)")
            }
        }
    }

    @Test func `a heading far from every name is told the nearest diagnostics and why`() throws {
        try Workbench.withShipped { bench in
            try bench.write(Self.table, to: "regions.csv")
            let text = try bench.run("screen regions.csv --suggest-mapping").output
            for expected in [
                "# column employees is workers\n#   How many people work for the makers? "
                    + "(`employed` in what it measures: people employed by the makers)",
                "# column makers is producers\n#   How many makers are there?",
                "# nothing is near it: its words are told of no diagnostic, or of too many to bring one nearer\n"
                    + "column year is ignored",
            ] {
                #expect(text.contains(expected), "\(expected)")
            }
        }
    }
}
