import Foundation
import Notation

/// Several files changed together: all of them, or none, as far as a file system can.
///
/// All new texts are written aside and brought to the disk first, so that a full disk or a folder that may
/// not be written leaves everything as it was. Then it is asked whether every file still holds what was
/// read from it, and the texts are moved into place one after the other. Should a move fail, those made
/// before it are taken back. Only an interruption between two moves, a matter of a moment, can leave some
/// files new and others old; each of them is whole.
public struct FileChanges: Sendable {
    /// What becomes of one file.
    public struct Change: Sendable, Hashable {
        /// The file as it was read; without bytes where it is new.
        public var old: SourceText
        public var bytes: [UInt8]
        public var isNew: Bool
        /// The name it gets instead of its own.
        public var newName: String?

        public init(_ old: SourceText, to bytes: [UInt8], isNew: Bool = false, newName: String? = nil) {
            self.old = old
            self.bytes = bytes
            self.isNew = isNew
            self.newName = newName
        }

        /// What `diff -u` would show.
        public var difference: String {
            guard let newName else {
                return unifiedDifference(from: old.bytes, to: bytes, name: old.name)
            }
            let text = unifiedDifference(from: old.bytes, to: bytes, name: old.name)
            return "rename from \(old.name)\nrename to \(newName)\n" + text
        }
    }

    /// In order of name.
    public let changes: [Change]

    public init(_ changes: [Change]) {
        self.changes = changes.filter { $0.isNew || $0.newName != nil || $0.bytes != $0.old.bytes }
            .sorted { $0.old.name.utf8.lexicographicallyPrecedes($1.old.name.utf8) }
    }

    /// What `diff -u` would show of all of them.
    public var difference: String { changes.map(\.difference).joined() }

    /// Makes the changes.
    public func write(workingFolder: String) throws(SourceError) {
        let reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
        var drafts: [(change: Change, draft: FileReplacer.Draft)] = []
        var done: [() -> Void] = []
        do throws(SourceError) {
            for change in changes {
                let draft = try failing(change) { () throws(FileReplacer.Failure) in
                    let isNew = change.isNew || change.newName != nil
                    if isNew { FileChanges.makeFolder(of: path(change, reader)) }
                    return try FileReplacer.Draft(of: change.bytes, for: path(change, reader), isNew: isNew)
                }
                drafts.append((change, draft))
            }
            for change in changes where !change.isNew {
                try failing(change) { () throws(FileReplacer.Failure) in
                    let path = reader.url(change.old.name).resolvingSymlinksInPath().path
                    try FileReplacer.Draft.requireUnchanged(path, since: change.old.bytes)
                }
            }
            for (change, draft) in drafts {
                try failing(change) { () throws(FileReplacer.Failure) in
                    try take(change, draft, reader, &done)
                }
            }
        } catch {
            for takeBack in done.reversed() { takeBack() }
            for (_, draft) in drafts.dropFirst(done.count) { draft.discard() }
            throw error
        }
        for change in changes where change.newName != nil {
            unlink(reader.url(change.old.name).path)
        }
    }

    private func take(
        _ change: Change, _ draft: FileReplacer.Draft, _ reader: SourceReader, _ done: inout [() -> Void]
    ) throws(FileReplacer.Failure) {
        let path = path(change, reader)
        if change.isNew || change.newName != nil {
            try draft.takeNewPlace()
            done.append { unlink(path) }
        } else {
            try draft.takePlace()
            done.append {
                guard let back = try? FileReplacer.Draft(of: change.old.bytes, for: path) else { return }
                do { try back.takePlace() } catch { back.discard() }
            }
        }
    }

    /// Where the new text belongs; a link is followed.
    private func path(_ change: Change, _ reader: SourceReader) -> String {
        reader.url(change.newName ?? change.old.name).resolvingSymlinksInPath().path
    }

    private static func makeFolder(of path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func failing<Result>(
        _ change: Change, _ work: () throws(FileReplacer.Failure) -> Result
    ) throws(SourceError) -> Result {
        do throws(FileReplacer.Failure) {
            return try work()
        } catch {
            throw .notWritten(change.newName ?? change.old.name, reason: error.reason)
        }
    }
}

extension SourceSet {
    /// Whether a text was read from a file, which can be changed.
    func isOnDisk(_ text: SourceText) -> Bool {
        switch basis {
        case .found: !isCarried(text)
        case .carried: !SourceSet.carried.texts.contains(text)
        }
    }
}
