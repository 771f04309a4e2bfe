import Census
import Foundation
import Inference
import RuleModel

/// A table opened and understood, ready to be screened.
public struct TableScreen {
    public let plan: TablePlan
    public let screening: Screening
    /// The table, with those of members.
    public let source: StretchSource
    /// How many bytes the table has; `nil` where that is not known before its end.
    public let size: Int?
    private let opened: OpenedTable
    /// What a result answers: equal for equal rules, mapping, table and columns.
    public let question: String

    /// What is asked of a table.
    public struct Request {
        public var table: String
        /// A mapping file; `nil` for columns taken by their names.
        public var mapping: String?
        public var columns: [String]
        public var form: ResultForm
        public var top: Int
        public var group: String?
        public var stretchSize: Int
        /// Tables of members, each with the name of its collection.
        public var members: [(collection: String, table: String)] = []

        public init(
            table: String, mapping: String?, columns: [String], form: ResultForm, top: Int, group: String?,
            stretchSize: Int? = nil
        ) {
            self.table = table
            self.mapping = mapping
            self.columns = columns
            self.form = form
            self.top = top
            self.group = group
            // What takes long is done in smaller pieces, so that all cores have some and little is lost.
            let takesLong = columns.contains { $0 == "programme" || $0 == "question" }
            self.stretchSize = stretchSize ?? (takesLong ? 1 << 14 : 1 << 19)
        }
    }

    public init(_ request: Request, checked: CheckedRules, workingFolder: String) throws(TableFault) {
        let rules = checked.advising
        let opened = try OpenedTable(
            request.table, mapping: request.mapping, rules: rules, workingFolder: workingFolder)
        let plan = try TablePlan(
            header: opened.head.columns, mapping: opened.mapping, mappingName: request.mapping ?? "",
            rules: rules)
        let outputs = try OutputColumn.named(request.columns, plan: plan)
        let group = try request.group.map { name throws(TableFault) in
            try TableScreen.grouping(name, plan)
        }
        let tables = try MemberTables(
            request, plan, opened.mapping, rules: rules, workingFolder: workingFolder)
        screening = try Screening(
            plan, members: tables.plans, outputs: outputs, form: request.form, top: request.top, group: group,
            compiled: checked.compiled, evaluator: checked.evaluator, wording: TableScreen.wording(rules))
        self.plan = plan
        self.opened = opened
        size = opened.file.size
        source = StretchSource(
            TableStretches(
                opened.file, start: opened.start, head: opened.head, stretchSize: request.stretchSize,
                countsRows: outputs.contains(.row)),
            members: tables.tables, plan: plan)
        try TableScreen.requireUnits(screening, opened)
        try tables.requireUnits(screening)
        var asked = "\(checked.digest) \(request.columns) \(request.form) \(request.top) \(opened.mapping)"
        asked += "\(Digest(opened.start))\(tables.digests)"
        question = Digest(asked.utf8).description
    }

    /// A column of the table by name; `package` sums up all rows as one.
    private static func grouping(_ name: String, _ plan: TablePlan) throws(TableFault) -> Screening.Grouping {
        if let place = plan.columns.firstIndex(where: { $0.name == name }) { return .column(place) }
        if name == "package" { return .whole }
        throw TableFault(
            "the table has no column `\(name)` to sum up by",
            help: "say package for all rows at once, or one of its columns: "
                + plan.columns.map { "`\($0.name)`" }.joined(separator: ", "))
    }

    /// One row, counted from 1, as a case.
    public func row(_ number: Int) throws(TableFault) -> RowReading {
        let screen = ChunkScreen(screening.readingOnly, source.head.format)
        var before = 0
        while let stretch = try source.next() {
            let rows = source.clusters.count(stretch.text)
            guard number > before + rows else {
                var text = stretch.text
                return try screen.row(number - before - 1, of: &text, members: stretch.members)
            }
            before += rows
        }
        throw TableFault("the table has no row \(number)", help: "it has \(before), the first line aside")
    }

    /// What would be asked first in the first rows; `nil` where tables of members say more of them.
    public func askedFirst() throws(TableFault) -> AskedFirst? {
        guard screening.members.isEmpty else { return nil }
        let stretches = TableStretches(
            opened.file, start: opened.start, head: opened.head, stretchSize: 1 << 14, countsRows: false)
        guard var text = try stretches.next()?.text else { return nil }
        return AskedFirst(screening, opened.head.format, &text)
    }

    /// Shares are asked about before anything is written, as far as the table's beginning tells.
    private static func requireUnits(_ screening: Screening, _ opened: OpenedTable) throws(TableFault) {
        let rows = TableStretches(
            opened.file, start: opened.start, head: opened.head, stretchSize: opened.start.count,
            countsRows: false
        ).firstRows(isAll: opened.isAll)
        guard let rows else { return }
        var text = rows
        let chunk = ChunkScreen(screening.readingOnly, opened.head.format).screen(&text)
        try screening.plan.requireUnits(
            largestShares: chunk.unstatedShares.map { $0.count > 0 ? $0.largest : -1 })
    }

    /// A mapping for a table that has none yet.
    public static func proposal(
        for table: String, checked: CheckedRules, workingFolder: String
    ) throws(TableFault) -> String {
        let rules = checked.advising
        let opened = try OpenedTable(table, mapping: nil, rules: rules, workingFolder: workingFolder)
        let stretches = TableStretches(
            opened.file, start: opened.start, head: opened.head, stretchSize: opened.start.count,
            countsRows: false)
        let rows = opened.head.rows(
            of: stretches.firstRows(isAll: opened.isAll) ?? [], atMost: 200)
        let names = rules.diagnostics.map(\.name)
        let proposal = MappingProposal(header: opened.head.columns, rows: rows, rules: rules) {
            NearNames.of($0, among: names)
        }
        let compiled = checked.compiled
        return proposal.text(of: table, rows: rows, rules: rules) { TableColumn($0, in: compiled) == nil }
    }
}

/// A table's file with its beginning read, and the mapping that goes with it.
public struct OpenedTable {
    public let file: TableFile
    public let mapping: TableMapping
    public let head: TableHead
    /// The first bytes, header and all.
    let start: [UInt8]
    /// Whether that is the whole table.
    let isAll: Bool

    public init(
        _ table: String, mapping name: String?, rules: RuleBase, workingFolder: String
    ) throws(TableFault) {
        var mapping = TableMapping()
        if let name {
            let reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
            let text: SourceText
            do throws(SourceError) {
                text = try reader.file(name)
            } catch {
                throw TableFault(error.message, help: error.help)
            }
            mapping = try TableMapping(String(decoding: text.bytes, as: UTF8.self), name: name)
        }
        self = try OpenedTable(
            table, mapping: mapping, names: rules.diagnostics.map(\.name), workingFolder: workingFolder)
    }

    /// - Parameters:
    ///   - mapping: Read already.
    ///   - names: Those that a column would be read by.
    init(
        _ table: String, mapping: TableMapping, names: [String], workingFolder: String
    ) throws(TableFault) {
        self.mapping = mapping
        file = try TableFile(table, workingFolder: workingFolder)
        var start: [UInt8] = []
        while start.count < TableHead.size, try file.read(TableHead.size - start.count, into: &start) {}
        if start.starts(with: TableFile.gzipMagic) {
            throw TableFault(
                "standard input is compressed",
                help: "unpack it on the way: gzip -dc TABLE | distretto screen -")
        }
        if start.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            throw TableFault(
                "`\(table)` is a workbook or an archive, and no table of text",
                help: "save the sheet as CSV, in UTF-8, and give that")
        }
        let isJSON = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"].contains {
            table.lowercased().hasSuffix($0)
        }
        head = try TableHead.read(start, kind: isJSON ? .jsonLines : nil, mapping: mapping, names: names)
        self.start = start
        isAll = start.count < TableHead.size
    }
}
