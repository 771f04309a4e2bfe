import RuleModel

extension Array where Element == Mutant {
    /// So many of them, drawn by a seed: the same ones on every machine.
    public func sample(_ count: Int, seed: UInt64) -> [Mutant] {
        guard count < self.count else { return self }
        var places = Swift.Array(indices)
        // The splitmix64 generator: a line of arithmetic that is the same everywhere.
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
        for place in 0..<count {
            places.swapAt(place, place + Int(next() % UInt64(places.count - place)))
        }
        return places.prefix(count).sorted().map { self[$0] }
    }
}
