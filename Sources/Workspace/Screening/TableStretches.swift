import Census

/// A table cut into stretches of whole rows, in order. One at a time may ask for the next.
public final class TableStretches {
    public let head: TableHead
    private let file: TableFile
    private let stretchSize: Int
    private var pending: [UInt8]
    private var isAtEnd = false
    /// How many bytes were handed out, the head included.
    private(set) var offset: Int
    private let countsRows: Bool
    private var rows = 0

    /// More is no row of a table, but a quote left open or another kind of file.
    private static let longestRow = 16 << 20

    /// Whole rows.
    struct Stretch {
        var text: [UInt8]
        var rowsBefore: Int
        /// Bytes of the table up to its end.
        var offset: Int
        /// For each row that is not left out, what tables of members say of it.
        var members: [[[MemberRow]]] = []
        /// What could not be read of those tables on the way here.
        var reports: [RowReport] = []
    }

    /// - Parameters:
    ///   - start: The first bytes of the table, read already.
    ///   - countsRows: Whether stretches must say how many rows come before them.
    init(
        _ file: TableFile, start: [UInt8], head: TableHead, stretchSize: Int, countsRows: Bool
    ) {
        self.file = file
        self.head = head
        self.stretchSize = max(1, stretchSize)
        self.countsRows = countsRows
        offset = head.length
        pending = Array(start[head.length...])
    }

    /// Passes over what was screened before.
    func skip(to offset: Int, rows: Int) throws(TableFault) {
        self.rows = rows
        while self.offset < offset {
            if pending.isEmpty, try !file.read(1 << 20, into: &pending) { throw Self.shortened }
            let count = min(pending.count, offset - self.offset)
            pending.removeFirst(count)
            self.offset += count
        }
    }

    /// - Parameter limit: Where rows end beyond which nothing is handed out, in bytes of the table.
    func next(upTo limit: Int = .max) throws(TableFault) -> Stretch? {
        let most = limit - offset
        var wanted = min(stretchSize, most)
        while wanted > 0 {
            while !isAtEnd, pending.count < wanted {
                if try !file.read(max(1 << 16, wanted - pending.count), into: &pending) { isAtEnd = true }
            }
            if pending.isEmpty { return nil }
            // However much was read at once, no more is handed out.
            let seen = min(pending.count, wanted)
            let end = isAtEnd && seen == pending.count || seen == most ? seen : wholeRows(seen)
            if end > 0 { return take(end) }
            guard seen < Self.longestRow else { throw tooLong }
            wanted = min(seen * 2, Self.longestRow, most)
        }
        return nil
    }

    /// The whole rows among those at hand, without taking them; `nil` where there are none.
    func firstRows(isAll: Bool) -> [UInt8]? {
        let end = isAll ? pending.count : wholeRows(pending.count)
        return end > 0 ? Array(pending[..<end]) : nil
    }

    private func wholeRows(_ count: Int) -> Int {
        pending.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[..<count])
            return switch head.format {
            case .csv(let csv): csv.wholeRows(text)
            case .jsonLines: JSONLinesText.wholeRows(text)
            }
        }
    }

    private func take(_ end: Int) -> Stretch {
        var text = pending
        if end < pending.count {
            pending = Array(text[end...])
            text.removeLast(text.count - end)
        } else {
            pending = []
        }
        let before = rows
        if countsRows {
            rows += count(text)
        }
        offset += end
        return Stretch(text: text, rowsBefore: before, offset: offset)
    }

    /// How many rows a text of whole rows has.
    func count(_ text: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { bytes in
            switch head.format {
            case .csv(let csv): csv.count(bytes)
            case .jsonLines: JSONLinesText.count(bytes)
            }
        }
    }

    static let shortened = TableFault("the table is shorter than what was screened of it before")

    private var tooLong: TableFault {
        TableFault(
            "a row of the table is longer than \(Self.longestRow >> 20) MB",
            help: "is a quote left open, or is it no table? The rows before it are written")
    }
}
