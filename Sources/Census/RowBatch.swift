/// Rows of a table taken apart into fields, for as long as their text is held.
struct RowBatch: Sendable {
    /// Where a field's text stands. Escapes are already undone.
    struct Field: Sendable {
        var start: UInt32
        var count: UInt32
    }

    /// How many fields a row has.
    let width: Int
    /// Row after row.
    var fields: [Field] = []
    /// What holds in every row, as columns behind those of the table.
    var constants: [Field] = []
    /// The line on which each row begins, counted from 0 at the first of the text.
    var lines: [Int] = []
    /// For each row its place among all rows of the text, those left out too.
    var places: [Int] = []
    /// Rows whose fields cannot be told apart: they are left out.
    var broken: [Broken] = []

    struct Broken: Sendable {
        /// Its place among the rows of the text, counted from 0.
        var place: Int
        var line: Int
        /// How many fields it has; 0 where that cannot be told.
        var fields = 0
        /// A quote that is never closed takes in all that follows.
        var takesRest = false
        var reason: String

        init(place: Int, line: Int, takesRest: Bool = false, reason: String) {
            (self.place, self.line, self.takesRest, self.reason) = (place, line, takesRest, reason)
        }

        /// A row with more or fewer fields than the header.
        init(place: Int, line: Int, fields: Int, width: Int) {
            (self.place, self.line, self.fields) = (place, line, fields)
            reason = "it has \(fields) field\(fields == 1 ? "" : "s") where the header has \(width)"
        }
    }

    /// How many rows the text has, those left out too.
    var seen = 0
    /// How many lines.
    var lineCount = 0

    var count: Int { lines.count }

    init(width: Int) { self.width = width }

    @inline(__always)
    func text(_ column: Int, of row: Int, in base: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let field = column < width ? fields[row &* width &+ column] : constants[column &- width]
        return UnsafeBufferPointer(start: base + Int(field.start), count: Int(field.count))
    }
}
