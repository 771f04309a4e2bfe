import Presentation
import Testing

@Suite struct TableTests {
    private let table = Document.Block.table(
        Document.Table(
            ["Reading", "Value"], rows: [["makers", "300"], ["share of the largest buyer", "40 | 60%"]],
            content: .words))

    private func render(_ width: Int) -> String {
        TerminalLayout(width: width).render(Document([table]))
    }

    @Test func `columns stand side by side where they fit`() {
        #expect(
            render(60) == """
                Reading                     Value
                makers                      300
                share of the largest buyer  40 | 60%

                """)
    }

    @Test func `on a narrow screen a row becomes an item`() {
        #expect(
            render(30) == """
                ·  makers
                   Value: 300
                ·  share of the largest buyer
                   Value: 40 | 60%

                """)
    }

    @Test func `a bar in a cell does not part it in Markdown`() {
        let text = MarkdownLayout().render(Document([table]))
        #expect(text.contains("| share of the largest buyer | 40 \\| 60% |"))
    }
}
