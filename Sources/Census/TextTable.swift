/// Numbers by text, for looking texts up by their bytes as they stand in a table.
struct TextTable {
    private struct Entry {
        var hash: UInt64 = 0
        var start: Int32 = 0
        var count: Int32 = -1
        var value: Int32 = 0
    }

    private var entries: [Entry]
    private var texts: [UInt8] = []
    private(set) var count = 0

    init() { entries = Array(repeating: Entry(), count: 64) }

    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }

    func value(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let hash = TextTable.hash(text)
        return entries.withUnsafeBufferPointer { entries in
            texts.withUnsafeBufferPointer { texts in
                var place = Int(truncatingIfNeeded: hash) & (entries.count &- 1)
                while entries[place].count >= 0 {
                    let entry = entries[place]
                    if entry.hash == hash, Int(entry.count) == text.count {
                        var same = 0
                        while same < text.count, texts[Int(entry.start) &+ same] == text[same] { same &+= 1 }
                        if same == text.count { return entry.value }
                    }
                    place = (place &+ 1) & (entries.count &- 1)
                }
                return nil
            }
        }
    }

    mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Int32) {
        if 2 * (count + 1) > entries.count { grow() }
        let entry = Entry(
            hash: TextTable.hash(text), start: Int32(texts.count), count: Int32(text.count), value: value)
        texts.append(contentsOf: text)
        place(entry)
        count += 1
    }

    private mutating func place(_ entry: Entry) {
        var place = Int(truncatingIfNeeded: entry.hash) & (entries.count - 1)
        while entries[place].count >= 0 { place = (place + 1) & (entries.count - 1) }
        entries[place] = entry
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(), count: old.count * 2)
        for entry in old where entry.count >= 0 { place(entry) }
    }
}
