/// A JSON value that knows where it stands, so that what is wrong with it can be shown.
struct JSONNode {
    indirect enum Content {
        case null
        case bool(Bool)
        /// As its digits, so that no figure is rounded on the way.
        case number(String)
        case string(String)
        case array([JSONNode])
        /// In the order written; a key may stand twice.
        case object([(key: JSONNode, value: JSONNode)])
    }

    var content: Content
    /// In bytes of the text.
    var range: Range<Int>
    /// Whether a string stands in the text letter by letter, without escapes.
    var isVerbatim = true

    /// What it is, for a person.
    var kind: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why a text is not JSON, and where.
struct JSONFault: Error {
    var message: String
    var offset: Int
}

/// Reads JSON as RFC 8259 describes it, any bytes whatever. The cost is linear in their number.
struct JSONText {
    private let bytes: [UInt8]
    private var place = 0
    /// Values in values; more would be no case.
    private static let deepest = 64

    static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
        var text = JSONText(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { text.place = 3 }
        let node = try text.value(depth: 0)
        text.skipBlanks()
        guard text.place == bytes.count else { throw text.fault("the value ends before the text does") }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func fault(_ message: String) -> JSONFault { JSONFault(message: message, offset: place) }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
        guard depth < Self.deepest else { throw fault("values stand too deep in each other") }
        skipBlanks()
        let start = place
        guard let byte = next else { throw fault("the text ends where a value is expected") }
        var node: JSONNode
        switch byte {
        case UInt8(ascii: "{"): node = JSONNode(content: .object(try members(depth)), range: start..<place)
        case UInt8(ascii: "["): node = JSONNode(content: .array(try elements(depth)), range: start..<place)
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            node = JSONNode(content: .number(try number()), range: start..<place)
        default: node = JSONNode(content: try word(), range: start..<place)
        }
        node.range = start..<place
        return node
    }

    private mutating func members(_ depth: Int) throws(JSONFault) -> [(key: JSONNode, value: JSONNode)] {
        place += 1
        var members: [(key: JSONNode, value: JSONNode)] = []
        skipBlanks()
        if take("}") { return members }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is expected here") }
            let key = try string()
            skipBlanks()
            guard take(":") else { throw fault("a `:` is expected behind the key") }
            members.append((key, try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return members }
            guard take(",") else { throw fault("a `,` or `}` is expected here") }
        }
    }

    private mutating func elements(_ depth: Int) throws(JSONFault) -> [JSONNode] {
        place += 1
        var elements: [JSONNode] = []
        skipBlanks()
        if take("]") { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return elements }
            guard take(",") else { throw fault("a `,` or `]` is expected here") }
        }
    }

    private mutating func word() throws(JSONFault) -> JSONNode.Content {
        let words: [(String, JSONNode.Content)] = [
            ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
        ]
        for (word, content) in words where bytes[place...].starts(with: word.utf8) {
            place += word.utf8.count
            return content
        }
        throw fault("no JSON value begins like this")
    }

    private mutating func digits() throws(JSONFault) {
        guard let first = next, (0x30...0x39).contains(first) else { throw fault("a digit is expected here") }
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = place
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> JSONNode {
        let start = place
        var text: [UInt8] = []
        var isVerbatim = true
        place += 1
        while true {
            guard let byte = next else { throw JSONFault(message: "this text is not closed", offset: start) }
            if take("\"") { break }
            guard byte >= 0x20 else { throw fault("a line end or control stands in a text: write `\\n`") }
            if take("\\") {
                isVerbatim = false
                text += try escape()
            } else {
                text.append(byte)
                place += 1
            }
        }
        return JSONNode(
            content: .string(String(decoding: text, as: UTF8.self)), range: start..<place,
            isVerbatim: isVerbatim)
    }

    private mutating func escape() throws(JSONFault) -> [UInt8] {
        guard let byte = next else { throw fault("the text ends behind a `\\`") }
        let plain: [Unicode.Scalar: UInt8] = [
            "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
        ]
        if let meant = plain[Unicode.Scalar(byte)] {
            place += 1
            return [meant]
        }
        guard take("u") else { throw fault("`\\` does not go with this letter") }
        var code = try unit()
        if 0xD800..<0xDC00 ~= code, take("\\"), take("u") {
            let low = try unit()
            guard 0xDC00..<0xE000 ~= low else { throw fault("half of a pair of `\\u` is missing") }
            code = 0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half of a pair of `\\u` is missing") }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func unit() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits are expected behind `\\u`")
            }
            code = code << 4 + UInt32(digit)
            place += 1
        }
        return code
    }
}
