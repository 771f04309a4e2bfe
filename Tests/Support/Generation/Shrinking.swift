/// Something that can be made simpler step by step.
public protocol Shrinkable {
    /// Simpler values, the boldest first. None may be as complex as this one, or shrinking would not end.
    func simplifications() -> [Self]
}

/// The simplest value found that still fails, by greedy descent.
///
/// It takes the first simplification that fails and starts over from there,
/// until none does or `limit` values have been tried.
public func shrunk<Value: Shrinkable>(_ value: Value, limit: Int = 5_000, while fails: (Value) -> Bool)
    -> Value
{
    var best = value
    var left = limit
    var hasImproved = true
    while hasImproved {
        hasImproved = false
        // Candidates before this place were tried on a near twin and did not fail: they wait for the next round.
        var place = 0
        var candidates = best.simplifications()
        while place < candidates.count, left > 0 {
            left -= 1
            if fails(candidates[place]) {
                best = candidates[place]
                candidates = best.simplifications()
                hasImproved = true
            } else {
                place += 1
            }
        }
    }
    return best
}

extension Array {
    /// The array without a part of it: halves first, then quarters, down to single elements.
    func withoutParts() -> [[Element]] {
        var shorter: [[Element]] = []
        var length = count
        while length >= 1 {
            for start in stride(from: 0, to: count, by: length) {
                shorter.append(Array(self[..<start] + self[Swift.min(count, start + length)...]))
            }
            length /= 2
        }
        return shorter
    }

    /// The array with one element replaced by something simpler, for each element and each way.
    func replacing(_ simpler: (Element) -> [Element]) -> [[Element]] {
        indices.flatMap { place in
            simpler(self[place]).map { replacement in
                var copy = self
                copy[place] = replacement
                return copy
            }
        }
    }
}
