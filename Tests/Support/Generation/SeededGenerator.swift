/// A reproducible source of chance: equal seeds give equal draws on every machine.
///
/// It is xoshiro256**, its state filled by SplitMix64 so that neighbouring seeds
/// share nothing. The drawing functions are written out here rather than taken
/// from the standard library, whose results may change between versions; a seed
/// in a bug report must mean the same thing years later.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        var mix = seed
        func step(_ mix: inout UInt64) -> UInt64 {
            mix &+= 0x9E37_79B9_7F4A_7C15
            var word = mix
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
        state = (step(&mix), step(&mix), step(&mix), step(&mix))
    }

    public mutating func next() -> UInt64 {
        func rotate(_ word: UInt64, by count: UInt64) -> UInt64 { (word << count) | (word >> (64 - count)) }
        let result = rotate(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotate(state.3, by: 45)
        return result
    }

    /// A number from 0 up to, not including, `limit`; 0 when there is no such number.
    public mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// A number of a range, ends included.
    public mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in so many of a hundred draws.
    public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the items; `nil` of none.
    public mutating func pick<Items: RandomAccessCollection>(_ items: Items) -> Items.Element? {
        guard !items.isEmpty else { return nil }
        return items[items.index(items.startIndex, offsetBy: below(items.count))]
    }

    /// One of at least one item.
    public mutating func pick<Item>(of first: Item, _ others: Item...) -> Item {
        let place = below(others.count + 1)
        return place == 0 ? first : others[place - 1]
    }

    /// Every item with the given chance, in the order given.
    public mutating func some<Item>(of items: [Item], percent: Int) -> [Item] {
        items.filter { _ in chance(percent) }
    }

    /// So many of the items, each at most once, in the order given.
    public mutating func sample<Item>(_ count: Int, of items: [Item]) -> [Item] {
        guard count < items.count else { return items }
        return permutation(items.count).prefix(count).sorted().map { items[$0] }
    }

    /// The numbers from 0 up to, not including, `count`, in random order.
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(0, count))
        for place in order.indices.reversed() { order.swapAt(place, below(place + 1)) }
        return order
    }

    /// The items in random order.
    public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        permutation(items.count).map { items[$0] }
    }
}
