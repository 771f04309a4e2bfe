/// Tells bytes that were damaged from those that were put down.
///
/// Four sums are made side by side, 32 bytes at a time, since it is worked out each time the program
/// starts. It is no defence against somebody who means harm: whoever can write such a file is the person
/// whose program reads it.
func checkSum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    var sums = SIMD4<UInt64>(1, 2, 3, 4)
    var place = 0
    while place + 32 <= bytes.count {
        sums = (sums ^ bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)) &* prime
        sums ^= sums &>> 29
        place += 32
    }
    var sum = UInt64(bytes.count)
    func mix(_ word: UInt64) {
        sum = (sum ^ word) &* prime
        sum ^= sum >> 29
    }
    for lane in 0..<4 { mix(sums[lane]) }
    while place < bytes.count {
        mix(UInt64(bytes[place]))
        place += 1
    }
    return sum
}
