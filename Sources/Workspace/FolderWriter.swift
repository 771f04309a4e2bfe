import Foundation

/// Puts a folder full of answers in its place: a site, an annotated rule base.
///
/// A folder that is not there, that is empty, or that holds only what was written so before is replaced as
/// a whole and in one step, so that nobody finds half of one. One that holds anything else is left alone,
/// unless it is said that the others may stay: then files are put among them one by one, each whole, and
/// nothing is deleted but what was written before and is no more.
public struct FolderWriter: Sendable {
    private let workingFolder: URL

    public init(workingFolder: String) {
        self.workingFolder = URL(fileURLWithPath: workingFolder, isDirectory: true)
    }

    /// Names the files that were written, so that they are known the next time.
    static let listName = ".distretto-files"

    /// - Parameters:
    ///   - files: by their paths below the folder.
    ///   - keepingOthers: whether the folder may hold other files, which stay.
    public func write(
        _ files: [(path: String, text: String)], to folder: String, keepingOthers: Bool
    ) throws(SourceError) {
        let target = URL(fileURLWithPath: folder, relativeTo: workingFolder).standardizedFileURL
            .resolvingSymlinksInPath()
        let list = files.map { $0.path + "\n" }.joined()
        let all = files + [(path: FolderWriter.listName, text: list)]
        let state = try state(of: target, shown: folder)
        switch state {
        case .absent: try replace(target, with: all, shown: folder)
        case .ours where isReplaceable(target): try replace(target, with: all, shown: folder)
        case .ours(let before): try fill(target, with: all, before: before, shown: folder)
        case .shared(let before, let example):
            guard keepingOthers else { throw .foreignFolder(folder, example: example) }
            try fill(target, with: all, before: before, shown: folder)
        }
    }

    // MARK: What is there

    private enum State {
        case absent
        /// Nothing but what was written before.
        case ours([String])
        case shared([String], example: String)
    }

    private func state(of target: URL, shown: String) throws(SourceError) -> State {
        switch Disk.kind(of: target.path) {
        case nil: return .absent
        case .folder: break
        case .file, .other: throw .notWritten(shown, reason: "there is a file of that name")
        }
        let listed =
            (try? String(contentsOf: target.appendingPathComponent(Self.listName), encoding: .utf8)) ?? ""
        let before = listed.split(separator: "\n").map(String.init).filter { path in
            // Nothing outside of the folder is ours, whatever the list says.
            !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
        }
        let ours = Set(before + [Self.listName])
        guard let found = FileManager.default.enumerator(atPath: target.path) else {
            throw .notWritten(shown, reason: "it cannot be looked into")
        }
        var strange: [String] = []
        for case let path as String in found
        where !ours.contains(path) && found.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
            strange.append(path)
        }
        return strange.min().map { .shared(before, example: $0) } ?? .ours(before)
    }

    /// The working folder itself cannot be exchanged: who stands in it would stand nowhere.
    private func isReplaceable(_ target: URL) -> Bool {
        let working = workingFolder.standardizedFileURL.resolvingSymlinksInPath().path
        return working != target.path && !working.hasPrefix(target.path + "/")
    }

    // MARK: Writing

    /// Writes all aside and moves it into place.
    private func replace(
        _ target: URL, with files: [(path: String, text: String)], shown: String
    ) throws(SourceError) {
        let parent = target.deletingLastPathComponent()
        let mark = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
        let draft = parent.appendingPathComponent(mark + ".draft")
        let old = parent.appendingPathComponent(mark + ".old")
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: parent, withIntermediateDirectories: true)
            defer { try? manager.removeItem(at: draft) }
            try put(files, into: draft)
            if rename(draft.path, target.path) != 0 {
                // A folder that holds something has to step aside first.
                guard rename(target.path, old.path) == 0 else { throw FileReplacer.Failure(code: errno) }
                guard rename(draft.path, target.path) == 0 else {
                    let code = errno
                    rename(old.path, target.path)
                    throw FileReplacer.Failure(code: code)
                }
                try? manager.removeItem(at: old)
            }
        } catch let failure as FileReplacer.Failure {
            throw .notWritten(shown, reason: failure.reason)
        } catch {
            throw .notWritten(shown, reason: FolderWriter.reason(error))
        }
    }

    private func fill(
        _ target: URL, with files: [(path: String, text: String)], before: [String], shown: String
    ) throws(SourceError) {
        do {
            try put(files, into: target)
            let now = Set(files.map(\.path))
            for path in before where !now.contains(path) {
                try? FileManager.default.removeItem(at: target.appendingPathComponent(path))
            }
        } catch {
            throw .notWritten(shown, reason: FolderWriter.reason(error))
        }
    }

    private func put(_ files: [(path: String, text: String)], into folder: URL) throws {
        var made: Set<String> = []
        for file in files {
            let url = folder.appendingPathComponent(file.path)
            let parent = url.deletingLastPathComponent()
            if made.insert(parent.path).inserted {
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            }
            try Data(file.text.utf8).write(to: url, options: .atomic)
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileWriteOutOfSpace?: "the disk is full"
        case .fileWriteNoPermission?: "permission is denied"
        case .fileWriteVolumeReadOnly?: "the disk is read-only"
        default: "the folder does not allow it"
        }
    }
}
