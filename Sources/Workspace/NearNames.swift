/// Names close enough to a mistyped one to be worth offering.
public enum NearNames {
    /// At most three, closest first; none when nothing is truly close.
    ///
    /// Close means one slip of the hand, two in a name of seven letters and more, or a name that the
    /// typed text begins or that contains it.
    public static func of(_ typed: String, among names: [String]) -> [String] {
        let word = Array(typed.lowercased())
        guard !word.isEmpty, word.count <= 80 else { return [] }
        let allowed = word.count < 7 ? 1 : 2
        var ranked: [(distance: Int, name: String)] = []
        for name in Set(names) {
            let candidate = Array(name.lowercased())
            let slips = distance(word, candidate, limit: allowed)
            if slips <= allowed {
                ranked.append((slips, name))
            } else if word.count >= 3, candidate.count > word.count,
                name.lowercased().contains(typed.lowercased())
            {
                ranked.append((allowed + 1 + candidate.count, name))
            }
        }
        return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// Letters to add, drop, change or swap with a neighbour, or more than `limit` if it takes more.
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
