import Foundation

/// Puts new text in the place of a file's old one, whole or not at all.
///
/// The text is written aside in the same folder, brought to the disk and moved over the file in one
/// step, so that a full disk, a folder that may not be written or an interruption at any moment
/// leaves the file as it was. An interruption may leave the hidden draft behind, which no command reads.
public struct FileReplacer: Sendable {
    private let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// Replaces a file that still holds what was read from it.
    ///
    /// A link is followed, permissions and owner are kept as far as the system allows, and a file that
    /// its author has made read-only is left alone.
    public func replace(_ text: SourceText, with bytes: [UInt8]) throws(SourceError) {
        let path = reader.url(text.name).resolvingSymlinksInPath().path
        do throws(Failure) {
            try FileReplacer.replace(path, holding: text.bytes, with: bytes)
        } catch {
            throw .notWritten(text.name, reason: error.reason)
        }
    }

    /// Why the system refused.
    struct Failure: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }

        init(code: Int32) {
            switch code {
            case EACCES, EPERM: reason = "permission is denied"
            case ENOSPC, EDQUOT: reason = "the disk is full"
            case ENOENT, ENOTDIR: reason = "there is no such folder"
            case EROFS: reason = "the disk is read-only"
            case EFBIG: reason = "no file may grow so long here"
            default: reason = "the disk reports an error"
            }
        }
    }

    private static func replace(_ path: String, holding old: [UInt8], with new: [UInt8]) throws(Failure) {
        let draft = try Draft(of: new, for: path)
        do throws(Failure) {
            try Draft.requireUnchanged(path, since: old)
            try draft.takePlace()
        } catch {
            draft.discard()
            throw error
        }
    }

    /// New text written aside and brought to the disk, ready to be moved over the file that it is for.
    struct Draft {
        private let path: String
        private let draft: String

        /// - Parameter isNew: the file is not there yet, and must not be.
        init(of bytes: [UInt8], for path: String, isNew: Bool = false) throws(Failure) {
            self.path = path
            var status: stat?
            if !isNew {
                var found = stat()
                guard stat(path, &found) == 0 else { throw Failure(code: errno) }
                guard access(path, W_OK) == 0 else { throw Failure(code: errno) }
                status = found
            }
            let url = URL(fileURLWithPath: path)
            draft =
                url.deletingLastPathComponent().appendingPathComponent(
                    ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).draft"
                ).path
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isNew ? 0o666 : 0o600)
            guard descriptor >= 0 else { throw Failure(code: errno) }
            do throws(Failure) {
                try FileReplacer.fill(descriptor, with: bytes, as: status)
            } catch {
                unlink(draft)
                throw error
            }
        }

        /// An editor may have saved in the meantime; that text is the author's.
        static func requireUnchanged(_ path: String, since old: [UInt8]) throws(Failure) {
            guard let now = FileManager.default.contents(atPath: path), now.elementsEqual(old) else {
                throw Failure("it has changed while it was read")
            }
        }

        /// Moves the draft over its file, in one step.
        func takePlace() throws(Failure) {
            guard rename(draft, path) == 0 else { throw Failure(code: errno) }
            FileReplacer.bringToDisk(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }

        /// The same for a file that is new: nothing that has come to its place meanwhile is written over.
        func takeNewPlace() throws(Failure) {
            guard link(draft, path) == 0 else {
                throw errno == EEXIST ? Failure("there is a file of that name") : Failure(code: errno)
            }
            unlink(draft)
            FileReplacer.bringToDisk(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }

        func discard() { unlink(draft) }
    }

    /// Writes all and closes, with the permissions and, where allowed, the owner of the file to be
    /// replaced, if there is one.
    static func fill(_ descriptor: Int32, with bytes: [UInt8], as status: stat?) throws(Failure) {
        var code: Int32 = 0
        var rest = bytes[...]
        while !rest.isEmpty, code == 0 {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written == 0 {
                // Some systems take nothing, and give no reason, once the disk is full.
                code = ENOSPC
            } else if errno != EINTR {
                code = errno
            }
        }
        // Only root may give a file away; to anybody else it belongs already, or had to change hands.
        if code == 0, let status {
            if status.st_uid != geteuid() || status.st_gid != getegid() {
                _ = fchown(descriptor, status.st_uid, status.st_gid)
            }
            if fchmod(descriptor, status.st_mode & 0o7777) != 0 { code = errno }
        }
        if code == 0, fsync(descriptor) != 0 { code = errno }
        // Some disks tell only now that they are full.
        if close(descriptor) != 0, code == 0 { code = errno }
        guard code == 0 else { throw Failure(code: code) }
    }

    static func bringToDisk(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }
}
