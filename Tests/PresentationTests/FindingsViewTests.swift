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
}
