import Notation

/// The texts of files, for showing the lines that findings speak of.
public struct SourceTexts: Sendable {
    private let indexes: [String: LineIndex]

    /// - Parameter files: the texts by the names that findings use.
    public init(_ files: [String: [UInt8]] = [:]) { indexes = files.mapValues(LineIndex.init) }

    /// Where a place begins, in lines and columns from 1; `nil` for a file that is not known.
    func position(of place: Place) -> LineIndex.Position? { indexes[place.file]?.position(of: place.start) }

    /// Where a place begins and ends, in lines and code points from 1; `nil` for a file that is not known.
    func span(of place: Place) -> (start: Span, end: Span)? {
        indexes[place.file].map { (Span(place.start, in: $0), Span(place.end, in: $0)) }
    }

    /// A place as programs count it.
    struct Span {
        var line: Int
        var column: Int

        init(_ offset: Int, in index: LineIndex) {
            line = index.line(of: offset)
            let before = index.text(ofLine: line).utf8.prefix(offset - index.range(ofLine: line).lowerBound)
            column = String(decoding: Array(before), as: UTF8.self).unicodeScalars.count + 1
        }
    }

    /// Where a place begins and what stands there; `nil` for a file that is not known.
    func excerpt(of place: Place) -> Excerpt? {
        guard let index = indexes[place.file] else { return nil }
        let start = index.position(of: place.start)
        let end = index.position(of: place.end)
        let line = Array(index.text(ofLine: start.line).map { $0 == "\t" ? " " : $0 })
        // A place of several lines is marked to the end of its first.
        let last = end.line == start.line ? min(end.column - 1, line.count) : line.count
        let marked = min(start.column - 1, line.count)..<max(start.column - 1, last)
        return Excerpt(
            line: start.line, column: start.column,
            window: ExcerptWindow(line, around: marked.lowerBound..<min(marked.upperBound, line.count)))
    }
}

/// One line of a file with a run of it marked.
struct Excerpt {
    /// Counted from 1, as editors show them.
    var line: Int
    var column: Int
    var window: ExcerptWindow
}

/// As much of a line as is worth showing around a marked run.
///
/// A line of ordinary length is shown whole. Of a longer one, `…` stands for what is left out at either
/// end, so that twenty mistakes on one long line do not print it twenty times.
struct ExcerptWindow {
    private(set) var text: String
    /// Columns before the marked run, and columns of the run: at least one, to stand under.
    private(set) var blank: Int
    private(set) var marked: Int

    /// Columns of a line that is shown whole; somewhat more than rule files are laid out to.
    static let longestLine = 120
    /// Columns of a window, and of what it shows before the run.
    private static let width = 100
    private static let lead = 40

    /// - Parameter run: the marked characters by their places in the line; empty where something is missing.
    init(_ line: [Character], around run: Range<Int>) {
        var shown = line.indices
        if line.reduce(0, { $0 + TextWidth.of($1) }) > ExcerptWindow.longestLine {
            var room = ExcerptWindow.width
            func fits(_ place: Int) -> Bool {
                room -= TextWidth.of(line[place])
                return room >= 0
            }
            var first = run.lowerBound, end = run.lowerBound
            while first > 0, ExcerptWindow.width - room < ExcerptWindow.lead, fits(first - 1) { first -= 1 }
            while end < line.count, fits(end) { end += 1 }
            // Near the end of the line there is room to show more of what stands before.
            while end == line.count, first > 0, fits(first - 1) { first -= 1 }
            shown = first..<end
        }
        let isCutBefore = shown.lowerBound > 0, isCutBehind = shown.upperBound < line.count
        text = (isCutBefore ? "…" : "") + String(line[shown]) + (isCutBehind ? "…" : "")
        blank = (isCutBefore ? 1 : 0) + ExcerptWindow.columns(line[shown.lowerBound..<run.lowerBound])
        marked = max(1, ExcerptWindow.columns(line[run.clamped(to: shown)]))
    }

    private static func columns(_ part: ArraySlice<Character>) -> Int {
        part.reduce(0) { $0 + TextWidth.of($1) }
    }
}
