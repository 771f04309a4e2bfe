/// What each column that is read says in each of the rows worked out together.
struct RowCodes {
    let rows: Range<Int>
    /// Column after column; more apart than there are rows, since columns that stand a power of two
    /// apart would push each other out of the processor's nearest memory.
    private let values: [Int32]
    private let stride: Int
    /// For each column of the table its place among those read.
    private let places: [Int?]

    init(
        _ rows: Range<Int>, places: [Int?], read: Int,
        _ fill: (UnsafeMutableBufferPointer<Int32>, _ stride: Int) -> Void
    ) {
        self.rows = rows
        self.places = places
        let stride = rows.count + 24
        self.stride = stride
        values = [Int32](unsafeUninitializedCapacity: stride * read) { values, count in
            values.initialize(repeating: -1)
            fill(values, stride)
            count = stride * read
        }
    }

    /// - Parameters:
    ///   - column: One that is read.
    ///   - row: Counted from the first of these.
    subscript(column: Int, row: Int) -> ColumnReader.Code {
        ColumnReader.Code(raw: places[column].map { values[$0 * stride + row] } ?? -1)
    }

    /// All of a row, in order of column.
    func key(_ row: Int, into key: inout [Int32]) {
        for first in Swift.stride(from: row, to: values.count, by: stride) { key.append(values[first]) }
    }

    /// A column that is read, row by row.
    func withColumn<Result>(_ column: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        values.withUnsafeBufferPointer { values in
            let first = (places[column] ?? 0) * stride
            return body(UnsafeBufferPointer(rebasing: values[first..<first + rows.count]))
        }
    }
}
