import RuleModel

/// A row of a table of members: one member of one cluster's.
///
/// It holds on to the stretch that it was read in, so that a row costs no memory of its own.
public struct MemberRow: Sendable {
    /// Counted from 1, the header aside.
    public let number: Int
    /// The line on which it begins, counted from 1 with the header.
    public let line: Int
    private let stretch: Stretch
    private let place: Int

    /// Rows read together, with the text that their fields stand in.
    fileprivate final class Stretch: Sendable {
        let batch: RowBatch
        let text: [UInt8]

        init(_ batch: RowBatch, _ text: [UInt8]) { (self.batch, self.text) = (batch, text) }
    }

    fileprivate init(_ stretch: Stretch, _ place: Int, number: Int, line: Int) {
        (self.stretch, self.place, self.number, self.line) = (stretch, place, number, line)
    }

    /// A field as it stands in the table.
    func withField<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        stretch.text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return body(bytes) }
            return body(stretch.batch.text(column, of: place, in: base))
        }
    }

    /// What its key columns say.
    public func key(_ columns: [Int]) -> RowKey {
        RowKey(columns.map { column in withField(column) { Array($0) } })
    }
}

/// A key as it is compared: the key columns' texts, the first weighing most.
///
/// Keys in this order are as `LC_ALL=C sort` puts them, column by column.
public struct RowKey: Hashable, Comparable, Sendable {
    /// With a zero behind each text, which is less than whatever a text holds.
    private let bytes: [UInt8]

    public init(_ texts: some Sequence<some Sequence<UInt8>>) {
        bytes = Array(texts.map { Array($0) + [0] }.joined())
    }

    public static func < (left: RowKey, right: RowKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// For people.
    public var text: String {
        bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    }
}

extension TablePlan {
    /// The keys of a stretch's rows, those aside that are left out.
    ///
    /// - Parameter text: Whole rows; what it holds is changed.
    public func rowKeys(of text: inout [UInt8], _ format: TableFormat) -> [RowKey] {
        let (batch, held) = format.taken(&text, width: width)
        let columns = keys
        return held.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return [] }
            return (0..<batch.count).map { row in RowKey(columns.map { batch.text($0, of: row, in: base) }) }
        }
    }

    /// The rows of a stretch as those of a table of members.
    ///
    /// - Parameters:
    ///   - text: Whole rows; what it holds is changed.
    ///   - keys: The places of the key columns, in order of those of the table of clusters.
    ///   - start: How many rows and lines come before.
    public func memberRows(
        of text: inout [UInt8], _ format: TableFormat, keys: [Int], start: (rows: Int, lines: Int)
    ) -> MemberRows {
        let (batch, held) = format.taken(&text, width: width)
        let stretch = MemberRow.Stretch(batch, held)
        let rows = (0..<batch.count).map { place -> (key: RowKey, row: MemberRow) in
            let row = MemberRow(
                stretch, place, number: start.rows + batch.places[place] + 1,
                line: start.lines + batch.lines[place] + 1)
            return (row.key(keys), row)
        }
        let broken = batch.broken.map { row in
            RowReport(
                table: tableName, row: start.rows + row.place + 1, line: start.lines + row.line + 1,
                column: nil, text: "", reason: row.reason)
        }
        return MemberRows(
            rows: rows, broken: broken, end: batch.broken.last?.takesRest == true ? broken.last : nil,
            seen: (batch.seen, batch.lineCount))
    }
}

/// What a stretch of a table of members says.
public struct MemberRows {
    public var rows: [(key: RowKey, row: MemberRow)]
    /// Rows that are left out.
    public var broken: [RowReport]
    /// Why nothing that follows can be told.
    public var end: RowReport?
    /// How many rows and lines it has.
    public var seen: (rows: Int, lines: Int)
}
