import Foundation

/// Puts an answer into a file, whole or not at all.
///
/// The text is written aside in the same folder and moved into place in one step, so that whoever reads
/// the file at any moment has the old answer or the new one, and a full disk leaves the old one.
public struct AnswerWriter: Sendable {
    private let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// Writes a file, in the place of the one that is there.
    ///
    /// Rules and cases are nobody's answer, and are left alone.
    public func write(_ text: String, to file: String) throws(SourceError) {
        if SourceText.hasKnownEnding(file) {
            throw .notWritten(file, reason: "an answer does not replace rules or cases")
        }
        let url = reader.url(file).resolvingSymlinksInPath()
        if reader.isFolder(file) { throw .folderForFile(file) }
        do throws(FileReplacer.Failure) {
            try AnswerWriter.write(Array(text.utf8), to: url)
        } catch {
            throw .notWritten(file, reason: error.reason)
        }
    }

    private static func write(_ bytes: [UInt8], to url: URL) throws(FileReplacer.Failure) {
        var status = stat()
        let isThere = stat(url.path, &status) == 0
        if isThere {
            // A device or a pipe is written to, not replaced.
            guard status.st_mode & S_IFMT == S_IFREG else {
                let descriptor = open(url.path, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw FileReplacer.Failure(code: errno) }
                return try fill(descriptor, bytes)
            }
            guard access(url.path, W_OK) == 0 else { throw FileReplacer.Failure(code: errno) }
        }
        let folder = url.deletingLastPathComponent()
        let draft = folder.appendingPathComponent(
            ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).draft"
        ).path
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileReplacer.Failure(code: errno) }
        do throws(FileReplacer.Failure) {
            try FileReplacer.fill(descriptor, with: bytes, as: isThere ? status : nil)
            guard rename(draft, url.path) == 0 else { throw FileReplacer.Failure(code: errno) }
        } catch {
            unlink(draft)
            throw error
        }
        FileReplacer.bringToDisk(folder: folder.path)
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(FileReplacer.Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written == 0 || errno != EINTR {
                let code = written == 0 ? ENOSPC : errno
                close(descriptor)
                throw FileReplacer.Failure(code: code)
            }
        }
        close(descriptor)
    }
}
