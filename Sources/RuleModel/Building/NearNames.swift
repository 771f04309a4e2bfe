import Notation

/// Finds the name an author may have meant.
enum NearNames {
    /// The closest of some names, if it is truly close: a slip or two of the hand, or the same
    /// parts in another order, or in capitals. Of two equally close ones the first in order of the alphabet.
    static func closest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name), lowered = name.lowercased()
        let allowed = wanted.count < 4 ? 1 : wanted.count < 9 ? 2 : 3
        let parts = name.split(separator: "-").sorted()
        var best: (name: String, distance: Int)?
        for candidate in names where candidate != name {
            if candidate.lowercased() == lowered { return candidate }
            let isReordered = parts.count > 1 && candidate.split(separator: "-").sorted() == parts
            let distance = isReordered ? 1 : Spelling.distance(wanted, Array(candidate), limit: allowed)
            guard distance <= allowed, distance < (best?.distance ?? .max) else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }
}
