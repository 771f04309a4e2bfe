/// Finds the name an author may have meant.
enum NearNames {
    /// The closest of some names, if it is truly close: a slip or two of the hand, or the same
    /// parts in another order. Of two equally close ones the first in order of the alphabet.
    static func closest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name)
        let allowed = wanted.count < 4 ? 1 : wanted.count < 9 ? 2 : 3
        let parts = name.split(separator: "-").sorted()
        var best: (name: String, distance: Int)?
        for candidate in names where candidate != name {
            let isReordered = parts.count > 1 && candidate.split(separator: "-").sorted() == parts
            let distance = isReordered ? 1 : distance(wanted, Array(candidate), limit: allowed)
            guard distance <= allowed, distance < (best?.distance ?? .max) else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// Letters to add, drop, change or swap with a neighbour; more than `limit` if it takes more.
    private static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [Int](repeating: row + 1, count: right.count + 1)
            for column in right.indices {
                let change = left[row] == right[column] ? 0 : 1
                var cost = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
