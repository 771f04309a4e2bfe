/// Finds the line and column of an offset, as people count them.
///
///     let lines = LineIndex(source)
///     lines.position(of: 12)     // line 2, column 5
///
/// Making one costs a walk over the text; each question costs a binary search and a walk over one
/// line. Lines end with LF, CR LF or CR.
public struct LineIndex: Sendable, Equatable {
    private let source: [UInt8]
    /// Where each line begins; the first begins at 0.
    let starts: [UInt32]

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
        var starts: [UInt32] = [0]
        source.withUnsafeBufferPointer { bytes in
            for place in bytes.indices where endsLine(bytes, at: place) {
                starts.append(UInt32(truncatingIfNeeded: place + 1))
            }
        }
        self.init(source, starts: starts)
    }

    /// - Parameter starts: Where each line of the text begins, as its lexer noted on the way.
    init(_ source: [UInt8], starts: [UInt32]) {
        self.source = source
        self.starts = starts
    }

    public var lineCount: Int { starts.count }

    /// Where an offset in bytes stands. Offsets outside of the text are brought to its ends.
    public func position(of offset: Int) -> Position {
        var line = 0
        return position(of: offset, near: &line)
    }

    /// Where an offset stands, looked for first on a line and the next, and then everywhere.
    ///
    /// - Parameter line: Any number; afterwards that of the line found.
    public func position(of offset: Int, near line: inout Int) -> Position {
        let offset = min(max(offset, 0), source.count)
        if !holds(line, offset) {
            line = holds(line + 1, offset) ? line + 1 : self.line(of: offset)
        }
        let start = visibleStart(of: line - 1)
        return Position(line: line, column: characterCount(start..<max(offset, start)) + 1)
    }

    /// Whether an offset stands on a line, should there be one of that number.
    private func holds(_ line: Int, _ offset: Int) -> Bool {
        guard line >= 1, line <= starts.count, Int(starts[line - 1]) <= offset else { return false }
        return line == starts.count || offset < Int(starts[line])
    }

    /// The number of the line that an offset stands on; a line's end belongs to it. Logarithmic in the lines.
    public func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    private func characterCount(_ range: Range<Int>) -> Int {
        let isPlain = source.withUnsafeBufferPointer { bytes in
            TextEncoding.endOfASCII(bytes, from: range.lowerBound, to: range.upperBound) == range.upperBound
        }
        return isPlain ? range.count : String(decoding: source[range], as: UTF8.self).count
    }

    /// The bytes of a line, counted from 1, without its end; empty for lines that do not exist.
    public func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= starts.count else { return source.count..<source.count }
        let start = visibleStart(of: line - 1)
        var end = line < starts.count ? Int(starts[line]) : source.count
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
        return hasMark ? 3 : Int(starts[index])
    }
}

/// Whether a line ends with the byte at a place: of CR LF it is the second.
func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n")
    default: false
    }
}
