import Notation

/// Numbers spellings, so that equal ones have one number and a name in a text is looked up where it stands.
///
///     var table = NameTable()
///     table.number("trust")        // 0
///     table.find(token)            // 0 for every token that is spelt so, without a string being made
///
/// Spellings are kept as machine words of eight bytes, which are hashed and compared as such. Those with
/// letters beyond ASCII, which several runs of bytes can spell, are kept as strings.
struct NameTable {
    /// The spellings in order of their numbers.
    private(set) var spellings: [String] = []
    /// Where the words of each spelling begin in `words`; behind the last, where they end.
    private var starts: [Int] = [0]
    private var words: [UInt64] = []
    /// One more than the number of the spelling, 0 for none.
    private var slots: [UInt32]
    private var beyondASCII: [String: Int] = [:]

    /// - Parameter count: How many spellings there will be, more or less.
    init(expecting count: Int = 0) {
        var room = 256
        while room < count * 2 { room *= 2 }
        slots = Array(repeating: 0, count: room)
        spellings.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
        words.reserveCapacity(count * 3)
    }

    func find(_ spelling: UnsafeBufferPointer<UInt8>) -> Int? {
        let key = NameKey(spelling)
        guard key.isASCII else { return beyondASCII[String(decoding: spelling, as: UTF8.self)] }
        return number(at: slot(of: key))
    }

    func find(_ spelling: String) -> Int? {
        var spelling = spelling
        return spelling.withUTF8 { find($0) }
    }

    /// The number of a spelling, a new one if it has none.
    mutating func number(_ spelling: String) -> Int {
        var copy = spelling
        return copy.withUTF8 { bytes in
            let key = NameKey(bytes)
            if key.isASCII {
                let slot = slot(of: key)
                if let known = number(at: slot) { return known }
                slots[slot] = UInt32(spellings.count + 1)
                for place in 0..<key.wordCount { words.append(key.word(place)) }
            } else if let known = beyondASCII[spelling] {
                return known
            } else {
                beyondASCII[spelling] = spellings.count
            }
            spellings.append(spelling)
            starts.append(words.count)
            if spellings.count * 2 > slots.count { grow() }
            return spellings.count - 1
        }
    }

    private func number(at slot: Int) -> Int? { slots[slot] == 0 ? nil : Int(slots[slot]) - 1 }

    /// Where a spelling is kept or belongs.
    private func slot(of key: NameKey) -> Int {
        var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
        while let number = number(at: slot), !isSpelt(number, key) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func isSpelt(_ number: Int, _ key: NameKey) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == key.wordCount else { return false }
        for place in 0..<key.wordCount where words[start + place] != key.word(place) { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for (number, spelling) in spellings.enumerated() {
            var spelling = spelling
            spelling.withUTF8 { bytes in
                let key = NameKey(bytes)
                if key.isASCII { slots[slot(of: key)] = UInt32(number + 1) }
            }
        }
    }
}

/// Where rules stand in their table, by name; of two with one name the first counts.
struct NamePlaces {
    private var table = NameTable()
    /// By the number of the name.
    private var places: [Int] = []

    init(_ rules: [Rule]) {
        // By place, since a loop over the rules would copy each.
        for place in rules.indices where table.number(rules[place].name) == places.count {
            places.append(place)
        }
    }

    subscript(token: SyntaxToken) -> Int? { token.withBytes { table.find($0) }.map { places[$0] } }
}

/// The bytes of a spelling as words, the last of them filled up with zeros.
private struct NameKey {
    let bytes: UnsafeBufferPointer<UInt8>
    let hash: UInt64
    let isASCII: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var hash = UInt64(truncatingIfNeeded: bytes.count)
        var seen: UInt64 = 0
        for place in 0..<NameKey.wordCount(bytes) {
            let word = NameKey.word(bytes, place)
            seen |= word
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        self.hash = hash
        isASCII = seen & 0x8080_8080_8080_8080 == 0
    }

    var wordCount: Int { NameKey.wordCount(bytes) }
    func word(_ place: Int) -> UInt64 { NameKey.word(bytes, place) }

    private static func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { (bytes.count + 7) / 8 }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        let start = place * 8
        if start + 8 <= bytes.count {
            return UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
        }
        var word: UInt64 = 0
        for byte in start..<bytes.count { word |= UInt64(bytes[byte]) << UInt64((byte - start) * 8) }
        return word
    }
}
