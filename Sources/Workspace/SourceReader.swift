import Foundation

/// Reads rule and case files from the disk; the only place that does.
struct SourceReader {
    /// The folder that relative names start from and that shown names are relative to.
    let workingFolder: URL

    init(workingFolder: URL) { self.workingFolder = workingFolder.standardizedFileURL }

    /// One file, whatever its ending.
    func file(_ path: String) throws(SourceError) -> SourceText {
        let url = self.url(path)
        switch kind(of: url) {
        case nil: throw .noSuchFile(path)
        case .folder: throw .folderForFile(path)
        case .other: throw .fileForFolder(path)
        case .file: return try read(url)
        }
    }

    /// A file, or all rule and case files below a folder.
    func fileOrFolder(_ path: String) throws(SourceError) -> [SourceText] {
        let url = self.url(path)
        switch kind(of: url) {
        case nil: throw .noSuchFile(path)
        case .other: throw .fileForFolder(path)
        case .file:
            guard SourceText.hasKnownEnding(path) else { throw .wrongEnding(path) }
            return [try read(url)]
        case .folder:
            let texts = try folder(url)
            guard !texts.isEmpty else { throw .noRules(path) }
            return texts
        }
    }

    /// All rule and case files below a folder, hidden ones aside.
    func folder(_ url: URL) throws(SourceError) -> [SourceText] {
        var unread: [SourceSet.Unread] = []
        let texts = try folder(url, leavingOut: &unread)
        if let first = unread.first { throw first.error }
        return texts
    }

    /// The same, with files that cannot be read left out and noted.
    func folder(_ url: URL, leavingOut unread: inout [SourceSet.Unread]) throws(SourceError) -> [SourceText] {
        guard let found = FileManager.default.enumerator(atPath: url.resolvingSymlinksInPath().path) else {
            throw .unreadable(shownName(of: url), reason: "the folder cannot be listed")
        }
        let names = found.compactMap { $0 as? String }
            .filter { name in
                SourceText.hasKnownEnding(name) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var texts: [SourceText] = []
        for name in names {
            let file = url.appendingPathComponent(name)
            // A folder may be called `old.rules`; what is in it has been listed already.
            guard kind(of: file) == .file else { continue }
            do {
                texts.append(try read(file))
            } catch {
                unread.append(SourceSet.Unread(file: shownName(of: file), error: error))
            }
        }
        return texts
    }

    /// The nearest folder of a name at or above the working folder.
    func findUpward(_ name: String) -> URL? {
        var folder = workingFolder
        while true {
            let candidate = folder.appendingPathComponent(name)
            if kind(of: candidate) == .folder { return candidate }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path == folder.path || folder.path == "/" { return nil }
            folder = parent
        }
    }

    func url(_ path: String) -> URL {
        URL(fileURLWithPath: path, relativeTo: workingFolder).standardizedFileURL
    }

    func isFolder(_ path: String) -> Bool { kind(of: url(path)) == .folder }

    /// The way from the working folder: `Rules/sources.rules`, `../Rules/sources.rules`.
    func shownName(of url: URL) -> String {
        let here = workingFolder.pathComponents
        let there = url.standardizedFileURL.pathComponents
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + there.dropFirst(shared)).joined(separator: "/")
    }

    private enum Kind { case file, folder, other }

    private func kind(of url: URL) -> Kind? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        if isFolder.boolValue { return .folder }
        // Devices and pipes may never end.
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        return attributes?[.type] as? FileAttributeType == .typeRegular ? .file : .other
    }

    private func read(_ url: URL) throws(SourceError) -> SourceText {
        let name = shownName(of: url)
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: url))
        } catch {
            let isReadable = FileManager.default.isReadableFile(atPath: url.path)
            throw .unreadable(name, reason: isReadable ? "the disk reports an error" : "permission is denied")
        }
        return try checked(SourceText(name: name, bytes: bytes))
    }

    /// The text, if it is one.
    func checked(_ text: SourceText) throws(SourceError) -> SourceText {
        guard String(validating: text.bytes, as: UTF8.self) != nil else {
            throw .notUTF8(text.name, line: SourceReader.firstBrokenLine(text.bytes))
        }
        return text
    }

    private static func firstBrokenLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }
}
