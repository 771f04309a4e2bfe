/// Codes of short texts met not long ago, column by column: most of a table's values are short and come
/// again and again.
///
/// A text of up to eight bytes is its own key, as a word; none of them may be zero.
final class RecentCodes {
    private struct Entry {
        var key: UInt64 = 0
        var code: Int32 = 0
    }

    /// A power of two to each column.
    private static let bits = 9
    private let entries: UnsafeMutablePointer<Entry>
    private let count: Int

    init(columns: Int) {
        count = columns << Self.bits
        entries = .allocate(capacity: count)
        entries.initialize(repeating: Entry(), count: count)
    }

    deinit { entries.deallocate() }

    /// Codes given before mean nothing any more.
    func forget() { entries.update(repeating: Entry(), count: count) }

    @inline(__always)
    private func place(_ column: Int, _ key: UInt64) -> Int {
        column &<< Self.bits
            &+ Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- Self.bits))
    }

    @inline(__always)
    func code(_ column: Int, _ key: UInt64) -> Int32? {
        let entry = entries[place(column, key)]
        return entry.key == key ? entry.code : nil
    }

    func note(_ column: Int, _ key: UInt64, _ code: Int32) {
        entries[place(column, key)] = Entry(key: key, code: code)
    }
}
