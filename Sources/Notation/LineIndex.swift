/// Finds the line and column of an offset, as people count them.
///
///     let lines = LineIndex(source)
///     lines.position(of: 12)     // line 2, column 5
///
/// Making one costs a walk over the text; each question costs a binary search and a walk over one
/// line. Lines end with LF, CR LF or CR.
public struct LineIndex: Sendable {
    private let source: [UInt8]
    /// Where each line begins; the first begins at 0.
    private let starts: [Int]

    /// A place as an editor shows it, both counted from 1.
    public struct Position: Sendable, Hashable, Comparable {
        public let line: Int
        /// In characters; a tab is one.
        public let column: Int

        public static func < (left: Position, right: Position) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    public init(_ source: [UInt8]) {
        self.source = source
        var starts = [0]
        for (offset, byte) in source.enumerated() {
            if byte == UInt8(ascii: "\n") {
                starts.append(offset + 1)
            } else if byte == UInt8(ascii: "\r") {
                let isPaired = offset + 1 < source.count && source[offset + 1] == UInt8(ascii: "\n")
                if !isPaired { starts.append(offset + 1) }
            }
        }
        self.starts = starts
    }

    public var lineCount: Int { starts.count }

    /// Where an offset in bytes stands. Offsets outside of the text are brought to its ends.
    public func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), source.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = String(
            decoding: source[visibleStart(of: low)..<max(offset, visibleStart(of: low))], as: UTF8.self
        ).count
        return Position(line: low + 1, column: column + 1)
    }

    /// The bytes of a line, counted from 1, without its end; empty for lines that do not exist.
    public func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return source.count..<source.count }
        let start = visibleStart(of: line - 1)
        var end = line < starts.count ? starts[line] : source.count
        while end > start, source[end - 1].isLineEnd { end -= 1 }
        return start..<end
    }

    /// The text of a line, counted from 1, without its end.
    public func text(ofLine line: Int) -> String {
        String(decoding: source[range(ofLine: line)], as: UTF8.self)
    }

    /// The start of a line behind a byte order mark, which is no character to a reader.
    private func visibleStart(of index: Int) -> Int {
        let hasMark = index == 0 && source.starts(with: [0xEF, 0xBB, 0xBF])
        return hasMark ? 3 : starts[index]
    }
}
