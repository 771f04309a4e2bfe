import Presentation
import Testing

@Suite struct TerminalLayoutTests {
    private func render(_ blocks: [Document.Block], width: Int = 30, color: Bool = false) -> String {
        TerminalLayout(width: width, usesColor: color).render(Document(blocks))
    }

    @Test func `no line is wider than the width asked for`() {
        let words = String(repeating: "makers of surgical instruments ", count: 6)
        let text = render(
            [.item("1", Prose(words), aside: "stands", below: [.paragraph(Prose(words))])], width: 40)
        for line in text.split(separator: "\n") { #expect(line.count <= 40) }
    }

    @Test(arguments: [24, 30, 40, 44, 60])
    func `no line is wider than asked for, however deep it lies`(width: Int) {
        let words = String(repeating: "makers of instruments ", count: 4)
        var item = Document.Block.item("✓", Prose(words), aside: "presumably yes")
        for _ in 0..<20 {
            item = .item("·", Prose(words), aside: "stands", below: [item, .paragraph(Prose(words))])
        }
        for line in render([item], width: width).split(separator: "\n") { #expect(line.count <= width) }
    }

    @Test func `an aside stands at the right end where there is room`() {
        #expect(render([.item("1", "Credit", aside: "stands")]) == "1  Credit               stands\n")
    }

    @Test func `an aside without room stands below`() {
        let text = render([.item("1", "Credit for very small makers", aside: "provisional")])
        #expect(text == "1  Credit for very small\n   makers          provisional\n")
    }

    @Test func `a wide character takes two columns, a combining mark none`() {
        let text = render([.item("1", "日本", aside: "x")], width: 24)
        #expect(text == "1  日本                x\n")
        let marked = render([.item("1", "Sa\u{303}o", aside: "x")], width: 24)
        #expect(marked == "1  Sa\u{303}o                 x\n")
    }

    @Test func `colour changes nothing but colour`() {
        let blocks: [Document.Block] = [
            .heading("PROGRAMME"), .item("1", .good("stands") + " and " + .bad("falls")),
        ]
        let colored = render(blocks, color: true)
        #expect(colored.contains("\u{1B}["))
        #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == render(blocks))
    }

    @Test func `text from a file cannot steer the terminal`() {
        #expect(!render([.paragraph("a\u{1B}[2Jb\u{202E}c")]).contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func `no line ends in a blank`() {
        let text = render([.title("A case"), .gap, .paragraph("Nothing.")])
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.last != " ")
        }
    }
}
