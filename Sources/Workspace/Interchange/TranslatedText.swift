import Notation

/// Notation made from JSON, which remembers what each piece was made from.
struct TranslatedText {
    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    private struct Piece {
        /// In the notation.
        var range: Range<Int>
        var origin: Origin
    }

    /// A place in the JSON.
    struct Origin {
        /// As JSONPath writes it: `$.stages[1].readings.share`.
        var path: String
        var range: Range<Int>
        /// Where its letters begin in the JSON when they stand there one by one.
        var verbatimStart: Int?

        init(_ path: String, _ node: JSONNode) {
            self.path = path
            range = node.range
            if case .string = node.content, node.isVerbatim { verbatimStart = node.range.lowerBound + 1 }
        }
    }

    /// Signs and words that no one typed.
    mutating func append(_ text: String) { bytes += Array(text.utf8) }

    /// A piece that was made from something in the JSON.
    mutating func append(_ text: String, from origin: Origin) {
        let start = bytes.count
        bytes += Array(text.utf8)
        pieces.append(Piece(range: start..<bytes.count, origin: origin))
    }

    /// A string of the notation.
    mutating func append(quoted text: String, from origin: Origin) {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var origin = origin
        origin.verbatimStart = nil
        append("\"\(escaped)\"", from: origin)
    }

    /// The finding as one about the JSON.
    func traced(_ finding: Finding, file: String) -> Finding {
        var finding = finding
        let origin = finding.place.flatMap { self.origin(of: $0.start) }
        finding.place = finding.place.map { place(of: $0, file: file) }
        finding.notes = finding.notes.map { note in
            // A note may speak of a rule file.
            note.place.file == file
                ? .init(place: place(of: note.place, file: file), label: note.label) : note
        }
        // A change of the notation is no change of the JSON.
        finding.suggestion = nil
        if let origin { finding.help.append("in the JSON it stands at \(origin.path)") }
        return finding
    }

    private func place(of place: Place, file: String) -> Place {
        guard let origin = origin(of: place.start) else { return Place(file: file, start: 0, end: 0) }
        guard let start = origin.verbatimStart, let piece = piece(at: place.start) else {
            return Place(file: file, start: origin.range.lowerBound, end: origin.range.upperBound)
        }
        let length = piece.range.count
        let from = min(max(0, place.start - piece.range.lowerBound), length)
        let to = min(max(from, place.end - piece.range.lowerBound), length)
        return Place(file: file, start: start + from, end: start + to)
    }

    private func origin(of offset: Int) -> Origin? { piece(at: offset)?.origin }

    /// The piece that an offset lies in, or else the last before it.
    private func piece(at offset: Int) -> Piece? {
        pieces.last { $0.range.lowerBound <= offset } ?? pieces.first
    }
}
