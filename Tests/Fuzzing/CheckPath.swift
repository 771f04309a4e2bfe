import Notation
import Presentation
import RuleModel

/// All that `distretto check` does with a text, and what must hold of it.
///
/// The fuzzer calls it with whatever it makes up (Tests/Fuzzing/run), the tests with the corpus it left.
struct CheckPath {
    /// Stands beside every text, so that names in it can mean something.
    private let context: [ParsedFile]
    private let contextLengths: [String: Int]

    /// - Parameter context: rule files by name, read once.
    init(context: [(name: String, bytes: [UInt8])]) {
        self.context = context.map { parse(fileName: $0.name, source: $0.bytes) }
        contextLengths = Dictionary(context.map { ($0.name, $0.bytes.count) }) { first, _ in first }
    }

    /// What is wrong with our reading of a text; `nil` if nothing is.
    func breach(_ bytes: [UInt8]) -> String? {
        let name = "fuzz.rules"
        let file = parse(fileName: name, source: bytes)
        if file.tree.printed != bytes { return "the tree prints other bytes" }
        let built = build(context + [file])
        let findings = file.findings + built.findings
        for finding in findings {
            if finding.message.isEmpty { return "`\(finding.code)` says nothing" }
            let places =
                [finding.place, finding.suggestion?.place].compactMap { $0 } + finding.notes.map(\.place)
            for place in places {
                let length = place.file == name ? bytes.count : contextLengths[place.file] ?? -1
                guard 0 <= place.start, place.start <= place.end, place.end <= length else {
                    return "`\(finding.code)` points to \(place)"
                }
            }
        }
        let view = FindingsView(findings, texts: SourceTexts([name: bytes]))
        if TerminalLayout(width: 80, usesColor: true).render(view.document).isEmpty, !findings.isEmpty {
            return "the findings print nothing"
        }
        if view.json.text.isEmpty { return "the findings have no JSON" }
        if let breach = formattedAgain(file) { return breach }
        return findings.contains { $0.severity == .error } ? nil : writtenAgain(built)
    }

    /// What can be formatted keeps its words and comments, and stays as it is when formatted again.
    private func formattedAgain(_ file: ParsedFile) -> String? {
        guard let text = formatted(file) else { return nil }
        let again = parse(fileName: file.tree.fileName, source: text)
        if again.tree.nodes != file.tree.nodes { return "the formatted text is another tree" }
        return formatted(again) == text ? nil : "formatting twice changes the text"
    }

    /// What was understood without a complaint can be written, and is understood the same way again.
    private func writtenAgain(_ built: BuiltRuleBase) -> String? {
        let text = print(built.rules)
        let again = build([parse(fileName: "again.rules", source: Array(text.utf8))])
        return again.rules == built.rules.renumbered ? nil : "the rules written and read are others"
    }
}
