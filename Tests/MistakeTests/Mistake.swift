/// A slip that an author may make: one change to a sound rule base or case, and what should come of it.
///
///     === a diagnostic, misspelt in a condition
///     change  trust at least some
///     to      turst at least some
///     expect  unknown-name
///     ---
///     error[unknown-name]: …
///
/// `expect` names the code, or `nothing`; left empty, the mistake is *blind*: nobody has seen yet what is
/// said of it, and recording fills it in and keeps in `first` how it was told before anything was mended.
///
/// The finding must point into the changed lines, unless `at` gives
/// text of another line. What is offered first must undo the change, unless `fix` gives words that
/// the offer or the help must hold. In `change` and `to`, `\n`, `\t`, `\r`, `\s` (a blank) and
/// `\x{E9}` (a byte) stand for what cannot be seen; `change` may be `(start)`, `(all)` or `(line ends)`.
struct Mistake {
    var title: String
    var change = ""
    var replacement = ""
    /// The file it is made in, where the change does not tell.
    var file: String?
    var code = ""
    var line: String?
    var fix: String?
    /// Of a mistake written blind: which of `line`, `once` and `offer` were right at the first try.
    var first: String?
    var printed = ""

    /// The entries of a file, and the prose before the first.
    static func read(_ text: String) -> (preface: String, entries: [Mistake]) {
        var preface = ""
        var entries: [Mistake] = []
        var isPrinted = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("=== ") {
                entries.append(Mistake(title: String(line.dropFirst(4))))
                isPrinted = false
            } else if entries.isEmpty {
                preface += line + "\n"
            } else if isPrinted {
                entries[entries.count - 1].printed += line + "\n"
            } else if line == "---" {
                isPrinted = true
            } else {
                entries[entries.count - 1].read(field: line)
            }
        }
        return (preface, entries)
    }

    private mutating func read(field line: Substring) {
        let value = line.dropFirst(8).trimmed
        switch line.prefix(8).trimmed {
        case "change": change = value
        case "to": replacement = value
        case "in": file = value
        case "expect": code = value
        case "at": line.isEmpty ? () : (self.line = value)
        case "fix": fix = value
        case "first": first = value
        default: break
        }
    }

    /// The entry as it is kept.
    var text: String {
        func field(_ name: String, _ value: String?) -> String {
            guard let value else { return "" }
            let padded = name + String(repeating: " ", count: 8 - name.count)
            return value.isEmpty ? name + "\n" : padded + value + "\n"
        }
        return "=== \(title)\n" + field("in", file) + field("change", change) + field("to", replacement)
            + field("expect", code) + field("at", line) + field("fix", fix)
            + field("first", first) + "---\n" + printed
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }

    /// The bytes that the text stands for.
    var unescaped: [UInt8] {
        var bytes: [UInt8] = []
        var rest = Substring(self)
        while let next = rest.popFirst() {
            guard next == "\\", let sign = rest.first else {
                bytes += Array(String(next).utf8)
                continue
            }
            rest.removeFirst()
            switch sign {
            case "n": bytes.append(0x0A)
            case "t": bytes.append(0x09)
            case "r": bytes.append(0x0D)
            case "s": bytes.append(0x20)
            case "x":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                bytes.append(UInt8(digits, radix: 16) ?? 0x3F)
                rest = rest.dropFirst(digits.count + 2)
            default: bytes += Array("\\\(sign)".utf8)
            }
        }
        return bytes
    }
}
