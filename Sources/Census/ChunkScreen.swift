import Advice
import Inference
import RuleModel

/// Screens stretches of a table, one after the other; each thread has one of its own.
public final class ChunkScreen {
    private let screening: Screening
    private let format: TableFormat
    private let readers: [ColumnReader?]
    private let filled: [TableColumn]
    private let answers: RowAnswers
    private var rowsBefore = 0
    /// So many rows are worked out at a time, which bounds what is held.
    private static let batchSize = 8_192
    /// Reports of one stretch that are told one by one.
    private static let reportLimit = 1_000

    public init(_ screening: Screening, _ format: TableFormat) {
        self.screening = screening
        self.format = format
        readers = screening.readers()
        filled = readers.compactMap { $0?.column }
        answers = RowAnswers(screening)
    }

    /// - Parameters:
    ///   - text: Whole rows; what it holds is changed.
    ///   - rowsBefore: How many rows the table has before them; wanted for results that number them.
    public func screen(_ text: inout [UInt8], rowsBefore: Int = 0) -> ScreenedChunk {
        self.rowsBefore = rowsBefore
        var chunk = ScreenedChunk(columns: screening.plan.columns.count)
        for reader in readers where reader?.makeRoom() == true { answers.makeRoom() }
        let shares = readers.map { $0?.unstatedShares ?? 0 }
        var batch = RowBatch(width: screening.plan.columns.count)
        var fields: [UInt8] = []
        text.withUnsafeMutableBufferPointer { text in
            switch format {
            case .csv(let csv): csv.rows(text, into: &batch)
            case .jsonLines(let lines): lines.rows(UnsafeBufferPointer(text), into: &batch, &fields)
            }
        }
        let held = if case .csv = format { text } else { fields }
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
            // An empty table has no address, and no row that would want one.
            guard let base = bytes.baseAddress else { return }
            var sink = ByteSink()
            for first in stride(from: 0, to: batch.count, by: Self.batchSize) {
                let rows = first..<min(first + Self.batchSize, batch.count)
                screen(rows, of: batch, base, &sink, &chunk)
            }
            chunk.output = sink.bytes
        }
        chunk.reports.sort { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") }
        for (place, reader) in readers.enumerated() {
            guard let reader else { continue }
            chunk.unstatedShares[place] = (reader.unstatedShares - shares[place], reader.largestShare)
        }
        return chunk
    }

    private func screen(
        _ rows: Range<Int>, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ sink: inout ByteSink,
        _ chunk: inout ScreenedChunk
    ) {
        let codes = codes(rows, of: batch, base, &chunk)
        if screening.isForReading { return }
        let table = table(rows, of: batch, base, codes)
        let verdicts = table.verdicts(of: screening.query)
        let ranks = screening.query.facts.indices.map { verdicts.ranks($0) }
        let standings = screening.wantsStandings ? standings(ranks, codes, count: rows.count) : []
        if let group = screening.group {
            count(rows, of: batch, base, group, standings, &chunk)
        }
        guard !screening.outputs.isEmpty else { return }
        let writer = RowWriter(screening, ranks: ranks, standings: standings)
        for row in rows {
            let place = row - rows.lowerBound
            let answer =
                answers.isWanted
                ? answers.answer {
                    self.situation(row, of: batch, base, codes, place)
                } keyedBy: { key in
                    for column in codes where !column.isEmpty { key.append(column[place]) }
                }
                : nil
            writer.write(
                place, number: rowsBefore + batch.places[row] + 1, answer: answer, into: &sink,
                text: { batch.text($0, of: row, in: base) })
        }
    }

    /// What each column says in each row; nothing for columns that are not read.
    private func codes(
        _ rows: Range<Int>, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ chunk: inout ScreenedChunk
    ) -> [[ColumnReader.Code]] {
        readers.enumerated().map { place, reader in
            guard let reader else { return [] }
            var unreadable: [Int] = []
            let codes = [ColumnReader.Code](unsafeUninitializedCapacity: rows.count) { codes, count in
                for row in rows {
                    let code = reader.code(of: batch.text(place, of: row, in: base))
                    if code.isUnreadable { unreadable.append(row) }
                    codes[row - rows.lowerBound] = code
                }
                count = rows.count
            }
            chunk.unreadable[place] += unreadable.count
            for row in unreadable.prefix(max(0, Self.reportLimit - chunk.reports.count)) {
                let text = batch.text(place, of: row, in: base)
                chunk.reports.append(
                    RowReport(
                        row: batch.places[row] + 1, line: batch.lines[row] + 1,
                        column: screening.plan.columns[place].name, text: shortened(text),
                        reason: reader.reason(codes[row - rows.lowerBound])))
            }
            return codes
        }
    }

    private func table(
        _ rows: Range<Int>, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ codes: [[ColumnReader.Code]]
    ) -> CaseTable {
        var table = CaseTable(screening.compiled, count: rows.count, filling: filled)
        var whole: Set<Int> = []
        table.fill { filling in
            for (codes, reader) in zip(codes, readers) {
                guard let reader, let column = reader.column else { continue }
                let everything = column.mask(of: screening.plan.rules.domain(of: reader.read.type))
                for (row, code) in codes.enumerated() {
                    if code.raw >= 0, code.raw < column.count {
                        filling.put(Int(code.raw), of: column, in: row)
                        if column.isReadWhole { whole.insert(row) }
                    } else if let told = reader.told(code) {
                        filling.put(possible: told.possible, presumed: told.presumed, of: column, in: row)
                        if column.isReadWhole { whole.insert(row) }
                    } else {
                        filling.put(possible: everything, presumed: everything, of: column, in: row)
                    }
                }
            }
        }
        for row in whole.sorted() {
            table.set(row, to: [situation(row + rows.lowerBound, of: batch, base, codes, row)])
        }
        return table
    }

    /// A row as the model has it.
    private func situation(
        _ row: Int, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ codes: [[ColumnReader.Code]],
        _ place: Int
    ) -> Situation {
        var situation = Situation()
        for (column, reader) in readers.enumerated() {
            guard let reader else { continue }
            let text = batch.text(column, of: row, in: base)
            situation.readings[reader.read.diagnostic] = reader.reading(codes[column][place], of: text)
        }
        return situation
    }

    private func standings(
        _ ranks: [[UInt8]], _ codes: [[ColumnReader.Code]], count: Int
    ) -> [[UInt8]] {
        let held = screening.standings.diagnostics.map { diagnostic -> [UInt8] in
            guard let place = readers.firstIndex(where: { $0?.read.diagnostic == diagnostic }),
                let reader = readers[place]
            else { return Array(repeating: 2, count: count) }
            return codes[place].map { reader.rank($0) }
        }
        return screening.standings.places(ranks: ranks, diagnostics: held)
    }

    private func count(
        _ rows: Range<Int>, of batch: RowBatch, _ base: UnsafePointer<UInt8>, _ group: Int,
        _ standings: [[UInt8]], _ chunk: inout ScreenedChunk
    ) {
        for row in rows {
            chunk.summary.add(batch.text(group, of: row, in: base), packages: standings.count) { counts in
                counts.rows += 1
                for (package, column) in standings.enumerated() {
                    counts.standings[package * 6 + Int(column[row - rows.lowerBound])] += 1
                }
            }
        }
    }

    private func shortened(_ text: UnsafeBufferPointer<UInt8>) -> String {
        let all = String(decoding: text.prefix(64), as: UTF8.self)
        let shown = String(all.prefix(40).map { $0.isNewline || $0 == "\0" ? "␤" : $0 })
        return text.count > shown.utf8.count ? shown + "…" : shown
    }
}

/// How a table is written.
public enum TableFormat: Sendable {
    case csv(CSVText)
    case jsonLines(JSONLinesText)
}
