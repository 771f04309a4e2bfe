import Foundation
import Testing

/// A page of prose with fenced blocks: a page of the DocC catalogue, or the README.
///
/// A remark on the line before a block names the file that a reader following the page would write it to:
///
///     <!-- file: my-rules/first.rules -->
///
/// Before a block of the shell, `<!-- run -->` says that the reader calls it, and nothing else is expected.
///
/// The same file may come again, changed; the last version counts.
struct ManualPage: CustomTestStringConvertible, Sendable {
    /// From the root of the project: `README.md`.
    let path: String
    let lines: [String]
    let blocks: [Block]

    struct Block: Sendable {
        /// What stands behind the opening fence: `distretto`, `console`, `sh`.
        var language: String
        /// The file that the reader is told to write, if any.
        var file: String?
        /// Whether the reader is told to run it, and the page's other steps rest on it.
        var isRun = false
        /// Where the block's own lines stand in the page, fences left out.
        var range: Range<Int>
    }

    var testDescription: String { path }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        blocks = Self.blocks(lines)
    }

    /// A block's text, ended by a line end.
    func text(_ block: Block) -> String {
        lines[block.range].map { $0 + "\n" }.joined()
    }

    private static func blocks(_ lines: [String]) -> [Block] {
        var blocks: [Block] = []
        var open: Block?
        for (number, line) in lines.enumerated() where line.hasPrefix("```") {
            if var block = open {
                block.range = block.range.lowerBound..<number
                blocks.append(block)
                open = nil
            } else {
                let language = String(line.dropFirst(3))
                let file = number > 0 ? file(lines[number - 1]) : nil
                let isRun = number > 0 && lines[number - 1] == "<!-- run -->"
                open = Block(language: language, file: file, isRun: isRun, range: number + 1..<number + 1)
            }
        }
        return blocks
    }

    private static func file(_ remark: String) -> String? {
        let (opening, closing) = ("<!-- file: ", " -->")
        guard remark.hasPrefix(opening), remark.hasSuffix(closing) else { return nil }
        return String(remark.dropFirst(opening.count).dropLast(closing.count))
    }

    /// The pages of the manual, in order of name.
    static func manual() throws -> [ManualPage] {
        try Repository.files(below: "Sources/distretto/Distretto.docc", endings: ["md"])
            .map { ManualPage(path: $0.name, text: String(decoding: $0.bytes, as: UTF8.self)) }
    }

    static func readMe() throws -> ManualPage {
        let url = Repository.root.appending(path: "README.md")
        return ManualPage(path: "README.md", text: try String(contentsOf: url, encoding: .utf8))
    }
}
