/// A JSON value. Objects are written with their keys in order, so that equal answers are equal bytes.
public indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A decimal number, as its digits.
    case decimal(String)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The value as text, indented by two blanks, with a line break at its end.
    public var text: String {
        var result = ""
        write(to: &result, indent: "")
        return result + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .decimal(let digits): text += digits
        case .string(let value): text += JSON.quoted(value)
        case .array(let values):
            write(values.map { (nil, $0) }, between: "[", and: "]", to: &text, indent: indent)
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            write(sorted.map { ($0.key, $0.value) }, between: "{", and: "}", to: &text, indent: indent)
        }
    }

    private func write(
        _ entries: [(key: String?, value: JSON)], between open: String, and close: String,
        to text: inout String,
        indent: String
    ) {
        guard !entries.isEmpty else {
            text += open + close
            return
        }
        let inner = indent + "  "
        text += open + "\n"
        for (place, entry) in entries.enumerated() {
            text += inner
            if let key = entry.key { text += JSON.quoted(key) + ": " }
            entry.value.write(to: &text, indent: inner)
            text += place + 1 < entries.count ? ",\n" : "\n"
        }
        text += indent + close
    }

    static func quoted(_ value: String) -> String {
        var result = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                // Controls must be escaped; the rest stays readable.
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

extension JSON {
    static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
    /// The text, or null where there is none.
    static func text(_ value: String?) -> JSON {
        guard let value, !value.isEmpty else { return .null }
        return .string(value)
    }
}
