/// JSON Lines: an object to a line, its keys the names of columns.
///
/// A list of texts is read as alternatives, `null` and a missing key as nothing said.
public struct JSONLinesText: Sendable {
    let columns: [String]
    private let known: TextTable
    /// Names of diagnostics that no column has: a row that says one of them has more than is read.
    private let unread: TextTable

    public init(columns: [String], unread: [String]) {
        self.columns = columns
        func table(_ names: [String]) -> TextTable {
            var table = TextTable()
            for (place, name) in names.enumerated() {
                var name = name
                name.withUTF8 { table.insert($0, Int32(place)) }
            }
            return table
        }
        known = table(columns)
        self.unread = table(unread)
    }

    /// How many bytes make up whole lines.
    public static func wholeRows(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        (text.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    /// How many lines are rows; blank ones are none.
    public static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        text.split(separator: UInt8(ascii: "\n")).count { line in line.contains { $0 > 32 } }
    }

    /// The keys of a text's objects, in order of appearance. Lines that are no objects are passed over.
    public static func keys(_ text: UnsafeBufferPointer<UInt8>) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        var scratch: [UInt8] = []
        for line in text.split(separator: UInt8(ascii: "\n")) {
            var reader = JSONLineReader(UnsafeBufferPointer(rebasing: line))
            _ = try? reader.object(into: &scratch) { name, _ throws(JSONLineReader.Fault) in
                let key = String(decoding: name, as: UTF8.self)
                if seen.insert(key).inserted { keys.append(key) }
            }
            scratch.removeAll(keepingCapacity: true)
        }
        return keys
    }

    /// Takes lines apart; what their fields say is put into `fields`.
    func rows(_ text: UnsafeBufferPointer<UInt8>, into batch: inout RowBatch, _ fields: inout [UInt8]) {
        var line = 0
        // Nothing said is an empty text.
        var row = Array(repeating: RowBatch.Field(start: 0, count: 0), count: batch.width)
        var told = Array(repeating: false, count: batch.width)
        for bytes in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { line += 1 }
            guard bytes.contains(where: { $0 > 32 }) else { continue }
            for place in row.indices { (row[place].count, told[place]) = (0, false) }
            var reader = JSONLineReader(UnsafeBufferPointer(rebasing: bytes))
            do throws(JSONLineReader.Fault) {
                try reader.object(into: &fields) { name, value throws(JSONLineReader.Fault) in
                    guard let place = known.value(of: name).map(Int.init) else {
                        guard unread.value(of: name) == nil else {
                            throw JSONLineReader.Fault(
                                "it says `\(String(decoding: name, as: UTF8.self))`, which none of the first rows says; name "
                                    + "it in a mapping")
                        }
                        return
                    }
                    guard !told[place] else {
                        throw JSONLineReader.Fault("it says `\(columns[place])` twice")
                    }
                    told[place] = true
                    row[place] = RowBatch.Field(start: UInt32(value.lowerBound), count: UInt32(value.count))
                }
                batch.fields += row
                batch.lines.append(line)
                batch.places.append(batch.seen)
            } catch {
                batch.broken.append(RowBatch.Broken(place: batch.seen, line: line, reason: error.reason))
            }
            batch.seen += 1
        }
        batch.lineCount = text.last == UInt8(ascii: "\n") ? line - 1 : line
        // An address to stand at, for rows that say nothing at all.
        if fields.isEmpty { fields.append(0) }
    }
}

/// Reads one line of JSON Lines.
struct JSONLineReader {
    struct Fault: Error {
        var reason: String
        init(_ reason: String) { self.reason = reason }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= 32 { place += 1 }
    }

    /// Visits each member with its name and where its value's text stands in `fields`.
    mutating func object(
        into fields: inout [UInt8],
        _ visit: (UnsafeBufferPointer<UInt8>, Range<Int>) throws(Fault) -> Void
    ) throws(Fault) {
        skipBlanks()
        guard next == UInt8(ascii: "{") else { throw Fault("it is no JSON object") }
        place += 1
        skipBlanks()
        if next == UInt8(ascii: "}") {
            place += 1
        } else {
            repeat {
                skipBlanks()
                var name: [UInt8] = []
                try string(into: &name)
                skipBlanks()
                guard next == UInt8(ascii: ":") else { throw Fault("a colon is missing") }
                place += 1
                let start = fields.count
                try value(into: &fields)
                let range = start..<fields.count
                var fault: Fault?
                name.withUnsafeBufferPointer { name in
                    do throws(Fault) { try visit(name, range) } catch { fault = error }
                }
                if let fault { throw fault }
                skipBlanks()
                guard next == UInt8(ascii: ",") else { break }
                place += 1
            } while true
            guard next == UInt8(ascii: "}") else { throw Fault("its JSON has no end") }
            place += 1
        }
        skipBlanks()
        guard place == bytes.count else { throw Fault("something stands behind its JSON object") }
    }

    private mutating func value(into fields: inout [UInt8]) throws(Fault) {
        skipBlanks()
        switch next {
        case UInt8(ascii: "\""): try string(into: &fields)
        case UInt8(ascii: "["):
            place += 1
            skipBlanks()
            if next == UInt8(ascii: "]") {
                place += 1
                // A list of no alternatives is no reading.
                return fields.append(contentsOf: Array("[]".utf8))
            }
            var isFirst = true
            repeat {
                if !isFirst { fields.append(contentsOf: Array(" or ".utf8)) }
                isFirst = false
                try value(into: &fields)
                skipBlanks()
                guard next == UInt8(ascii: ",") else { break }
                place += 1
            } while true
            guard next == UInt8(ascii: "]") else { throw Fault("a list has no end") }
            place += 1
        case UInt8(ascii: "{"):
            throw Fault("a value is an object; members of a collection stand in a table of their own")
        default:
            let start = place
            while place < bytes.count, !" \t\r,]}".utf8.contains(bytes[place]) { place += 1 }
            let word = UnsafeBufferPointer(rebasing: bytes[start..<place])
            if word.elementsEqual("null".utf8) { return }
            let isNumber = word.first.map { $0 == UInt8(ascii: "-") || 48...57 ~= $0 } ?? false
            guard isNumber || word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) else {
                throw Fault("its JSON is broken at byte \(start + 1)")
            }
            fields.append(contentsOf: word)
        }
    }

    private mutating func string(into text: inout [UInt8]) throws(Fault) {
        guard next == UInt8(ascii: "\"") else { throw Fault("a name or a text in quotes is missing") }
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") { return }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            try escape(into: &text)
        }
        throw Fault("a text has no closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        let sign = next
        place += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if 0xD800..<0xDC00 ~= code, next == UInt8(ascii: "\\") {
                place += 1
                guard next == UInt8(ascii: "u") else { throw Fault("an escape is broken") }
                place += 1
                let low = try hexadecimal()
                guard 0xDC00..<0xE000 ~= low else { throw Fault("an escape is broken") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw Fault("an escape is broken") }
            text.append(contentsOf: String(scalar).utf8)
        default: throw Fault("an escape is broken")
        }
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        guard place + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw Fault("an escape is broken") }
        place += 4
        return code
    }
}
