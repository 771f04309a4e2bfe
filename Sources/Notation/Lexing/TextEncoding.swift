/// Whether bytes are the UTF-8 they should be.
enum TextEncoding {
    /// The first place where they are not; the rest is read all the same.
    static func fault(of source: [UInt8]) -> SyntaxFault? {
        source.withUnsafeBufferPointer { bytes in
            if bytes.count >= 2,
                (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)
            {
                return SyntaxFault(problem: .notEightBit, range: 0..<2)
            }
            var place = 0
            while true {
                place = endOfASCII(bytes, from: place, to: bytes.count)
                guard place < bytes.count else { return nil }
                guard let (_, length) = decodeScalar(bytes, at: place) else {
                    return SyntaxFault(problem: .notUTF8, range: place..<(place + 1))
                }
                place += length
            }
        }
    }

    /// The first place between two with a byte beyond ASCII; eight bytes are looked at in one step.
    static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = start
        while place + 8 <= end,
            raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            place += 8
        }
        while place < end, bytes[place] < 0x80 { place += 1 }
        return place
    }
}
