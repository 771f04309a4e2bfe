/// Rows of a result as they grow, in memory of their own.
final class RowSink {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    init() {
        capacity = 1 << 16
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// What was written, and nothing is left.
    func take() -> [UInt8] {
        defer { count = 0 }
        return Array(UnsafeBufferPointer(start: base, count: count))
    }

    /// Room for so many bytes, at whose end `advance` goes on.
    @inline(__always)
    func room(_ wanted: Int) -> UnsafeMutablePointer<UInt8> {
        if count &+ wanted > capacity { grow(wanted) }
        return base + count
    }

    @inline(__always)
    func advance(_ written: Int) { count &+= written }

    private func grow(_ wanted: Int) {
        capacity = max(2 * capacity, count + wanted)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    func put(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        room(text.count).update(from: start, count: text.count)
        advance(text.count)
    }

    func put(_ text: [UInt8]) { text.withUnsafeBufferPointer { put($0) } }
}

/// Texts of which one is put over and over, chosen by number; each may have any length.
final class ConstantTexts {
    /// Three words to a text, then its length; only long ones are looked up.
    private let short: UnsafeMutablePointer<UInt64>
    private let texts: [[UInt8]]

    init(_ texts: [[UInt8]]) {
        self.texts = texts
        short = .allocate(capacity: texts.count * 4)
        for (place, text) in texts.enumerated() {
            var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
            withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: text.prefix(24)) }
            (short + place * 4).initialize(to: words.0)
            (short + place * 4 + 1).initialize(to: words.1)
            (short + place * 4 + 2).initialize(to: words.2)
            (short + place * 4 + 3).initialize(to: UInt64(text.count))
        }
    }

    deinit { short.deallocate() }

    @inline(__always)
    func put(_ number: Int, into sink: RowSink) {
        let words = short + number &* 4
        let count = Int(words[3])
        guard count <= 24 else { return sink.put(texts[number]) }
        let target = UnsafeMutableRawPointer(sink.room(24))
        target.storeBytes(of: words[0], as: UInt64.self)
        target.storeBytes(of: words[1], toByteOffset: 8, as: UInt64.self)
        target.storeBytes(of: words[2], toByteOffset: 16, as: UInt64.self)
        sink.advance(count)
    }
}
