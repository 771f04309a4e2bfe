/// Puts numbers and texts into bytes, one after the other, for the machine and the program that read
/// them back.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) { append(number) }
    mutating func write(_ text: String) { write(list: Array(text.utf8)) }

    /// A list of plain values without gaps between their parts.
    mutating func write<Element: BitwiseCopyable>(list: [Element]) {
        append(list.count)
        list.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Lists of plain values: how long each is, then all of them.
    mutating func write<Element: BitwiseCopyable>(lists: [[Element]]) {
        write(list: lists.map { Int32($0.count) })
        write(list: lists.flatMap { $0 })
    }

    /// Some things, each in its own way.
    mutating func write<Thing>(each things: [Thing], _ write: (inout ByteWriter, Thing) -> Void) {
        append(things.count)
        for thing in things { write(&self, thing) }
    }

    private mutating func append(_ number: Int) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }
}

/// Takes out of bytes what a `ByteWriter` put there.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    /// The bytes are not what was put down.
    struct Failure: Error {}

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func number() throws(Failure) -> Int {
        guard bytes.count - place >= MemoryLayout<Int>.size else { throw Failure() }
        defer { place += MemoryLayout<Int>.size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int.self) }
    }

    /// A number from a range, or something is wrong.
    mutating func number(in range: Range<Int>) throws(Failure) -> Int {
        let number = try number()
        guard range.contains(number) else { throw Failure() }
        return number
    }

    mutating func text() throws(Failure) -> String {
        String(decoding: try list(of: UInt8.self), as: UTF8.self)
    }

    mutating func list<Element: BitwiseCopyable>(of type: Element.Type) throws(Failure) -> [Element] {
        let count = try number()
        let size = MemoryLayout<Element>.stride
        guard (0...(bytes.count - place) / size).contains(count) else { throw Failure() }
        defer { place += count * size }
        return [Element](unsafeUninitializedCapacity: count) { list, initialized in
            bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(list).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count * size]))
            }
            initialized = count
        }
    }

    mutating func lists<Element: BitwiseCopyable, Made>(
        of type: Element.Type, _ make: (Element) -> Made
    ) throws(Failure) -> [[Made]] {
        let counts = try list(of: Int32.self)
        let all = try list(of: Element.self)
        var lists: [[Made]] = []
        lists.reserveCapacity(counts.count)
        var next = 0
        for count in counts {
            let end = next + Int(count)
            guard count >= 0, end <= all.count else { throw Failure() }
            lists.append(count == 0 ? [] : all[next..<end].map(make))
            next = end
        }
        guard next == all.count else { throw Failure() }
        return lists
    }

    /// Lists of numbers that are small.
    mutating func numbers() throws(Failure) -> [[Int]] {
        try lists(of: Int32.self) { Int($0) }
    }

    mutating func each<Thing>(
        _ read: (inout ByteReader) throws(Failure) -> Thing
    ) throws(Failure) -> [Thing] {
        let count = try number()
        // Each takes a byte at least.
        guard (0...bytes.count - place).contains(count) else { throw Failure() }
        var things: [Thing] = []
        things.reserveCapacity(count)
        for _ in 0..<count { things.append(try read(&self)) }
        return things
    }
}
