import Presentation
import Testing

@Suite struct MarkdownAndJSONTests {
    @Test func `what a file says is never taken for Markdown`() {
        let text = MarkdownLayout().render(Document([.paragraph("a *b* <c> [d](e) # f")]))
        #expect(text == "a \\*b\\* \\<c\\> \\[d\\](e) \\# f\n")
    }

    @Test func `items become lists with their marks`() {
        let item = Document.Block.item("1", .strong("Credit"), aside: "stands", below: [.paragraph("why")])
        let text = MarkdownLayout().render(Document([.heading("PROGRAMME"), item]))
        #expect(text == "## PROGRAMME\n\n- **1** **Credit** — stands\n  - why\n")
    }

    @Test func `a JSON object has its keys in order and its text escaped`() {
        let value = JSON.object(["b": .array([]), "a": .string("\"x\"\n\u{1}")])
        #expect(value.text == "{\n  \"a\": \"\\\"x\\\"\\n\\u0001\",\n  \"b\": []\n}\n")
    }
}
