/// Codes of short texts met not long ago: most of a table's values are short and come again and again.
struct RecentTexts {
    private static let count = 512
    private var keys = [UInt64](repeating: 0, count: RecentTexts.count)
    private var codes = [Int32](repeating: 0, count: RecentTexts.count)

    /// The bytes of a text of up to seven, with their number; 0 for longer ones.
    @inline(__always)
    func key(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard text.count <= 7 else { return 0 }
        var key = UInt64(text.count)
        for byte in text { key = key &<< 8 | UInt64(byte) }
        return key
    }

    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 55)
    }

    @inline(__always)
    func code(_ key: UInt64) -> Int32? {
        let place = RecentTexts.place(key)
        return keys[place] == key ? codes[place] : nil
    }

    @inline(__always)
    mutating func note(_ key: UInt64, _ code: Int32) {
        let place = RecentTexts.place(key)
        (keys[place], codes[place]) = (key, code)
    }
}
