import Census
import Foundation

/// The file that a result is written to, row by whole row.
///
/// Rows go into a file aside, `NAME.part`, which takes the name once all of them are there, so that an
/// unfinished result is never taken for a whole one. Beside it stands how far it has come.
public final class ResultFile {
    private let path: String
    private let part: String
    private let name: String
    private let descriptor: Int32
    /// A device or a pipe is written to as it is.
    private let isPlain: Bool
    /// How many bytes are there.
    public private(set) var written: Int

    /// What is put behind its name for the files that stand beside it as long as rows are missing.
    public static let aside = [".part", ".part.state", ".part.state.draft"]

    /// Opens the file, to begin or to go on with what is there.
    ///
    /// - Parameter state: What is asked; on going on, it becomes how far that has come.
    public init(
        _ name: String, workingFolder: String, resuming: Bool, state: inout ResultState
    ) throws(TableFault) {
        self.name = name
        if SourceText.hasKnownEnding(name) {
            throw TableFault("`\(name)` cannot be written: a result does not replace rules or cases")
        }
        path =
            URL(fileURLWithPath: name, relativeTo: URL(fileURLWithPath: workingFolder, isDirectory: true))
            .resolvingSymlinksInPath().path
        var status = stat()
        let isThere = stat(path, &status) == 0
        isPlain = !isThere || status.st_mode & S_IFMT == S_IFREG
        if isThere, status.st_mode & S_IFMT == S_IFDIR {
            throw TableFault("`\(name)` is a folder, and a file is needed")
        }
        part = isPlain ? path + ".part" : path
        written = 0
        guard isPlain else {
            if resuming { throw TableFault("`\(name)` is no file that could be gone on with") }
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw ResultFile.refusal(name, errno) }
            return
        }
        if resuming {
            let found = try ResultFile.found(part, name)
            guard found.question == state.question else {
                throw TableFault(
                    "`\(name).part` was begun with other rules, another mapping, another table or other columns",
                    help: "ask the same again, or begin anew without --resume")
            }
            state = found
        }
        descriptor = open(
            part, resuming ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw ResultFile.refusal(name, errno) }
        written = state.output
        status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) >= written else {
            throw TableFault(
                "`\(name).part` is shorter than it was when the run was broken off",
                help: "begin anew without --resume")
        }
        // What was written behind the last whole stretch is written again.
        guard ftruncate(descriptor, off_t(written)) == 0, lseek(descriptor, off_t(written), SEEK_SET) >= 0
        else {
            throw ResultFile.refusal(name, errno)
        }
        if !resuming { unlink(part + ".state") }
    }

    private static func found(_ part: String, _ name: String) throws(TableFault) -> ResultState {
        guard let data = FileManager.default.contents(atPath: part + ".state"),
            let state = ResultState(String(decoding: data, as: UTF8.self))
        else {
            throw TableFault(
                "there is no unfinished `\(name).part` to go on with", help: "begin without --resume")
        }
        return state
    }

    /// Appends whole rows. What cannot be written whole is taken back.
    public func write(_ bytes: [UInt8]) throws(TableFault) {
        if let code = put(bytes) {
            if isPlain { _ = ftruncate(descriptor, off_t(written)) }
            throw ResultFile.refusal(name, code, isPlain: isPlain)
        }
        written += bytes.count
    }

    /// - Returns: the error number where the bytes could not be written to their end.
    private func put(_ bytes: [UInt8]) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Foundation.write(
                    descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count > 0 {
                    done += count
                } else if count == 0 {
                    return ENOSPC
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
    }

    /// Notes how far the result has come.
    public func keep(_ state: ResultState) {
        guard isPlain else { return }
        // Written aside and moved, so that it is whole at any moment; without it, only time is lost.
        let draft = part + ".state.draft"
        guard FileManager.default.createFile(atPath: draft, contents: Data(state.text.utf8)) else { return }
        _ = rename(draft, part + ".state")
    }

    /// All rows are there: the result takes its name.
    public func finish() throws(TableFault) {
        guard isPlain else { return }
        guard fsync(descriptor) == 0, rename(part, path) == 0 else { throw ResultFile.refusal(name, errno) }
        unlink(part + ".state")
    }

    /// Where the rows are as long as some are missing.
    public var shownPart: String { isPlain ? name + ".part" : name }

    private static func refusal(_ name: String, _ code: Int32, isPlain: Bool = false) -> TableFault {
        TableFault(
            "`\(name)` cannot be written: \(FileReplacer.Failure(code: code).reason)",
            help: isPlain && [ENOSPC, EDQUOT, EFBIG].contains(code)
                ? "the rows so far are whole; make room and go on with --resume" : nil)
    }

    deinit { close(descriptor) }
}
