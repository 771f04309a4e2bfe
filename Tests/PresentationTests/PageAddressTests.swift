import Foundation
import Testing

@testable import Presentation

@Suite struct PageAddressTests {
    @Test(arguments: [
        ("index.html", "packages/a.html", "packages/a.html"),
        ("packages/a.html", "packages/b.html", "b.html"),
        ("packages/a.html", "rules/b.html", "../rules/b.html"),
        ("packages/a.html", "index.html", "../index.html"),
        ("packages/a.html", "packages/é b.html", "%C3%A9%20b.html"),
    ])
    func `a way is as short as it can be, and a link may have it`(from: String, to: String, way: String) {
        #expect(PageAddress(from).way(to: PageAddress(to)) == way)
    }

    @Test func `a place on the same page is a place alone`() {
        let page = PageAddress("sources/Book.html")
        #expect(page.way(to: PageAddress("sources/Book.html", anchor: "C-1")) == "#C-1")
    }
}

@Suite struct GraphTextTests {
    private func picture(_ text: String) -> GraphPicture {
        GraphPicture(
            title: text,
            nodes: [
                GraphPicture.Node(name: "a", text: text, style: .reading),
                GraphPicture.Node(name: "b", text: "plain", style: .package),
            ], edges: [GraphPicture.Edge(from: 0, to: 1, style: .recommends)])
    }

    /// A box of several lines has a text for each.
    private func lines(_ text: String) -> Int {
        GraphDrawing(picture(text)).file.components(separatedBy: "<text ").count
            - GraphDrawing(picture("plain")).file.components(separatedBy: "<text ").count + 1
    }

    @Test(arguments: ["\"] -> x [\"", "a\\", "<b>&\"'", "a\u{1B}[31m", "n1[\"x\"]; y", "`x`\n---"])
    func `no text of a rule ends what it stands in`(text: String) {
        let dot = GraphText(picture(text)).dot.split(separator: "\n", omittingEmptySubsequences: true)
        let plain = GraphText(picture("plain")).dot.split(separator: "\n", omittingEmptySubsequences: true)
        // Without what is quoted, every line is what it would be.
        func bare(_ line: Substring) -> String {
            var isQuoted = false, isEscaped = false
            return String(
                line.filter { character in
                    if isQuoted, isEscaped { isEscaped = false; return false }
                    if isQuoted, character == "\\" { isEscaped = true; return false }
                    if character == "\"" { isQuoted.toggle(); return false }
                    return !isQuoted
                })
        }
        if !text.contains("\n") { #expect(dot.map(bare) == plain.map(bare)) }
        let mermaid = GraphText(picture(text)).mermaid.split(separator: "\n").dropFirst(3)
        #expect(
            mermaid.allSatisfy { line in line.count { $0 == "\"" } == (line.contains("flowchart") ? 0 : 2) })
        func tags(_ text: String) -> Int { GraphDrawing(picture(text)).file.count { $0 == "<" } }
        #expect(tags(text) == tags("plain") + 2 * (lines(text) - 1))
    }
}
