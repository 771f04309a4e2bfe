/// What the beginning of a table says: how it is written, and what its columns are called.
public struct TableHead: Sendable {
    public let format: TableFormat
    public let columns: [String]
    /// How many bytes stand before the first row.
    public let length: Int
    /// How many lines.
    public let lines: Int

    /// So much of a table is looked at before anything is taken from it, whatever is read at a time.
    public static let size = 1 << 20

    public enum Kind: Sendable { case csv, jsonLines }

    /// - Parameters:
    ///   - start: The first bytes of the table, `size` of them or all there are.
    ///   - kind: `nil` to find it out from the first sign.
    ///   - names: Those that a column would be read by; in JSON Lines a row may name one late.
    init(
        _ start: UnsafeBufferPointer<UInt8>, kind: Kind?, mapping: TableMapping, names: [String]
    ) throws(TableFault) {
        var text = start[...]
        if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) { throw TableHead.utf16 }
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        let bom = start.count - text.count
        guard let first = text.first(where: { $0 > 32 }) else {
            throw TableFault("the table is empty", help: "its first line names the columns")
        }
        if TableHead.magics.contains(where: { text.starts(with: $0) }) {
            throw TableFault(
                "the table is no text: it looks like the file of a spreadsheet or a database",
                help: "save it as comma-separated text (CSV) in UTF-8")
        }
        if text.prefix(while: { $0 != UInt8(ascii: "\n") }).prefix(4_096).contains(0) {
            throw TableHead.utf16
        }
        let isJSON = kind == .jsonLines || (kind == nil && first == UInt8(ascii: "{"))
        let rest = UnsafeBufferPointer(rebasing: text)
        if isJSON {
            let keys = JSONLinesText.keys(
                UnsafeBufferPointer(
                    rebasing: start.count < TableHead.size
                        ? rest[...] : rest.prefix(JSONLinesText.wholeRows(rest))))
            let named = mapping.columns.map(\.column).filter { !keys.contains($0) }
            columns = keys + named
            let taken = Set(columns)
            format = .jsonLines(
                JSONLinesText(
                    columns: columns, unread: names.filter { !taken.contains($0) }))
            (length, lines) = (bom, 0)
            return
        }
        let separator = mapping.separator ?? TableHead.separator(rest)
        let csv = CSVText(separator: separator)
        format = .csv(csv)
        (columns, length, lines) = try TableHead.names(
            csv, rest, startsAt: bom, isAll: start.count < TableHead.size)
        guard String(validating: rest.prefix(length - bom), as: UTF8.self) != nil else {
            throw TableFault(
                "the table's first line is not UTF-8 text",
                help: "convert it from what it was written in: iconv -f WINDOWS-1252 -t UTF-8 TABLE > NEW")
        }
        if let broken = columns.firstIndex(where: \.isEmpty) {
            throw TableFault(
                "column \(broken + 1) of the table has no name",
                help: "give every column one in the first line")
        }
    }

    /// The same of bytes in an array.
    public static func read(
        _ start: [UInt8], kind: Kind?, mapping: TableMapping, names: [String]
    ) throws(TableFault) -> TableHead {
        let read = start.withUnsafeBufferPointer { start in
            Result { () throws(TableFault) in
                try TableHead(start, kind: kind, mapping: mapping, names: names)
            }
        }
        return try read.get()
    }

    /// The texts of the first rows, a text to each column.
    public func rows(of text: [UInt8], atMost count: Int) -> [[String]] {
        var text = text
        let (batch, held) = format.taken(&text, width: columns.count)
        return held.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return [] }
            return (0..<min(count, batch.count)).map { row in
                columns.indices.map { String(decoding: batch.text($0, of: row, in: base), as: UTF8.self) }
            }
        }
    }

    private static func names(
        _ csv: CSVText, _ text: UnsafeBufferPointer<UInt8>, startsAt offset: Int, isAll: Bool
    ) throws(TableFault) -> (columns: [String], length: Int, lines: Int) {
        guard let end = csv.firstRow(text) ?? (isAll ? text.count : nil) else {
            throw TableFault(
                "the table's first line has no end in its first megabyte",
                help: "it names the columns; is a quote left open, or is this no table?")
        }
        var head = Array(text[..<end])
        var fields: [String] = []
        var lines = 0
        let widest = head.count + 1
        head.withUnsafeMutableBufferPointer { head in
            // As many fields as there are, since nobody has said how many.
            for width in csv.widths(UnsafeBufferPointer(head), atMost: widest) {
                var batch = RowBatch(width: width)
                csv.rows(head, into: &batch)
                lines = batch.lineCount
                fields = batch.fields.map {
                    String(
                        decoding: head[Int($0.start)..<Int($0.start + $0.count)], as: UTF8.self
                    ).trimmedBlanks
                }
            }
        }
        guard !fields.isEmpty else {
            throw TableFault(
                "the table's first line does not name columns", help: "is a quote left open in it?")
        }
        return (fields, offset + end, lines)
    }

    /// The sign between the header's names; a comma unless it has none.
    private static func separator(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") { break }
            counts[byte, default: 0] += 1
        }
        let comma = UInt8(ascii: ",")
        if counts[comma] != nil { return comma }
        return [UInt8(ascii: ";"), 9].first { counts[$0] != nil } ?? comma
    }

    /// How files begin of xlsx and ods, of xls, of Parquet and of SQLite.
    private static let magics: [[UInt8]] = [
        [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], Array("PAR1".utf8), Array("SQLite format 3".utf8),
    ]

    private static let utf16 = TableFault(
        "the table is not UTF-8 text: it looks like UTF-16, or holds NUL bytes",
        help: "save it as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 TABLE > NEW")
}

extension CSVText {
    /// Where the first row that is not blank ends, its line end included; `nil` where that is not seen.
    func firstRow(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var isQuoted = false
        var hasText = false
        for (place, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte > 32 { hasText = true }
            if byte == UInt8(ascii: "\n"), !isQuoted, hasText { return place + 1 }
        }
        return nil
    }

    /// The number of fields of a header, as a list of that one number; none where its quotes are never closed.
    fileprivate func widths(_ head: UnsafeBufferPointer<UInt8>, atMost widest: Int) -> [Int] {
        var copy = Array(head)
        return copy.withUnsafeMutableBufferPointer { bytes in
            var batch = RowBatch(width: widest)
            rows(bytes, into: &batch)
            // A row narrower than the widest possible is broken, and says how many fields it has.
            return batch.broken.first.map { $0.fields > 0 ? [$0.fields] : [] } ?? []
        }
    }
}

extension String {
    var trimmedBlanks: String {
        // Most texts have none, which their ends tell as long as these are plain signs.
        if let first = utf8.first, let last = utf8.last, (33...126).contains(first), (33...126).contains(last)
        {
            return self
        }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
