import Census
import Foundation
import RuleModel

/// A table opened and understood, ready to be screened.
public struct TableScreen {
    public let plan: TablePlan
    public let screening: Screening
    public let stretches: TableStretches
    /// How many bytes the table has; `nil` where that is not known before its end.
    public let size: Int?
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

        public init(
            table: String, mapping: String?, columns: [String], form: ResultForm, top: Int, group: String?,
            stretchSize: Int = 1 << 19
        ) {
            self.table = table
            self.mapping = mapping
            self.columns = columns
            self.form = form
            self.top = top
            self.group = group
            self.stretchSize = stretchSize
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
        var group: Int?
        if let name = request.group {
            guard let place = plan.columns.firstIndex(where: { $0.name == name }) else {
                throw TableFault(
                    "the table has no column `\(name)` to sum up by",
                    help: "its columns are \(plan.columns.map { "`\($0.name)`" }.joined(separator: ", "))")
            }
            group = place
        }
        screening = try Screening(
            plan, outputs: outputs, form: request.form, top: request.top, group: group,
            compiled: checked.compiled, evaluator: checked.evaluator, wording: TableScreen.wording(rules))
        self.plan = plan
        size = opened.file.size
        stretches = TableStretches(
            opened.file, start: opened.start, head: opened.head, stretchSize: request.stretchSize,
            countsRows: outputs.contains(.row))
        try TableScreen.requireUnits(screening, opened)
        var asked = "\(checked.digest) \(request.columns) \(request.form) \(request.top) \(opened.mapping)"
        asked += "\(Digest(opened.start))"
        question = Digest(asked.utf8).description
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

    /// Values in words are read as a case file says them.
    static func wording(_ rules: RuleBase) -> ValueWording {
        { diagnostic, text in
            switch SpokenAnswer(text, to: .diagnostic(diagnostic), now: Situation(), rules: rules) {
            case .said(let statements):
                if case .diagnostic(diagnostic, let reading)? = statements.first { return .success(reading) }
                return .failure(TableFault("it is no value"))
            case .unclear(let findings, _):
                return .failure(TableFault(findings.first?.message ?? "it is no value"))
            }
        }
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
        if let name {
            let reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
            let text: SourceText
            do throws(SourceError) {
                text = try reader.file(name)
            } catch {
                throw TableFault(error.message, help: error.help)
            }
            mapping = try TableMapping(String(decoding: text.bytes, as: UTF8.self), name: name)
        } else {
            mapping = TableMapping()
        }
        file = try TableFile(table, workingFolder: workingFolder)
        var start: [UInt8] = []
        while start.count < TableHead.size, try file.read(TableHead.size - start.count, into: &start) {}
        if start.starts(with: TableFile.gzipMagic) {
            throw TableFault(
                "standard input is compressed",
                help: "unpack it on the way: gzip -dc TABLE | distretto screen -")
        }
        let mapping = mapping
        let isJSON = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"].contains {
            table.lowercased().hasSuffix($0)
        }
        head = try TableHead.read(start, kind: isJSON ? .jsonLines : nil, mapping: mapping, rules: rules)
        self.start = start
        isAll = start.count < TableHead.size
    }
}
