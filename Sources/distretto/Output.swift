import Foundation

/// Writes to the terminal; the only place that does.
///
/// A reader that goes away (`distretto recommend sialkot | head`) is no mistake: what it does not want
/// is dropped without a word. A full disk is one.
enum Output {
    static func write(_ text: String) {
        guard let error = put(text, to: STDOUT_FILENO), error != EPIPE else { return }
        complain("the answer cannot be written: \(String(cString: strerror(error)))")
        exit(2)
    }

    /// Writes what a program wants to read.
    static func write(bytes: [UInt8]) {
        guard let error = put(bytes[...], to: STDOUT_FILENO), error != EPIPE else { return }
        complain("the answer cannot be written: \(String(cString: strerror(error)))")
        exit(2)
    }

    static func complain(_ message: String, help: String? = nil) {
        put("error: \(message)\n" + (help.map { "help: \($0)\n" } ?? ""), to: STDERR_FILENO)
    }

    /// For text that says itself that it is an error.
    static func complain(raw text: String) {
        put(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
    }

    static func exit(_ code: Int32) -> Never { Foundation.exit(code) }

    /// - Returns: the error number where the text could not be written to its end.
    @discardableResult
    private static func put(_ text: String, to descriptor: Int32) -> Int32? {
        put(Array(text.utf8)[...], to: descriptor)
    }

    private static func put(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The terminal's columns; else what `COLUMNS` says; else 80.
    static var width: Int {
        var size = winsize()
        if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        return columns.map { max($0, 24) } ?? 80
    }

    /// Whether colour is welcome where nobody said: on a terminal that has it, unless `NO_COLOR` is set.
    static var isColorful: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    static var workingFolder: String { FileManager.default.currentDirectoryPath }
}
