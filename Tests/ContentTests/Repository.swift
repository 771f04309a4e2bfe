import Foundation
import Notation

/// The files that these tests read where they stand in the checkout.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every file below a folder with one of the endings, in order of path, named relative to the root.
    static func files(below folder: String, endings: Set<String>) throws -> [(name: String, bytes: [UInt8])] {
        let base = root.appending(path: folder).resolvingSymlinksInPath()
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
        return try names.sorted()
            .filter { endings.contains(URL(filePath: $0).pathExtension) }
            .map { ("\(folder)/\($0)", [UInt8](try Data(contentsOf: base.appending(path: $0)))) }
    }

    /// Everything that `Rules/` and `Cases/` ship, parsed.
    static func shipped() throws -> [ParsedFile] {
        try (files(below: "Rules", endings: ["rules"]) + files(below: "Cases", endings: ["case"]))
            .map { parse(fileName: $0.name, source: $0.bytes) }
    }
}
