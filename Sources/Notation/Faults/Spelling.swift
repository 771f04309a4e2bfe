/// How far one spelling is from another, and the keyword an author may have meant.
public enum Spelling {
    /// Letters to add, drop, change or swap with a neighbour; more than `limit` if it takes more.
    ///
    /// The cost is the product of the lengths at most, and nothing when these differ by more than the limit.
    @inlinable
    public static func distance<Letters: RandomAccessCollection>(
        _ left: Letters, _ right: Letters, limit: Int
    ) -> Int where Letters.Element: Equatable, Letters.Index == Int {
        guard abs(left.count - right.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var leastOfLast = 0
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
            let least = current.min() ?? 0
            // A row grows out of the two before it, so that nothing comes down again from here.
            if least > limit, leastOfLast >= limit { return limit + 1 }
            (beforeLast, last, leastOfLast) = (last, current, least)
        }
        return last[right.count]
    }

    /// The one keyword close to `word`; `nil` if none is, or if two are equally close.
    ///
    /// Close means one slip of the hand, or two in a word of seven letters and more; or a word that
    /// says the same in everyday speech, or stands in capitals.
    ///
    /// - Parameter isPossible: Whether a keyword could stand where the word does.
    static func closest(
        to word: UnsafeBufferPointer<UInt8>, among keywords: [Keyword],
        where isPossible: (Keyword) -> Bool = { _ in true }
    ) -> Keyword? {
        if let meant = Everyday.keyword(for: word), keywords.contains(meant), isPossible(meant) {
            return meant
        }
        guard (3...16).contains(word.count) else { return nil }
        let allowed = word.count < 7 ? 1 : 2
        let letters = letterSet(word)
        var best: (keyword: Keyword, distance: Int)?
        var isTied = false
        for keyword in keywords {
            let spelling = keyword.rawValue.utf8
            guard abs(spelling.count - word.count) <= allowed,
                mayBeClose(letterSet(spelling), letters, limit: allowed), isPossible(keyword)
            else { continue }
            let distance = self.distance(Array(word), Array(spelling), limit: allowed)
            guard distance <= allowed else { continue }
            if let known = best, known.distance <= distance {
                if known.distance == distance { isTied = true }
            } else {
                best = (keyword, distance)
                isTied = false
            }
        }
        return isTied ? nil : best?.keyword
    }

    /// Which letters occur, as bits.
    @inlinable
    public static func letterSet(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// Whether words with such letters may be within a distance; `false` is certain.
    @inlinable
    public static func mayBeClose(_ left: UInt32, _ right: UInt32, limit: Int) -> Bool {
        // A change of one letter for another takes one out of the set and puts one in.
        (left ^ right).nonzeroBitCount <= 2 * limit
    }
}
