import Notation

/// Finds the name an author may have meant.
enum NearNames {
    /// The closest of some names, if it is truly close: a slip or two of the hand, or the same
    /// parts in another order, or in capitals. Of several that are equally close the first of the list.
    static func closest(to name: String, among names: [String]) -> String? {
        nearest(to: name, among: names).first
    }

    /// What is offered for a misspelt name: the closest. Of several that are equally close none is chosen; which
    /// of them was meant only the author knows.
    static func offer(
        for name: String, at place: Place, among names: [String]
    ) -> (label: String, names: [String], suggestion: Finding.Suggestion?)? {
        let near = Array(nearest(to: name, among: names).prefix(3))
        guard let first = near.first else { return nil }
        return (
            "did you mean \(list(near.map { "`\($0)`" }, "or"))?", near,
            near.count == 1 ? Finding.Suggestion(place: place, replacement: first) : nil
        )
    }

    private static func nearest(to name: String, among names: [String]) -> [String] {
        let wanted = Wanted(name)
        let allowed = wanted.letters.count < 4 ? 1 : wanted.letters.count < 9 ? 2 : 3
        var best: (names: [String], distance: Int) = ([], allowed)
        for candidate in names where candidate != name {
            // Only one that is as close as the best so far is of interest.
            switch wanted.nearness(of: candidate, limit: best.distance) {
            case .same: return [candidate]
            case .near(let distance) where distance < best.distance: best = ([candidate], distance)
            case .near: if !best.names.contains(candidate) { best.names.append(candidate) }
            case .far: continue
            }
        }
        return best.names
    }
}

/// A name looked for, with what most others can be told apart from it by.
private struct Wanted {
    enum Nearness {
        /// But for capitals.
        case same
        case near(Int)
        case far
    }

    let letters: [Character]
    private let name: String
    private let bytes: [UInt8]
    private let letterSet: UInt32
    /// Every letter is one byte.
    private let isPlain: Bool
    private let parts: [Substring]

    init(_ name: String) {
        self.name = name
        letters = Array(name)
        bytes = Array(name.utf8)
        letterSet = Spelling.letterSet(bytes)
        parts = name.split(separator: "-").sorted()
        isPlain = letters.count == bytes.count
    }

    /// - Parameter limit: the greatest distance that is near.
    func nearness(of candidate: String, limit: Int) -> Nearness {
        var candidate = candidate
        let plain = candidate.withUTF8 { isPlain ? plainNearness(of: $0, limit: limit) : nil }
        if let plain { return plain }
        if candidate.lowercased() == name.lowercased() { return .same }
        return near(distance(to: candidate, limit: limit), limit)
    }

    /// Told by bytes alone; `nil` where these do not suffice.
    private func plainNearness(of candidate: UnsafeBufferPointer<UInt8>, limit: Int) -> Nearness? {
        guard candidate.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard abs(candidate.count - bytes.count) <= limit || candidate.count == bytes.count else {
            return .far
        }
        let itsLetters = Spelling.letterSet(candidate)
        if candidate.count == bytes.count, itsLetters == letterSet {
            if zip(candidate, bytes).allSatisfy({ lowered($0) == lowered($1) }) { return .same }
            if limit >= 1, isReordered(String(decoding: candidate, as: UTF8.self)) { return .near(1) }
        }
        guard Spelling.mayBeClose(itsLetters, letterSet, limit: limit) else { return .far }
        return bytes.withUnsafeBufferPointer {
            near(Spelling.distance($0, candidate, limit: limit), limit)
        }
    }

    private func distance(to candidate: String, limit: Int) -> Int {
        isReordered(candidate) ? 1 : Spelling.distance(letters, Array(candidate), limit: limit)
    }

    private func isReordered(_ candidate: String) -> Bool {
        parts.count > 1 && candidate.split(separator: "-").sorted() == parts
    }

    private func near(_ distance: Int, _ limit: Int) -> Nearness {
        distance <= limit ? .near(distance) : .far
    }

    private func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

/// The closest of some names, if it is truly close: for other texts that name what rules declare.
public func closestName(to name: String, among names: [String]) -> String? {
    NearNames.closest(to: name, among: names)
}
