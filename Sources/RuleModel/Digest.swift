/// A fingerprint of rules or of a case: equal for equal content, whatever the files look like.
///
/// It is the SHA-256 of the canonical text. The function is written out here
/// because a library for it costs a fresh clone more than a minute of building.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// The digest of some bytes; the cost is linear in their number.
    public init(_ message: some Sequence<UInt8>) {
        let digested = message.withContiguousStorageIfAvailable {
            SHA256.digest(of: UnsafeRawBufferPointer($0))
        }
        bytes = digested ?? Array(message).withUnsafeBytes { SHA256.digest(of: $0) }
    }

    /// The digest that is described by 64 hexadecimal digits.
    public init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    /// All 64 hexadecimal digits.
    public var description: String { bytes.map(Digest.hexadecimal).joined() }

    /// The first twelve digits: enough to tell rule bases apart by eye.
    public var short: String { String(description.prefix(12)) }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }
}

/// The digest of a rule base: comments, layout, file names and the order of files do not change it.
public func digest(of rules: RuleBase) -> Digest { Digest(print(rules).utf8) }

/// The digest of a case told in the words of a rule base.
public func digest(of cluster: ClusterCase, in rules: RuleBase) -> Digest {
    Digest(print(cluster, in: rules).utf8)
}

/// SHA-256 as FIPS 180-4 describes it.
private struct SHA256 {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
        0x5be0_cd19,
    ]

    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
        0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
        0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
        0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
        0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
        0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
        0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]

    static func digest(of message: UnsafeRawBufferPointer) -> [UInt8] {
        let whole = message.count - message.count % 64
        // The last block or two are filled up, and end with the length in bits.
        var rest = Array(message[whole...])
        rest.append(0x80)
        while rest.count % 64 != 56 { rest.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            rest.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        var hash = SHA256()
        hash.mix(blocks: UnsafeRawBufferPointer(rebasing: message[..<whole]))
        rest.withUnsafeBytes { hash.mix(blocks: $0) }
        return hash.state.flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private mutating func mix(blocks: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            words.initialize(repeating: 0)
            for start in stride(from: 0, to: blocks.count, by: 64) { mix(blocks, start, words) }
        }
    }

    private mutating func mix(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ words: UnsafeMutableBufferPointer<UInt32>
    ) {
        for place in 0..<16 {
            let word = bytes.loadUnaligned(fromByteOffset: start + place * 4, as: UInt32.self)
            words[place] = UInt32(bigEndian: word)
        }
        for place in 16..<64 {
            let early = words[place - 15], late = words[place - 2]
            let first = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
            let second = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
            words[place] = words[place - 16] &+ first &+ words[place - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        SHA256.constants.withUnsafeBufferPointer { constants in
            for place in 0..<64 {
                let choice = (e & f) ^ (~e & g), majority = (a & b) ^ (a & c) ^ (b & c)
                let upper = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
                let lower = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
                let one = h &+ upper &+ choice &+ constants[place] &+ words[place]
                (h, g, f, e) = (g, f, e, d &+ one)
                (d, c, b, a) = (c, b, a, one &+ lower &+ majority)
            }
        }
        for (place, value) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= value }
    }

    private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 - count) }
}
