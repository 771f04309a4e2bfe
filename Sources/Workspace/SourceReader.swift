import Foundation
import RuleModel

/// Reads rule and case files from the disk; the only place that does.
struct SourceReader {
    /// The folder that relative names start from and that shown names are relative to.
    let workingFolder: URL
    /// Folders that are being read already, by path.
    var begun: [String: Deferred<Result<Folder, SourceError>>] = [:]
    private let here: [String]

    /// What was found in a folder.
    struct Folder: Sendable {
        var texts: [SourceText] = []
        var unread: [SourceSet.Unread] = []
        /// Files whose names do not say that they hold rules or a case, as shown.
        var others: [String] = []
    }

    init(workingFolder: URL) {
        self.workingFolder = workingFolder.standardizedFileURL
        here = self.workingFolder.pathComponents
    }

    /// One file, whatever its ending.
    func file(_ path: String) throws(SourceError) -> SourceText {
        let url = self.url(path)
        switch Disk.kind(of: url.path) {
        case nil: throw .noSuchFile(path)
        case .folder: throw .folderForFile(path)
        case .other: throw .fileForFolder(path)
        case .file: return try read(url.path, as: shownName(of: url))
        }
    }

    /// A file, or all rule and case files below a folder.
    func fileOrFolder(_ path: String) throws(SourceError) -> [SourceText] {
        let url = self.url(path)
        switch Disk.kind(of: url.path) {
        case nil: throw .noSuchFile(path)
        case .other: throw .fileForFolder(path)
        case .file:
            guard SourceText.hasKnownEnding(path) else { throw .wrongEnding(path) }
            return [try read(url.path, as: shownName(of: url))]
        case .folder:
            let texts = try texts(in: url)
            guard !texts.isEmpty else { throw .noRules(path) }
            return texts
        }
    }

    /// All rule and case files below a folder, hidden ones aside.
    func texts(in url: URL) throws(SourceError) -> [SourceText] {
        let found = try folder(url)
        if let first = found.unread.first { throw first.error }
        return found.texts
    }

    /// The same, with files that cannot be read left out and noted.
    func folder(_ url: URL) throws(SourceError) -> Folder {
        if let begun = begun[url.path] { try begun.value.get() } else { try contents(of: url) }
    }

    /// The same reader, with the nearest folder of a name being read when that is begun.
    func beginning(with name: String) -> SourceReader {
        guard let url = findUpward(name) else { return self }
        var reader = self
        reader.begun[url.path] = Deferred { [self] in
            Result { () throws(SourceError) in try contents(of: url) }
        }
        return reader
    }

    private func contents(of url: URL) throws(SourceError) -> Folder {
        let names: [String]
        do throws(Disk.Failure) {
            names = try Disk.files(below: url.path)
        } catch {
            throw .unreadable(
                shownName(of: URL(fileURLWithPath: error.path)), reason: "the folder cannot be listed")
        }
        let root = url.standardizedFileURL.pathComponents
        let inOrder = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // One after the other: where the system has them at hand, others would be ready too late to help.
        let (wanted, others) = inOrder.parted(by: SourceText.hasKnownEnding)
        let folder = url.path
        // All names begin alike, unless the working folder is somewhere inside.
        let isOutside = zip(here, root).prefix { $0 == $1 }.count < root.count || here.count <= root.count
        let shownRoot = isOutside ? shownName(of: root) : nil
        func shown(_ name: String) -> String {
            switch shownRoot {
            case ""?: name
            case let shownRoot?: shownRoot + "/" + name
            case nil: shownName(of: root + name.split(separator: "/").map(String.init))
            }
        }
        var contents = Folder()
        contents.others = others.filter(SourceText.mayBeMeant).map(shown)
        contents.texts.reserveCapacity(wanted.count)
        for name in wanted {
            // A link may lead to a folder.
            guard let bytes = Disk.file(folder + "/" + name) else { continue }
            let shown = shown(name)
            do throws(SourceError) {
                let bytes = try bytes.mapError { SourceReader.unreadable(shown, $0) }.get()
                contents.texts.append(try checked(SourceText(name: shown, bytes: bytes)))
            } catch {
                contents.unread.append(SourceSet.Unread(file: shown, error: error))
            }
        }
        return contents
    }

    /// The nearest folder of a name at or above the working folder.
    func findUpward(_ name: String) -> URL? {
        var folder = workingFolder
        while true {
            let candidate = folder.appendingPathComponent(name)
            if Disk.kind(of: candidate.path) == .folder { return candidate }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path == folder.path || folder.path == "/" { return nil }
            folder = parent
        }
    }

    /// A folder at or above the working folder that a slip of the hand may have kept from having a name.
    ///
    /// Only what holds rules or cases is taken for one: folders are called `cases` for many reasons.
    func lookalike(of name: String) -> SourceSet.Lookalike? {
        let one = String(name.dropLast())
        for typed in [name.lowercased(), name.uppercased(), one, one.lowercased()] {
            guard let url = findUpward(typed), let names = try? Disk.files(below: url.path) else { continue }
            if names.contains(where: SourceText.hasKnownEnding) {
                return SourceSet.Lookalike(folder: shownName(of: url), meant: name)
            }
        }
        return nil
    }

    func url(_ path: String) -> URL {
        URL(fileURLWithPath: path, relativeTo: workingFolder).standardizedFileURL
    }

    func isFolder(_ path: String) -> Bool { Disk.kind(of: url(path).path) == .folder }

    /// The way from the working folder: `Rules/sources.rules`, `../Rules/sources.rules`.
    func shownName(of url: URL) -> String { shownName(of: url.standardizedFileURL.pathComponents) }

    private func shownName(of there: [String]) -> String {
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + there.dropFirst(shared)).joined(separator: "/")
    }

    private func read(_ path: String, as name: String) throws(SourceError) -> SourceText {
        let bytes: [UInt8]
        do throws(Disk.Failure) {
            bytes = try Disk.contents(of: path)
        } catch {
            throw SourceReader.unreadable(name, error)
        }
        return try checked(SourceText(name: name, bytes: bytes))
    }

    private static func unreadable(_ name: String, _ failure: Disk.Failure) -> SourceError {
        .unreadable(
            name, reason: failure.isOfPermission ? "permission is denied" : "the disk reports an error")
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

extension [String] {
    /// Those of which something is true, and the others, each in their order.
    fileprivate func parted(by isWanted: (String) -> Bool) -> (wanted: [String], others: [String]) {
        reduce(into: ([], [])) { parts, name in
            if isWanted(name) { parts.wanted.append(name) } else { parts.others.append(name) }
        }
    }
}
