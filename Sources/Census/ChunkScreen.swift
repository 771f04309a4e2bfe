import Advice
import Inference
import RuleModel

/// Screens stretches of a table, one after the other; each thread has one of its own.
public final class ChunkScreen {
    let screening: Screening
    let format: TableFormat
    let readers: [ColumnReader?]
    /// Places of the columns that are read, and for each column its place among them.
    private let read: [Int]
    private let places: [Int?]
    /// Without what the mapping says of every row.
    private let varying: [Int]
    private let recent: RecentCodes
    private let filled: [TableColumn]
    private let answers: RowAnswers
    private let writer: RowWriter
    let members: MemberReader?
    private let shaped: ShapedRows
    /// Columns whose texts come out as they stand.
    private let shown: [Int]
    private let isStopped: @Sendable () -> Bool
    private var rowsBefore = 0
    private var told: [[[MemberRow]]] = []
    /// So many rows are worked out at a time, which bounds what is held.
    private static let batchSize = 4_096
    /// The same of rows with members, of which more is held.
    private static let batchSizeWithMembers = 1_024
    /// Reports of one stretch that are told one by one.
    private static let reportLimit = 1_000

    /// - Parameter isStopped: Whether what is being worked out is to be given up; asked again and again.
    public init(
        _ screening: Screening, _ format: TableFormat,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        self.isStopped = isStopped
        self.screening = screening
        self.format = format
        readers = screening.readers(of: screening.plan)
        let read = readers.indices.filter { [readers] in readers[$0] != nil }
        self.read = read
        varying = read.filter { $0 < screening.plan.width }
        places = readers.indices.map { read.firstIndex(of: $0) }
        shown = screening.shownColumns
        recent = RecentCodes(columns: read.count)
        filled = readers.compactMap { $0?.column }
        answers = RowAnswers(screening)
        writer = RowWriter(screening)
        members = screening.members.isEmpty ? nil : MemberReader(screening)
        shaped = ShapedRows(screening, answers)
    }

    /// - Parameters:
    ///   - text: Whole rows; what it holds is changed.
    ///   - rowsBefore: How many rows the table has before them; wanted for results that number them.
    ///   - told: For each row that is not left out, table by table what tables of members say of it.
    public func screen(
        _ text: inout [UInt8], rowsBefore: Int = 0, members told: [[[MemberRow]]] = []
    ) -> ScreenedChunk {
        self.rowsBefore = rowsBefore
        self.told = told
        var chunk = ScreenedChunk(columns: screening.plan.columns.count)
        var isMadeRoom = false
        for reader in readers where reader?.makeRoom() == true { isMadeRoom = true }
        if isMadeRoom {
            recent.forget()
            answers.makeRoom()
        }
        members?.makeRoom()
        let shares = readers.map { $0?.unstatedShares ?? 0 }
        let (batch, held) = screening.plan.taken(&text, format)
        chunk.rows = batch.seen
        chunk.lines = batch.lineCount
        for row in batch.broken.prefix(Self.reportLimit) {
            chunk.reports.append(
                RowReport(
                    row: row.place + 1, line: row.line + 1, column: nil, text: "", reason: row.reason))
        }
        if let last = batch.broken.last, last.takesRest {
            chunk.end = RowReport(
                row: last.place + 1, line: last.line + 1, column: nil, text: "", reason: last.reason)
        }
        chunk.unreadable[screening.plan.columns.count] = batch.broken.count
        held.withUnsafeBufferPointer { bytes in
            let sink = RowSink()
            let size = members == nil ? Self.batchSize : Self.batchSizeWithMembers
            for first in stride(from: 0, to: batch.count, by: size) {
                if isStopped() { break }
                let rows = first..<min(first + size, batch.count)
                screen(rows, of: batch, bytes, sink, &chunk)
            }
            chunk.output = sink.take()
            chunk.firstBroken = firstBroken(batch, bytes)
            chunk.smallShares = readers.enumerated().map { column, reader in
                reader?.hasSmallShares == true ? smallShares(column, batch, bytes) : SmallShares()
            }
        }
        chunk.isGivenUp = isStopped()
        chunk.reports.sort {
            ($0.table ?? "", $0.row, $0.column ?? "") < ($1.table ?? "", $1.row, $1.column ?? "")
        }
        chunk.largestSharesOfMembers = members?.largestShares ?? []
        chunk.smallSharesOfMembers = members?.takeSmallShares() ?? []
        for (place, reader) in readers.enumerated() {
            guard let reader else { continue }
            chunk.unstatedShares[place] = (reader.unstatedShares - shares[place], reader.largestShare)
        }
        return chunk
    }

    private func screen(
        _ rows: Range<Int>, of batch: RowBatch, _ held: UnsafeBufferPointer<UInt8>, _ sink: RowSink,
        _ chunk: inout ScreenedChunk
    ) {
        // An empty table has no address, and no row that would want one.
        guard let base = held.baseAddress else { return }
        let codes = codes(rows, of: batch, held, &chunk)
        if screening.isForReading { return }
        let worked = members.map { reader in
            shaped.worked(
                rows.map { row in
                    shaped.situation(
                        situation(row, of: batch, base, codes, row - rows.lowerBound),
                        members: reader.statements(told[row]) { report($0, &chunk) })
                })
        }
        let (ranks, standings) = worked.map { ($0.ranks, $0.standings) } ?? bulk(codes)
        if let group = screening.group {
            count(rows, of: batch, base, group, standings, &chunk)
        }
        guard !screening.outputs.isEmpty else { return }
        writer.write(
            rows.count, ranks: ranks, standings: standings, into: sink,
            number: { rowsBefore + batch.places[rows.lowerBound + $0] + 1 },
            text: { batch.text($0, of: rows.lowerBound + $1, in: base) },
            answer: { place in
                // The stretch is given up with what is worked out of it.
                if isStopped() { return RowAnswers.Answer() }
                return worked?.answers[place]
                    ?? answers.answer(codes, place) {
                        situation(rows.lowerBound + place, of: batch, base, codes, place)
                    }
            })
    }

    /// Many rows worked out side by side, which rows without members can be.
    private func bulk(_ codes: RowCodes) -> (ranks: [[UInt8]], standings: [[UInt8]]) {
        let table = table(codes)
        let verdicts = table.verdicts(of: screening.query)
        let ranks = screening.query.facts.indices.map { verdicts.ranks($0) }
        return (ranks, screening.wantsStandings ? standings(ranks, codes, count: codes.rows.count) : [])
    }

    private func report(_ report: RowReport, _ chunk: inout ScreenedChunk) {
        chunk.unreadableOfMembers += 1
        if chunk.reports.count < Self.reportLimit { chunk.reports.append(report) }
    }

    /// What each column says in each row. Row after row, as the text stands; kept column after column, as
    /// it is asked.
    ///
    /// - Parameter held: The text that fields stand in.
    private func codes(
        _ rows: Range<Int>, of batch: RowBatch, _ held: UnsafeBufferPointer<UInt8>,
        _ chunk: inout ScreenedChunk
    ) -> RowCodes {
        guard let base = held.baseAddress else { return RowCodes(rows, places: places, read: 0) { _, _ in } }
        // A zero would be taken for the end of a shorter text.
        let lastWord = ByteScan.contains(0, held) ? -1 : held.count - 8
        var unreadable: [(column: Int, row: Int)] = []
        let codes = RowCodes(rows, places: places, read: read.count) { codes, stride in
            batch.fields.withUnsafeBufferPointer { fields in
                varying.withUnsafeBufferPointer { read in
                    for row in rows {
                        let first = row &* batch.width
                        for place in read.indices {
                            let field = fields[first &+ read[place]]
                            let (start, count) = (Int(field.start), Int(field.count))
                            if count == 0 { continue }
                            let code: Int32
                            if count <= 8, start <= lastWord {
                                let key = ByteScan.prefix(ByteScan.word(base, start), count)
                                if let known = recent.code(place, key) {
                                    code = known
                                } else {
                                    code = codeAnew(read[place], base + start, count)
                                    recent.note(place, key, code)
                                }
                            } else {
                                code = codeAnew(read[place], base + start, count)
                            }
                            if code < -1 { unreadable.append((read[place], row)) }
                            codes[place &* stride &+ (row &- rows.lowerBound)] = code
                        }
                    }
                }
            }
            for place in varying.endIndex..<read.count {
                let text = batch.text(read[place], of: 0, in: base)
                let code = readers[read[place]]?.code(of: text).raw ?? -1
                for row in 0..<rows.count { codes[place &* stride &+ row] = code }
            }
        }
        for (column, row) in unreadable {
            chunk.unreadable[column] += 1
            guard chunk.reports.count < Self.reportLimit, let reader = readers[column] else { continue }
            let text = batch.text(column, of: row, in: base)
            chunk.reports.append(
                RowReport(
                    row: batch.places[row] + 1, line: batch.lines[row] + 1,
                    column: screening.plan.columns[column].name, text: shortened(text),
                    reason: reader.reason(codes[column, row - rows.lowerBound])))
        }
        return codes
    }

    /// Texts that are read are reported where they are no UTF-8; others would pass unseen.
    private func firstBroken(_ batch: RowBatch, _ held: UnsafeBufferPointer<UInt8>) -> BrokenField? {
        guard let base = held.baseAddress, !shown.isEmpty, !held.isPlainASCII else { return nil }
        for row in 0..<batch.count {
            for column in shown {
                let text = batch.text(column, of: row, in: base)
                if !text.isPlainASCII, String(validating: text, as: UTF8.self) == nil {
                    return BrokenField(
                        row: batch.places[row] + 1, column: screening.plan.columns[column].name)
                }
            }
        }
        return nil
    }

    /// Looked for where some were read: texts met before are not read again.
    private func smallShares(
        _ column: Int, _ batch: RowBatch, _ held: UnsafeBufferPointer<UInt8>
    ) -> SmallShares {
        var small = SmallShares()
        guard let base = held.baseAddress, let reader = readers[column] else { return small }
        for row in 0..<batch.count where reader.isSmallShare(batch.text(column, of: row, in: base)) {
            small.note(batch.places[row] + 1)
            if small.isFull { break }
        }
        return small
    }

    private func codeAnew(_ column: Int, _ text: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        readers[column]?.code(of: UnsafeBufferPointer(start: text, count: count)).raw ?? -1
    }

    private func table(_ codes: RowCodes) -> CaseTable {
        var table = CaseTable(screening.compiled, count: codes.rows.count, filling: filled)
        var wholes: [(TableColumn, [Reading?])] = []
        table.fill { filling in
            for (place, reader) in readers.enumerated() {
                guard let reader, let column = reader.column else { continue }
                var readings = [Reading?](repeating: nil, count: column.isReadWhole ? codes.rows.count : 0)
                for row in codes.withColumn(place, { filling.put($0, of: column) }) {
                    guard let told = reader.told(codes[place, row]) else { continue }
                    filling.put(possible: told.possible, presumed: told.presumed, of: column, in: row)
                    if column.isReadWhole { readings[row] = told.reading }
                }
                if column.isReadWhole { wholes.append((column, readings)) }
            }
        }
        for (column, readings) in wholes { table.putWhole(readings, of: column) }
        return table
    }

    /// A row as the model has it.
    private func situation(
        _ row: Int, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ codes: RowCodes,
        _ place: Int
    ) -> Situation {
        var situation = Situation()
        for (column, reader) in readers.enumerated() {
            guard let reader else { continue }
            let text = batch.text(column, of: row, in: base)
            if let diagnostic = reader.read.diagnostic {
                situation.readings[diagnostic] = reader.reading(codes[column, place], of: text)
            }
        }
        return situation
    }

    private func standings(
        _ ranks: [[UInt8]], _ codes: RowCodes, count: Int
    ) -> [[UInt8]] {
        let held = screening.standings.diagnostics.map { diagnostic -> [UInt8] in
            guard let place = readers.firstIndex(where: { $0?.read.diagnostic == diagnostic }),
                let reader = readers[place]
            else { return Array(repeating: 2, count: count) }
            return (0..<count).map { reader.rank(codes[place, $0]) }
        }
        return screening.standings.places(ranks: ranks, diagnostics: held)
    }

    private func count(
        _ rows: Range<Int>, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ group: Screening.Grouping,
        _ standings: [[UInt8]], _ chunk: inout ScreenedChunk
    ) {
        for row in rows {
            let text =
                if case .column(let column) = group {
                    batch.text(column, of: row, in: base)
                } else {
                    UnsafeBufferPointer<UInt8>(start: nil, count: 0)
                }
            chunk.summary.add(text, packages: standings.count) { counts in
                counts.rows += 1
                for (package, column) in standings.enumerated() {
                    counts.standings[package * 6 + Int(column[row - rows.lowerBound])] += 1
                }
            }
        }
    }
}

/// A text for a report.
func shortened(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let all = String(decoding: text.prefix(64), as: UTF8.self)
    let shown = String(all.prefix(40).map { $0.isNewline ? "␤" : $0 == "\0" ? "␀" : $0 })
    return text.count > shown.utf8.count ? shown + "…" : shown
}

/// How a table is written.
public enum TableFormat: Sendable {
    case csv(CSVText)
    case jsonLines(JSONLinesText)

    /// The rows of a text, and the text that their fields stand in.
    func taken(_ text: inout [UInt8], width: Int) -> (RowBatch, [UInt8]) {
        var batch = RowBatch(width: width)
        var fields: [UInt8] = []
        text.withUnsafeMutableBufferPointer { text in
            switch self {
            case .csv(let csv): csv.rows(text, into: &batch)
            case .jsonLines(let lines): lines.rows(UnsafeBufferPointer(text), into: &batch, &fields)
            }
        }
        if case .csv = self { return (batch, text) }
        return (batch, fields)
    }
}

extension TablePlan {
    /// The rows of a text with what the mapping says of every row, and the text that all of it stands in.
    func taken(_ text: inout [UInt8], _ format: TableFormat) -> (RowBatch, [UInt8]) {
        var (batch, held) = format.taken(&text, width: width)
        for constant in columns[width...].compactMap(\.constant) {
            batch.constants.append(
                RowBatch.Field(
                    start: UInt32(truncatingIfNeeded: held.count),
                    count: UInt32(truncatingIfNeeded: constant.utf8.count)))
            held += constant.utf8
        }
        return (batch, held)
    }
}
