import Notation
import Presentation
import Testing

@Suite struct FindingsViewTests {
    private let source = "rule x {\n  when governence\n}\n"

    private func shown(_ finding: Finding) -> String {
        let view = FindingsView([finding], texts: SourceTexts(["demand.rules": Array(source.utf8)]))
        return TerminalLayout(width: 80).render(view.document)
    }

    @Test func `a finding shows its line with the place marked`() {
        let place = Place(file: "demand.rules", start: 16, end: 26)
        let finding = Finding(
            code: "unknown-name", message: "nothing is called `governence`", place: place,
            label: "did you mean `governance`?")
        #expect(
            shown(finding) == """
                error[unknown-name]: nothing is called `governence`
                 --> demand.rules:2:8
                  |
                2 |   when governence
                  |        ^^^^^^^^^^ did you mean `governance`?

                """)
    }

    @Test func `a change that the label does not spell is offered as help`() {
        let place = Place(file: "demand.rules", start: 16, end: 26)
        let finding = Finding(
            code: "unknown-name", message: "nothing is called so", place: place,
            suggestion: Finding.Suggestion(place: place, replacement: "governance"))
        #expect(shown(finding).contains("= help: write `governance` here"))
    }

    @Test func `a finding in a file that is not at hand still names it`() {
        let finding = Finding(code: "x", message: "y", place: Place(file: "gone.rules", start: 0, end: 1))
        #expect(shown(finding).contains("--> gone.rules"))
    }

    // MARK: Long lines

    /// What is shown of a mark behind some text on one line, and in front of some.
    private func excerpt(_ before: String, _ marked: String, _ after: String) -> [String] {
        let start = before.utf8.count
        let finding = Finding(
            code: "x", message: "y",
            place: Place(file: "long.rules", start: start, end: start + marked.utf8.count))
        let texts = SourceTexts(["long.rules": Array((before + marked + after).utf8)])
        let text = TerminalLayout(width: 80).render(FindingsView([finding], texts: texts).document)
        return text.split(separator: "\n").suffix(2).map { String($0.dropFirst(4)) }
    }

    @Test func `of a very long line a window around the mark is shown`() {
        let words = String(repeating: "word ", count: 1_000)
        let lines = excerpt(words, "HERE", " " + words)
        #expect(lines[0].count == 102)
        #expect(lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
        let mark = lines[1].firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        #expect(mark == 41)
        #expect(lines[0].dropFirst(41).hasPrefix("HERE"))
        #expect(lines[1].hasSuffix("^^^^"))
    }

    @Test func `near the ends of a long line only the other side is left out`() {
        let words = String(repeating: "word ", count: 100)
        let atStart = excerpt("", "HERE", " " + words)
        #expect(atStart[0].hasPrefix("HERE word") && atStart[0].hasSuffix("…"))
        #expect(atStart[1] == "^^^^")
        let atEnd = excerpt(words, "HERE", "")
        #expect(atEnd[0].hasPrefix("…") && atEnd[0].hasSuffix("word HERE"))
        #expect(atEnd[0].count == atEnd[1].count)
    }

    @Test func `a mark that is longer than the window is cut with it`() {
        let lines = excerpt("", String(repeating: "x", count: 500), "")
        #expect(lines[0] == String(repeating: "x", count: 100) + "…")
        #expect(lines[1] == String(repeating: "^", count: 100))
    }

    @Test func `wide characters count twice in a window`() {
        let lines = excerpt(String(repeating: "日", count: 300), "本本", String(repeating: "日", count: 300))
        #expect(lines[0].count == 52)
        #expect(lines[1].hasSuffix("^^^^") && !lines[1].hasSuffix("^^^^^"))
        #expect(lines[1].count - 4 == 1 + 2 * 20)
    }

    @Test func `what is missing at the end of a long line is marked there`() {
        let lines = excerpt(String(repeating: "word ", count: 100), "", "")
        #expect(lines[1].hasSuffix("^"))
        #expect(lines[1].count == 102)
    }
}
