extension JSON {
    /// The value in one line that may stand inside a script element or a file of script: no text in it can
    /// end either.
    var scriptText: String {
        var text = ""
        writeInLine(to: &text)
        return text
    }

    private func writeInLine(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .decimal(let digits): text += digits
        case .string(let value): text += JSON.inScript(value)
        case .array(let values):
            text += "["
            for (place, value) in values.enumerated() {
                if place > 0 { text += "," }
                value.writeInLine(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (place, member) in sorted.enumerated() {
                if place > 0 { text += "," }
                text += JSON.inScript(member.key) + ":"
                member.value.writeInLine(to: &text)
            }
            text += "}"
        }
    }

    private static func inScript(_ value: String) -> String {
        var result = ""
        for scalar in quoted(value).unicodeScalars {
            switch scalar {
            case "<": result += "\\u003c"
            case ">": result += "\\u003e"
            case "&": result += "\\u0026"
            // Line breaks to a script of old, and to nobody else.
            case "\u{2028}": result += "\\u2028"
            case "\u{2029}": result += "\\u2029"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
