import Generation
import Presentation
import Testing

@Suite struct HTMLLayoutTests {
    private func page(_ blocks: [Document.Block]) -> String { HTMLLayout().render(Document(blocks)) }

    /// What somebody might write into a case, by accident or not.
    private static let hostile = [
        "<script>alert(1)</script>", "</title><script>", "\" onmouseover=\"x", "' onload='x", "<!--", "-->",
        "]]>", "<![CDATA[", "&lt;script&gt;", "&#60;b&#62;", "</style><b>", "<svg/onload=x>", "javascript:x",
        "\u{202E}desrever\u{202C}", "مجموعة الحرفيين", "צורפים <b>", "\u{0}\u{1B}[31m", "a\u{2028}b", "{}*/",
        "<", ">", "&", "\"", "'", "`", "=", "<a href=x>", "\n</p>", "𝕏<", "e\u{301}>", "--><script>",
    ]

    /// A document with every kind of block and every style of words, filled from a source of text.
    private func everything(_ text: () -> String) -> [Document.Block] {
        let words = Prose.Style.allCases.filter { $0 != .note }.reduce(into: Prose()) {
            $0 += Prose(text(), $1)
        }
        return [
            .title(words, aside: words), .paragraph(words + .note(1)), .heading(words), .subheading(words),
            .item("✗", words, aside: words, below: [.paragraph(words), .item("·", words)]),
            .verbatim([words, words]),
            .table(
                Document.Table(
                    [text(), text()], rows: [[words, words + .note(1)]], content: .words, caption: text())),
            .diagram(
                OrderDiagram(
                    text(),
                    steps: [
                        .init(number: 1, text: text(), group: 0, after: []),
                        .init(number: 2, text: text(), group: 1, after: [1]),
                    ])), .gap, .notes([Document.Note(1, words)]),
        ]
    }

    @Test func `no text becomes markup, whatever it says`() {
        let plain = MarkupSample.tags(of: page(everything { "x" }))
        #expect(plain.isNested)
        for seed in UInt64(1)...400 {
            var random = SeededGenerator(seed: seed)
            // Lengths stay one line of the drawing, so that only the words differ.
            let blocks = everything {
                (0..<random.number(in: 1...2)).map { _ in random.pick(Self.hostile) ?? "" }.joined()
                    .split(separator: "\n").joined()
            }
            let found = MarkupSample.tags(of: page(blocks))
            let tags = found.tags.filter { !$0.hasPrefix("text ") && $0 != "/text" && !$0.hasPrefix("svg ") }
            let expected = plain.tags.filter {
                !$0.hasPrefix("text ") && $0 != "/text" && !$0.hasPrefix("svg ")
            }
            #expect(found.isNested, "seed \(seed)")
            #expect(
                tags.map { $0.prefix { $0 != " " } } == expected.map { $0.prefix { $0 != " " } },
                "seed \(seed)")
        }
    }

    @Test func `text comes back as it was written once a browser has read it`() {
        let text = #"<b> & "quotes" 'and' &amp; more"#
        let html = page([.paragraph(Prose(text))])
        #expect(
            html.contains(
                "<p dir=\"auto\">&lt;b&gt; &amp; &quot;quotes&quot; &#39;and&#39; &amp;amp; more</p>"))
    }

    @Test func `characters that turn the text round are replaced, and other scripts are kept apart`() {
        let html = page([.paragraph(Prose("in ") + .told("سيالكوت") + Prose(" and \u{202E}back"))])
        #expect(html.contains("in <bdi>سيالكوت</bdi> and \u{FFFD}back"))
    }

    @Test func `a note leads to its text, and its text back to every place that called it`() {
        let html = page([
            .paragraph("One" + .note(7)), .paragraph("Two" + .note(7)),
            .notes([Document.Note(7, "Book 3"), Document.Note(8, "Book 4")]),
        ])
        for part in [
            ##"id="call-7-1" href="#note-7""##, ##"id="call-7-2" href="#note-7""##,
            ##"id="note-7" value="7""##,
            ##"href="#call-7-1""##, ##"href="#call-7-2""##,
        ] { #expect(html.contains(part), "\(part)") }
        #expect(!html.contains("#call-8"))
    }

    @Test func `a page fetches nothing and runs nothing`() {
        let html = page(everything { "x" })
        for word in ["http:", "https:", "src=", "<script", "<link", "@import", "url("] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.contains("default-src 'none'".replacing("'", with: "&#39;")))
    }

    @Test func `every section is named by its heading, and a table has a caption and headings`() {
        let html = page(everything { "x" })
        #expect(html.contains(#"<section aria-labelledby="part-1">"#))
        #expect(html.contains(#"<h2 id="part-1" dir="auto">"#))
        #expect(html.contains("<caption>"))
        #expect(
            html.contains(#"<th scope="col" dir="auto">"#) && html.contains(#"<th scope="row" dir="auto">"#))
        #expect(html.contains(#"role="img" aria-labelledby="order-title order-words""#))
        #expect(html.contains(#"<html lang="en">"#))
    }

    @Test func `an arc that follows from others is not drawn`() {
        func arcs(_ after: [Int]) -> Int {
            let diagram = OrderDiagram(
                "Order",
                steps: [
                    .init(number: 1, text: "a", group: 0, after: []),
                    .init(number: 2, text: "b", group: 1, after: [1]),
                    .init(number: 3, text: "c", group: 2, after: after),
                ])
            // Each arc has a head.
            return page([.diagram(diagram)]).split(separator: "<path").count / 2
        }
        #expect(arcs([2]) == 2)
        #expect(arcs([1, 2]) == 2)
        #expect(arcs([1]) == 2)
        #expect(arcs([]) == 1)
    }
}
