import Census
import Foundation

/// The bytes of a table, from a file, a compressed file or standard input, as they come.
public final class TableFile {
    /// How many bytes the file has; `nil` where that is not known before its end.
    public let size: Int?
    private let descriptor: Int32
    private let unpacking: Unpacking?

    /// A program that unpacks, and the pipe it writes to.
    private struct Unpacking {
        var process: Process
        var output: FileHandle
    }

    /// - Parameter name: A path, or `-` for standard input.
    public init(_ name: String, workingFolder: String) throws(TableFault) {
        if name == "-" {
            (descriptor, size, unpacking) = (STDIN_FILENO, nil, nil)
            return
        }
        let path = URL(
            fileURLWithPath: name, relativeTo: URL(fileURLWithPath: workingFolder, isDirectory: true)
        ).path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw TableFault(
                errno == ENOENT
                    ? "there is no file `\(name)`"
                    : "`\(name)` cannot be read: \(String(cString: strerror(errno)))")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw TableFault("`\(name)` is a folder, and a table is needed")
        }
        let isPlain = status.st_mode & S_IFMT == S_IFREG
        var magic: [UInt8] = [0, 0]
        if isPlain, pread(descriptor, &magic, 2, 0) == 2, magic == TableFile.gzipMagic {
            (self.descriptor, size) = (descriptor, nil)
            unpacking = try TableFile.unpack(descriptor, name)
        } else {
            (self.descriptor, size, unpacking) = (descriptor, isPlain ? Int(status.st_size) : nil, nil)
        }
    }

    static let gzipMagic: [UInt8] = [0x1F, 0x8B]

    /// The program gzip unpacks, since nothing else that every machine has does.
    private static func unpack(_ descriptor: Int32, _ name: String) throws(TableFault) -> Unpacking {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc"]
        process.standardInput = FileHandle(fileDescriptor: descriptor)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            throw TableFault("`\(name)` is compressed, and the program gzip cannot be started")
        }
        return Unpacking(process: process, output: pipe.fileHandleForReading)
    }

    /// Appends up to so many bytes; none at the end.
    ///
    /// - Returns: Whether there were any.
    func read(_ count: Int, into bytes: inout [UInt8]) throws(TableFault) -> Bool {
        let before = bytes.count
        let source = unpacking?.output.fileDescriptor ?? descriptor
        var code: Int32 = 0
        // Straight to its place: what was there before is short, as a rule.
        bytes = [UInt8](unsafeUninitializedCapacity: before + count) { [bytes] buffer, filled in
            _ = buffer.update(fromContentsOf: bytes)
            filled = before
            while filled < before + count {
                let read = Foundation.read(
                    source, buffer.baseAddress.map { $0 + filled }, before + count - filled)
                if read > 0 {
                    filled += read
                } else if read == 0 {
                    break
                } else if errno != EINTR {
                    code = errno
                    break
                }
            }
        }
        if code != 0 {
            throw TableFault("the table cannot be read further: \(String(cString: strerror(code)))")
        }
        if bytes.count == before { try finish() }
        return bytes.count > before
    }

    /// A compressed file that ends too early, or is none, is no table that was read to its end.
    private func finish() throws(TableFault) {
        guard let unpacking else { return }
        unpacking.process.waitUntilExit()
        if unpacking.process.terminationStatus == 127 {
            throw TableFault("the table is compressed, and the program gzip is not installed")
        }
        guard unpacking.process.terminationStatus == 0 else {
            throw TableFault(
                "the compressed table is damaged: it ends too early or does not unpack",
                help: "the rows before that are written; try: gzip -t FILE")
        }
    }

    deinit {
        if let unpacking, unpacking.process.isRunning { unpacking.process.terminate() }
        if descriptor != STDIN_FILENO { close(descriptor) }
    }
}
