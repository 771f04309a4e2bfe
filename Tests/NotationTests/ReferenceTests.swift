import Foundation
import Notation
import Testing

/// The language reference keeps up with the language.
@Suite struct ReferenceTests {
    @Test(arguments: keywords)
    func `every keyword stands in the language reference`(keyword: String) {
        let isThere = Self.words.contains(keyword)
        #expect(isThere, "`\(keyword)` occurs in no code on the pages of Distretto.docc")
    }

    /// What the pages set as code, inline or in blocks, in words.
    private static let words: Set<String> = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/distretto/Distretto.docc")
        let path = folder.path(percentEncoded: false)
        let names = FileManager.default.enumerator(atPath: path)?.allObjects ?? []
        let pages = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }
            .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        // Code stands between backticks: every second piece.
        let code = pages.flatMap { page in
            page.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 || $0.element.hasPrefix("distretto") }.map(\.element)
        }
        return Set(
            code.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init) })
    }()
}
