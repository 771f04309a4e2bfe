import Presentation
import Testing

@Suite struct TableLayoutTests {
    private let document = Document([
        .table(
            Document.Table(
                ["document", "claims"], rows: [["Book", "12"], [.citation("A long letter"), "3"]]))
    ])

    @Test func `columns line up, figures at their right end`() {
        #expect(
            TerminalLayout(width: 40).render(document) == """
                document       claims
                Book               12
                A long letter       3

                """)
    }

    @Test func `where columns do not fit, each row stands by itself`() {
        let narrow = Document([
            .table(Document.Table(["document", "a long heading", "another"], rows: [["Book", "12", "3"]]))
        ])
        #expect(
            TerminalLayout(width: 30).render(narrow) == """
                ·  Book
                   a long heading 12, another
                   3

                """)
    }

    @Test func `Markdown has tables of its own`() {
        #expect(
            MarkdownLayout().render(document) == """
                | document | claims |
                | --- | ---: |
                | Book | 12 |
                | A long letter | 3 |

                """)
    }
}
