/// Text that grows byte by byte.
struct ByteSink {
    private(set) var bytes: [UInt8] = []

    @inline(__always)
    mutating func put(_ byte: UInt8) { bytes.append(byte) }
    @inline(__always)
    mutating func put(_ text: [UInt8]) { bytes.append(contentsOf: text) }
    @inline(__always)
    mutating func put(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }
    @inline(__always)
    mutating func put(_ text: UnsafeRawBufferPointer) { bytes.append(contentsOf: text) }
    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func put(_ number: Int) { put("\(number)") }

}

/// How values are written into a row of the result.
public enum ResultForm: String, Sendable, CaseIterable {
    case csv, jsonl
}

extension ByteSink {
    /// A field of comma-separated text, in quotes where it needs them.
    mutating func putField(_ text: UnsafeBufferPointer<UInt8>) {
        guard ByteSink.needsQuotes(text) else { return put(text) }
        put(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { put(byte) }
            put(byte)
        }
        put(UInt8(ascii: "\""))
    }

    static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
        }
    }

    mutating func putField(_ text: String) {
        var text = text
        text.withUTF8 { putField($0) }
    }

    /// A string of JSON; bytes that are no UTF-8 become the sign for that.
    mutating func putString(_ text: UnsafeBufferPointer<UInt8>) {
        putString(String(decoding: text, as: UTF8.self))
    }

    mutating func putString(_ text: String) {
        put(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\r": put("\\r")
            case "\t": put("\\t")
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                put("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: put(String(scalar))
            }
        }
        put(UInt8(ascii: "\""))
    }
}
