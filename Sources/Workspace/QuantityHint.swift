import Notation
import RuleModel

/// What to say of an answer to "how many" or "how much" that is none: in words that need no case file.
struct QuantityHint {
    private let line: String
    private let type: ValueType
    /// What is wrong with it as a case file would have it.
    private let fault: Finding

    init(_ line: String, _ type: ValueType, _ fault: Finding) {
        self.line = line
        self.type = type
        self.fault = fault
    }

    func finding(in text: SourceText) -> Finding {
        Finding(
            code: fault.code, message: message,
            place: Place(file: text.name, start: 0, end: text.bytes.count), label: label,
            help: ["answer with \(QuantityHint.forms(of: type)); or `?` if nobody knows"])
    }

    private var words: [Substring] { line.split(separator: " ") }
    private var isWrittenOut: Bool { !line.contains(where: \.isNumber) }

    private var message: String {
        if isWrittenOut { return "`\(line)` is no number in figures" }
        if line.first == "-" { return "`\(line)` is less than nothing" }
        if fault.code == "missing-equals" { return "`\(line)` does not begin with a number" }
        if let word = unit { return "`\(word)` is not understood behind the number" }
        return fault.message
    }

    private var label: String {
        if isWrittenOut { return "write it in figures" }
        if line.first == "-" { return "it starts at 0" }
        if fault.code == "missing-equals" { return "the number alone is enough" }
        if unit != nil { return "the number alone is enough" }
        return fault.label
    }

    /// What is counted, or anything else, said behind a number that would do by itself.
    private var unit: Substring? {
        guard ["unknown-name", "unexpected-text"].contains(fault.code), words.count > 1,
            words[0].first?.isNumber == true
        else { return nil }
        return words[1]
    }

    /// Examples that would be taken.
    static func forms(of type: ValueType) -> String {
        switch type {
        case .count: "a whole number such as `40`, `30..50`, `about 40`, `at least 30`"
        case .percent: "a share such as `40%`, `30..50%`, `about 40%`, `at least 30%`"
        case .money(let currency, let year):
            "a sum such as `\(currency) 2 million (\(year))`, `about \(currency) 2 million (\(year))`"
        case .duration: "a time such as `3 years`, `2..4 years`, `6 months`"
        case .date: "a date such as `1994`, `1994-05`, `late 1990s`"
        default: "a number such as `40`, `0.5`, `30..50`, `about 40`, `at least 30`"
        }
    }
}
