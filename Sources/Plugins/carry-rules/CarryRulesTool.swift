import Foundation

/// Writes the rule and case files below some folders as one Swift file of string literals.
///
/// Usage: `carry-rules OUTPUT FOLDER…`. Files come in order of path, so equal folders give equal
/// bytes. Literals are raw and verbatim: one per file, which the compiler reads in no time, where an
/// array of bytes as long takes minutes.
@main
enum CarryRulesTool {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else { return }
        var text = """
            // Written by carry-rules from Rules/ and Cases/ at build time.

            enum CarriedFiles {
                static let all: [(path: String, text: String)] = [

            """
        for folder in arguments.dropFirst() {
            for (path, content) in try files(below: folder) {
                text += "        (\(literal(path)), \(literal(content))),\n"
            }
        }
        text += "    ]\n}\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    /// The files below a folder with their paths from the folder's parent, in order of path.
    private static func files(below folder: String) throws -> [(path: String, content: String)] {
        let root = URL(fileURLWithPath: folder)
        guard let found = FileManager.default.enumerator(atPath: root.resolvingSymlinksInPath().path) else {
            return []
        }
        let names = found.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".rules") || $0.hasSuffix(".case") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return try names.map { name in
            let bytes = try Data(contentsOf: root.appendingPathComponent(name))
            return ("\(root.lastPathComponent)/\(name)", String(decoding: bytes, as: UTF8.self))
        }
    }

    /// A raw string literal of the text, with as many `#` as it takes for nothing in it to be special.
    private static func literal(_ text: String) -> String {
        var longestRun = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longestRun = max(longestRun, run)
        }
        let fence = String(repeating: "#", count: longestRun + 1)
        // Carriage returns would be folded and other control characters refused in a literal.
        if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
            let escaped = text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
            return "\"\(escaped)\""
        }
        return text.contains("\n") || text.contains("\"")
            ? "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)" : "\(fence)\"\(text)\"\(fence)"
    }
}
