import Foundation

/// The source files of the project as they stand on disk.
enum House {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File {
        /// From the root of the project: `Sources/Notation/Finding.swift`.
        var path: String
        var text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// Code without comments of whole lines.
        var code: [Substring] {
            lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        }

        var imports: [String] {
            code.compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place < 2, words.count > place + 1 else {
                    return nil
                }
                return String(words.last?.split(separator: ".").first ?? "")
            }
        }
    }

    /// Files with an ending below a folder, in order of path.
    static func files(_ folder: String, ending: String = ".swift") -> [File] {
        let base = root.appendingPathComponent(folder)
        let names = (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(ending) }.sorted()
        return names.compactMap { name in
            guard let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
            else { return nil }
            return File(path: "\(folder)/\(name)", text: text)
        }
    }
}
