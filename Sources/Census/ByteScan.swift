/// Looks at texts eight bytes at a time.
enum ByteScan {
    private static let lows: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// A byte in all eight places.
    @inline(__always)
    static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* lows }

    /// Marks bytes that are the pattern's: the lowest mark is right, and those above it mean nothing.
    @inline(__always)
    static func marks(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return (difference &- lows) & ~difference & highs
    }

    /// Eight bytes, the first of them lowest.
    @inline(__always)
    static func word(_ base: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// A word of its first bytes alone, up to eight of them.
    @inline(__always)
    static func prefix(_ word: UInt64, _ count: Int) -> UInt64 {
        // A shift by all of a word's bits is none at all.
        count == 0 ? 0 : word & (UInt64.max &>> UInt64(64 &- 8 &* count))
    }

    static func contains(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        let pattern = repeated(byte)
        var place = 0
        while place &+ 512 <= text.count {
            var found: UInt64 = 0
            for step in 0..<64 { found |= marks(word(base, place &+ step &* 8), pattern) }
            if found != 0 { return true }
            place &+= 512
        }
        while place < text.count {
            if base[place] == byte { return true }
            place &+= 1
        }
        return false
    }

    /// Where a byte is found first from a place on; the end where it is not.
    static func first(_ byte: UInt8, _ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        let pattern = repeated(byte)
        var place = start
        while place &+ 8 <= end {
            let found = marks(word(base, place), pattern)
            if found != 0 { return place &+ (found.trailingZeroBitCount &>> 3) }
            place &+= 8
        }
        while place < end, base[place] != byte { place &+= 1 }
        return place
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no byte is above 127.
    var isPlainASCII: Bool {
        guard let base = baseAddress else { return true }
        var place = 0
        var found: UInt64 = 0
        while place &+ 8 <= count {
            found |= ByteScan.word(base, place)
            place &+= 8
        }
        if found & ByteScan.repeated(0x80) != 0 { return false }
        while place < count {
            if base[place] > 127 { return false }
            place &+= 1
        }
        return true
    }
}
