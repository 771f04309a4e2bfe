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
            while place < bytes.count {
                guard bytes[place] >= 0x80 else {
                    place += 1
                    continue
                }
                guard let (_, length) = decodeScalar(bytes, at: place) else {
                    return SyntaxFault(problem: .notUTF8, range: place..<(place + 1))
                }
                place += length
            }
            return nil
        }
    }
}
