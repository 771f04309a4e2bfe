import Notation

/// The texts of files, for showing the lines that findings speak of.
public struct SourceTexts: Sendable {
    private let indexes: [String: LineIndex]

    /// - Parameter files: the texts by the names that findings use.
    public init(_ files: [String: [UInt8]] = [:]) { indexes = files.mapValues(LineIndex.init) }

    /// Where a place begins and what stands there; `nil` for a file that is not known.
    func excerpt(of place: Place) -> Excerpt? {
        guard let index = indexes[place.file] else { return nil }
        let start = index.position(of: place.start)
        let end = index.position(of: place.end)
        let text = index.text(ofLine: start.line).map { $0 == "\t" ? " " : $0 }
        let before = text.prefix(start.column - 1)
        // A place of several lines is marked to the end of its first.
        let marked =
            end.line == start.line
            ? text.dropFirst(start.column - 1).prefix(end.column - start.column)
            : text.dropFirst(start.column - 1)
        return Excerpt(
            line: start.line, column: start.column, text: String(text), blank: TextWidth.of(String(before)),
            marked: max(1, TextWidth.of(String(marked))))
    }
}

/// One line of a file with a run of it marked.
struct Excerpt {
    /// Counted from 1, as editors show them.
    var line: Int
    var column: Int
    var text: String
    /// Columns before the marked run, and columns of the run.
    var blank: Int
    var marked: Int
}
