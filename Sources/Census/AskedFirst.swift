/// What would be asked first in the first rows of a table, the most frequent first.
public struct AskedFirst: Hashable, Sendable {
    /// How many rows were looked at.
    public let rows: Int
    public let questions: [Question]

    public struct Question: Hashable, Sendable {
        /// Of the diagnostic.
        public var name: String
        public var rows: Int
    }

    private static let shown = 3

    /// - Parameter text: Rows of the table; what it holds is changed.
    public init(_ screening: Screening, _ format: TableFormat, _ text: inout [UInt8]) {
        let chunk = ChunkScreen(screening.asking, format).screen(&text)
        let lines = String(decoding: chunk.output, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        rows = lines.count
        let counts = Dictionary(grouping: lines.filter { !$0.isEmpty }) { $0 }.mapValues(\.count)
        questions = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.shown)
            .map { Question(name: String($0.key), rows: $0.value) }
    }
}
