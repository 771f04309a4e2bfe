import Foundation
import Notation
import Presentation
import RuleModel
import Testing

/// The manual's examples are rules: each page's blocks, put together, must check without an error.
@Suite struct DocumentationTests {
    @Test(arguments: try ManualPage.manual())
    func `every example of a page of the manual checks`(page: ManualPage) throws {
        let examples = page.examples
        let findings = examples.flatMap(\.findings) + build(examples).findings
        // An example need not use all that it declares.
        let errors = findings.filter { $0.severity == .error && !$0.isAboutUse }
        #expect(errors.isEmpty, "\(errors.map { "\($0.code): \($0.message)" })")
    }

    @Test func `the manual has examples to check`() throws {
        #expect(try ManualPage.manual().filter { !$0.examples.isEmpty }.count >= 8)
    }

    @Test(arguments: keywords)
    func `every word of the language is used in an example that checks`(word: String) throws {
        #expect(try Self.wordsOfExamples.contains(word), "`\(word)` is in no example of the manual")
    }

    /// What the lexer reads outside of texts and comments in the examples.
    private static var wordsOfExamples: Set<String> {
        get throws {
            let trees = try ManualPage.manual().flatMap(\.examples).map(\.tree)
            return Set(
                trees.flatMap { tree in
                    tree.tokens.filter { $0.kind == .word }
                        .map { String(decoding: tree.source[Int($0.start)..<Int($0.end)], as: UTF8.self) }
                })
        }
    }

    @Test func `the table of words has every word of the language once, where it stands and what it means`()
        throws
    {
        let page = try #require(try ManualPage.manual().first { $0.path.hasSuffix("WordsPage.md") })
        let rows = page.lines.filter { $0.hasPrefix("| `") }
        // A bar inside of a cell has a backslash before it.
        let cells = rows.map {
            $0.replacing("\\|", with: "/").split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
        #expect(cells.allSatisfy { $0.count == 4 && $0.allSatisfy { !$0.isEmpty } })
        #expect(cells.compactMap(\.first).map { $0.filter { $0 != "`" } } == (keywords + fixedWords).sorted())
    }

    @Test func `the program looks words up in the same table`() throws {
        let page = try #require(try ManualPage.manual().first { $0.path.hasSuffix("WordsPage.md") })
        #expect(page.lines.filter { $0.hasPrefix("| `") } == WordManual.rows)
    }

    @Test func `the program says of a mapping what the page on tables says`() throws {
        let page = try #require(try ManualPage.manual().first { $0.path.hasSuffix("CensusPage.md") })
        let forms = page.lines.filter { line in
            line.hasPrefix("| `") && MappingManual.rows.contains { $0.prefix(12) == line.prefix(12) }
        }
        #expect(forms == MappingManual.rows)
    }

    @Test(arguments: WordManual.pages)
    func `the example of a word is a line of an example that checks`(word: WordPage) throws {
        let lines = try ManualPage.manual().flatMap { page in
            page.blocks.filter { $0.language == "distretto" }.flatMap { Array(page.lines[$0.range]) }
        }
        func dense(_ line: String) -> String { line.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains { dense($0) == word.example })
        let tree = parse(fileName: "line", source: Array(word.example.utf8)).tree
        #expect(
            tree.tokens.contains { tree.source[Int($0.start)..<Int($0.end)].elementsEqual(word.word.utf8) })
    }

    @Test func `every page of the manual stands in a table of contents`() throws {
        let manual = try ManualPage.manual()
        let pages = manual.map { URL(filePath: $0.path).deletingPathExtension().lastPathComponent }
        let listed = manual.flatMap(\.lines).compactMap { line in
            line.hasPrefix("- <doc:") ? String(line.dropFirst(7).prefix { $0 != ">" }) : nil
        }
        #expect(Set(listed) == Set(pages).subtracting(["Distretto"]))
    }
}

extension ManualPage {
    /// What the page's `distretto` blocks come to in the end: each file in its last version, since one
    /// that a reader is shown first may be mistaken on purpose, and everything else as one file.
    var examples: [ParsedFile] {
        var files: [(name: String, text: String)] = []
        for block in blocks where block.language == "distretto" {
            let name = block.file ?? path
            if let index = files.firstIndex(where: { $0.name == name }) {
                files[index].text = (block.file == nil ? files[index].text : "") + text(block)
            } else {
                files.append((name, text(block)))
            }
        }
        return files.map { parse(fileName: $0.name, source: Array($0.text.utf8)) }
    }
}
