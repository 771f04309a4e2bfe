import Foundation

/// Text files of a folder, as the tests of written sites put them there and find them.
enum SiteFolder {
    /// - Parameter texts: By path from the folder; folders between are made.
    static func write(_ texts: [String: String], into folder: URL) throws {
        for (name, text) in texts {
            let url = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    /// The texts by path, hidden files left out.
    static func files(_ folder: URL) throws -> [String: String] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var files: [String: String] = [:]
        for name in names where name.contains(".") && !name.hasPrefix(".") {
            files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        return files
    }
}
