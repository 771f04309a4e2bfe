import RuleModel

/// A domain cut into cells that no comparison of the rules tells apart.
///
/// A set of values becomes a mask of the cells it touches, and a comparison a mask of the cells it
/// accepts; accepted sets are unions of cells, so that nothing is lost.
struct Cells: Sendable {
    private enum Cut: Sendable {
        /// One cell for each value of a list.
        case members(count: Int)
        /// Cells begin at these ticks, the first one at the least.
        case ticks([Int64])
        /// One cell for each text the rules name, and a last one for all others.
        case texts([String])
    }

    private let cut: Cut

    /// - Parameter accepted: Every set that a comparison of the rules accepts; those of another kind
    ///   than the domain cut nothing.
    init(domain: ValueSet, accepted: [ValueSet]) {
        switch domain {
        case .members(let mask):
            cut = .members(count: 64 - mask.leadingZeroBitCount)
        case .runs:
            var starts: Set<Int64> = [.min]
            for case .runs(let runs) in accepted {
                for run in runs {
                    starts.insert(run.lower)
                    if run.upper < .max { starts.insert(run.upper + 1) }
                }
            }
            cut = .ticks(starts.sorted())
        case .texts:
            var named: Set<String> = []
            for case .texts(let texts?) in accepted { named.formUnion(texts) }
            cut = .texts(named.sorted())
        }
    }

    var count: Int {
        switch cut {
        case .members(let count): count
        case .ticks(let starts): starts.count
        case .texts(let named): named.count + 1
        }
    }

    /// How many words of 64 cells a mask takes; at least one.
    var wordCount: Int { max(1, (count + 63) / 64) }

    /// Marks the cells a set touches.
    ///
    /// - Parameter words: `wordCount` words, all zero before.
    func mark(_ values: ValueSet, in words: UnsafeMutableBufferPointer<UInt64>) {
        switch (cut, values) {
        case (.members, .members(let mask)):
            words[0] = mask
        case (.ticks(let starts), .runs(let runs)):
            for run in runs {
                for cell in Cells.place(of: run.lower, in: starts)...Cells.place(of: run.upper, in: starts) {
                    words[cell >> 6] |= 1 << UInt64(cell & 63)
                }
            }
        case (.texts(let named), .texts(nil)):
            for cell in 0...named.count { words[cell >> 6] |= 1 << UInt64(cell & 63) }
        case (.texts(let named), .texts(let texts?)):
            for text in texts {
                let cell = named.firstIndex(of: text) ?? named.count
                words[cell >> 6] |= 1 << UInt64(cell & 63)
            }
        default:
            break
        }
    }

    /// The cells a run of ticks touches.
    func range(of run: TickRange) -> ClosedRange<Int> {
        guard case .ticks(let starts) = cut else { return 0...max(0, count - 1) }
        return Cells.place(of: run.lower, in: starts)...Cells.place(of: run.upper, in: starts)
    }

    /// All cells.
    var everything: [UInt64] {
        (0..<wordCount).map { word in
            let cells = count - word * 64
            return cells >= 64 ? .max : (1 << UInt64(max(0, cells))) - 1
        }
    }

    func mask(of values: ValueSet) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: wordCount)
        words.withUnsafeMutableBufferPointer { mark(values, in: $0) }
        return words
    }

    /// The values in the cells of a mask, or in all others where these cannot be told one by one.
    func values(of mask: [UInt64]) -> (values: ValueSet, isComplement: Bool) {
        let cells = (0..<count).filter { mask[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
        switch cut {
        case .members: return (.members(mask[0]), false)
        case .ticks(let starts):
            let runs = cells.map { cell in
                TickRange(starts[cell], cell + 1 < starts.count ? starts[cell + 1] - 1 : .max)
            }
            return (.ticks(runs), false)
        case .texts(let named):
            let isComplement = cells.last == named.count
            let told = named.indices.filter { cells.contains($0) != isComplement }
            return (.texts(told.map { named[$0] }), isComplement)
        }
    }

    /// The last cell that begins at or before a tick.
    private static func place(of tick: Int64, in starts: [Int64]) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= tick { low = middle } else { high = middle }
        }
        return low
    }
}
