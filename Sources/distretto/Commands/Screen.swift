import ArgumentParser
import Census
import Foundation
import Presentation
import RuleModel
import Workspace

/// `distretto screen TABLE`: advice on every row of a table.
struct Screen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract:
            "Advice on every row of a table of clusters: thousands or millions, from CSV or JSON Lines.",
        discussion: """
            The table is UTF-8: comma-separated with a line of names (semicolons and tabs do too), or JSON \
            Lines, by its ending or its first sign. - is standard input; what gzip compressed is unpacked by \
            it. A column is taken for the diagnostic whose name it has; a mapping says the rest: which column \
            is what, in which unit, what its words mean. A blank is unknown. What cannot be read is reported \
            with its row and column and left unknown; a row whose fields cannot be told apart is left out.

            --columns names what the result says, in order: key (the columns that are key), row (its \
            number), programme (its first packages, as recommend orders them), question (what recommend would \
            ask first), classifications, packages (where each stands before packages are weighed against each \
            other: stands, provisional, open, contested, advised-against, not-advised), verdicts (on each \
            recommendation by itself), or a package, a classification or a column of the table by name. \
            Programme and question take longest; rows alike in what rules tell apart are worked out once.

            With --output, rows go into FILE.part until all are there; --resume goes on with it. Exits with 1 \
            where --strict is given and something could not be read.
            """)

    @Argument(
        help: ArgumentHelp("A file of CSV or JSON Lines, also compressed by gzip; - is standard input."),
        completion: .file())
    var table: String

    @Option(
        help: ArgumentHelp("What the columns are, in a small file of its own.", valueName: "file"),
        completion: .file())
    var mapping: String?

    @Option(help: ArgumentHelp("What the result says, with commas.", valueName: "names"))
    var columns = "key,programme,question,classifications,packages"

    @Option(help: ArgumentHelp("So many packages of a programme.", valueName: "count"))
    var top = 3

    @Option(help: "How to write rows: csv or jsonl; by the ending of the output's name unless said.")
    var format: Format?

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

    @Option(
        name: [.long, .customShort("o")], help: ArgumentHelp("Write to this file.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Go on with a result that was broken off.")
    var resume = false

    @Option(
        help: ArgumentHelp("Write everything that cannot be read into this file, as CSV.", valueName: "file"),
        completion: .file())
    var reports: String?

    @Flag(help: "Exit with 1 where something cannot be read.")
    var strict = false

    @Option(help: ArgumentHelp("At most so many at once; all cores unless said.", valueName: "count"))
    var threads: Int?

    @Option(help: ArgumentHelp("So many bytes of the table at a time.", visibility: .hidden))
    var stretch = 1 << 19

    @OptionGroup var sources: SourceOptions

    func validate() throws {
        if top < 1 { throw ValidationError("Please give --top a number above zero.") }
        if let threads, threads < 1 { throw ValidationError("Please give --threads a number above zero.") }
        if stretch < 1 { throw ValidationError("Please give --stretch a number above zero.") }
        if resume, output == nil {
            throw ValidationError("Please name the result to go on with: --resume --output FILE.")
        }
    }

    func run() throws {
        let checked = CheckedRules.read(
            try sources.finder.sources(rules: sources.rules), about: nil, CacheFolder.store)
        try Session.refuseBroken(checked, about: nil)
        do throws(TableFault) {
            let screen = try TableScreen(request, checked: checked, workingFolder: Output.workingFolder)
            try ScreenLoop(screen, self).run()
        } catch {
            Progress.clear()
            throw Refusal(error.message, help: error.help)
        }
    }

    private var request: TableScreen.Request {
        TableScreen.Request(
            table: table, mapping: mapping, columns: columns.split(separator: ",").map(String.init),
            form: form,
            top: top, group: nil, stretchSize: stretch)
    }

    private var form: ResultForm {
        switch format {
        case .csv: .csv
        case .jsonl: .jsonl
        case nil:
            [".jsonl", ".ndjson"].contains { output?.lowercased().hasSuffix($0) ?? false } ? .jsonl : .csv
        }
    }
}
