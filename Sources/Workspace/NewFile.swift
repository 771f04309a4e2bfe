import Foundation

/// Puts a new file in its place, whole or not at all, and never over another one.
struct NewFile {
    /// - Parameter shown: the file's name for people.
    /// - Throws: when the file is there already, or the disk refuses.
    static func write(_ text: String, to file: URL, shown: String) throws(SourceError) {
        let folder = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // Written aside and linked into place: a link, unlike a move, never replaces a file.
            let draft = folder.appendingPathComponent(
                ".\(file.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).draft")
            defer { try? FileManager.default.removeItem(at: draft) }
            try Data(text.utf8).write(to: draft)
            try FileManager.default.linkItem(at: draft, to: file)
        } catch {
            if FileManager.default.fileExists(atPath: file.path) { throw .exists(shown) }
            throw .notWritten(shown, reason: "the folder does not allow it")
        }
    }
}

/// What the language allows for names.
enum NameRule {
    /// Lower-case words joined by hyphens.
    static func allows(_ name: String) -> Bool {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        return name.first?.isLowercase == true && name.utf8.count <= 80
            && words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { ($0.isLetter && $0.isLowercase) || $0.isNumber }
            }
    }
}
