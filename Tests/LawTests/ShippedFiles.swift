import Foundation

/// The rule and case files of the repository: the texts people really write.
enum ShippedFiles {
    struct File: Sendable {
        /// Relative to the repository.
        let name: String
        let bytes: [UInt8]
    }

    /// In order of name.
    static let all: [File] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["Rules", "Cases"].flatMap { folder -> [File] in
            let top = root.appending(path: folder).resolvingSymlinksInPath()
            let names =
                FileManager.default.enumerator(atPath: top.path(percentEncoded: false))?.allObjects ?? []
            return names.compactMap { $0 as? String }.sorted().compactMap { name in
                guard name.hasSuffix(".rules") || name.hasSuffix(".case"),
                    let data = try? Data(contentsOf: top.appending(path: name))
                else { return nil }
                return File(name: folder + "/" + name, bytes: Array(data))
            }
        }
    }()
}
