import RuleModel

/// One row of a table as a case: what it tells of a cluster.
public struct RowReading: Sendable {
    /// The fields as they stand, column by column.
    public var texts: [String]
    /// In order of diagnostic.
    public var statements: [Statement]
    public var reports: [RowReport]
}

extension ChunkScreen {
    /// Reads one row of a stretch.
    ///
    /// - Parameters:
    ///   - place: The row's among those of the stretch, counted from 0.
    ///   - text: Whole rows; what it holds is changed.
    ///   - told: For each row that is not left out, table by table what tables of members say of it.
    /// - Throws: A fault where the row is left out, or is not there.
    public func row(
        _ place: Int, of text: inout [UInt8], members told: [[[MemberRow]]] = []
    ) throws(TableFault) -> RowReading {
        let (batch, held) = screening.plan.taken(&text, format)
        if let broken = batch.broken.first(where: { $0.place == place }) {
            throw TableFault("the row is left out: \(broken.reason)")
        }
        guard let row = batch.places.firstIndex(of: place) else { throw TableFault("there is no such row") }
        var reading = RowReading(texts: [], statements: [], reports: [])
        held.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for (column, reader) in readers.enumerated() {
                let field = batch.text(column, of: row, in: base)
                reading.texts.append(String(decoding: field, as: UTF8.self))
                guard let reader else { continue }
                let code = reader.code(of: field)
                if code.isUnreadable {
                    reading.reports.append(
                        RowReport(
                            row: place + 1, line: batch.lines[row] + 1,
                            column: screening.plan.columns[column].name, text: shortened(field),
                            reason: reader.reason(code)))
                } else if let told = reader.reading(code, of: field), let diagnostic = reader.read.diagnostic
                {
                    reading.statements.append(.diagnostic(diagnostic, told))
                }
            }
        }
        if let members {
            reading.statements += members.statements(told[row]) { reading.reports.append($0) }
        }
        return reading
    }
}
