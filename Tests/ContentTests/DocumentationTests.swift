import Foundation
import Notation
import RuleModel
import Testing

/// The manual's examples are rules: each page's blocks, put together, must check without an error.
@Suite struct DocumentationTests {
    @Test(arguments: try ManualPage.manual())
    func `every example of a page of the manual checks`(page: ManualPage) throws {
        let examples = page.examples
        let findings = examples.flatMap(\.findings) + build(examples).findings
        let errors = findings.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { "\($0.code): \($0.message)" })")
    }

    @Test func `the manual has examples to check`() throws {
        #expect(try ManualPage.manual().filter { !$0.examples.isEmpty }.count >= 8)
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
