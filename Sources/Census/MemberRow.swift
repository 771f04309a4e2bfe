import RuleModel

/// A row of a table of members: one member of one cluster's.
public struct MemberRow: Sendable {
    /// Counted from 1, the header aside.
    public var number: Int
    /// The line on which it begins, counted from 1 with the header.
    public var line: Int
    /// A text to each column of its table, as it stands.
    public var fields: [[UInt8]]

    public init(number: Int, line: Int, fields: [[UInt8]]) {
        (self.number, self.line, self.fields) = (number, line, fields)
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
    ) -> (rows: [(key: RowKey, row: MemberRow)], broken: [RowReport], seen: (rows: Int, lines: Int)) {
        let (batch, held) = format.taken(&text, width: width)
        let rows = held.withUnsafeBufferPointer { bytes -> [(key: RowKey, row: MemberRow)] in
            guard let base = bytes.baseAddress else { return [] }
            return (0..<batch.count).map { row in
                let fields = (0..<batch.width).map { Array(batch.text($0, of: row, in: base)) }
                return (
                    RowKey(keys.map { fields[$0] }),
                    MemberRow(
                        number: start.rows + batch.places[row] + 1, line: start.lines + batch.lines[row] + 1,
                        fields: fields)
                )
            }
        }
        let broken = batch.broken.map { row in
            RowReport(
                table: tableName, row: start.rows + row.place + 1,
                line: start.lines + row.line + 1, column: nil, text: "", reason: row.reason)
        }
        return (rows, broken, (batch.seen, batch.lineCount))
    }
}
