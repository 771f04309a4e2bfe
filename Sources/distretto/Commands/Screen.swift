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

            A mapping has a statement to a line (distretto help mapping says what each means):

              column region is key
              column "Exports, %" is export-share in percent
              column Vertrauen is trust where "hoch" is high, "gering" is little
              column note is ignored
              always one-sector is yes
              blank "NA", "-"
              decimal comma
              thousands point
              separator ";"

            --members adds a table of a collection's members, a row each, with the columns that are key in the \
            table of clusters. One of up to 16 MB may stand in any order; where it is longer, both are sorted by key.

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

    @Option(
        help: ArgumentHelp(
            "A table of a collection's members, such as channel=channels.csv; once for each collection.",
            valueName: "collection=table"))
    var members: [MembersOption] = []

    @Option(help: ArgumentHelp("What the result says, with commas.", valueName: "names"))
    var columns = "key,programme,question,classifications,packages"

    @Option(help: ArgumentHelp("So many packages of a programme.", valueName: "count"))
    var top = 3

    @Option(
        help: """
            How to write rows: csv or jsonl, by the ending of the output's name unless said; a summary or one row: \
            terminal, markdown or json; a summary also csv.
            """)
    var format: Format?

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl, terminal, markdown, json }

    /// `channel=channels.csv`
    struct MembersOption: ExpressibleByArgument {
        var collection: String
        var table: String

        init?(argument: String) {
            guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
            collection = String(argument[..<sign])
            table = String(argument[argument.index(after: sign)...])
        }
    }

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

    @Option(
        help: ArgumentHelp(
            """
            Instead of rows, in how many of them packages stand, for each text of this column; package takes all \
            rows together. With --output, rows are written as well.
            """,
            valueName: "column"))
    var summaryBy: String?

    @Option(
        help: ArgumentHelp("With --summary-by: draw it into this file, .html or .svg.", valueName: "file"),
        completion: .file())
    var chart: String?

    @Option(
        help: ArgumentHelp("Instead, the whole answer for this row, the first being 1.", valueName: "row"))
    var explain: Int?

    @Flag(help: "Instead, propose a mapping from the names and the first rows, with reasons.")
    var suggestMapping = false

    @Flag(help: "With --summary-by or --explain: everything.")
    var details = false

    @Flag(help: "Exit with 1 where something cannot be read.")
    var strict = false

    @Option(help: ArgumentHelp("At most so many at once; all cores unless said.", valueName: "count"))
    var threads: Int?

    @Option(help: ArgumentHelp("So many bytes of the table at a time.", visibility: .hidden))
    var stretch: Int?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var layout: LayoutOptions

    func validate() throws {
        if top < 1 { throw ValidationError("Please give --top a number above zero.") }
        if let threads, threads < 1 { throw ValidationError("Please give --threads a number above zero.") }
        if let stretch, stretch < 1 { throw ValidationError("Please give --stretch a number above zero.") }
        if let explain, explain < 1 { throw ValidationError("Please give --explain a row above zero.") }
        if chart != nil, summaryBy == nil {
            throw ValidationError("Please say what the chart shows: --summary-by COLUMN --chart FILE.")
        }
        if let chart, ![".html", ".htm", ".svg"].contains(where: chart.lowercased().hasSuffix) {
            throw ValidationError("Please give --chart a file that ends in .html or .svg.")
        }
        if resume, summaryBy != nil {
            throw ValidationError(
                "Please sum up apart: what was read before would be missing from the summary.")
        }
        let forms: [Format] =
            if explain != nil {
                [.terminal, .markdown, .json]
            } else if summaryBy != nil {
                [.terminal, .markdown, .json, .csv]
            } else {
                [.csv, .jsonl]
            }
        if let format, !forms.contains(format) {
            throw ValidationError(
                "Please give --format csv or jsonl for rows; terminal, markdown or json for a summary or one row, "
                    + "and csv for a summary as well.")
        }
        if resume, output == nil {
            throw ValidationError("Please name the result to go on with: --resume --output FILE.")
        }
    }

    func run() throws {
        let checked = CheckedRules.read(
            try sources.finder.sources(rules: sources.rules), about: nil, CacheFolder.store)
        try Session.refuseBroken(checked, about: nil)
        do throws(TableFault) {
            try requireFilesApart()
            if suggestMapping {
                return Output.write(
                    try TableScreen.proposal(
                        for: table, checked: checked, workingFolder: Output.workingFolder))
            }
            let screen = try TableScreen(request, checked: checked, workingFolder: Output.workingFolder)
            if let explain {
                let view = try ScreenRow(screen, row: explain, checked).view(of: table, isFull: details)
                return layout.show(view.document, json: view.json, as: viewFormat)
            }
            let outcome = try ScreenLoop(screen, self).run()
            if let summaryBy {
                let summary = GroupSummary(outcome.summary, title: summaryBy, rules: checked.advising)
                let isBare = summary.packages(of: checked.advising).isEmpty
                let view = CensusView(
                    summary, rules: checked.advising, rulesDigest: checked.digest, tellsAll: details,
                    asked: isBare ? try screen.askedFirst() : nil)
                if format == .csv {
                    Output.write(view.csv)
                } else {
                    layout.show(view.document, json: view.json, as: viewFormat)
                }
                if let chart { try draw(view, into: chart) }
            }
            if strict, outcome.unreadable.contains(where: { $0 > 0 }) || outcome.unreadableOfMembers > 0 {
                Output.exit(1)
            }
        } catch {
            Progress.clear()
            throw Refusal(error.message, help: error.help)
        }
    }

    private func requireFilesApart() throws(TableFault) {
        var files = ScreenFiles(workingFolder: Output.workingFolder)
        try files.read(table, as: "the table")
        if let mapping { try files.read(mapping, as: "the mapping") }
        for option in members { try files.read(option.table, as: "the table of \(option.collection)") }
        if let output { try files.write(output, by: "--output", aside: ResultFile.aside) }
        if let reports { try files.write(reports, by: "--reports") }
        if let chart { try files.write(chart, by: "--chart") }
    }

    private func draw(_ view: CensusView, into file: String) throws(TableFault) {
        let isPage = !file.lowercased().hasSuffix(".svg")
        do throws(SourceError) {
            try AnswerWriter(workingFolder: Output.workingFolder).write(
                isPage ? view.page : view.svg, to: file)
        } catch {
            throw TableFault(error.message, help: error.help)
        }
    }

    /// Rows are written unless only a summary or one row is wanted.
    private var writesRows: Bool { explain == nil && (summaryBy == nil || output != nil) }

    private var viewFormat: ViewOptions.Format {
        switch format {
        case .markdown: .markdown
        case .json: .json
        default: .terminal
        }
    }

    private var request: TableScreen.Request {
        var request = TableScreen.Request(
            table: table, mapping: mapping,
            columns: writesRows ? columns.split(separator: ",").map(String.init) : [], form: form, top: top,
            group: summaryBy)
        if let stretch { request.stretchSize = stretch }
        request.members = members.map { ($0.collection, $0.table) }
        return request
    }

    private var form: ResultForm {
        switch format {
        case .csv: .csv
        case .jsonl: .jsonl
        case .terminal, .markdown, .json, nil:
            [".jsonl", ".ndjson"].contains { output?.lowercased().hasSuffix($0) ?? false } ? .jsonl : .csv
        }
    }
}
