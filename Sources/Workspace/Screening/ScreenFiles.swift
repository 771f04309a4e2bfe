import Census
import Foundation

/// The files of a screening: nothing that is read is written over, and nothing is written into one file twice.
///
///     var files = ScreenFiles(workingFolder: folder)
///     files.read("clusters.csv", as: "the table")
///     try files.write("clusters.csv", by: "--output")     // refused, also by another name or through a link
public struct ScreenFiles {
    private let workingFolder: URL
    private var uses: [(file: Identity, use: String)] = []

    /// A file that is there, whatever its name; or where one will be.
    private enum Identity: Hashable {
        case there(device: UInt64, number: UInt64)
        case place(String)
    }

    public init(workingFolder: String) {
        self.workingFolder = URL(fileURLWithPath: workingFolder, isDirectory: true)
        // What a shell appends to may be what is read.
        if let output = ScreenFiles.opened(STDOUT_FILENO) { uses.append((output, "standard output")) }
    }

    /// - Parameter name: A path, or `-` for standard input.
    public mutating func read(_ name: String, as what: String) throws(TableFault) {
        guard let file = name == "-" ? ScreenFiles.opened(STDIN_FILENO) : identity(name) else { return }
        if let output = uses.first(where: { $0.file == file && $0.use == "standard output" }) {
            throw TableFault(
                "`\(name)` is \(what), and \(output.use) goes into it", help: "write into another file")
        }
        uses.append((file, what))
    }

    /// - Parameters:
    ///   - option: As it is given.
    ///   - aside: Files that are written beside it, by what is put behind its name.
    public mutating func write(
        _ name: String, by option: String, aside: [String] = []
    ) throws(TableFault) {
        if SourceText.hasKnownEnding(name) {
            throw TableFault("`\(name)` cannot be written: a result does not replace rules or cases")
        }
        for written in [name] + aside.map({ name + $0 }) {
            guard let file = identity(written) else { continue }
            if let other = uses.first(where: { $0.file == file }) {
                throw TableFault(
                    "`\(written)` is \(other.use), and \(option) would write over it",
                    help: "name another file: \(option) FILE")
            }
            uses.append((file, "what \(option) writes"))
        }
    }

    /// `nil` for what is no plain file: a device or a pipe can be written to by many.
    private func identity(_ name: String) -> Identity? {
        let path = URL(fileURLWithPath: name, relativeTo: workingFolder).resolvingSymlinksInPath().path
        var status = stat()
        guard stat(path, &status) == 0 else { return .place(path) }
        return ScreenFiles.plain(status)
    }

    private static func opened(_ descriptor: Int32) -> Identity? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? plain(status) : nil
    }

    private static func plain(_ status: stat) -> Identity? {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return .there(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}
